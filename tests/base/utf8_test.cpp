#include "base/utf8.hpp"

#include <doctest/doctest.h>

TEST_CASE("every code point survives encoding and decoding") {
    for (char32_t c = 1; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 61) {
        if (c >= 0xD800 && c <= 0xDFFF) continue;
        std::string text;
        base::append_utf8(text, c);
        std::size_t offset = 0;
        REQUIRE(base::next_code_point(text, offset) == c);
        REQUIRE(offset == text.size());
        REQUIRE_FALSE(base::first_invalid_utf8(text).has_value());
    }
}

TEST_CASE("overlong forms, surrogates, lone continuations and cut sequences are malformed") {
    for (std::string const wrong : {"\xC0\xAF", "\xE0\x80\x80", "\xED\xA0\x80", "\x80", "\xE2\x82",
                                    "\xF4\x90\x80\x80", "\xF8\x88\x80\x80\x80", "\xFF"}) {
        CHECK(base::first_invalid_utf8("ab" + wrong) == 2U);
    }
}

TEST_CASE("text is cut between code points") {
    CHECK(base::count_code_points("a\u00E4\u20AC\U0001F600") == 4);
    CHECK(base::first_code_points("a\u00E4\u20AC", 2) == "a\u00E4");
    CHECK(base::first_code_points("a", 9) == "a");
}
