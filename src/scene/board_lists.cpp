#include "scene/board_lists.hpp"

#include <algorithm>
#include <array>

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
// Higher than this share of its width, a board has them above each other too, their rows in two
// halves, all of it as large as it has room for.
constexpr double upright = 1.15;
constexpr double upright_row_height = 88;
constexpr double narrowest_upright_row = 230;
constexpr double most_upright_growth = 1.5;
constexpr double most_heads = 1.25;
constexpr std::array<double, 6> upright_sizes{2.6, 2.3, 2, 1.7, 1.4, 1.2};

// How large a list is said, and in what form.
struct ListScale {
    double unit = 1;
    double larger = 1;
    RowForm form = RowForm::Beside;
};

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

struct Side {
    Contradiction side;
    Contradicting found;
};

ContradictionList list_in(ChromeInput const& input, Side const& side, ScreenRect const& area,
                          ListScale scale) {
    bool const below = scale.form == RowForm::Below;
    double const k = scale.unit * input.physical.hand_type * scale.larger;
    double const plain = (below ? upright_row_height : row_height) * k;
    double const widest = area.w / ((below ? narrowest_upright_row : narrowest_row) * k);
    ContradictionList list;
    list.plain = scale.larger;
    list.form = scale.form;
    list.side = side.side;
    list.area = area;
    // Heads stay below the board's own title, what explains them below the heads.
    double const heads = std::min(k, scale.unit * std::max(input.physical.hand_type, most_heads));
    list.head_size = layout::font_size_for_cap(head_cap) * heads;
    list.below_size = layout::font_size_for_cap(below_cap) * heads;
    double y = area.y + list.head_size * 1.1;
    list.head_line = y;
    bool const low = area.h < list.head_size * 1.6 + list.below_size * 2.2 + plain;
    y += list.below_size * (low ? 0.9 : 1.9);
    if (!low) {
        list.below_line = y;
        y += list.below_size * 1.4;
    }
    list.found = side.found;
    auto const& ids = list.found.listed;
    bool const note = !list.found.too_close.empty() || list.found.unjudged > 0;
    double const foot = note ? list.below_size * 3.6 : 0;
    double const left = std::max(0.0, area.bottom() - foot - y);
    double const count = std::max(1.0, static_cast<double>(ids.size()));
    list.growth = std::clamp(std::min(left / plain / count, widest), 1.0,
                             below ? most_upright_growth : most_growth);
    double const high = plain * list.growth;
    list.growth *= scale.larger;
    auto const room = static_cast<std::size_t>(left / high);
    std::size_t const shown = ids.size() <= room ? ids.size() : std::max<std::size_t>(room, 1) - 1;
    for (std::size_t i = 0; i < shown; ++i, y += high)
        list.rows.push_back({ids[i], {area.x, y, area.w, high}});
    list.more = ids.size() - shown;
    double const line = row_height * k;
    list.rest_line = std::min(y + line * 0.5, area.bottom() - foot - line * 0.1);
    bool const rest = list.more > 0 || list.rows.empty();
    if (note)
        list.close_line =
            std::min(rest ? list.rest_line + list.below_size * 1.9 : y + list.below_size * 2.2,
                     area.bottom() - list.below_size * 1.6);
    place_close(list, (rest ? list.rest_line : y) + line * 0.4, plain);
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

bool ContradictionList::whole() const {
    return more == 0 && (close_head > 0 || found.too_close.empty());
}

double ContradictionList::end() const {
    double last = std::max(below_line, head_line);
    for (auto const* all : {&rows, &close_rows}) {
        for (ContradictionRow const& row : *all)
            last = std::max(last, row.rect.bottom());
    }
    if (rows.empty()) last = std::max(last, rest_line);
    return close_line > 0 ? std::max(last, close_line + 1.8 * below_size) : last;
}

namespace {

// One below the other, as large as both have room for; none where one of them has not.
std::vector<ContradictionList> upright_lists(ChromeInput const& input,
                                             std::array<Side, 2> const& sides,
                                             ScreenRect const& area, double unit) {
    double const gap = lists_gap * unit;
    for (double const larger : upright_sizes) {
        // Type that hands already read large has less to grow.
        ListScale const scale{unit, std::max(1.0, larger / input.physical.hand_type),
                              RowForm::Below};
        auto first = list_in(input, sides[0], area, scale);
        first.area.h = first.end() - area.y;
        double const top = first.area.bottom() + gap;
        ScreenRect const below{area.x, top, area.w, std::max(1.0, area.bottom() - top)};
        auto second = list_in(input, sides[1], below, scale);
        if (first.whole() && second.whole() && second.end() <= area.bottom())
            return {std::move(first), std::move(second)};
    }
    return {};
}

}  // namespace

std::vector<ContradictionList> contradiction_lists(ChromeInput const& input, ScreenRect const& area,
                                                   double unit) {
    std::array<Side, 2> const sides{
        Side{Contradiction::GoodScoreBrokenPromise,
             contradictions(input, Contradiction::GoodScoreBrokenPromise)},
        Side{Contradiction::KeptPromisePoorScore,
             contradictions(input, Contradiction::KeptPromisePoorScore)}};
    if (area.h > upright * area.w) {
        auto lists = upright_lists(input, sides, area, unit);
        if (!lists.empty()) return lists;
    }
    double const gap = lists_gap * unit;
    double const wide = (area.w - gap) / 2;
    bool const tall = wide < narrowest_list * unit * input.physical.hand_type && area.h > area.w;
    ScreenRect first{area.x, area.y, wide, area.h};
    ScreenRect second{area.x + wide + gap, area.y, wide, area.h};
    if (tall || area.h > upright * area.w) {
        double const high = (area.h - gap) / 2;
        first = {area.x, area.y, area.w, high};
        second = {area.x, area.y + high + gap, area.w, high};
    }
    return {list_in(input, sides[0], first, {unit}), list_in(input, sides[1], second, {unit})};
}

}  // namespace scene
