#include "metrics/kano.hpp"

#include <doctest/doctest.h>
#include <string>

#include "metrics/figures_room.hpp"

using metrics::KanoAnswer;
using metrics::KanoClass;

namespace {

char letter(KanoClass kano) {
    return "MOAIRQ"[static_cast<int>(kano)];
}

}  // namespace

TEST_CASE("the pairs of answers give Kano's table") {
    std::string const rows[] = {"QAAAO", "RIIIM", "RIIIM", "RIIIM", "RRRRQ"};
    for (int functional = 0; functional < 5; ++functional) {
        for (int dysfunctional = 0; dysfunctional < 5; ++dysfunctional) {
            CAPTURE(functional);
            CAPTURE(dysfunctional);
            auto const got = metrics::kano_class(static_cast<KanoAnswer>(functional),
                                                 static_cast<KanoAnswer>(dysfunctional));
            CHECK(letter(got) == rows[functional][static_cast<std::size_t>(dysfunctional)]);
        }
    }
}

TEST_CASE("the worked example is attractive, with its better and worse") {
    auto const result = metrics::kano_result({.must_be = 25,
                                              .one_dimensional = 20,
                                              .attractive = 30,
                                              .indifferent = 20,
                                              .reverse = 3,
                                              .questionable = 2});
    REQUIRE(result);
    CHECK(result->kano == KanoClass::Attractive);
    CHECK(test::near(*result->better, 0.526316));
    CHECK(test::near(*result->worse, -0.473684));
}

TEST_CASE("equal counts go to the class that costs most to miss") {
    CHECK(metrics::kano_result({.must_be = 5, .one_dimensional = 5, .attractive = 5})->kano ==
          KanoClass::MustBe);
    CHECK(metrics::kano_result({.one_dimensional = 5, .attractive = 5})->kano ==
          KanoClass::OneDimensional);
    CHECK(metrics::kano_result({.attractive = 5, .indifferent = 5})->kano == KanoClass::Attractive);
}

TEST_CASE("without answers there is no class, and without judging answers no better or worse") {
    CHECK_FALSE(metrics::kano_result({}));
    auto const reverse = metrics::kano_result({.reverse = 4});
    REQUIRE(reverse);
    CHECK_FALSE(reverse->better);
    CHECK_FALSE(reverse->worse);
}
