// The chip that says what the open floor is looked at through, and its panel.
#include "scene/lens_paint.hpp"

#include <algorithm>

#include "scene/lens_panel.hpp"

namespace scene {
namespace {

constexpr double padding = 14;

constexpr Tag tag{ItemKind::Chrome, 0, Role::Control};

double size_of(PaintContext const& c, double cap) {
    return layout::font_size_for_cap(cap) * c.unit * c.input.physical.hand_type;
}

void paint_label(PaintContext const& c, Control const& control, Color color) {
    double const pad = padding * c.unit * c.input.physical.hand_type;
    double size = size_of(c, lens_label_cap);
    double const wide = c.painter.width(control.label, size, Weight::SemiBold);
    size *= std::min(1.0, (control.rect.w - 2 * pad) / std::max(1.0, wide));
    auto const& block = c.input.text.block(
        control.label, {(control.rect.w - 2 * pad) / size * 1.01, 1, 0.6, Weight::SemiBold});
    double const top = control.rect.centre().y - block.height * size / 2;
    c.painter.block(tag, block, {control.rect.x + pad, top, block.width * size, 0}, size, color);
}

// All headings are of one size.
double heading_size(PaintContext const& c, std::vector<Control const*> const& choices) {
    double const pad = padding * c.unit * c.input.physical.hand_type;
    double const size = size_of(c, lens_heading_cap);
    double share = 1;
    for (Control const* const choice : choices) {
        std::string_view const words = lens_heading(c.input.catalogue, choice->lens.kind);
        if (words.empty()) continue;
        double const room = choice->rect.w - pad * 1.2;
        share = std::min(share, room / c.painter.width(words, size, Weight::Medium));
    }
    return size * share;
}

// One heading above each column, over the paper of them all.
void paint_panel(PaintContext const& c, std::vector<Control const*> const& choices) {
    Theme const& theme = c.input.theme;
    double const pad = padding * c.unit * c.input.physical.hand_type;
    ScreenRect paper = choices.front()->rect;
    for (Control const* const choice : choices)
        paper = base::united(paper, choice->rect);
    double const row = choices.front()->rect.h;
    paper = {paper.x - pad, paper.y - row - pad, paper.w + 2 * pad, paper.h + row + 2 * pad};
    paint_paper(c, {ItemKind::Chrome, 0, Role::Panel}, paper);
    double const size = heading_size(c, choices);
    LensKind headed = LensKind::Policy;
    for (Control const* const choice : choices) {
        std::string_view const words = lens_heading(c.input.catalogue, choice->lens.kind);
        if (!words.empty() && choice->lens.kind != headed) {
            c.painter.text({ItemKind::Chrome, 0, Role::Label}, words,
                           {choice->rect.x + pad, choice->rect.y - row * 0.3, size,
                            theme.second_ink, Weight::Medium});
            headed = choice->lens.kind;
        }
        if (choice->on)
            c.painter.box(tag, base::inset(choice->rect, 2 * c.unit), theme.ink, 6 * c.unit);
        paint_label(c, *choice, choice->on ? theme.card : theme.ink);
    }
}

}  // namespace

void paint_lens_chip(PaintContext const& c) {
    Theme const& theme = c.input.theme;
    for (Control const& control : c.chrome.controls) {
        if (control.kind != ControlKind::LensPanel) continue;
        Quad chip;
        chip.rect = control.rect;
        chip.radius = static_cast<float>(6 * c.unit);
        chip.fill = control.on ? theme.ink : theme.card;
        chip.border = control.on ? theme.ink : theme.quiet_line;
        chip.border_width = static_cast<float>(std::max(1.0, c.painter.mm(0.3)));
        c.painter.quad(tag, chip);
        paint_label(c, control, control.on ? theme.card : theme.ink);
    }
}

void paint_lenses(PaintContext const& c) {
    std::vector<Control const*> choices;
    for (Control const& control : c.chrome.controls) {
        if (control.kind == ControlKind::LensChoice) choices.push_back(&control);
    }
    if (!choices.empty()) paint_panel(c, choices);
}

}  // namespace scene
