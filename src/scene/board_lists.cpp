#include "scene/board_lists.hpp"

#include <algorithm>

namespace scene {
namespace {

using metrics::PromiseState;
using metrics::TouchpointFigures;

// Capitals and heights in design millimetres.
constexpr double head_cap = 15;
constexpr double below_cap = 8.6;
constexpr double row_height = 50;
constexpr double most_growth = 1.5;
constexpr double lists_gap = 70;
// Narrower than this the lists stand above each other.
constexpr double narrowest_list = 520;

bool belongs(Contradiction side, TouchpointFigures const& f) {
    if (!f.own || !f.expected) return false;
    bool const content = *f.own >= *f.expected;
    return side == Contradiction::GoodScoreBrokenPromise
               ? content && f.state == PromiseState::Broken
               : !content && f.state == PromiseState::Kept;
}

ContradictionList list_in(ChromeInput const& input, Contradiction side, ScreenRect const& area,
                          double unit) {
    double const k = unit * input.physical.hand_type;
    double const plain = row_height * k;
    ContradictionList list;
    list.side = side;
    list.area = area;
    list.head_size = layout::font_size_for_cap(head_cap) * k;
    list.below_size = layout::font_size_for_cap(below_cap) * k;
    double y = area.y + list.head_size * 1.1;
    list.head_line = y;
    bool const low = area.h < list.head_size * 1.6 + list.below_size * 2.2 + plain;
    y += list.below_size * (low ? 0.9 : 1.9);
    if (!low) {
        list.below_line = y;
        y += list.below_size * 1.4;
    }
    auto const ids = contradictions(input.figures, side);
    double const left = std::max(0.0, area.bottom() - y);
    double const count = std::max(1.0, static_cast<double>(ids.size()));
    list.growth =
        std::clamp(std::min(left / plain / count, area.w / (narrowest_list * k)), 1.0, most_growth);
    double const high = plain * list.growth;
    auto const room = static_cast<std::size_t>(left / high);
    std::size_t const shown = ids.size() <= room ? ids.size() : std::max<std::size_t>(room, 1) - 1;
    for (std::size_t i = 0; i < shown; ++i, y += high)
        list.rows.push_back({ids[i], {area.x, y, area.w, high}});
    list.more = ids.size() - shown;
    list.rest_line = std::min(y + plain * 0.5, area.bottom() - plain * 0.1);
    return list;
}

}  // namespace

std::vector<model::TouchpointId> contradictions(metrics::RoomFigures const& figures,
                                                Contradiction side) {
    std::vector<model::TouchpointId> ids;
    for (std::size_t i = 0; i < figures.touchpoints.size(); ++i) {
        if (belongs(side, figures.touchpoints[i])) ids.emplace_back(i);
    }
    auto const rank = [&](model::TouchpointId id) {
        TouchpointFigures const& f = figures.touchpoints[id.index()];
        return side == Contradiction::GoodScoreBrokenPromise
                   ? static_cast<double>(f.broken_promises.value_or(0))
                   : *f.expected - *f.own;
    };
    std::stable_sort(ids.begin(), ids.end(), [&](model::TouchpointId a, model::TouchpointId b) {
        return rank(a) > rank(b);
    });
    return ids;
}

std::vector<ContradictionList> contradiction_lists(ChromeInput const& input, ScreenRect const& area,
                                                   double unit) {
    double const gap = lists_gap * unit;
    double const wide = (area.w - gap) / 2;
    bool const tall = wide < narrowest_list * unit * input.physical.hand_type && area.h > area.w;
    ScreenRect first{area.x, area.y, wide, area.h};
    ScreenRect second{area.x + wide + gap, area.y, wide, area.h};
    if (tall) {
        double const high = (area.h - gap) / 2;
        first = {area.x, area.y, area.w, high};
        second = {area.x, area.y + high + gap, area.w, high};
    }
    return {list_in(input, Contradiction::GoodScoreBrokenPromise, first, unit),
            list_in(input, Contradiction::KeptPromisePoorScore, second, unit)};
}

}  // namespace scene
