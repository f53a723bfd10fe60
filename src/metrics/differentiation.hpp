// How a touchpoint stands against the best rival and against what customers expect; the
// importance-performance grid; the importance-weighted index of a journey (Gale's relative,
// weighted quality). Scores are 0..10. Knows nothing of rooms. Called by room_scores.
#pragma once

#include <cstdint>
#include <optional>

#include "metrics/interval.hpp"
#include "metrics/kano.hpp"
#include "metrics/promise_state.hpp"

namespace metrics {

struct ScoreSample {
    double mean = 0;
    std::optional<double> sd;
    std::optional<std::int64_t> n;
};

struct RelativeGap {
    double points = 0;               // of 100: 10 x (own - rival)
    std::optional<Interval> bounds;  // empty when a sample's spread or size is unknown or under 30
    std::optional<Position> position;
};

RelativeGap relative_gap(ScoreSample const& own, ScoreSample const& rival);

// A memory is a lead that delights and is kept; locked is the same but broken or unproven: the
// reliability must be put right first. Thin or missing results claim nothing.
enum class Claim { None, Memory, Locked };

struct ClaimInput {
    std::optional<Position> position;
    std::optional<double> expectation_gap;  // own - expected
    std::optional<KanoClass> kano;
    PromiseState state = PromiseState::NoData;
};

Claim claim_of(ClaimInput const& input);

// The grid (Martilla and James 1977) with its crosshair at the rival's level and at the mean weight
// 1 / m.
struct GridInput {
    std::optional<Position> position;
    std::optional<double> weight_percent;
    std::int64_t weighted_touchpoints = 0;  // m
    std::optional<KanoClass> kano;
};

std::optional<Quadrant> quadrant_of(GridInput const& input);

// Index (points of 100) and quality ratio over touchpoints that have weight, own and rival score;
// the weights need not sum to 1.
class WeightedQuality {
public:
    void add(double weight, double own, double rival);
    std::optional<double> index() const;
    std::optional<double> ratio() const;

private:
    double m_weights = 0;
    double m_gaps = 0;
    double m_ratios = 0;
    bool m_ratio_known = true;  // a rival at 0 has no ratio
};

}  // namespace metrics
