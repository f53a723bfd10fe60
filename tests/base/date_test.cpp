#include "base/date.hpp"

#include <doctest/doctest.h>

using base::parse_date;
using base::parse_period;

TEST_CASE("every day from 1900 to 2100 survives a round trip through its text") {
    for (std::int32_t day = base::to_date({1900, 1, 1}).days;
         day <= base::to_date({2100, 12, 31}).days; ++day) {
        base::Date const date{day};
        REQUIRE(parse_date(base::format_date(date)) == date);
    }
}

TEST_CASE("only real days are dates") {
    CHECK(parse_date("2024-02-29").has_value());
    for (char const* wrong :
         {"2023-02-29", "2024-13-01", "2024-00-10", "2024-04-31", "2024-4-01", "0000-01-01",
          " 2024-01-01", "2024-01-01 ", "2024/01/01", "24-01-01", "-024-01-01", ""}) {
        INFO(wrong);
        CHECK_FALSE(parse_date(wrong).has_value());
    }
}

TEST_CASE("a period is a month, a quarter or a range, and is written in its shortest form") {
    CHECK(base::format_period(*parse_period("2026-09")) == "2026-09");
    CHECK(base::format_period(*parse_period("2026-Q3")) == "2026-Q3");
    CHECK(base::format_period(*parse_period("2026-07-01/2026-09-30")) == "2026-Q3");
    CHECK(base::format_period(*parse_period("2026-02-01/2026-02-28")) == "2026-02");
    CHECK(base::format_period(*parse_period("2026-07-02/2026-09-30")) == "2026-07-02/2026-09-30");
    for (char const* wrong : {"2026", "2026-Q5", "2026-Q0", "2026-13", "2026-09-30/2026-07-01",
                              "2026-q3", "2026-07-01/", ""}) {
        INFO(wrong);
        CHECK_FALSE(parse_period(wrong).has_value());
    }
}

TEST_CASE("months and quarters step over year ends in both directions") {
    auto const september = *parse_period("2026-09");
    CHECK(base::format_period(base::month_after(september, 4)) == "2027-01");
    CHECK(base::format_period(base::month_after(september, -21)) == "2024-12");
    CHECK(base::month_after(base::month_after(september, 7), -7) == september);
    CHECK(base::format_period(base::quarter_of(september.first)) == "2026-Q3");
    CHECK(base::lies_within(september, *parse_period("2026-Q3")));
    CHECK_FALSE(base::lies_within(*parse_period("2026-Q3"), september));
    CHECK(base::overlaps(*parse_period("2026-Q3"), *parse_period("2026-09-30/2026-10-02")));
    CHECK_FALSE(base::overlaps(*parse_period("2026-Q3"), *parse_period("2026-10")));
}
