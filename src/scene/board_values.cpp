#include "scene/board_values.hpp"

#include <algorithm>
#include <array>

namespace scene {
namespace {

using metrics::PromiseState;
using metrics::TouchpointFigures;

bool on_the_line(TouchpointFigures const& f) {
    return f.position == metrics::Position::Parity;
}

std::optional<GridValue> importance_value(model::TouchpointId id, TouchpointFigures const& f) {
    if (!f.importance || !f.relative_gap || !f.position) return std::nullopt;
    double const weight = *f.importance * 100;
    return GridValue{id,
                     on_the_line(f) ? 0 : *f.relative_gap,
                     weight,
                     weight * (f.position == metrics::Position::Lag ? 2 : 1),
                     on_the_line(f) ? OnLine::Upright : OnLine::No,
                     f.quadrant == metrics::Quadrant::Signature};
}

bool is_judged(TouchpointFigures const& f) {
    return f.state == PromiseState::Kept || f.state == PromiseState::OnTheLine ||
           f.state == PromiseState::Broken || f.state == PromiseState::Unproven;
}

std::optional<GridValue> measures_value(model::TouchpointId id, TouchpointFigures const& f) {
    if (!is_judged(f) || !f.reliability || !f.target || !f.relative_gap || !f.position)
        return std::nullopt;
    bool const parted = f.state == PromiseState::Kept || f.state == PromiseState::Broken;
    return GridValue{id,
                     parted ? (*f.reliability - *f.target) * 100 : 0,
                     on_the_line(f) ? 0 : *f.relative_gap,
                     static_cast<double>(f.broken_promises.value_or(0)),
                     !parted          ? OnLine::Upright
                     : on_the_line(f) ? OnLine::Level
                                      : OnLine::No,
                     false};
}

bool asked_about(TouchpointFigures const& f) {
    return f.has_promise || f.own || f.importance;
}

// The first figure that keeps a touchpoint off a board.
enum class Missing { Weight, Promise, Few, Rival, Spread };
constexpr std::array<char const*, 5> missing_keys{"board.without-weight", "board.without-promise",
                                                  "board.too-few", "board.without-rival",
                                                  "board.without-spread"};
using MissingCounts = std::array<int, missing_keys.size()>;

Missing missing_of(Board board, TouchpointFigures const& f) {
    if (board == Board::Importance && !f.importance) return Missing::Weight;
    if (board == Board::Measures && f.state == PromiseState::Thin) return Missing::Few;
    if (board == Board::Measures && !is_judged(f)) return Missing::Promise;
    return f.relative_gap ? Missing::Spread : Missing::Rival;
}

std::string why_text(base::Catalogue const& catalogue, MissingCounts const& counts) {
    std::string text;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] == 0) continue;
        if (!text.empty()) text += ", ";
        text += catalogue.format(missing_keys[i], {std::to_string(counts[i])});
    }
    return text;
}

}  // namespace

std::vector<GridValue> grid_values(ChromeInput const& input, Board board, GridPlaces& places) {
    std::vector<GridValue> values;
    MissingCounts missing{};
    for (std::size_t i = 0; i < input.figures.touchpoints.size(); ++i) {
        TouchpointFigures const& f = input.figures.touchpoints[i];
        auto const value = board == Board::Importance ? importance_value(model::TouchpointId(i), f)
                                                      : measures_value(model::TouchpointId(i), f);
        if (value) {
            values.push_back(*value);
            places.signatures += value->signature ? 1 : 0;
            places.overkill += f.quadrant == metrics::Quadrant::PossibleOverkill ? 1 : 0;
        } else if (asked_about(f)) {
            ++places.left_out;
            ++missing[static_cast<std::size_t>(missing_of(board, f))];
        }
    }
    places.why_left_out = why_text(input.catalogue, missing);
    std::sort(values.begin(), values.end(), [&](GridValue const& a, GridValue const& b) {
        return a.rank != b.rank ? a.rank > b.rank
                                : input.room.at(a.touchpoint).key < input.room.at(b.touchpoint).key;
    });
    return values;
}

}  // namespace scene
