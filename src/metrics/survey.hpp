// Survey figures from whole distributions: NPS with its error (Cybaea), CSAT as the share of 4s and
// 5s (Wilson), customer effort from 1 to 7 in its variants, means with Student's t. Counts in,
// figures out; knows no rooms. Under 30 answers there are counts only. Called by the survey reader
// and by whoever shows answers.
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "metrics/interval.hpp"

namespace metrics {

inline constexpr std::int64_t least_answers = 30;

// 9-10, 7-8 and 0-6 of eleven.
struct NpsCounts {
    std::int64_t promoters = 0, passives = 0, detractors = 0;
};

struct Nps {
    double points = 0;          // -100..100
    double standard_error = 0;  // points: 100 sqrt((p + d - (p - d)2) / n)
    double reach() const { return z95 * standard_error; }
};

// Empty under 30 answers.
std::optional<Nps> net_promoters(NpsCounts const& counts);

struct NpsChange {
    double points = 0;
    double reach = 0;
    bool signal = false;  // larger than its reach
};
std::optional<NpsChange> nps_change(NpsCounts const& before, NpsCounts const& after);

// 4s and 5s of answers from 1 to 5.
struct Satisfaction {
    double share = 0;
    Interval interval;
};
std::optional<Satisfaction> csat(std::array<std::int64_t, 5> const& answers);

// Vendors differ in what they call CES, so each formula is given by itself; shares 0..1.
struct Effort {
    double mean = 0;
    double easy_5_to_7 = 0;
    double easy_6_or_7 = 0;
    double net = 0;  // points: (6-7) - (1-3)
};
std::optional<Effort> customer_effort(std::array<std::int64_t, 7> const& answers);

// The mean's 95 % interval by Student's t; empty under two answers.
struct MeanSample {
    double mean = 0;
    double sd = 0;
    std::int64_t n = 0;
};
std::optional<Interval> t_interval(MeanSample const& sample);

// How often an adjective was chosen, of all answers; empty without answers.
struct HitRate {
    double share = 0;
    Interval interval;
};
std::optional<HitRate> hit_rate(Proportion chosen);

}  // namespace metrics
