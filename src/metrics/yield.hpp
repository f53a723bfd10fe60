// Rolled throughput yield: the share of customers who get every promise of a path kept, and its
// interval. Knows nothing of stages or rooms. Called by room_yields for each stage and journey.
#pragma once

#include <optional>

#include "metrics/interval.hpp"

namespace metrics {

struct Yield {
    std::optional<double> rty;  // empty: nothing on the path is measured
    std::optional<Interval> interval;
    std::optional<double> normalised;  // rty to the power of 1 / measured
    int measured = 0;
    int of = 0;
};

// The logarithm of a product of shares; one logarithm for many factors, because a room has a
// hundred thousand of them. A path of thousands underflows as a product and not as a sum.
class LogProduct {
public:
    void times(double factor);
    void times(LogProduct const& part);
    double value() const;

private:
    double m_sum = 0;
    double m_part = 1;
};

// Adds up a path touchpoint by touchpoint: RTY = product of 1 - e(1 - R), e the share of customers
// who meet it. The parts not measured are left out of the product and said in `of`; independence is
// assumed.
class RolledYield {
public:
    void add_measured(double exposure, Proportion kept);
    void add_unmeasured() { ++m_of; }
    void add(RolledYield const& part);  // of the same path, with other touchpoints
    Yield result() const;

private:
    double m_product = 1;
    LogProduct m_log_product;
    LogProduct m_log_smoothed;  // with p = (k + 0.5) / (n + 1), so that k = 0 has a bound
    double m_variance = 0;      // of the logarithm
    int m_measured = 0;
    int m_of = 0;
};

// Yields as people say them: a whole number of 100, never 100 unless the yield is 1, never 0 unless
// it is 0.
int shown_of_hundred(double share);

// Defects per million opportunities, and the sigma level with the customary shift of 1.5: the
// expert view only.
double defects_per_million(std::int64_t defects, std::int64_t units, std::int64_t opportunities);
// Empty at 0 and at a million, where the level is not a number.
std::optional<double> sigma_level(double defects_per_million);

}  // namespace metrics
