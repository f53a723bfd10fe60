// Effort where it is given (metrics 2.13): what customers had to do for one outcome, at each
// touchpoint in a period. Counts of contacts and minutes are never added up: the wall shows one
// measure at a time. Called by room_figures and scene.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "metrics/freshness.hpp"
#include "model/room.hpp"

namespace metrics {

struct EffortFigure {
    model::TouchpointId touchpoint;
    model::EffortMeasure measure = model::EffortMeasure::Contacts;
    double value = 0;               // a customer and outcome
    std::optional<std::int64_t> n;  // outcomes
    int rows_without_n = 0;         // left out of the mean where any row has an n
    Expiry expiry;                  // of the rows' sources: the last row of each counts
    friend bool operator==(EffortFigure const&, EffortFigure const&) = default;
};

// Every measure of every touchpoint that has rows within the period, by touchpoint, then by
// measure. Several rows are one mean, weighted by their n: rows without one are left out, as nobody
// knows what they weigh. Where no row has an n it is their plain mean, and n is unknown.
std::vector<EffortFigure> efforts_in(model::Room const& room, base::Period period);

// The measure that most touchpoints give, the earlier of equals; nothing where none is given.
std::optional<model::EffortMeasure> shown_measure(std::span<EffortFigure const> efforts);

// Those of one measure.
std::vector<EffortFigure> only(std::span<EffortFigure const> efforts, model::EffortMeasure measure);

}  // namespace metrics
