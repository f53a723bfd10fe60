#include "base/fit_text.hpp"

#include <doctest/doctest.h>

#include "base/utf8.hpp"

TEST_CASE(
    "controls, turned writing and what nobody sees are unfit, letters of all scripts are not") {
    for (char32_t const c :
         {0x00U,   0x07U,   0x09U,   0x0DU,   0x1FU,   0x7FU,    0x80U,   0x85U,
          0x92U,   0x9FU,   0x2028U, 0x2029U, 0x202AU, 0x202EU,  0x2061U, 0x2066U,
          0x2069U, 0x206FU, 0xFEFFU, 0xFFF9U, 0xFFFBU, 0xE0001U, 0xE007FU}) {
        CAPTURE(static_cast<unsigned>(c));
        CHECK(base::is_unfit(c));
        std::string text = "ab";
        base::append_utf8(text, c);
        if (c != 0) CHECK(base::first_unfit(text) == 2);
    }
    for (char32_t const c :
         {0x0AU, 0x20U, 0x7EU, 0xA0U, 0xADU, 0xE9U, 0x5D0U, 0x627U, 0x200BU, 0x200DU, 0x200EU,
          0x200FU, 0x2019U, 0x2026U, 0x20ACU, 0x2060U, 0x65E5U, 0xFE0FU, 0x1F600U}) {
        CAPTURE(static_cast<unsigned>(c));
        CHECK_FALSE(base::is_unfit(c));
    }
    CHECK(base::first_unfit("one\r\ntwo") == std::nullopt);
    CHECK(base::first_unfit("one\rtwo") == 3);
}

TEST_CASE("what is said of an unfit character names it and the way out") {
    CHECK(base::unfit_problem(7) == "a control character (U+0007); take it out");
    CHECK(base::unfit_problem(0x202E) ==
          "a character that turns the direction of writing (U+202E); take it out");
    CHECK(base::unfit_problem(0x92).find("Windows-1252") != std::string::npos);
    CHECK(base::unfit_problem(0x2028) ==
          "a character that nobody sees (U+2028); type the text anew without it");
    CHECK(base::unfit_problem(0xE0001).find("U+E0001") != std::string::npos);
}
