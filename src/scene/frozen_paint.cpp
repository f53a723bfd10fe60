// The frozen names: stage names along the top edge, lane names along the left one, each beside the
// part it names.
#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>

#include "scene/detail.hpp"
#include "scene/floor.hpp"
#include "scene/floor_looks.hpp"
#include "scene/floor_parts.hpp"
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
constexpr double lines_share = 0.94;      // of the strip's height: names on several lines
constexpr double smaller_on_lines = 0.6;  // than on one
constexpr double least_for_name = 0.45;   // of a stage's width
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
    double wide = 0;    // px, for the name
    bool whole = true;  // all of its column is in view
};

// Of the smallest name that is read, px em.
double least_name(PaintContext const& c) {
    return layout::font_size_for_cap(c.painter.mm(smallest_cap_mm));
}

enum class With { Names, States };

std::vector<StageName> stage_names(PaintContext const& c, With with) {
    std::vector<StageName> names;
    for (Control const& control : c.chrome.controls) {
        if (control.kind != ControlKind::FrozenStage) continue;
        StageName name{&control, {}, 0, 0, true};
        auto const& column =
            c.input.layout.frames[control.frame].columns[static_cast<std::size_t>(control.column)];
        name.whole = control.rect.w >= c.on_screen(column.rect).w - 1;
        if (with == With::States) name.states = states_of(c, control);
        name.inset = std::min(name_inset * c.unit, control.rect.w / 8);
        name.wide = control.rect.w - 2 * name.inset;
        if (!name.states.empty())
            name.wide -= mark_step * c.unit * (static_cast<double>(name.states.size()) + 0.5);
        names.push_back(std::move(name));
    }
    return names;
}

// How all names of the strip are said: in one notation and at one size.
struct Notation {
    double size = 1;  // px
    int lines = 1;
    bool numbers = false;
};

std::string words_of(StageName const& name, Notation const& as) {
    return as.numbers ? std::to_string(name.control->column + 1) : name.control->label;
}

layout::TextBlock const& block_of(PaintContext const& c, StageName const& name,
                                  Notation const& as) {
    // In quarters of an em, so that a moving camera asks for few blocks; one line is measured.
    double const wide = as.lines == 1 && !as.numbers
                            ? name.wide * 1.01 / as.size
                            : std::max(0.25, std::floor(4 * name.wide / as.size) / 4);
    return c.input.text.block(words_of(name, as), {wide, as.lines, 1, Weight::SemiBold});
}

// Of a column that the edge of the view cuts, what still shows of it does not ask for a size.
std::vector<StageName> asked(std::vector<StageName> const& names) {
    std::vector<StageName> whole;
    std::copy_if(names.begin(), names.end(), std::back_inserter(whole),
                 [](StageName const& name) { return name.whole; });
    return whole.empty() ? names : whole;
}

// On one line, at the size of the widest; nothing where that would be small.
std::optional<Notation> on_one_line(PaintContext const& c, std::vector<StageName> const& names,
                                    double most) {
    double share = 1;
    for (StageName const& name : names) {
        double const wide = c.painter.width(name.control->label, most, Weight::SemiBold);
        share = std::min(share, name.wide / std::max(1.0, wide));
    }
    double const legible = least_name(c);
    if (share < smallest_name || most * share < std::min(legible, most)) return std::nullopt;
    return Notation{most * share, 1, false};
}

// On as many lines as the strip holds, long words broken; where not even that is enough all by
// number: a name cut short names nothing.
Notation on_lines(PaintContext const& c, std::vector<StageName> const& names, double high,
                  double most) {
    double const least = std::min(least_name(c), most);
    auto const at = [&](double size) {
        return Notation{size, std::max(1, static_cast<int>(high / (size * layout::line_height_em))),
                        false};
    };
    auto const all = [&](Notation const& as, auto const& good) {
        return std::all_of(names.begin(), names.end(), [&](StageName const& name) {
            return good(name, block_of(c, name, as));
        });
    };
    auto const whole = [](StageName const&, layout::TextBlock const& b) {
        return !b.cut && !b.word_cut;
    };
    auto const uncut = [](StageName const&, layout::TextBlock const& b) { return !b.cut; };
    for (double size = most; size > least * 1.02; size *= 0.9) {
        if (all(at(size), whole)) return at(size);
    }
    if (all(at(least), uncut)) return at(least);
    return {least, 1, true};
}

void paint_name(PaintContext const& c, StageName const& name, Notation const& as) {
    layout::TextBlock const& block = block_of(c, name, as);
    if (block.lines.empty() || block.cut) return;
    Control const& control = *name.control;
    auto const& column =
        c.input.layout.frames[control.frame].columns[static_cast<std::size_t>(control.column)];
    double const left = control.rect.x + name.inset;
    double const high = block.height * as.size;
    c.painter.block({ItemKind::Stage, column.stage.value, Role::Name}, block,
                    {left, control.rect.centre().y - high / 2, name.wide, high}, as.size,
                    c.input.theme.ink);
    paint_states(c, name.states,
                 {left + block.width * as.size + 10 * c.unit, control.rect.centre().y});
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
    std::optional<Notation> as = on_one_line(c, asked(names), most);
    // Names come first, unless the states are what is being told.
    bool const told = !c.input.view.lit.failed.empty() || c.input.view.lens.kind != LensKind::None;
    if (!told && (!as || as->size < most * states_from)) {
        names = stage_names(c, With::Names);
        as = on_one_line(c, asked(names), most);
    }
    if (!as) as = on_lines(c, asked(names), frozen.top * lines_share, most * smaller_on_lines);
    for (StageName const& name : names)
        paint_name(c, name, *as);
    p.pop_alpha();
    p.pop_clip();
}

// A name wanted in the rail: from a height on the screen, as long as `until` is in view.
struct RailWish {
    double from = 0;
    double until = 0;
    std::string text;
    enum class Stands { Below, Around } stands = Stands::Below;
    bool line = false;  // of visibility and the like: lanes come first
    // px; those of the open floor stand as they do in its own rail.
    double size = 1;
    double inset = 0;
    Color color{};
    Weight weight = Weight::Medium;
    double air = 1;  // em, to the right
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
                          lane_name(c, lane), middle ? Stands::Around : Stands::Below, false, size,
                          0, c.input.theme.second_ink});
    }
    if (!own) return wishes;
    layout::Floor const& floor = c.input.layout.floors[open->floor];
    std::vector<RailName> const names = floor_rail(c.input, floor);
    RailLook const look = rail_look(c, floor, frozen_rail_width * c.unit);
    double const hem = c.on_screen(open->shown).bottom();
    for (std::size_t i = 0; i < names.size(); ++i) {
        auto const y = [&](double world) {
            return c.on_screen(layout::WorldRect{0, world, 0, 0}).y;
        };
        double const from = y(names[i].top);
        double const end = i + 1 < names.size() ? y(names[i + 1].top) : hem;
        if (from > hem - size) break;
        // A lane's name stays while its boxes are in view, a line's only beside the line.
        RailName const& name = names[i];
        double const em = look.size_of(name);
        bool const line = name.line.has_value();
        wishes.push_back({line ? from : from + em * 0.05, line ? from + em : end, name.text,
                          line ? Stands::Around : Stands::Below, line, em, look.inset_of(name),
                          line ? c.input.theme.second_ink : c.input.theme.ink,
                          line ? Weight::Regular : Weight::Medium, 0.3});
    }
    return wishes;
}

void paint_lane_names(PaintContext const& c, layout::Frame const& frame) {
    Painter& p = c.painter;
    Frozen const& frozen = c.chrome.frozen;
    // The frame's own names have gone by then (see frames.cpp).
    double const share = std::clamp(2 * frozen.rail_share - 1, 0.0, 1.0);
    if (share <= 0) return;
    double const size = std::max(
        layout::font_size_for_cap(lane_cap) * c.unit * c.input.physical.hand_type, least_name(c));
    p.push_clip({0, frozen.map.y, c.chrome.map.x + frozen_rail_width * c.unit, frozen.map.h});
    p.push_alpha(share);
    std::vector<RailWish> const wishes = rail_wishes(c, frame, size);
    std::vector<ScreenRect> taken{handle_rect(c.chrome)};
    for (bool const lines : {false, true}) {
        double free_from = frozen.map.y;
        for (RailWish const& wish : wishes) {
            if (wish.line != lines) continue;
            double const width = frozen_rail_width * c.unit - wish.inset - wish.size * wish.air;
            auto const& block =
                c.input.text.block(wish.text, {width / wish.size, 3, 0.72, wish.weight});
            double const height = block.height * wish.size;
            bool const around = wish.stands == RailWish::Stands::Around;
            double const low =
                std::max(around ? wish.from - height / 2 : wish.from, free_from + size * 0.4);
            bool const in_view = wish.until > frozen.map.y + height / 2;
            ScreenRect const rect{c.chrome.map.x + wish.inset, low, width, height};
            bool const hidden = std::any_of(taken.begin(), taken.end(), [&](ScreenRect const& r) {
                return low < r.bottom() && r.y < rect.bottom();
            });
            if (!in_view || hidden || rect.bottom() > frozen.map.bottom()) continue;
            p.block({ItemKind::Lane, *c.chrome.place.frame, Role::Label}, block, rect, wish.size,
                    wish.color);
            if (!lines) free_from = rect.bottom();
            taken.push_back(rect);
        }
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
