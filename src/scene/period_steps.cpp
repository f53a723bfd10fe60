#include "scene/period_steps.hpp"

namespace scene {

std::optional<base::Period> strip_months(std::optional<base::Period> observed, base::Period asked) {
    if (!observed) return std::nullopt;
    base::Period last = base::month_of(observed->last);
    base::Period first = base::month_after(last, 1 - strip_length);
    if (asked.first < first.first) {
        first = base::month_of(asked.first);
        last = base::month_after(first, strip_length - 1);
    }
    return base::Period{first.first, last.last};
}

std::optional<base::Period> step_period(std::optional<base::Period> observed, base::Period from,
                                        int step) {
    if (!observed) return std::nullopt;
    base::Period next;
    if (base::is_month(from)) {
        next = base::month_after(from, step);
    } else if (base::is_quarter(from)) {
        next = base::quarter_of(base::month_after(base::month_of(from.first), 3 * step).first);
    } else {
        next = step < 0 ? base::quarter_of(base::Date{from.first.days - 1})
                        : base::quarter_of(base::Date{from.last.days + 1});
    }
    if (!base::overlaps(next, *observed)) return std::nullopt;
    return next;
}

base::Period other_grain(base::Period period) {
    return base::is_month(period) ? base::quarter_of(period.first) : base::month_of(period.last);
}

}  // namespace scene
