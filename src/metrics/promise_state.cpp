#include "metrics/promise_state.hpp"

namespace metrics {
namespace {

constexpr std::int64_t thin_below = 30;
constexpr double narrow_width = 0.04;

}  // namespace

std::string_view word(PromiseState state) {
    switch (state) {
        case PromiseState::Kept:
            return "KEPT";
        case PromiseState::OnTheLine:
            return "ON THE LINE";
        case PromiseState::Broken:
            return "BROKEN";
        case PromiseState::Unproven:
            return "UNPROVEN";
        case PromiseState::Thin:
            return "THIN";
        case PromiseState::NoData:
            break;
    }
    return "NO DATA";
}

// The band of `materiality_pp` exists because at tens of thousands of promises a miss of 0.4 points
// is statistically certain and means nothing to anybody.
PromiseState promise_state(std::int64_t kept, std::int64_t due, double target,
                           double materiality_pp) {
    if (due <= 0) return PromiseState::NoData;
    return promise_state(wilson(kept, due), due, target, materiality_pp);
}

PromiseState promise_state(Interval bounds, std::int64_t due, double target,
                           double materiality_pp) {
    if (due <= 0) return PromiseState::NoData;
    if (due < thin_below) return PromiseState::Thin;
    if (bounds.lower >= target) return PromiseState::Kept;
    if (bounds.upper < target - materiality_pp / 100) return PromiseState::Broken;
    return bounds.upper - bounds.lower <= narrow_width ? PromiseState::OnTheLine
                                                       : PromiseState::Unproven;
}

std::optional<double> coverage(std::int64_t known, std::int64_t unknown) {
    double const all = static_cast<double>(known) + static_cast<double>(unknown);
    if (all <= 0) return std::nullopt;
    return static_cast<double>(known) / all;
}

std::string_view word(Position position) {
    switch (position) {
        case Position::Lead:
            return "LEAD";
        case Position::Parity:
            return "PARITY";
        case Position::Lag:
            break;
    }
    return "LAG";
}

std::string_view word(Quadrant quadrant) {
    switch (quadrant) {
        case Quadrant::ConcentrateHere:
            return "concentrate here";
        case Quadrant::KeepUp:
            return "keep up";
        case Quadrant::LowPriority:
            return "low priority";
        case Quadrant::PossibleOverkill:
            return "possible overkill";
        case Quadrant::Signature:
            return "signature";
        case Quadrant::OnTheLine:
            break;
    }
    return "on the line";
}

}  // namespace metrics
