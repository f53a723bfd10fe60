#include "metrics/count_columns.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <random>

#include "metrics/figures_room.hpp"
#include "metrics/room_rows.hpp"

using test::FiguresRoom;

namespace {

metrics::PeriodCounts by_rows(FiguresRoom const& room, metrics::FigureIndex const& index,
                              std::size_t touchpoint, base::Period period) {
    return metrics::count_period(
        room.room, metrics::observations_of(index, model::TouchpointId(touchpoint)), period, {});
}

// Months and quarters without overlap, gaps, unknown results here and there, three sources.
FiguresRoom random_room(std::uint32_t seed) {
    std::mt19937 random(seed);
    auto const below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    FiguresRoom room(9);
    room.room.sources.resize(3);
    for (int touchpoint = 1; touchpoint <= 9; ++touchpoint) {
        bool const quarters = touchpoint == 7;
        for (int month = 1; month <= 12; month += quarters ? 3 : 1) {
            if (below(5) == 0) continue;
            std::string const span =
                quarters ? "2026-Q" + std::to_string((month + 2) / 3)
                         : std::string("2026-") + (month < 10 ? "0" : "") + std::to_string(month);
            int const due = below(400);
            room.row(touchpoint, span, due == 0 ? 0 : below(due + 1), due,
                     {.source = model::SourceId(static_cast<std::size_t>(below(3)))});
            if (below(3) == 0) room.room.observations.back().unknown = below(50);
        }
    }
    std::shuffle(room.room.observations.begin(), room.room.observations.end(), random);
    return room;
}

}  // namespace

TEST_CASE("columns add up to what the rows add up to, in every span") {
    std::mt19937 random(5);
    for (std::uint32_t seed = 0; seed < 60; ++seed) {
        FiguresRoom const room = random_room(seed);
        metrics::FigureIndex const index = metrics::make_index(room.room);
        for (int turn = 0; turn < 20; ++turn) {
            base::Date const first{test::day("2025-12-15").days +
                                   static_cast<std::int32_t>(random() % 400)};
            base::Period const span{first,
                                    {first.days + static_cast<std::int32_t>(random() % 200)}};
            metrics::ColumnSum const columns(index.totals, span);
            for (std::size_t t = 0; t < 9; ++t) {
                if (index.totals.holds[t] == 0) continue;
                auto const counts = columns.counts(model::TouchpointId(t));
                auto const latest = columns.latest(model::TouchpointId(t));
                auto const rows = by_rows(room, index, t, span);
                CHECK(counts.any_row == rows.totals.any_row);
                CHECK(counts.kept == rows.totals.kept);
                CHECK(counts.due == rows.totals.due);
                CHECK(counts.unknown_given == rows.totals.unknown_given);
                CHECK(counts.unknown == rows.totals.unknown);
                REQUIRE(latest.has_value() == rows.latest.has_value());
                if (!latest) continue;
                CHECK(latest->last == rows.latest->last);
                CHECK(latest->source == rows.latest->source);
            }
        }
    }
}

TEST_CASE("columns hold a touchpoint wholly or not at all") {
    FiguresRoom room(4);
    room.row(1, "2026-07", 9, 10)
        .row(2, "2026-07", 8, 10)
        .row(2, "2026-07", 3, 5, {.region = "Coast"});
    room.row(3, "2026-07", 4'000'000'000, 5'000'000'000).row(4, "2026-07", 1, 2);
    metrics::FigureIndex const index = metrics::make_index(room.room);
    CHECK(index.totals.holds == std::vector<std::uint8_t>{1, 0, 0, 1});
    // Held or not, the figures are right.
    auto const figures = room.figures("2026-Q3");
    CHECK(*figures.touchpoints[1].due == 10);
    CHECK(*figures.touchpoints[2].due == 5'000'000'000);
}

TEST_CASE("a span that hardly any touchpoint has gets no column") {
    FiguresRoom room(20);
    for (int touchpoint = 1; touchpoint <= 20; ++touchpoint)
        room.row(touchpoint, "2026-07", 9, 10);
    room.row(3, "2026-08-03/2026-08-09", 4, 5);
    metrics::FigureIndex const index = metrics::make_index(room.room);
    REQUIRE(index.totals.columns.size() == 1);
    CHECK(index.totals.holds[2] == 0);
    CHECK(*room.figures("2026-Q3").touchpoints[2].due == 15);
}

TEST_CASE("figures in recycled memory are those of fresh memory") {
    FiguresRoom const room = random_room(3);
    metrics::FigureIndex const index = metrics::make_index(room.room);
    auto const request = [](char const* span) {
        return metrics::FigureRequest{test::period(span), {}, test::day("2027-01-01")};
    };
    auto const fresh = metrics::room_figures(room.room, index, request("2026-Q3"));
    auto const again =
        metrics::room_figures(room.room, index, request("2026-Q3"),
                              metrics::room_figures(room.room, index, request("2026-Q1")));
    REQUIRE(again.touchpoints.size() == fresh.touchpoints.size());
    for (std::size_t t = 0; t < fresh.touchpoints.size(); ++t) {
        CHECK(again.touchpoints[t].kept == fresh.touchpoints[t].kept);
        CHECK(again.touchpoints[t].state == fresh.touchpoints[t].state);
        CHECK(again.touchpoints[t].stale == fresh.touchpoints[t].stale);
    }
    CHECK(again.journeys[0].rty == fresh.journeys[0].rty);
    CHECK(again.splits.size() == fresh.splits.size());
}
