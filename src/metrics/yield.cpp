#include "metrics/yield.hpp"

#include <algorithm>
#include <boost/math/special_functions/erf.hpp>
#include <cassert>
#include <cmath>
#include <numbers>

namespace metrics {

void LogProduct::times(double factor) {
    m_part *= factor;
    // Factors are at most 1. A zero stays a zero, whose logarithm is minus infinity.
    if (m_part >= 1e-100 || m_part == 0) return;
    m_sum += std::log(m_part);
    m_part = 1;
}

void LogProduct::times(LogProduct const& part) {
    m_sum += part.m_sum;
    times(part.m_part);
}

double LogProduct::value() const {
    return m_sum + std::log(m_part);
}

void RolledYield::add_measured(double exposure, Proportion kept) {
    assert(kept.n > 0);
    auto const n = static_cast<double>(kept.n);
    auto const k = static_cast<double>(kept.k);
    double const e = std::clamp(exposure, 0.0, 1.0);
    double const factor = 1 - e * ((n - k) / n);
    double const p = (k + 0.5) / (n + 1);
    double const smoothed = 1 - e * (1 - p);
    m_product *= factor;
    m_log_product.times(factor);
    m_log_smoothed.times(smoothed);
    m_variance += e / smoothed * (e / smoothed) * p * (1 - p) / n;
    ++m_measured;
    ++m_of;
}

void RolledYield::add(RolledYield const& part) {
    m_product *= part.m_product;
    m_log_product.times(part.m_log_product);
    m_log_smoothed.times(part.m_log_smoothed);
    m_variance += part.m_variance;
    m_measured += part.m_measured;
    m_of += part.m_of;
}

Yield RolledYield::result() const {
    Yield yield;
    yield.measured = m_measured;
    yield.of = m_of;
    if (m_measured == 0) return yield;
    double const reach = z95 * std::sqrt(m_variance);
    double const log_product = m_log_product.value();
    double const top = std::isinf(log_product) ? m_log_smoothed.value() : log_product;
    yield.rty = m_product;
    yield.normalised = std::exp(log_product / m_measured);
    yield.interval = Interval{m_product * std::exp(-reach),
                              std::max(m_product, std::min(1.0, std::exp(top + reach)))};
    return yield;
}

int shown_of_hundred(double share) {
    if (share <= 0) return 0;
    if (share >= 1) return 100;
    return std::clamp(static_cast<int>(std::lround(share * 100)), 1, 99);
}

double defects_per_million(std::int64_t defects, std::int64_t units, std::int64_t opportunities) {
    return 1e6 * static_cast<double>(defects) /
           (static_cast<double>(units) * static_cast<double>(opportunities));
}

std::optional<double> sigma_level(double defects_per_million) {
    double const share = defects_per_million / 1e6;
    if (!(share > 0 && share < 1)) return std::nullopt;
    return std::numbers::sqrt2 * boost::math::erfc_inv(2 * share) + 1.5;
}

}  // namespace metrics
