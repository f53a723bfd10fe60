#include "scene/curtain.hpp"

#include <algorithm>

#include "scene/detail.hpp"
#include "scene/floor.hpp"
#include "scene/floor_parts.hpp"
#include "scene/frozen.hpp"

namespace scene {
namespace {

// Design millimetres.
constexpr double handle_width = 80;
constexpr double handle_height = 30;  // as drawn; a finger has more
constexpr double handle_target = 44;
constexpr double least_handle_mm = 20;  // on the panel, whatever it measures
constexpr double smallest_width = 40;
constexpr double label_cap = 6.6;

double hem_y(ChromeInput const& input, Chrome const& chrome, layout::Floor const& floor,
             double share) {
    layout::WorldRect const shown = shown_part(floor, share);
    return to_screen(input.view.camera, chrome.map, shown).bottom();
}

bool is_of(ChromeInput const& input, std::uint32_t frame) {
    return input.view.curtain_of == input.layout.frames[frame].journey;
}

}  // namespace

void add_curtain_handle(ChromeInput const& input, double unit, Chrome& chrome) {
    if (!chrome.place.frame || chrome.place.item) return;
    auto const index = floor_of(input.layout, *chrome.place.frame);
    if (!index) return;
    layout::Floor const& floor = input.layout.floors[*index];
    double const share = is_of(input, floor.frame) ? input.view.curtain : 0;
    ScreenRect const area = chrome.frozen.map;
    double const line = hem_y(input, chrome, floor, 0);
    double const hem = hem_y(input, chrome, floor, share);
    // A hem below the view leaves its handle at the view's foot.
    double const foot = std::min(hem, area.bottom());
    double const height =
        std::max(handle_height * unit, least_handle_mm * input.physical.px_per_mm);
    if (foot - height < area.y ||
        (share <= 0 ? hem > area.bottom() : line > area.bottom() - height))
        return;
    ScreenRect const rail = to_screen(input.view.camera, chrome.map, floor.rail);
    double const left = std::max(rail.x, chrome.map.x);
    double const room = std::max(rail.right() - left, chrome.frozen.left - chrome.map.x);
    Control c;
    c.kind = ControlKind::CurtainHandle;
    c.on = share > 0;
    c.frame = floor.frame;
    c.label = input.catalogue.text(c.on ? "floor.close" : "floor.open");
    double const least =
        std::max(smallest_width * unit, least_handle_mm * input.physical.px_per_mm);
    double const width = std::clamp(room - 6 * unit, least, std::max(least, handle_width * unit));
    double const target = height * handle_target / handle_height;
    // Where the rail is narrower than a finger, beside the journey, not over its boxes.
    double const edge = std::max(rail.right(), left + room);
    double const at = std::max(std::min(left, edge - width), chrome.map.x);
    c.rect = {at, foot - (target + height) / 2, width, target};
    chrome.controls.push_back(std::move(c));
}

ScreenRect handle_rect(Chrome const& chrome) {
    for (Control const& control : chrome.controls) {
        if (control.kind != ControlKind::CurtainHandle) continue;
        double const height = control.rect.h * handle_height / handle_target;
        return {control.rect.x, control.rect.centre().y - height / 2, control.rect.w, height};
    }
    return {};
}

namespace {

// The closed curtain hangs at a quiet dashed line, named in the rail above the handle.
void paint_line(PaintContext const& c, Control const& control) {
    double const closed = 1 - std::min(1.0, 8 * c.input.view.curtain);
    auto const floor = floor_of(c.input.layout, control.frame);
    if (closed <= 0 || !floor) return;
    ScreenRect const line = c.on_screen(shown_part(c.input.layout.floors[*floor], 0));
    ScreenRect const pill = handle_rect(c.chrome);
    Theme const& theme = c.input.theme;
    Tag const tag{ItemKind::Floor, c.input.layout.frames[control.frame].journey.value, Role::Rule};
    c.painter.push_alpha(closed);
    double const right = std::min(line.right(), c.chrome.shown.right());
    c.painter.polyline(tag, {{pill.right(), line.y}, {right, line.y}},
                       std::max(1.0, c.painter.mm(0.4)), theme.line, 6 * c.unit);
    double const size = layout::font_size_for_cap(label_cap) * c.unit * c.input.physical.hand_type;
    double const inset = std::min(8 * c.unit, pill.w * 0.1);
    auto const& block =
        c.input.text.block(line_words(c.input.catalogue, layout::FloorLine::Visibility),
                           {(pill.w - inset) / size, 2, 0.9});
    double const top = pill.y - block.height * size - size * 0.3;
    layout::Frame const& frame = c.input.layout.frames[control.frame];
    double lane_top = c.chrome.frozen.map.y;
    for (layout::Lane const& lane : frame.lanes) {
        if (lane.role == layout::LaneRole::Touchpoints)
            lane_top = std::max(c.chrome.frozen.map.y, c.on_screen(lane.rect).y);
    }
    // Below the name of the lane above.
    if (!block.cut && !block.word_cut && top > lane_top + size * 2.2) {
        c.painter.block({ItemKind::Lane, control.frame, Role::Label}, block,
                        {pill.x + inset, top, pill.w - inset, block.height * size}, size,
                        theme.second_ink);
    }
    c.painter.pop_alpha();
}

}  // namespace

void paint_curtain_handle(PaintContext const& c) {
    for (Control const& control : c.chrome.controls) {
        if (control.kind != ControlKind::CurtainHandle) continue;
        paint_line(c, control);
        Theme const& theme = c.input.theme;
        Tag const tag{ItemKind::Floor, c.input.layout.frames[control.frame].journey.value,
                      Role::Control};
        ScreenRect const pill = handle_rect(c.chrome);
        Quad q;
        q.rect = pill;
        q.radius = static_cast<float>(5 * c.unit);
        q.fill = theme.ink;
        c.painter.quad(tag, q);
        double const size = std::max(layout::font_size_for_cap(label_cap) * c.unit,
                                     layout::font_size_for_cap(c.painter.mm(smallest_cap_mm)));
        double const chevron = size * 0.85;
        auto const& block = c.input.text.block(
            control.label, {(pill.w - size * 0.8) / size, 1, 0.8, Weight::SemiBold});
        bool const worded = !block.cut && !block.word_cut;
        double const middle = pill.centre().y;
        double const mark_y = worded ? pill.bottom() - chevron * 0.85 : middle;
        c.painter.mark(tag, control.on ? Shape::ChevronUp : Shape::ChevronDown,
                       {pill.centre().x, mark_y}, chevron, theme.card);
        if (!worded) continue;
        double const wide = block.width * size;
        c.painter.block(
            tag, block,
            {pill.centre().x - wide / 2, pill.y + size * 0.32, wide, block.height * size}, size,
            theme.card);
    }
}

}  // namespace scene
