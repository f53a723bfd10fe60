#include "metrics/first_time.hpp"

#include <doctest/doctest.h>

#include "support/scratch.hpp"

using namespace metrics;

namespace {

base::Date day(int number) {
    return {20000 + number};
}

}  // namespace

TEST_CASE("a contact settles its matter when seven days bring no other") {
    // Matter 1 comes back after 7 days, matter 2 after 8, matter 3 on the same day.
    std::vector<Contact> const contacts{{1, day(0)}, {1, day(7)}, {2, day(0)},
                                        {2, day(8)}, {3, day(2)}, {3, day(2)}};
    FirstTime const result = first_contact_resolution(contacts, day(30));
    CHECK(result.good.n == 6);
    CHECK(result.good.k == 4);
    CHECK(result.pending == 0);
    CHECK(*result.rate == doctest::Approx(4.0 / 6));
    CHECK(*result.interval == wilson(4, 6));
}

TEST_CASE("the last seven days are pending, not good") {
    std::vector<Contact> const contacts{{1, day(0)}, {2, day(3)}, {3, day(4)}, {4, day(9)}};
    FirstTime const result = first_contact_resolution(contacts, day(10));
    CHECK(result.good.n == 2);
    CHECK(result.good.k == 2);
    CHECK(result.pending == 2);
    CHECK_FALSE(first_contact_resolution(contacts, day(5)).rate);
}

TEST_CASE("the order of the contacts does not matter, and every one is good, bad or pending") {
    test::Dice dice(5);
    for (int round = 0; round < 50; ++round) {
        std::vector<Contact> contacts;
        for (int i = 0; i < 60; ++i)
            contacts.push_back({dice.below(15), day(static_cast<int>(dice.below(60)))});
        FirstTime const result = first_contact_resolution(contacts, day(60));
        CHECK(result.good.n + result.pending == 60);
        std::reverse(contacts.begin(), contacts.end());
        CHECK(first_contact_resolution(contacts, day(60)).good.k == result.good.k);
    }
}

TEST_CASE("a job is right at the first time when nothing of it was done again") {
    std::vector<Job> const jobs{{day(0), {}}, {day(1), day(20)}, {day(2), {}}, {day(28), {}}};
    FirstTime const result = right_first_time(jobs, day(30));
    CHECK(result.good.k == 2);
    CHECK(result.good.n == 3);
    CHECK(result.pending == 1);
}

TEST_CASE("working days leave out Saturdays and Sundays") {
    base::Date const friday = *base::parse_date("2026-10-02");
    CHECK(working_days(friday, friday) == 0);
    CHECK(working_days(friday, *base::parse_date("2026-10-04")) == 0);
    CHECK(working_days(friday, *base::parse_date("2026-10-05")) == 1);
    CHECK(working_days(friday, *base::parse_date("2026-10-09")) == 5);
    CHECK(working_days(friday, *base::parse_date("2026-10-16")) == 10);
    CHECK(working_days(friday, *base::parse_date("2026-10-01")) == 0);
}

TEST_CASE("an answer counts within five working days, and open cases only once they are overdue") {
    base::Date const monday = *base::parse_date("2026-10-05");
    auto const after = [&](int days) { return base::Date{monday.days + days}; };
    std::vector<Case> const cases{
        {monday, after(7)}, {monday, after(8)}, {monday, {}}, {after(10), {}}, {monday, after(1)}};
    FirstTime const result = loop_rate(cases, after(12));
    CHECK(result.good.k == 2);
    CHECK(result.good.n == 4);
    CHECK(result.pending == 1);
}
