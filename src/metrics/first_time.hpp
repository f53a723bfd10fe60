// Right at the first time: contacts that settle their matter and jobs that need no second one, the
// days that must pass before either is known left out as pending; answers to customers within
// working days. Days in, counts out; knows no rooms. Formulas are our convention (README
// "Figures").
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/date.hpp"
#include "metrics/interval.hpp"

namespace metrics {

inline constexpr int days_to_prove = 7;

struct FirstTime {
    Proportion good;           // of those whose days have run
    std::int64_t pending = 0;  // the last days: not good, not bad
    std::optional<double> rate;
    std::optional<Interval> interval;
};

// A contact about a matter (one customer's one concern).
struct Contact {
    std::uint64_t matter = 0;
    base::Date day;
};
// No repeat on the same matter within 7 days. A second contact on the same day is a repeat. `now`
// is the first day not in the data.
FirstTime first_contact_resolution(std::vector<Contact> contacts, base::Date now);

// A job done, and the first rework, correction or return it caused.
struct Job {
    base::Date done;
    std::optional<base::Date> redone;
};
FirstTime right_first_time(std::span<Job const> jobs, base::Date now);

inline constexpr int working_days_to_answer = 5;

// Monday to Friday between two days, the first one not counted.
int working_days(base::Date from, base::Date to);

struct Case {
    base::Date asked;
    std::optional<base::Date> answered;
};
// Answered within 5 working days / cases due; overdue and open is not answered, not yet due is
// pending.
FirstTime loop_rate(std::span<Case const> cases, base::Date now);

}  // namespace metrics
