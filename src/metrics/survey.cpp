#include "metrics/survey.hpp"

#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <numeric>

namespace metrics {
namespace {

std::int64_t total(NpsCounts const& counts) {
    return counts.promoters + counts.passives + counts.detractors;
}

template <std::size_t Size>
std::int64_t sum(std::array<std::int64_t, Size> const& answers, std::size_t first,
                 std::size_t last) {
    std::int64_t result = 0;
    for (std::size_t i = first; i <= last; ++i)
        result += answers[i - 1];
    return result;
}

}  // namespace

std::optional<Nps> net_promoters(NpsCounts const& counts) {
    std::int64_t const answers = total(counts);
    if (answers < least_answers) return std::nullopt;
    auto const n = static_cast<double>(answers);
    double const p = static_cast<double>(counts.promoters) / n;
    double const d = static_cast<double>(counts.detractors) / n;
    return Nps{100 * (p - d), 100 * std::sqrt((p + d - (p - d) * (p - d)) / n)};
}

std::optional<NpsChange> nps_change(NpsCounts const& before, NpsCounts const& after) {
    auto const old_score = net_promoters(before);
    auto const new_score = net_promoters(after);
    if (!old_score || !new_score) return std::nullopt;
    NpsChange change;
    change.points = new_score->points - old_score->points;
    change.reach = z95 * std::hypot(old_score->standard_error, new_score->standard_error);
    change.signal = std::abs(change.points) > change.reach;
    return change;
}

std::optional<Satisfaction> csat(std::array<std::int64_t, 5> const& answers) {
    std::int64_t const n = sum(answers, 1, 5);
    if (n < least_answers) return std::nullopt;
    std::int64_t const satisfied = sum(answers, 4, 5);
    return Satisfaction{static_cast<double>(satisfied) / static_cast<double>(n),
                        wilson(satisfied, n)};
}

std::optional<Effort> customer_effort(std::array<std::int64_t, 7> const& answers) {
    std::int64_t const count = sum(answers, 1, 7);
    if (count < least_answers) return std::nullopt;
    auto const n = static_cast<double>(count);
    Effort effort;
    for (std::size_t i = 1; i <= answers.size(); ++i)
        effort.mean += static_cast<double>(i) * static_cast<double>(answers[i - 1]) / n;
    effort.easy_5_to_7 = static_cast<double>(sum(answers, 5, 7)) / n;
    effort.easy_6_or_7 = static_cast<double>(sum(answers, 6, 7)) / n;
    effort.net = 100 * static_cast<double>(sum(answers, 6, 7) - sum(answers, 1, 3)) / n;
    return effort;
}

std::optional<Interval> t_interval(MeanSample const& sample) {
    if (sample.n < 2) return std::nullopt;
    auto const n = static_cast<double>(sample.n);
    boost::math::students_t_distribution<double> const t(n - 1);
    double const reach = boost::math::quantile(t, 0.975) * sample.sd / std::sqrt(n);
    return Interval{sample.mean - reach, sample.mean + reach};
}

std::optional<HitRate> hit_rate(Proportion chosen) {
    if (chosen.n <= 0) return std::nullopt;
    return HitRate{static_cast<double>(chosen.k) / static_cast<double>(chosen.n),
                   wilson(chosen.k, chosen.n)};
}

}  // namespace metrics
