#include "metrics/differentiation.hpp"

#include <doctest/doctest.h>

#include "metrics/figures_room.hpp"

using metrics::Claim;
using metrics::claim_of;
using metrics::KanoClass;
using metrics::Position;
using metrics::PromiseState;
using metrics::Quadrant;
using metrics::quadrant_of;
using metrics::relative_gap;
using test::near;

TEST_CASE("the worked gaps: a lead and a parity") {
    auto const lead = relative_gap({8.4, 1.6, 400}, {7.9, 1.8, 300});
    CHECK(near(lead.points, 5.0));
    CHECK(near(lead.bounds->lower, 2.43, 0.005));
    CHECK(near(lead.bounds->upper, 7.57, 0.005));
    CHECK(lead.position == Position::Lead);
    auto const parity = relative_gap({7.6, 2.0, 120}, {7.5, 2.0, 100});
    CHECK(near(parity.points, 1.0));
    CHECK(near(parity.bounds->lower, -4.31, 0.005));
    CHECK(near(parity.bounds->upper, 6.31, 0.005));
    CHECK(parity.position == Position::Parity);
}

TEST_CASE("turning the sides round turns the lead into a lag of the same size") {
    auto const lag = relative_gap({7.9, 1.8, 300}, {8.4, 1.6, 400});
    CHECK(lag.position == Position::Lag);
    CHECK(near(lag.points, -5.0));
    CHECK(near(lag.bounds->upper, -2.43, 0.005));
}

TEST_CASE("without spread or size, or under 30 answers, a gap has no bounds and no position") {
    for (auto const& own : {metrics::ScoreSample{8.4, {}, 400}, {8.4, 1.6, {}}, {8.4, 1.6, 29}}) {
        auto const gap = relative_gap(own, {7.9, 1.8, 300});
        CHECK(near(gap.points, 5.0));
        CHECK_FALSE(gap.bounds);
        CHECK_FALSE(gap.position);
        CHECK_FALSE(relative_gap({7.9, 1.8, 300}, own).position);
    }
    CHECK(relative_gap({8.4, 1.6, 30}, {5.9, 1.8, 30}).position == Position::Lead);
}

TEST_CASE("a memory needs a lead, more than expected, delight and reliability") {
    metrics::ClaimInput const memory{Position::Lead, 0.5, KanoClass::Attractive,
                                     PromiseState::Kept};
    CHECK(claim_of(memory) == Claim::Memory);
    metrics::ClaimInput other = memory;
    other.kano = KanoClass::OneDimensional;
    other.state = PromiseState::OnTheLine;
    CHECK(claim_of(other) == Claim::Memory);
    for (KanoClass const kano :
         {KanoClass::MustBe, KanoClass::Indifferent, KanoClass::Reverse, KanoClass::Questionable}) {
        other = memory;
        other.kano = kano;
        CHECK(claim_of(other) == Claim::None);
    }
    other = memory;
    other.kano.reset();
    CHECK(claim_of(other) == Claim::None);
    other = memory;
    other.expectation_gap = 0;
    CHECK(claim_of(other) == Claim::None);
    other.expectation_gap.reset();
    CHECK(claim_of(other) == Claim::None);
    other = memory;
    other.position = Position::Parity;
    CHECK(claim_of(other) == Claim::None);
    other.position.reset();
    CHECK(claim_of(other) == Claim::None);
}

TEST_CASE("broken or unproven promises lock a memory, thin and missing ones claim nothing") {
    metrics::ClaimInput input{Position::Lead, 0.5, KanoClass::Attractive, PromiseState::Broken};
    CHECK(claim_of(input) == Claim::Locked);
    input.state = PromiseState::Unproven;
    CHECK(claim_of(input) == Claim::Locked);
    input.state = PromiseState::Thin;
    CHECK(claim_of(input) == Claim::None);
    input.state = PromiseState::NoData;
    CHECK(claim_of(input) == Claim::None);
}

TEST_CASE("the grid: weight against 1 of m, position against the rival") {
    auto grid = [](Position position, double weight, KanoClass kano = KanoClass::MustBe) {
        return quadrant_of({position, weight, 4, kano});
    };
    CHECK(grid(Position::Lag, 25) == Quadrant::ConcentrateHere);
    CHECK(grid(Position::Lead, 25) == Quadrant::KeepUp);
    CHECK(grid(Position::Lag, 24.9) == Quadrant::LowPriority);
    CHECK(grid(Position::Lead, 24.9) == Quadrant::PossibleOverkill);
    CHECK(grid(Position::Lead, 24.9, KanoClass::Attractive) == Quadrant::Signature);
    CHECK(grid(Position::Lead, 25, KanoClass::Attractive) == Quadrant::KeepUp);
    CHECK(grid(Position::Parity, 25) == Quadrant::OnTheLine);
    CHECK(grid(Position::Parity, 1) == Quadrant::OnTheLine);
    CHECK_FALSE(quadrant_of({{}, 25.0, 4, KanoClass::MustBe}));
    CHECK_FALSE(quadrant_of({Position::Lag, {}, 4, KanoClass::MustBe}));
}

TEST_CASE("index and quality ratio meet the worked example, whatever the weights sum to") {
    for (double const scale : {1.0, 0.01, 37.0}) {
        metrics::WeightedQuality quality;
        quality.add(0.40 * scale, 8.4, 7.9);
        quality.add(0.35 * scale, 7.0, 7.6);
        quality.add(0.25 * scale, 7.6, 7.5);
        CHECK(near(*quality.index(), 0.15));
        CHECK(near(*quality.ratio(), 1.001018));
    }
    CHECK_FALSE(metrics::WeightedQuality().index());
    CHECK_FALSE(metrics::WeightedQuality().ratio());
}

TEST_CASE("a rival at 0 has a gap and no ratio") {
    metrics::WeightedQuality quality;
    quality.add(1, 5, 0);
    CHECK(near(*quality.index(), 50));
    CHECK_FALSE(quality.ratio());
}
