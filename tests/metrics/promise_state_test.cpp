#include "metrics/promise_state.hpp"

#include <doctest/doctest.h>

using metrics::promise_state;
using metrics::PromiseState;

TEST_CASE("the worked examples get their states") {
    CHECK(promise_state(186, 200, 0.88) == PromiseState::Kept);
    CHECK(promise_state(784, 1000, 0.92) == PromiseState::Broken);
    CHECK(promise_state(940, 1000, 0.95) == PromiseState::OnTheLine);
    CHECK(promise_state(47, 50, 0.95) == PromiseState::Unproven);
    CHECK(promise_state(19, 24, 0.95) == PromiseState::Thin);
    CHECK(promise_state(0, 0, 0.95) == PromiseState::NoData);
}

TEST_CASE("29 promises are thin whatever they say and 30 are not") {
    CHECK(promise_state(0, 29, 0.9) == PromiseState::Thin);
    CHECK(promise_state(29, 29, 0.9) == PromiseState::Thin);
    CHECK(promise_state(0, 30, 0.9) == PromiseState::Broken);
    CHECK(promise_state(30, 30, 0.8) == PromiseState::Kept);
}

TEST_CASE("a tiny miss in a huge count is on the line, and broken only beyond the materiality") {
    // 98.6 % of 100,000 against 99 %: certain, and not material.
    CHECK(promise_state(98'600, 100'000, 0.99) == PromiseState::OnTheLine);
    CHECK(promise_state(98'600, 100'000, 0.99, 0.2) == PromiseState::Broken);
    CHECK(promise_state(98'600, 100'000, 0.99, 0.0) == PromiseState::Broken);
}

TEST_CASE("a larger target never makes a promise look better") {
    auto rank = [](PromiseState state) {
        switch (state) {
            case PromiseState::Kept:
                return 2;
            case PromiseState::Broken:
                return 0;
            default:
                return 1;
        }
    };
    for (std::int64_t k = 0; k <= 120; k += 3) {
        int previous = 2;
        for (int target = 0; target <= 100; ++target) {
            PromiseState const state = promise_state(k, 120, target / 100.0);
            CHECK(state != PromiseState::Thin);
            CHECK(state != PromiseState::NoData);
            CHECK(rank(state) <= previous);
            previous = rank(state);
        }
    }
}

TEST_CASE("one more kept promise never makes a state worse") {
    auto rank = [](PromiseState state) {
        return state == PromiseState::Kept ? 2 : state == PromiseState::Broken ? 0 : 1;
    };
    for (std::int64_t n = 30; n < 2000; n += 97) {
        int previous = 0;
        for (std::int64_t k = 0; k <= n; ++k) {
            int const now = rank(promise_state(k, n, 0.9));
            CHECK(now >= previous);
            previous = now;
        }
    }
}

TEST_CASE("every state, position and quadrant has its own word") {
    using metrics::Position;
    using metrics::Quadrant;
    using metrics::word;
    CHECK(word(PromiseState::Kept) == "KEPT");
    CHECK(word(PromiseState::OnTheLine) == "ON THE LINE");
    CHECK(word(PromiseState::Broken) == "BROKEN");
    CHECK(word(PromiseState::Unproven) == "UNPROVEN");
    CHECK(word(PromiseState::Thin) == "THIN");
    CHECK(word(PromiseState::NoData) == "NO DATA");
    CHECK(word(Position::Lead) == "LEAD");
    CHECK(word(Position::Parity) == "PARITY");
    CHECK(word(Position::Lag) == "LAG");
    CHECK(word(Quadrant::ConcentrateHere) == "concentrate here");
    CHECK(word(Quadrant::KeepUp) == "keep up");
    CHECK(word(Quadrant::LowPriority) == "low priority");
    CHECK(word(Quadrant::PossibleOverkill) == "possible overkill");
    CHECK(word(Quadrant::Signature) == "signature");
    CHECK(word(Quadrant::OnTheLine) == "on the line");
}
