// The demo company's figures as its author worked them out apart from this program: "What this
// gives". Whoever changes a definition or the demo meets them here.
#include <cmath>
#include <doctest/doctest.h>
#include <map>
#include <set>

#include "exchange/pack.hpp"
#include "metrics/room_figures.hpp"
#include "metrics/yield.hpp"

namespace {

using Keys = std::set<std::string>;

struct Northmoor {
    model::Room room;
    metrics::RoomFigures figures;

    metrics::TouchpointFigures const& touchpoint(std::string const& key) const {
        return figures.touchpoints[model::find_touchpoint(room, key).index()];
    }
    metrics::JourneyFigures const& journey(std::string const& key) const {
        return figures.journeys[model::find_journey(room, key).index()];
    }
    template <typename Which>
    Keys touchpoints(Which which) const {
        Keys keys;
        for (std::size_t i = 0; i < room.touchpoints.size(); ++i) {
            if (which(figures.touchpoints[i])) keys.insert(room.touchpoints[i].key);
        }
        return keys;
    }
};

metrics::RoomFigures figures_of(model::Room const& room) {
    base::Period const period = *model::default_period(room);
    return metrics::room_figures(room, metrics::make_index(room),
                                 {period, {}, *model::day_after_last_observation(room)});
}

Northmoor const& northmoor() {
    static Northmoor const made = [] {
        auto result = exchange::read_pack(SOURCE_ROOT "/data/northmoor", nullptr);
        REQUIRE(result.room);
        Northmoor n{*std::move(result.room), {}};
        n.figures = figures_of(n.room);
        return n;
    }();
    return made;
}

bool near(double value, double expected, double tolerance) {
    return std::abs(value - expected) < tolerance;
}

}  // namespace

TEST_CASE("the demo's promises stand as worked out") {
    using metrics::PromiseState;
    auto const& totals = northmoor().figures.totals;
    auto const states = [&](PromiseState state) { return totals.states[static_cast<int>(state)]; };
    CHECK(states(PromiseState::Kept) == 15);
    CHECK(states(PromiseState::OnTheLine) == 11);
    CHECK(states(PromiseState::Broken) == 22);
    CHECK(states(PromiseState::Unproven) == 1);
    CHECK(states(PromiseState::Thin) == 1);
    CHECK(states(PromiseState::NoData) == 2);
    CHECK(northmoor().touchpoint("T42").state == PromiseState::Unproven);
    CHECK(northmoor().touchpoint("T48").state == PromiseState::Thin);
    CHECK(northmoor().touchpoint("T25").state == PromiseState::NoData);
    CHECK(northmoor().touchpoint("T49").state == PromiseState::NoData);
    CHECK(*totals.broken_promises == 94323);
    CHECK(*northmoor().touchpoint("T26").broken_promises == 39300);
    CHECK(*northmoor().touchpoint("T27").broken_promises == 13200);
}

TEST_CASE("the demo leads, lags, is remembered and locked where it should be") {
    auto const& totals = northmoor().figures.totals;
    CHECK(totals.positions[0] == 18);
    CHECK(totals.positions[1] == 16);
    CHECK(totals.positions[2] == 18);
    CHECK(northmoor().touchpoints([](auto const& t) { return t.memory; }) ==
          Keys{"T02", "T03", "T05", "T14", "T20", "T22", "T28", "T34", "T38", "T47", "T51"});
    CHECK(northmoor().touchpoints([](auto const& t) { return t.locked; }) ==
          Keys{"T19", "T42", "T43"});
    CHECK(northmoor().touchpoints([](auto const& t) {
        return t.quadrant == metrics::Quadrant::ConcentrateHere;
    }) == Keys{"T12", "T27", "T29", "T31", "T32", "T35", "T37", "T40", "T41", "T44", "T45", "T50"});
    CHECK(near(*totals.journey_index, -0.68, 5e-3));
    CHECK(near(*totals.quality_ratio, 0.9931, 5e-5));
}

TEST_CASE("the demo's stages yield and weigh as worked out") {
    struct Stage {
        double rty, weight;
        int measured, of;
    };
    std::map<std::string, Stage> const expected{
        {"S1", {0.886, 5.2, 4, 4}}, {"S2", {0.786, 7.3, 6, 6}},  {"S3", {0.581, 16.2, 9, 9}},
        {"S4", {0.898, 7.8, 5, 6}}, {"S5", {0.797, 19.3, 8, 8}}, {"S6", {0.115, 32.0, 11, 11}},
        {"S7", {0.995, 7.5, 4, 5}}, {"S8", {0.994, 4.7, 3, 3}}};
    for (auto const& [key, stage] : expected) {
        CAPTURE(key);
        auto const& found =
            northmoor().figures.stages[model::find_stage(northmoor().room, key).index()];
        CHECK(near(*found.rty, stage.rty, 5e-4));
        CHECK(near(*found.weight, stage.weight, 1e-9));
        CHECK(found.measured == stage.measured);
        CHECK(found.of == stage.of);
    }
}

TEST_CASE("of a hundred homes without heat thirty-five get every promise kept") {
    auto const& j2 = northmoor().journey("J2");
    CHECK(near(*j2.rty, 0.3481, 5e-5));
    CHECK(near(j2.interval->lower, 0.3395, 5e-5));
    CHECK(near(j2.interval->upper, 0.3569, 5e-5));
    CHECK(near(*j2.normalised, 0.8097, 5e-5));
    CHECK(metrics::shown_of_hundred(*j2.rty) == 35);
    CHECK(near(*j2.peak_end, -0.15, 1e-9));
    CHECK_FALSE(j2.direct_yield);
}

TEST_CASE("cases raise the headline to thirty-nine of a hundred") {
    model::Room room = northmoor().room;
    model::JourneyId const j2 = model::find_journey(room, "J2");
    room.case_outcomes.push_back({j2, *model::default_period(room), 2780, 7220});
    auto const figures = figures_of(room).journeys[j2.index()];
    CHECK(near(*figures.direct_yield, 0.385, 5e-4));
    CHECK(metrics::shown_of_hundred(*figures.direct_yield) == 39);
    // More than chance would give: failures cluster on the same people.
    CHECK(*figures.direct_yield > figures.interval->upper);
}

TEST_CASE("the room guesses, and the front line knows best") {
    std::map<std::pair<std::string, std::string>, double> medians;
    for (auto const& guess : northmoor().figures.perception) {
        medians[{guess.level, base::format_period(guess.period)}] = *guess.median;
        CHECK(guess.n >= 12);
        CHECK(near(*guess.gap, *guess.median - *guess.actual, 1e-9));
    }
    CHECK(medians.at({"leader", "2026-Q3"}) == 70);
    CHECK(medians.at({"leader", "2026-Q1"}) == 80);
    CHECK(medians.at({"front-line", "2026-Q3"}) == 45);
    double const managers = medians.at({"manager", "2026-Q3"});
    CHECK((managers > 45 && managers < 70));
}

TEST_CASE("whether the repair is right depends on the region") {
    CHECK(northmoor().touchpoints([](auto const& t) { return t.it_depends; }) == Keys{"T40"});
    auto const& t40 = northmoor().touchpoint("T40");
    CHECK(t40.split_kind == metrics::SplitKind::Region);
    std::map<std::string, std::pair<std::int64_t, std::int64_t>> regions;
    for (auto const& split : metrics::splits_of(northmoor().figures, t40))
        regions[split.name] = {split.kept, split.due};
    CHECK(regions == std::map<std::string, std::pair<std::int64_t, std::int64_t>>{
                         {"Coast", {2240, 2840}}, {"City", {2050, 2620}}, {"Hills", {860, 1760}}});
}

TEST_CASE("the demo's moments of truth and classes are those of its author") {
    auto const& room = northmoor().room;
    Keys moments;
    std::map<model::TouchpointClass, Keys> classes;
    for (model::Touchpoint const& t : room.touchpoints) {
        if (t.moment_of_truth.value_or(false)) moments.insert(t.key);
        classes[t.touchpoint_class].insert(t.key);
    }
    CHECK(moments ==
          Keys{"T09", "T15", "T27", "T29", "T36", "T37", "T40", "T41", "T44", "T47", "T48"});
    CHECK(classes[model::TouchpointClass::AtRisk] == Keys{"T41", "T44", "T47", "T48", "T52"});
    CHECK(classes[model::TouchpointClass::Need] ==
          Keys{"T31", "T32", "T35", "T36", "T37", "T38", "T39", "T40", "T42"});
    CHECK(classes[model::TouchpointClass::Bond] == Keys{"T03", "T19", "T22", "T43", "T51"});
    CHECK(classes[model::TouchpointClass::Growth] == Keys{"T04", "T05", "T28", "T50"});
}

TEST_CASE("the demo's customer asset adds up and loses money") {
    auto const& last = northmoor().figures.asset.back();
    CHECK(*last.closing == 412200);
    CHECK(*last.net == -6000);
    CHECK(*last.off_by == 0);
    CHECK(near(*last.value_net, -2813000, 0.5));
    CHECK(northmoor().figures.asset.size() == 8);
}

TEST_CASE("signals in the demo's last quarter stand where a pattern was put in") {
    CHECK(northmoor().touchpoint("T31").signal->rule == 3);
    CHECK(northmoor().touchpoint("T37").signal->rule == 1);
    for (char const* quiet : {"T29", "T39", "T26", "T25", "T48"}) {
        CAPTURE(quiet);
        CHECK_FALSE(northmoor().touchpoint(quiet).signal);
    }
}
