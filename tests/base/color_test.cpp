#include "base/color.hpp"

#include <doctest/doctest.h>

TEST_CASE("colours are read from hexadecimal text and nothing else") {
    CHECK(base::parse_color("#0B5FA5") == base::Color{0x0B, 0x5F, 0xA5, 255});
    CHECK(base::parse_color("#0b5fa580") == base::Color{0x0B, 0x5F, 0xA5, 0x80});
    for (char const* wrong :
         {"", "#", "0B5FA5", "#0B5FA", "#0B5FAG", "#0B5FA5 ", "#+B5FA5", "blue"}) {
        INFO(wrong);
        CHECK_FALSE(base::parse_color(wrong).has_value());
    }
}

TEST_CASE("contrast follows WCAG: black on white is 21, the paper's ink on its ground 14.5") {
    CHECK(base::contrast({0, 0, 0}, {255, 255, 255}) == doctest::Approx(21));
    CHECK(base::contrast({0x1C, 0x22, 0x30}, {0xF6, 0xF4, 0xEF}) ==
          doctest::Approx(14.5).epsilon(0.01));
}

TEST_CASE("mixing ends at its ends") {
    base::Color const a{10, 20, 30, 40};
    base::Color const b{200, 100, 50, 255};
    CHECK(base::mix(a, b, 0) == a);
    CHECK(base::mix(a, b, 1) == b);
    CHECK(base::over(base::with_alpha(b, 1), a) == b);
}
