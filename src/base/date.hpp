// Civil dates and the periods that packs speak of: a month, a quarter or a range of days.
// Knows no clock: "now" is always an argument. Used by model, metrics, exchange, storage and scene.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace base {

// Days since 1970-01-01 in the proleptic Gregorian calendar.
struct Date {
    std::int32_t days = 0;
    friend auto operator<=>(Date const&, Date const&) = default;
};

struct CivilDate {
    int year = 1970;
    int month = 1;
    int day = 1;
};

Date to_date(CivilDate civil);
CivilDate to_civil(Date date);
int days_in_month(int year, int month);

// "2026-09-30" (year 0001..9999, real days only).
std::optional<Date> parse_date(std::string_view text);
std::string format_date(Date date);

// A span of whole days, both ends included.
struct Period {
    Date first;
    Date last;
    friend auto operator<=>(Period const&, Period const&) = default;
};

// The years 1 to 9999: no period is asked, and nothing is cut off.
inline constexpr Period any_time{{-719162}, {2932896}};

// "2026-09", "2026-Q3" or "2026-07-01/2026-09-30" (first <= last).
std::optional<Period> parse_period(std::string_view text);

// The shortest of the three forms that says the span: a full month, a full quarter, else a range.
std::string format_period(Period period);

bool lies_within(Period inner, Period outer);
bool overlaps(Period a, Period b);

// Whole months: exactly one calendar month / exactly one calendar quarter.
bool is_month(Period period);
bool is_quarter(Period period);
Period month_of(Date date);
Period quarter_of(Date date);
// The month `count` months after the month that holds `period.first` (negative: before).
Period month_after(Period month, int count);

}  // namespace base
