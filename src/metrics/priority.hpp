// What to do first: benefit against cost (our weights), RICE (Intercom), WSJF (SAFe). Scores in,
// ratios out. What is not known is not ranked. Knows no initiatives. Called by the boards.
#pragma once

#include <cstdint>
#include <optional>

namespace metrics {

// Each 0..10.
struct BenefitScores {
    std::optional<double> customer_benefit, reach, fit, cost, effort, risk;
};

struct BenefitCost {
    std::optional<double> benefit;  // .5 customer benefit + .3 reach + .2 fit
    std::optional<double> cost;     // .5 cost + .3 effort + .2 risk
    std::optional<double> ratio;    // empty when something is unknown, or the effort is 0
};
BenefitCost benefit_cost(BenefitScores const& scores);

// Reach (people in the period) x impact x confidence (0..1) / effort (person-months).
struct RiceScores {
    double reach = 0, impact = 0, confidence = 0;
    std::optional<double> effort;
};
std::optional<double> rice(RiceScores const& scores);

// (Value + time criticality + risk reduction) / size.
struct WsjfScores {
    double value = 0, time_criticality = 0, risk_reduction = 0;
    std::optional<double> size;
};
std::optional<double> wsjf(WsjfScores const& scores);

// Broken promises by how much one hurts, 1 to 3.
std::int64_t pain(std::int64_t broken_promises, int severity);

}  // namespace metrics
