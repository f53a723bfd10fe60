// Scores, positions, claims, the grid and the index of a room.
#include <algorithm>
#include <doctest/doctest.h>

#include "metrics/figures_room.hpp"

using metrics::Position;
using metrics::Quadrant;
using model::Subject;
using test::FiguresRoom;
using test::near;

namespace {

// One touchpoint that leads, surprises and is kept.
FiguresRoom memory_room() {
    FiguresRoom room(1);
    room.promise(1, 85).row(1, "2026-07", 186, 200);
    room.score(1, Subject::Own, 8.4, 1.6, 400)
        .score(1, Subject::Rival, 7.9, 1.8, 300, "Gridwise")
        .score(1, Subject::Rival, 7.1, 1.8, 300, "Corran")
        .score(1, Subject::Expected, 7.5, 1.8, 400)
        .weight(1, 100);
    room.room.touchpoints[0].kano = model::Kano::Attractive;
    return room;
}

}  // namespace

TEST_CASE("the best rival is the one with the highest score, and is named") {
    auto const figures = memory_room().first("2026-07");
    CHECK(*figures.own == 8.4);
    CHECK(*figures.rival == 7.9);
    CHECK(figures.rival_name == "Gridwise");
    CHECK(*figures.expected == 7.5);
    CHECK(near(*figures.relative_gap, 5.0));
    CHECK(near(figures.gap_interval->lower, 2.43, 0.005));
    CHECK(figures.position == Position::Lead);
    CHECK(figures.memory);
    CHECK_FALSE(figures.locked);
    CHECK(figures.quadrant == Quadrant::KeepUp);
    CHECK(*figures.importance == doctest::Approx(1.0));
}

TEST_CASE("a broken promise locks the memory and thin counts claim nothing") {
    FiguresRoom room = memory_room();
    room.room.observations[0].kept = 100;
    CHECK(room.first("2026-07").locked);
    CHECK_FALSE(room.first("2026-07").memory);
    room.room.observations[0].kept = room.room.observations[0].due = 20;
    CHECK_FALSE(room.first("2026-07").locked);
    CHECK_FALSE(room.first("2026-07").memory);
}

TEST_CASE("no expected value, no claim; the lead stays") {
    FiguresRoom room = memory_room();
    room.room.scores.pop_back();
    CHECK_FALSE(room.first("2026-07").memory);
    CHECK(room.first("2026-07").position == Position::Lead);
    room.score(1, Subject::Expected, 8.4, 1.8, 400);
    CHECK_FALSE(room.first("2026-07").memory);
}

TEST_CASE("the current score ends last, not after the asked period; without period is oldest") {
    FiguresRoom room(1);
    auto own = [&](double score, char const* span) {
        room.score(1, Subject::Own, score, 1, 100);
        if (span) room.room.scores.back().period = test::period(span);
    };
    own(9, "2026-Q4");
    own(5, nullptr);
    own(7, "2026-Q2");
    own(6, "2026-Q1");
    own(8, "2026-01-01/2026-06-30");  // ends with Q2 and began earlier: Q2 is the later one
    CHECK(*room.first("2026-Q4").own == 9);
    CHECK(*room.first("2026-Q3").own == 7);
    CHECK(*room.first("2026-Q1").own == 6);
    CHECK(*room.first("2025-Q4").own == 5);
    std::reverse(room.room.scores.begin(), room.room.scores.end());
    CHECK(*room.first("2026-Q3").own == 7);
}

TEST_CASE("a rival's old high score does not stand against its current low one") {
    FiguresRoom room(1);
    room.score(1, Subject::Own, 7, 1, 100).score(1, Subject::Rival, 9, 1, 100, "Corran");
    room.score(1, Subject::Rival, 6, 1, 100, "Corran");
    room.room.scores.back().period = test::period("2026-Q1");
    room.score(1, Subject::Rival, 6.5, 1, 100, "OneHome");
    CHECK(*room.first("2026-Q1").rival == 6.5);
    CHECK(room.first("2026-Q1").rival_name == "OneHome");
    CHECK(*room.first("2025-Q4").rival == 9);
}

TEST_CASE("missing spread, size or fewer than 30 answers: the gap without bounds and position") {
    for (std::size_t row : {0U, 1U}) {
        for (int lack = 0; lack < 3; ++lack) {
            FiguresRoom room = memory_room();
            model::Score& score = room.room.scores[row];
            if (lack == 0) score.sd.reset();
            if (lack == 1) score.n.reset();
            if (lack == 2) score.n = 29;
            auto const figures = room.figures("2026-07");
            auto const& t = figures.touchpoints[0];
            CHECK(near(*t.relative_gap, 5.0));
            CHECK_FALSE(t.gap_interval);
            CHECK_FALSE(t.position);
            CHECK_FALSE(t.memory);
            CHECK_FALSE(t.locked);
            CHECK_FALSE(t.quadrant);
            CHECK(figures.totals.positions[0] == 0);
            CHECK(figures.totals.journey_index);  // the index asks for scores only
        }
    }
}

TEST_CASE("without rival or own score there is no gap, position or quadrant") {
    FiguresRoom room(2);
    room.score(1, Subject::Own, 8, 1, 100).score(2, Subject::Rival, 8, 1, 100, "Corran");
    room.weight(1, 50).weight(2, 50);
    auto const figures = room.figures("2026-07");
    for (auto const& t : figures.touchpoints) {
        CHECK_FALSE(t.relative_gap);
        CHECK_FALSE(t.position);
        CHECK_FALSE(t.quadrant);
    }
    CHECK_FALSE(figures.totals.journey_index);
    CHECK_FALSE(figures.totals.quality_ratio);
}

TEST_CASE("index and ratio run over touchpoints with weight, own and rival, re-normalised") {
    FiguresRoom room(5);
    double const own[] = {8.4, 7.0, 7.6};
    double const rival[] = {7.9, 7.6, 7.5};
    double const weights[] = {20, 17.5, 12.5};
    for (int i = 0; i < 3; ++i) {
        room.score(i + 1, Subject::Own, own[i], 2, 400)
            .score(i + 1, Subject::Rival, rival[i], 2, 400, "Corran")
            .weight(i + 1, weights[i]);
    }
    room.weight(4, 50);  // never scored
    room.score(5, Subject::Own, 1, 1, 400).score(5, Subject::Rival, 9, 1, 400, "Corran");
    auto const figures = room.figures("2026-07");
    CHECK(near(*figures.totals.journey_index, 0.15));
    CHECK(near(*figures.totals.quality_ratio, 1.001018));
    CHECK(*figures.touchpoints[0].importance == doctest::Approx(0.2));
    CHECK_FALSE(figures.touchpoints[4].importance);
    int positions = 0;
    for (int const count : figures.totals.positions)
        positions += count;
    CHECK(positions == 4);
}

TEST_CASE("high importance begins at 1 of m, m the touchpoints that have a weight") {
    FiguresRoom room(4);
    for (int i = 1; i <= 4; ++i) {
        room.score(i, Subject::Own, 5, 1, 400).score(i, Subject::Rival, 9, 1, 400, "Corran");
    }
    room.weight(1, 50).weight(2, 49.9);
    auto const two = room.figures("2026-07").touchpoints;
    CHECK(two[0].quadrant == Quadrant::ConcentrateHere);
    CHECK(two[1].quadrant == Quadrant::LowPriority);
    CHECK_FALSE(two[2].quadrant);
    room.weight(3, 0);
    CHECK(room.figures("2026-07").touchpoints[1].quadrant == Quadrant::ConcentrateHere);
}

TEST_CASE("a persona's own feeling goes before everybody's, unless under five people said it") {
    FiguresRoom room(1);
    room.persona("old");
    room.emotion(0.5);
    model::Emotion own = room.room.emotions[0];
    own.persona = model::PersonaId(0);
    own.value = -1.5;
    own.n = 5;
    room.room.emotions.push_back(own);
    CHECK(*room.first("2026-07").emotion == 0.5);
    CHECK(*room.first("2026-07", "old").emotion == -1.5);
    CHECK(room.first("2026-07", "old").emotion_n == 5);
    room.room.emotions[1].n = 4;
    CHECK(*room.first("2026-07", "old").emotion == 0.5);
    room.room.emotions[1].assumed_given = true;  // a workshop's guess counts nobody
    CHECK(*room.first("2026-07", "old").emotion == -1.5);
    CHECK(room.first("2026-07", "old").emotion_assumed);
}

TEST_CASE("a guessed emotion never stands for a measured one, whichever comes first") {
    for (bool const guess_first : {false, true}) {
        FiguresRoom room(1);
        room.emotion(0.5);
        model::Emotion measured = room.room.emotions[0];
        measured.n = 900;
        model::Emotion guess = measured;
        guess.value = 2;
        guess.n.reset();
        guess.assumed_given = true;
        room.room.emotions =
            guess_first ? std::vector{guess, measured} : std::vector{measured, guess};
        CHECK(*room.first("2026-07").emotion == 0.5);
        CHECK_FALSE(room.first("2026-07").emotion_assumed);
    }
}
