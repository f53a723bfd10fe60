// The sentence where the journey that is looked at has no floor to open, and where there is one.
#include <algorithm>
#include <string>

#include "scene/floor.hpp"
#include "scene/paint.hpp"

namespace scene {
namespace {

constexpr std::size_t journeys_named = 3;

// The journeys to look into instead: those of the stage that is looked at, else those with a
// blueprint, else those with steps.
std::string journeys_with_floor(PaintContext const& c) {
    layout::MapLayout const& layout = c.input.layout;
    Place const& place = c.chrome.place;
    auto const in_stage = [&](layout::Floor const& floor) {
        layout::Frame const& frame = layout.frames[floor.frame];
        return place.frame && place.column &&
               frame.parent == static_cast<std::int32_t>(*place.frame) &&
               frame.column == static_cast<std::int32_t>(*place.column);
    };
    auto const named = [&](auto const& wanted) {
        std::string names;
        std::size_t count = 0;
        for (layout::Floor const& floor : layout.floors) {
            if (count == journeys_named || !wanted(floor)) continue;
            names += (names.empty() ? "" : ", ") +
                     c.input.room.at(layout.frames[floor.frame].journey).title;
            ++count;
        }
        return names;
    };
    std::string names = named(in_stage);
    if (names.empty()) names = named([](layout::Floor const& f) { return !f.nodes.empty(); });
    if (names.empty()) names = named([](layout::Floor const&) { return true; });
    return names;
}

}  // namespace

void paint_floor_note(PaintContext const& c) {
    View const& view = c.input.view;
    if (!view.backstage || view.board != Board::None || !c.chrome.place.frame) return;
    if (floor_of(c.input.layout, *c.chrome.place.frame)) return;
    std::string const instead = journeys_with_floor(c);
    std::string const& here =
        c.input.room.at(c.input.layout.frames[*c.chrome.place.frame].journey).title;
    std::string const words = instead.empty()
                                  ? c.input.catalogue.format("floor.nowhere", {here})
                                  : c.input.catalogue.format("floor.not-here", {here, instead});
    Tag const tag{ItemKind::Floor, c.input.layout.frames[*c.chrome.place.frame].journey.value,
                  Role::Why};
    // Below whose figures of when these are.
    ScreenRect const area = c.chrome.status;
    double const size =
        layout::font_size_for_cap(8) * c.unit * std::min(1.2, c.input.physical.hand_type);
    auto const& block = c.input.text.block(words, {area.w / size, 2, 0.7, Weight::Medium});
    if (area.empty() || block.cut) return;
    double const top = area.bottom() - block.height * size + size * 0.5;
    for (std::size_t i = 0; i < block.lines.size(); ++i) {
        c.painter.text(tag, block.lines[i].text,
                       {area.right(), top + block.baseline(i) * size, block.style.size * size,
                        c.input.theme.ink, Weight::Medium, Align::Right});
    }
}

}  // namespace scene
