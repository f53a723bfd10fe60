#include "metrics/priority.hpp"

namespace metrics {
namespace {

std::optional<double> weighted(std::optional<double> a, std::optional<double> b,
                               std::optional<double> c) {
    if (!a || !b || !c) return std::nullopt;
    return 0.5 * *a + 0.3 * *b + 0.2 * *c;
}

std::optional<double> over(double value, std::optional<double> size) {
    if (!size || !(*size > 0)) return std::nullopt;
    return value / *size;
}

}  // namespace

BenefitCost benefit_cost(BenefitScores const& scores) {
    BenefitCost result;
    result.benefit = weighted(scores.customer_benefit, scores.reach, scores.fit);
    result.cost = weighted(scores.cost, scores.effort, scores.risk);
    bool const some_effort = scores.effort && *scores.effort > 0;
    if (result.benefit && result.cost && some_effort)
        result.ratio = over(*result.benefit, result.cost);
    return result;
}

std::optional<double> rice(RiceScores const& scores) {
    return over(scores.reach * scores.impact * scores.confidence, scores.effort);
}

std::optional<double> wsjf(WsjfScores const& scores) {
    return over(scores.value + scores.time_criticality + scores.risk_reduction, scores.size);
}

std::int64_t pain(std::int64_t broken_promises, int severity) {
    return broken_promises * severity;
}

}  // namespace metrics
