#include "metrics/differentiation.hpp"

#include <cmath>

namespace metrics {
namespace {

constexpr std::int64_t least_sample = 30;

std::optional<double> variance_of_mean(ScoreSample const& sample) {
    if (!sample.sd || !sample.n || *sample.n < least_sample) return std::nullopt;
    return *sample.sd * *sample.sd / static_cast<double>(*sample.n);
}

}  // namespace

RelativeGap relative_gap(ScoreSample const& own, ScoreSample const& rival) {
    RelativeGap gap;
    gap.points = 10 * (own.mean - rival.mean);
    auto const own_variance = variance_of_mean(own);
    auto const rival_variance = variance_of_mean(rival);
    if (!own_variance || !rival_variance) return gap;
    double const reach = z95 * 10 * std::sqrt(*own_variance + *rival_variance);
    gap.bounds = Interval{gap.points - reach, gap.points + reach};
    gap.position = gap.bounds->lower > 0   ? Position::Lead
                   : gap.bounds->upper < 0 ? Position::Lag
                                           : Position::Parity;
    return gap;
}

Claim claim_of(ClaimInput const& input) {
    bool const delights =
        input.kano == KanoClass::Attractive || input.kano == KanoClass::OneDimensional;
    bool const stands_out = input.position == Position::Lead && input.expectation_gap &&
                            *input.expectation_gap > 0 && delights;
    if (!stands_out) return Claim::None;
    switch (input.state) {
        case PromiseState::Kept:
        case PromiseState::OnTheLine:
            return Claim::Memory;
        case PromiseState::Broken:
        case PromiseState::Unproven:
            return Claim::Locked;
        case PromiseState::Thin:
        case PromiseState::NoData:
            break;
    }
    return Claim::None;
}

std::optional<Quadrant> quadrant_of(GridInput const& input) {
    if (!input.position || !input.weight_percent) return std::nullopt;
    constexpr double rounding = 1e-9;
    double const times_mean =
        *input.weight_percent * static_cast<double>(input.weighted_touchpoints);
    bool const important = times_mean >= 100 - rounding;
    switch (*input.position) {
        case Position::Parity:
            return Quadrant::OnTheLine;
        case Position::Lag:
            return important ? Quadrant::ConcentrateHere : Quadrant::LowPriority;
        case Position::Lead:
            break;
    }
    if (important) return Quadrant::KeepUp;
    return input.kano == KanoClass::Attractive ? Quadrant::Signature : Quadrant::PossibleOverkill;
}

void WeightedQuality::add(double weight, double own, double rival) {
    m_weights += weight;
    m_gaps += weight * 10 * (own - rival);
    if (rival > 0) {
        m_ratios += weight * own / rival;
    } else {
        m_ratio_known = false;
    }
}

std::optional<double> WeightedQuality::index() const {
    if (m_weights <= 0) return std::nullopt;
    return m_gaps / m_weights;
}

std::optional<double> WeightedQuality::ratio() const {
    if (m_weights <= 0 || !m_ratio_known) return std::nullopt;
    return m_ratios / m_weights;
}

}  // namespace metrics
