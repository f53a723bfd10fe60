#include <algorithm>

#include "scene/dock.hpp"
#include "scene/paint.hpp"
#include "scene/words.hpp"

namespace scene {
namespace {

constexpr double label_cap = 8.6;
// Rooms with more cells than this show stages only in the minimap.
constexpr std::size_t most_ticks = 600;

double label_size(PaintContext const& c) {
    return layout::font_size_for_cap(label_cap) * c.unit * c.input.physical.hand_type;
}

void paint_persona(PaintContext const& c, Control const& control) {
    Theme const& theme = c.input.theme;
    Tag const tag{ItemKind::Persona, control.persona.value, Role::Control};
    double const radius = 8 * c.unit;
    if (control.on) c.painter.box(tag, control.rect, theme.panel_pressed, radius);
    ScreenRect inner = base::inset(control.rect, 6 * c.unit);
    Align align = Align::Centre;
    if (control.persona) {
        // The disc gives way with the rest where the dock is narrow.
        double const side = std::min(portrait_size * c.unit, control.rect.w * 0.3);
        paint_portrait(c, control.persona,
                       {inner.x, control.rect.centre().y - side / 2, side, side});
        inner.x += side + 2 * portrait_gap * c.unit;
        inner.w -= side + 2 * portrait_gap * c.unit;
        align = Align::Left;
    }
    double const wish = label_size(c);
    auto const& one = c.input.text.block(control.label, {inner.w / wish, 1, 0.9, Weight::SemiBold});
    bool const two = one.cut;
    double const size = two ? wish * 0.86 : wish;
    auto const& block = c.input.text.block(
        control.label, {inner.w / size, two ? 2 : 1, two ? 0.7 : 0.9, Weight::SemiBold});
    double const top = control.rect.centre().y - block.height * size / 2;
    c.painter.paragraph({tag.kind, tag.item, Role::Label}, control.label,
                        {{inner.x, top, inner.w, inner.h},
                         size,
                         theme.ink,
                         Weight::SemiBold,
                         two ? 2 : 1,
                         two ? 0.7 : 0.9,
                         align});
}

void paint_period(PaintContext const& c) {
    ScreenRect const area = c.chrome.periods;
    if (area.empty()) return;
    Theme const& theme = c.input.theme;
    double size = label_size(c) * 0.9;
    std::string const label = short_period(c.input.catalogue, c.input.view.period);
    size = std::min(size,
                    size * area.w / std::max(1.0, c.painter.width(label, size, Weight::SemiBold)));
    c.painter.text({ItemKind::Period, 0, Role::Name}, label,
                   {area.centre().x, area.y + area.h * 0.42, size, theme.ink, Weight::SemiBold,
                    Align::Centre});
    for (Control const& control : c.chrome.controls) {
        if (control.kind != ControlKind::PeriodChoice) continue;
        ScreenRect tick = control.rect;
        tick.x += tick.w * 0.16;
        tick.w *= 0.68;
        tick.y = area.y + area.h * 0.64;
        tick.h = area.h * 0.2;
        c.painter.box({ItemKind::Period, 0, Role::Control}, tick,
                      control.on ? theme.ink : theme.quiet_line, c.unit);
    }
}

void paint_minimap(PaintContext const& c) {
    ScreenRect const area = c.chrome.minimap;
    if (area.empty()) return;
    Theme const& theme = c.input.theme;
    Tag const tag{ItemKind::Minimap, 0, Role::Panel};
    c.painter.push_clip(area);
    c.painter.box(tag, area, theme.panel_pressed, 4 * c.unit);
    ScreenRect const inner = base::inset(area, 4 * c.unit);
    Camera const camera = fit(c.input.layout.bounds, inner, 0);
    auto const place = [&](layout::WorldRect const& r) { return to_screen(camera, inner, r); };
    for (layout::Frame const& frame : c.input.layout.frames) {
        ScreenRect const rect = place(frame.rect);
        if (rect.w < 3 * c.unit) continue;
        c.painter.box({tag.kind, frame.journey.value, Role::Panel}, rect, theme.ground, c.unit);
        if (frame.level > 0 && frame.parent >= 0) continue;
        for (layout::StageColumn const& column : frame.columns) {
            ScreenRect const r = place(column.rect);
            if (r.w < 2 * c.unit) continue;
            c.painter.box({tag.kind, column.stage.value, Role::Cell},
                          {r.x + r.w * 0.1, r.y, r.w * 0.8, std::max(1.0, r.h * 0.06)}, theme.line);
        }
    }
    if (c.input.layout.items.size() <= most_ticks) {
        for (layout::Item const& item : c.input.layout.items) {
            ScreenRect r = place(item.rect);
            if (r.w < 2 * c.unit) continue;
            r.h = std::max(1.0, r.h * 0.7);
            StateMark plain;
            plain.mark.color = theme.line;
            paint_state_mark(c, {tag.kind, item.touchpoint.value, Role::Mark},
                             state_mark(c, item.touchpoint).value_or(plain), r);
        }
    }
    auto const seen = visible_rect(c.input.view.camera, c.chrome.map);
    Quad frame;
    frame.rect = base::intersection(place(seen), area);
    frame.rect.w = std::max(frame.rect.w, 6 * c.unit);
    frame.rect.h = std::max(frame.rect.h, 6 * c.unit);
    frame.radius = static_cast<float>(3 * c.unit);
    frame.border = theme.ink;
    frame.border_width = static_cast<float>(1.6 * c.unit);
    c.painter.quad({tag.kind, 0, Role::Thumb}, frame);
    c.painter.pop_clip();
}

}  // namespace

void paint_dock(PaintContext const& c) {
    Theme const& theme = c.input.theme;
    Tag const tag{ItemKind::Dock, 0, Role::Panel};
    Quad shadow;
    shadow.rect = c.chrome.dock;
    shadow.rect.y += 3 * c.unit;
    shadow.radius = static_cast<float>(16 * c.unit);
    shadow.softness = static_cast<float>(9 * c.unit);
    shadow.fill = {0, 0, 0, 20};
    shadow.panel = c.chrome.dock;
    c.painter.quad({tag.kind, 0, Role::Shadow}, shadow);
    Quad panel;
    panel.rect = c.chrome.dock;
    panel.radius = static_cast<float>(16 * c.unit);
    panel.fill = theme.card;
    panel.border = theme.quiet_line;
    panel.border_width = static_cast<float>(std::max(1.0, 0.6 * c.unit));
    c.painter.quad(tag, panel);
    for (Control const& control : c.chrome.controls) {
        if (control.kind == ControlKind::PersonaChoice) paint_persona(c, control);
    }
    paint_period(c);
    paint_minimap(c);
}

}  // namespace scene
