#include "scene/detail.hpp"

#include <cmath>
#include <doctest/doctest.h>

using scene::Form;

namespace {

double richness(double width_mm, double height_mm) {
    double sum = 0;
    for (auto const& share : scene::forms_of(width_mm, height_mm)) {
        sum += static_cast<double>(share.form) * share.alpha;
    }
    return sum;
}

}  // namespace

TEST_CASE("a larger cell never takes a simpler form, whatever its proportions") {
    for (double aspect : {1.2, 2.0, 2.7, 3.9, 4.1, 6.5, 20.0}) {
        double before = 0;
        for (double height = 1; height < 400; height *= 1.01) {
            double const now = richness(height * aspect, height);
            CAPTURE(aspect);
            CAPTURE(height);
            CHECK(now >= before - 1e-9);
            before = now;
        }
        CHECK(before == doctest::Approx(static_cast<double>(Form::Full)));
    }
}

TEST_CASE("the shares of a cell's forms add up to one, and no form pops in") {
    for (double height = 1; height < 400; height *= 1.001) {
        auto const shares = scene::forms_of(height * 2.5, height);
        CHECK(shares[0].alpha + shares[1].alpha == doctest::Approx(1));
        CHECK(std::abs(richness(height * 2.5, height) - richness(height * 2.5025, height * 1.001)) <
              0.05);
    }
}

TEST_CASE("text is folded below 4.7 mm of capitals on the panel") {
    CHECK(scene::text_share(4.5) == 0);
    CHECK(scene::text_share(4.8) == 1);
}
