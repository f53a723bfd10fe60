// Evidence opened large: pictures and what customers said, on sheets of their own.
#include <algorithm>

#include "scene/evidence_plan.hpp"
#include "scene/paint.hpp"

namespace scene {
namespace {

Tag tag(OpenEvidence const& open, Role role) {
    return {ItemKind::Evidence, open.evidence.touchpoint.value, role};
}

void paint_shown(PaintContext const& c, OpenEvidence const& open, ScreenRect const& rect) {
    c.painter.box(tag(open, Role::Panel), rect, c.input.theme.panel_pressed, 3 * c.unit);
    PictureBook const* const book = c.input.pictures;
    if (book == nullptr) return;
    auto const found = book->by_name.find(open.evidence.picture);
    if (found == book->by_name.end() || !book->facts[found->second].problem.empty()) return;
    Picture picture{.image = found->second, .rect = rect};
    picture.radius = static_cast<float>(3 * c.unit);
    c.painter.picture(tag(open, Role::Picture), picture);
}

void paint_mark(PaintContext const& c, OpenEvidence const& open, EvidenceMark const& mark) {
    Quad chip;
    chip.rect = mark.rect;
    chip.radius = static_cast<float>(mark.rect.h / 2);
    chip.border = c.input.theme.second_ink;
    chip.border_width = static_cast<float>(std::max(1.0, mark.size * 0.07));
    if (mark.dashed) {
        chip.pattern = Pattern::Dashed;
        chip.pattern_px = static_cast<float>(mark.size * 0.6);
    }
    c.painter.quad(tag(open, Role::State), chip);
    double const baseline = mark.rect.centre().y + mark.size * layout::cap_height_em / 2;
    c.painter.text(tag(open, Role::State), mark.text,
                   {mark.rect.centre().x, baseline, mark.size, c.input.theme.second_ink,
                    Weight::Medium, Align::Centre});
}

void paint_sheet_of(PaintContext const& c, OpenEvidence const& open) {
    EvidencePlan const plan =
        plan_evidence(chrome_input(c.input), open, block_height(c.input.text));
    Theme const& theme = c.input.theme;
    paint_paper(c, tag(open, Role::Panel), plan.paper);
    if (!plan.picture.empty()) paint_shown(c, open, plan.picture);
    for (ScreenRect const& rule : plan.rules)
        c.painter.rule(tag(open, Role::Rule), rule, theme.quiet_line);
    for (CardText const& text : plan.texts) {
        c.painter.paragraph(tag(open, text.role), text.text,
                            {text.rect, text.size, text.ink ? theme.ink : theme.second_ink,
                             text.weight, text.lines, text.share, text.align});
    }
    for (EvidenceMark const& mark : plan.marks)
        paint_mark(c, open, mark);
    c.painter.box(tag(open, Role::Control), base::inset(plan.cross, 5 * c.unit),
                  theme.panel_pressed, plan.cross.w / 2);
    c.painter.mark(tag(open, Role::Control), Shape::Cross, plan.cross.centre(), plan.cross.w * 0.3,
                   theme.ink);
}

}  // namespace

void paint_evidence(PaintContext const& c) {
    c.painter.push_clip(evidence_area(chrome_input(c.input)));
    for (OpenEvidence const& open : c.input.view.evidence) {
        c.painter.push_alpha(open.appeared);
        paint_sheet_of(c, open);
        c.painter.pop_alpha();
    }
    c.painter.pop_clip();
}

}  // namespace scene
