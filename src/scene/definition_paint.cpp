#include <algorithm>

#include "scene/definition_plan.hpp"
#include "scene/paint.hpp"

namespace scene {
namespace {

Tag tag(OpenDefinition const& open, Role role) {
    switch (open.figure.kind) {
        case FigureKind::StageYield:
            return {ItemKind::Definition, open.figure.stage.value, role};
        case FigureKind::JourneyYield:
            return {ItemKind::Definition, open.figure.journey.value, role};
        case FigureKind::Touches:
            return {ItemKind::Definition, open.figure.component.value, role};
        case FigureKind::Net:
            return {ItemKind::Definition, 0, role};
        default:
            break;
    }
    return {ItemKind::Definition, open.figure.touchpoint.value, role};
}

// Low answers hatched, those between outlined, high ones solid: told apart without colour, too.
void paint_answers(PaintContext const& c, OpenDefinition const& open, DefinitionPlan const& plan) {
    Theme const& theme = c.input.theme;
    auto const color = [&](AnswerGroupKind kind) {
        if (kind == AnswerGroupKind::Low) return theme.broken;
        return kind == AnswerGroupKind::Middle ? theme.second_ink : theme.kept;
    };
    for (AnswerBox const& bar : plan.bars) {
        Quad quad;
        quad.rect = bar.rect;
        quad.border = color(bar.kind);
        quad.border_width = static_cast<float>(std::max(1.0, 0.7 * c.unit));
        if (bar.kind != AnswerGroupKind::Middle) quad.fill = quad.border;
        if (bar.kind == AnswerGroupKind::Low) {
            quad.pattern = Pattern::Hatched;
            quad.pattern_px = static_cast<float>(std::max(4.0, 4.5 * c.unit));
        }
        c.painter.quad(tag(open, Role::Value), quad);
    }
    for (AnswerBox const& bracket : plan.brackets)
        c.painter.box(tag(open, Role::Scale), bracket.rect, color(bracket.kind));
}

void paint_definition(PaintContext const& c, OpenDefinition const& open) {
    DefinitionPlan const plan =
        plan_definition(chrome_input(c.input), open, block_height(c.input.text));
    Painter& p = c.painter;
    Theme const& theme = c.input.theme;
    paint_paper(c, tag(open, Role::Panel), plan.paper);
    p.box(tag(open, Role::Control), base::inset(plan.cross, 4 * c.unit), theme.panel_pressed,
          plan.cross.w / 2);
    p.mark(tag(open, Role::Control), Shape::Cross, plan.cross.centre(), plan.cross.w * 0.3,
           theme.ink);
    for (ScreenRect const& rule : plan.rules)
        p.rule(tag(open, Role::Rule), rule, theme.line);
    paint_answers(c, open, plan);
    for (ScreenRect const& sign : plan.old_signs) {
        paint_state_mark(c, tag(open, Role::Mark), {{Shape::Disc, theme.second_ink, {}}, true},
                         {sign.centre(), sign.w});
    }
    for (CardText const& text : plan.texts) {
        p.paragraph(tag(open, text.role), text.text,
                    {text.rect, text.size, text.ink ? theme.ink : theme.second_ink, text.weight,
                     text.lines, text.share, text.align});
    }
}

}  // namespace

void paint_definitions(PaintContext const& c) {
    for (OpenDefinition const& open : c.input.view.definitions) {
        c.painter.push_alpha(open.appeared);
        paint_definition(c, open);
        c.painter.pop_alpha();
    }
}

}  // namespace scene
