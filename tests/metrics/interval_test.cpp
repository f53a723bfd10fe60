#include "metrics/interval.hpp"

#include <cmath>
#include <doctest/doctest.h>

using metrics::Interval;
using metrics::wilson;

TEST_CASE("the Wilson interval meets the worked examples to six digits") {
    struct Example {
        std::int64_t k, n;
        double lower, upper;
    };
    Example const examples[] = {
        {186, 200, 0.885945, 0.957848},  {784, 1000, 0.757433, 0.808393},
        {940, 1000, 0.923529, 0.953104}, {47, 50, 0.837829, 0.979385},
        {19, 24, 0.595295, 0.907552},    {10, 10, 0.722467, 1.0},
        {0, 10, 0.0, 0.277533},          {912, 1000, 0.8928, 0.9280},
    };
    for (Example const& e : examples) {
        CAPTURE(e.k);
        Interval const got = wilson(e.k, e.n);
        double const tolerance = e.k == 912 ? 5e-5 : 5e-7;
        CHECK(std::abs(got.lower - e.lower) < tolerance);
        CHECK(std::abs(got.upper - e.upper) < tolerance);
    }
}

TEST_CASE("an interval of a share contains the share and stays within 0 and 1") {
    for (std::int64_t n = 1; n <= 400; n = n * 3 / 2 + 1) {
        for (std::int64_t k = 0; k <= n; ++k) {
            Interval const i = wilson(k, n);
            double const p = static_cast<double>(k) / static_cast<double>(n);
            CHECK(i.lower >= 0);
            CHECK(i.upper <= 1);
            CHECK(i.lower <= p);
            CHECK(p <= i.upper);
            CHECK(i.lower < i.upper);
        }
    }
}

TEST_CASE("the same share over more cases gives a narrower interval inside the wider one") {
    for (std::int64_t k = 0; k <= 10; ++k) {
        Interval wide = wilson(k, 10);
        for (std::int64_t times = 2; times <= 1024; times *= 2) {
            Interval const narrow = wilson(k * times, 10 * times);
            CHECK(narrow.upper - narrow.lower < wide.upper - wide.lower);
            CHECK(narrow.lower >= wide.lower);
            CHECK(narrow.upper <= wide.upper);
            wide = narrow;
        }
    }
}

TEST_CASE("kept and broken shares have mirrored intervals") {
    for (std::int64_t k = 0; k <= 60; ++k) {
        Interval const kept = wilson(k, 60);
        Interval const broken = wilson(60 - k, 60);
        CHECK(kept.lower == doctest::Approx(1 - broken.upper));
        CHECK(kept.upper == doctest::Approx(1 - broken.lower));
    }
}

TEST_CASE("counts in the billions keep their interval finite and ordered") {
    Interval const i = wilson(3'999'999'999, 4'000'000'000);
    CHECK(i.lower > 0.999999);
    CHECK(i.upper <= 1);
    CHECK(i.lower < i.upper);
}

TEST_CASE(
    "Newcombe's interval meets the perception example: 10 of 12 leaders, 96 of 800 customers") {
    Interval const gap = metrics::newcombe({10, 12}, {96, 800});
    CHECK(std::abs(gap.lower * 100 - 43.1) < 0.05);
    CHECK(std::abs(gap.upper * 100 - 83.5) < 0.05);
}

TEST_CASE("Newcombe's interval contains the difference and turns round with its sides") {
    for (std::int64_t a = 0; a <= 20; ++a) {
        for (std::int64_t b = 0; b <= 30; b += 3) {
            Interval const ab = metrics::newcombe({a, 20}, {b, 30});
            Interval const ba = metrics::newcombe({b, 30}, {a, 20});
            double const d = static_cast<double>(a) / 20 - static_cast<double>(b) / 30;
            CHECK(ab.lower <= d);
            CHECK(d <= ab.upper);
            CHECK(ab.lower == doctest::Approx(-ba.upper));
            CHECK(ab.upper == doctest::Approx(-ba.lower));
        }
    }
}
