// How people answered a touchpoint's question, and what may be read from it.
#include "metrics/room_answers.hpp"

#include <doctest/doctest.h>
#include <limits>

#include "metrics/figures_room.hpp"

using metrics::AskedScale;
using model::Subject;
using test::FiguresRoom;
using test::near;

namespace {

struct Asked {
    double lowest = 0, highest = 10;
    std::string period = "2026-07";
};

void answer(FiguresRoom& room, Asked const& asked, std::vector<std::int64_t> const& counts) {
    for (std::size_t i = 0; i < counts.size(); ++i) {
        std::optional<base::Period> when;
        if (!asked.period.empty()) when = test::period(asked.period);
        room.room.answers.push_back({FiguresRoom::at(1), when,
                                     asked.lowest + static_cast<double>(i), counts[i], asked.lowest,
                                     asked.highest});
    }
}

std::optional<metrics::AskedAnswers> answers_in(FiguresRoom const& room, std::string const& span) {
    return metrics::asked_answers(room.room, metrics::make_index(room.room), FiguresRoom::at(1),
                                  test::period(span));
}

}  // namespace

TEST_CASE("eleven answers are parted at 6 and 8 and give the worked net promoter figure") {
    FiguresRoom room(2);
    answer(room, {}, {50, 0, 0, 0, 0, 50, 100, 120, 200, 180, 300});
    auto const answers = answers_in(room, "2026-07");
    REQUIRE(answers);
    CHECK(answers->scale == AskedScale::Recommend);
    CHECK(answers->n == 1000);
    CHECK(answers->classes.size() == 11);
    auto const nps = metrics::net_promoters(metrics::nps_counts(*answers));
    CHECK(near(nps->points, 28.0));
    CHECK(near(nps->reach(), 4.81, 0.005));
    CHECK_FALSE(metrics::asked_answers(room.room, metrics::make_index(room.room),
                                       FiguresRoom::at(2), test::period("2026-07")));
}

TEST_CASE("answers from 1 to 7 and from 1 to 5 give the worked effort and satisfaction") {
    FiguresRoom effort(1);
    answer(effort, {1, 7}, {80, 210, 140, 110, 160, 180, 120});
    auto const asked = answers_in(effort, "2026-07");
    CHECK(asked->scale == AskedScale::Effort);
    CHECK(near(asked->mean, 4.08));
    auto const ces = metrics::customer_effort(metrics::counts_of<7>(*asked));
    CHECK(near(ces->mean, 4.08));
    CHECK(near(ces->net, -13));
    FiguresRoom satisfied(1);
    answer(satisfied, {1, 5}, {10, 18, 60, 212, 200});
    auto const top = answers_in(satisfied, "2026-07");
    CHECK(top->scale == AskedScale::Satisfaction);
    CHECK(near(metrics::csat(metrics::counts_of<5>(*top))->share, 0.824));
}

TEST_CASE("the newest answers that do not end after the period count, those without one last") {
    FiguresRoom room(1);
    answer(room, {1, 5, "2026-07"}, {0, 0, 0, 0, 40});
    answer(room, {1, 5, ""}, {70, 0, 0, 0, 0});
    answer(room, {1, 5, "2026-06"}, {0, 50, 0, 0, 0});
    CHECK(answers_in(room, "2026-07")->n == 40);
    CHECK(answers_in(room, "2026-Q3")->n == 40);
    CHECK(answers_in(room, "2026-06")->n == 50);
    auto const oldest = answers_in(room, "2026-05");
    CHECK(oldest->n == 70);
    CHECK_FALSE(oldest->period);
}

TEST_CASE("no figure is read from a scale that is not told, mixed, or left by an answer") {
    FiguresRoom untold(1);
    answer(untold, {0, 10}, {1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 40});
    for (auto& row : untold.room.answers)
        row.scale_max = {};
    CHECK(answers_in(untold, "2026-07")->scale == AskedScale::Other);
    FiguresRoom mixed(1);
    answer(mixed, {1, 5}, {1, 2, 3, 4, 5});
    answer(mixed, {1, 7}, {1, 2, 3, 4, 5, 6, 7});
    CHECK(answers_in(mixed, "2026-07")->scale == AskedScale::Other);
    FiguresRoom outside(1);
    answer(outside, {1, 5}, {1, 2, 3, 4, 5, 6, 7});
    CHECK(answers_in(outside, "2026-07")->scale == AskedScale::Other);
}

TEST_CASE("a scale whose low end is the good one shows in the score that was made of it") {
    FiguresRoom room(1);
    answer(room, {1, 5}, {60, 20, 10, 5, 5});  // mean 1.75: 1.875 of ten, or 8.125 turned about
    CHECK_FALSE(answers_in(room, "2026-07")->reversed);
    room.score(1, Subject::Own, 8.125, 1.8, 100);
    room.room.scores.back().period = test::period("2026-07");
    CHECK(answers_in(room, "2026-07")->reversed);
    room.room.scores.back().score = 1.875;
    CHECK_FALSE(answers_in(room, "2026-07")->reversed);
}

TEST_CASE("answers on a sliding scale are told in ten equal steps that hold all of them") {
    FiguresRoom room(1);
    for (int i = 0; i <= 100; ++i) {
        room.room.answers.push_back(
            {FiguresRoom::at(1), test::period("2026-07"), i / 10.0, 2, 0.0, 10.0});
    }
    auto const answers = answers_in(room, "2026-07");
    CHECK(answers->scale == AskedScale::Other);
    REQUIRE(answers->classes.size() == 10);
    std::int64_t all = 0;
    for (auto const& each : answers->classes)
        all += each.count;
    CHECK(all == 202);
    CHECK(answers->classes.back().count >= 20);
}

TEST_CASE("counts that cannot be added up and answers nobody gave make no distribution") {
    FiguresRoom room(1);
    answer(room, {1, 5}, {0, 0, 0, 0, 0});
    CHECK_FALSE(answers_in(room, "2026-07"));
    room.room.answers[0].count = std::numeric_limits<std::int64_t>::max();
    room.room.answers[1].count = 1;
    CHECK_FALSE(answers_in(room, "2026-07"));
}
