// The frozen names: stage names along the top edge, lane names along the left one, each beside the
// part it names.
#include <algorithm>

#include "scene/floor.hpp"
#include "scene/floor_looks.hpp"
#include "scene/paint.hpp"

namespace scene {
namespace {

// Design millimetres.
constexpr double name_cap = 15;
constexpr double smallest_name = 0.5;  // of that size
constexpr double states_from = 0.8;    // of it
constexpr double mark_size = 14;       // of a touchpoint's state behind the name
constexpr double mark_step = 17;
constexpr double name_inset = 8;
constexpr double least_for_name = 0.45;  // of a stage's width
constexpr double lane_cap = 7.2;

// Above an open floor the cells of a stage have gone: their states stand behind its name, those
// that have no part in what is told stepped back.
struct State {
    model::TouchpointId touchpoint;
    StateMark mark;
};
std::vector<State> states_of(PaintContext const& c, Control const& control) {
    std::vector<State> states;
    auto const open = open_floor(c.input.layout, c.input.view);
    if (!open || open->frame != control.frame) return states;
    layout::Frame const& frame = c.input.layout.frames[control.frame];
    for (std::uint32_t i = 0; i < frame.item_count; ++i) {
        layout::Item const& item = c.input.layout.items[frame.first_item + i];
        if (item.column != static_cast<std::uint32_t>(control.column)) continue;
        auto const mark = state_mark(c, item.touchpoint);
        if (mark) states.push_back({item.touchpoint, *mark});
    }
    double const room = control.rect.w * (1 - least_for_name) / (mark_step * c.unit);
    if (static_cast<double>(states.size()) > room) states.clear();
    return states;
}

void paint_states(PaintContext const& c, std::vector<State> const& states, ScreenPoint from) {
    if (states.empty()) return;
    FloorLooks const looks = floor_looks(c.input.room, c.input.view);
    double const size = mark_size * c.unit;
    double x = from.x + size / 2;
    for (State const& state : states) {
        NodeLook const look = looks.of(state.touchpoint);
        c.painter.push_alpha(look.emphasis == Emphasis::Dimmed ? 1 - 0.8 * look.share : 1);
        paint_state_mark(c, {ItemKind::Touchpoint, state.touchpoint.value, Role::State}, state.mark,
                         {{x, from.y}, size});
        c.painter.pop_alpha();
        x += mark_step * c.unit;
    }
}

struct StageName {
    Control const* control = nullptr;
    std::vector<State> states;
    double inset = 0;
    double wide = 0;  // px, for the name
};

enum class With { Names, States };

std::vector<StageName> stage_names(PaintContext const& c, With with) {
    std::vector<StageName> names;
    for (Control const& control : c.chrome.controls) {
        if (control.kind != ControlKind::FrozenStage) continue;
        StageName name{&control, {}, 0, 0};
        if (with == With::States) name.states = states_of(c, control);
        name.inset = std::min(name_inset * c.unit, control.rect.w / 8);
        name.wide = control.rect.w - 2 * name.inset;
        if (!name.states.empty())
            name.wide -= mark_step * c.unit * (static_cast<double>(name.states.size()) + 0.5);
        names.push_back(std::move(name));
    }
    return names;
}

// All names are of one size: that of the widest which can be read.
double common_size(PaintContext const& c, std::vector<StageName> const& names, double size) {
    double share = 1;
    for (StageName const& name : names) {
        double const fits =
            name.wide / std::max(1.0, c.painter.width(name.control->label, size, Weight::SemiBold));
        if (fits >= smallest_name) share = std::min(share, fits);
    }
    return size * share;
}

void paint_names(PaintContext const& c) {
    Painter& p = c.painter;
    Frozen const& frozen = c.chrome.frozen;
    ScreenRect const strip{0, frozen.map.y - frozen.top, c.input.view.size.w, frozen.top};
    p.push_clip(strip);
    p.push_alpha(frozen.header_share);
    p.rule({ItemKind::Chrome, 0, Role::Rule}, {0, strip.bottom() - 1, strip.w, 1},
           c.input.theme.quiet_line);
    double const most = std::min(layout::font_size_for_cap(name_cap) * c.unit, frozen.top * 0.7);
    std::vector<StageName> names = stage_names(c, With::States);
    double size = common_size(c, names, most);
    // Names come first, unless the states are what is being told.
    bool const told = !c.input.view.lit.failed.empty() || c.input.view.lens.kind != LensKind::None;
    if (!told && size < most * states_from) {
        names = stage_names(c, With::Names);
        size = common_size(c, names, most);
    }
    for (StageName const& name : names) {
        Control const& control = *name.control;
        auto const& column =
            c.input.layout.frames[control.frame].columns[static_cast<std::size_t>(control.column)];
        ScreenRect const rect = control.rect;
        // A name cut short names nothing; its number still leads there.
        bool const fits =
            c.painter.width(control.label, size, Weight::SemiBold) <= name.wide * 1.001;
        std::string const words = fits ? control.label : std::to_string(control.column + 1);
        auto const& block =
            c.input.text.block(words, {name.wide * 1.01 / size, 1, 0.7, Weight::SemiBold});
        if (block.lines.empty() || block.cut) continue;
        double const left = rect.x + name.inset;
        double const top = rect.centre().y - block.height * size / 2;
        p.block({ItemKind::Stage, column.stage.value, Role::Name}, block,
                {left, top, name.wide, rect.h}, size, c.input.theme.ink);
        paint_states(c, name.states, {left + block.width * size + 10 * c.unit, rect.centre().y});
    }
    p.pop_alpha();
    p.pop_clip();
}

// A name wanted in the rail: from a height on the screen, as long as `until` is in view.
struct RailWish {
    double from = 0;
    double until = 0;
    std::string text;
    enum class Stands { Below, Around } stands = Stands::Below;
};

// Of the lanes that the open floor leaves, and of the floor.
std::vector<RailWish> rail_wishes(PaintContext const& c, layout::Frame const& frame, double size) {
    using Stands = RailWish::Stands;
    std::vector<RailWish> wishes;
    auto const open = open_floor(c.input.layout, c.input.view);
    bool const own = open && open->frame == *c.chrome.place.frame;
    for (layout::Lane const& lane : frame.lanes) {
        bool const hidden = own && open->shown.contains(lane.rect.centre());
        if (hidden || !names_lane(c, lane)) continue;
        ScreenRect const band = c.on_screen(lane.rect);
        bool const middle = lane.role == layout::LaneRole::Emotion;
        wishes.push_back({middle ? band.centre().y : band.y + size * 0.3, band.bottom(),
                          lane_name(c, lane), middle ? Stands::Around : Stands::Below});
    }
    if (!own) return wishes;
    layout::Floor const& floor = c.input.layout.floors[open->floor];
    std::vector<RailName> const names = floor_rail(c.input, floor);
    double const hem = c.on_screen(open->shown).bottom();
    for (std::size_t i = 0; i < names.size(); ++i) {
        auto const y = [&](double world) {
            return c.on_screen(layout::WorldRect{0, world, 0, 0}).y;
        };
        double const from = y(names[i].top);
        double const end = i + 1 < names.size() ? y(names[i + 1].top) : hem;
        if (from > hem - size) break;
        // A lane's name stays while its boxes are in view, a line's only beside the line.
        wishes.push_back({names[i].line ? from : from + size * 0.3,
                          names[i].line ? from + size : end, names[i].text,
                          names[i].line ? Stands::Around : Stands::Below});
    }
    return wishes;
}

void paint_lane_names(PaintContext const& c, layout::Frame const& frame) {
    Painter& p = c.painter;
    Frozen const& frozen = c.chrome.frozen;
    // The frame's own names have gone by then (see frames.cpp).
    double const share = std::clamp(2 * frozen.rail_share - 1, 0.0, 1.0);
    if (share <= 0) return;
    double const size = layout::font_size_for_cap(lane_cap) * c.unit * c.input.physical.hand_type;
    p.push_clip({0, frozen.map.y, c.chrome.map.x + frozen_rail_width * c.unit, frozen.map.h});
    p.push_alpha(share);
    double free_from = frozen.map.y;
    double const width = frozen_rail_width * c.unit - size;
    ScreenRect const handle = handle_rect(c.chrome);
    for (RailWish const& wish : rail_wishes(c, frame, size)) {
        auto const& block = c.input.text.block(wish.text, {width / size, 3, 0.72, Weight::Medium});
        double const height = block.height * size;
        bool const around = wish.stands == RailWish::Stands::Around;
        double const low =
            std::max(around ? wish.from - height / 2 : wish.from, free_from + size * 0.4);
        bool const in_view = wish.until > frozen.map.y + height / 2;
        bool const below_handle = low < handle.bottom() && handle.y < low + height;
        if (!in_view || below_handle || low + height > frozen.map.bottom()) continue;
        p.block({ItemKind::Lane, *c.chrome.place.frame, Role::Label}, block,
                {c.chrome.map.x, low, width, height}, size, c.input.theme.second_ink);
        free_from = low + height;
    }
    p.pop_alpha();
    p.pop_clip();
}

}  // namespace

void paint_frozen(PaintContext const& c) {
    Frozen const& frozen = c.chrome.frozen;
    if (!c.chrome.place.frame) return;
    layout::Frame const& frame = c.input.layout.frames[*c.chrome.place.frame];
    if (frozen.top > 0) paint_names(c);
    if (frozen.left > 0) paint_lane_names(c, frame);
}

}  // namespace scene
