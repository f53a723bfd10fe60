#include "scene/board_lists.hpp"

#include <algorithm>

#include "metrics/score_samples.hpp"

namespace scene {
namespace {

using metrics::PromiseState;
using metrics::TouchpointFigures;

// Capitals and heights in design millimetres.
constexpr double head_cap = 15;
constexpr double below_cap = 8.6;
constexpr double row_height = 50;
constexpr double most_growth = 2.2;
constexpr double narrowest_row = 390;  // of a row that has not grown
constexpr double lists_gap = 70;
// Narrower than this the lists stand above each other.
constexpr double narrowest_list = 520;

bool is_asked(Contradiction side, TouchpointFigures const& f) {
    bool const good = side == Contradiction::GoodScoreBrokenPromise;
    return f.own && f.expected && f.state == (good ? PromiseState::Broken : PromiseState::Kept);
}

void judge(ChromeInput const& input, Contradiction side, model::TouchpointId id,
           Contradicting& found) {
    using metrics::Position;
    bool const good = side == Contradiction::GoodScoreBrokenPromise;
    auto const gap =
        metrics::score_samples(input.room, input.index, id, input.figures.period).over_expected;
    if (!gap || !gap->position) {
        ++found.unjudged;
    } else if (*gap->position == Position::Parity) {
        found.too_close.push_back(id);
    } else if (*gap->position == (good ? Position::Lead : Position::Lag)) {
        found.listed.push_back(id);
    }
}

// Rows of what is too close to call where all of them have room below `y`, else a line counts them.
void place_close(ContradictionList& list, double y, double high) {
    auto const& ids = list.found.too_close;
    double const s = list.below_size;
    double const foot = list.found.unjudged > 0 ? 2.6 * s : 0;
    double const rows = static_cast<double>(ids.size()) * high;
    if (ids.empty() || y + 2.6 * s + rows + foot > list.area.bottom()) return;
    list.close_head = y + 1.7 * s;
    y = list.close_head + 0.9 * s;
    for (model::TouchpointId const id : ids) {
        list.close_rows.push_back({id, {list.area.x, y, list.area.w, high}});
        y += high;
    }
    list.close_line = list.found.unjudged > 0 ? y + 1.9 * s : 0;
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
    list.found = contradictions(input, side);
    auto const& ids = list.found.listed;
    bool const note = !list.found.too_close.empty() || list.found.unjudged > 0;
    double const foot = note ? list.below_size * 3.6 : 0;
    double const left = std::max(0.0, area.bottom() - foot - y);
    double const count = std::max(1.0, static_cast<double>(ids.size()));
    list.growth =
        std::clamp(std::min(left / plain / count, area.w / (narrowest_row * k)), 1.0, most_growth);
    double const high = plain * list.growth;
    auto const room = static_cast<std::size_t>(left / high);
    std::size_t const shown = ids.size() <= room ? ids.size() : std::max<std::size_t>(room, 1) - 1;
    for (std::size_t i = 0; i < shown; ++i, y += high)
        list.rows.push_back({ids[i], {area.x, y, area.w, high}});
    list.more = ids.size() - shown;
    list.rest_line = std::min(y + plain * 0.5, area.bottom() - foot - plain * 0.1);
    bool const rest = list.more > 0 || list.rows.empty();
    if (note)
        list.close_line =
            std::min(rest ? list.rest_line + list.below_size * 1.9 : y + list.below_size * 2.2,
                     area.bottom() - list.below_size * 1.6);
    place_close(list, rest ? list.rest_line + plain * 0.4 : y + plain * 0.4, plain);
    return list;
}

}  // namespace

Contradicting contradictions(ChromeInput const& input, Contradiction side) {
    metrics::RoomFigures const& figures = input.figures;
    Contradicting found;
    for (std::size_t i = 0; i < figures.touchpoints.size(); ++i) {
        found.asked =
            found.asked || (figures.touchpoints[i].own && figures.touchpoints[i].expected);
        if (is_asked(side, figures.touchpoints[i]))
            judge(input, side, model::TouchpointId(i), found);
    }
    auto const rank = [&](model::TouchpointId id) {
        TouchpointFigures const& f = figures.touchpoints[id.index()];
        return side == Contradiction::GoodScoreBrokenPromise
                   ? static_cast<double>(f.broken_promises.value_or(0))
                   : *f.expected - *f.own;
    };
    auto const by_rank = [&](model::TouchpointId a, model::TouchpointId b) {
        return rank(a) > rank(b);
    };
    std::stable_sort(found.listed.begin(), found.listed.end(), by_rank);
    std::stable_sort(found.too_close.begin(), found.too_close.end(), by_rank);
    return found;
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
