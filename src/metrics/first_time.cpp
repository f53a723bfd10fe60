#include "metrics/first_time.hpp"

#include <algorithm>
#include <tuple>

namespace metrics {
namespace {

FirstTime with_rate(FirstTime result) {
    if (result.good.n == 0) return result;
    result.rate = static_cast<double>(result.good.k) / static_cast<double>(result.good.n);
    result.interval = wilson(result.good.k, result.good.n);
    return result;
}

bool has_run(base::Date day, base::Date now) {
    return now.days - day.days >= days_to_prove;
}

// 1970-01-01 was a Thursday; Monday is 0.
int weekday(std::int32_t day) {
    return static_cast<int>(((static_cast<std::int64_t>(day) + 3) % 7 + 7) % 7);
}

}  // namespace

FirstTime first_contact_resolution(std::vector<Contact> contacts, base::Date now) {
    std::sort(contacts.begin(), contacts.end(), [](Contact const& a, Contact const& b) {
        return std::tie(a.matter, a.day) < std::tie(b.matter, b.day);
    });
    FirstTime result;
    for (std::size_t i = 0; i < contacts.size(); ++i) {
        if (!has_run(contacts[i].day, now)) {
            ++result.pending;
            continue;
        }
        ++result.good.n;
        bool const repeated = i + 1 < contacts.size() &&
                              contacts[i + 1].matter == contacts[i].matter &&
                              contacts[i + 1].day.days - contacts[i].day.days <= days_to_prove;
        if (!repeated) ++result.good.k;
    }
    return with_rate(result);
}

FirstTime right_first_time(std::span<Job const> jobs, base::Date now) {
    FirstTime result;
    for (Job const& job : jobs) {
        if (!has_run(job.done, now)) {
            ++result.pending;
            continue;
        }
        ++result.good.n;
        if (!job.redone) ++result.good.k;
    }
    return with_rate(result);
}

int working_days(base::Date from, base::Date to) {
    if (to.days <= from.days) return 0;
    int const span = to.days - from.days;
    int count = span / 7 * 5;
    for (int day = 1; day <= span % 7; ++day) {
        if (weekday(from.days + day) < 5) ++count;
    }
    return count;
}

FirstTime loop_rate(std::span<Case const> cases, base::Date now) {
    FirstTime result;
    for (Case const& each : cases) {
        base::Date const until = each.answered.value_or(now);
        bool const in_time = working_days(each.asked, until) <= working_days_to_answer;
        if (!each.answered && in_time) {
            ++result.pending;
            continue;
        }
        ++result.good.n;
        if (each.answered && in_time) ++result.good.k;
    }
    return with_rate(result);
}

}  // namespace metrics
