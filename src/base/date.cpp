#include "base/date.hpp"

#include <chrono>

namespace base {
namespace {

// A run of exactly `digits` decimal digits.
std::optional<int> number(std::string_view text, std::size_t digits) {
    if (text.size() != digits) return std::nullopt;
    int value = 0;
    for (char const c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

std::string year_text(int year) {
    std::string const text = std::to_string(year);
    return std::string(text.size() < 4 ? 4 - text.size() : 0, '0') + text;
}

std::string two_digits(int value) {
    return (value < 10 ? "0" : "") + std::to_string(value);
}

std::optional<int> parse_year(std::string_view text) {
    auto const year = number(text, 4);
    return year && *year >= 1 ? year : std::nullopt;
}

Period months(int year, int first_month, int count) {
    int const last_month = first_month + count - 1;
    return {to_date({year, first_month, 1}),
            to_date({year, last_month, days_in_month(year, last_month)})};
}

}  // namespace

int days_in_month(int year, int month) {
    constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool const leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[month - 1];
}

Date to_date(CivilDate civil) {
    namespace c = std::chrono;
    c::sys_days const days{c::year(civil.year) / c::month(static_cast<unsigned>(civil.month)) /
                           c::day(static_cast<unsigned>(civil.day))};
    return {static_cast<std::int32_t>(days.time_since_epoch().count())};
}

CivilDate to_civil(Date date) {
    namespace c = std::chrono;
    c::year_month_day const ymd{c::sys_days{c::days{date.days}}};
    return {static_cast<int>(ymd.year()), static_cast<int>(static_cast<unsigned>(ymd.month())),
            static_cast<int>(static_cast<unsigned>(ymd.day()))};
}

std::optional<Date> parse_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    auto const year = parse_year(text.substr(0, 4));
    auto const month = number(text.substr(5, 2), 2);
    auto const day = number(text.substr(8, 2), 2);
    if (!year || !month || !day || *month < 1 || *month > 12) return std::nullopt;
    if (*day < 1 || *day > days_in_month(*year, *month)) return std::nullopt;
    return to_date({*year, *month, *day});
}

std::string format_date(Date date) {
    CivilDate const c = to_civil(date);
    return year_text(c.year) + "-" + two_digits(c.month) + "-" + two_digits(c.day);
}

std::optional<Period> parse_period(std::string_view text) {
    if (text.size() == 21 && text[10] == '/') {
        auto const first = parse_date(text.substr(0, 10));
        auto const last = parse_date(text.substr(11));
        if (!first || !last || *last < *first) return std::nullopt;
        return Period{*first, *last};
    }
    if (text.size() != 7 || text[4] != '-') return std::nullopt;
    auto const year = parse_year(text.substr(0, 4));
    if (!year) return std::nullopt;
    if (text[5] == 'Q') {
        auto const quarter = number(text.substr(6), 1);
        if (!quarter || *quarter < 1 || *quarter > 4) return std::nullopt;
        return months(*year, *quarter * 3 - 2, 3);
    }
    auto const month = number(text.substr(5), 2);
    if (!month || *month < 1 || *month > 12) return std::nullopt;
    return months(*year, *month, 1);
}

std::string format_period(Period period) {
    CivilDate const first = to_civil(period.first);
    if (is_month(period)) return year_text(first.year) + "-" + two_digits(first.month);
    if (is_quarter(period)) {
        return year_text(first.year) + "-Q" + std::to_string((first.month + 2) / 3);
    }
    return format_date(period.first) + "/" + format_date(period.last);
}

bool lies_within(Period inner, Period outer) {
    return inner.first >= outer.first && inner.last <= outer.last;
}

bool overlaps(Period a, Period b) {
    return a.first <= b.last && b.first <= a.last;
}

bool is_month(Period period) {
    return period == month_of(period.first);
}

bool is_quarter(Period period) {
    return period == quarter_of(period.first);
}

Period month_of(Date date) {
    CivilDate const c = to_civil(date);
    return months(c.year, c.month, 1);
}

Period quarter_of(Date date) {
    CivilDate const c = to_civil(date);
    return months(c.year, (c.month - 1) / 3 * 3 + 1, 3);
}

Period month_after(Period month, int count) {
    CivilDate const c = to_civil(month.first);
    int const index = c.year * 12 + c.month - 1 + count;
    return months(index / 12, index % 12 + 1, 1);
}

}  // namespace base
