#include "base/catalogue.hpp"

#include <doctest/doctest.h>

using base::Catalogue;

TEST_CASE("a catalogue fills numbered places in any order and leaves other braces alone") {
    std::map<std::string, std::string, std::less<>> const texts{{"a", "{1} of {0}, {2} {x} {"}};
    Catalogue const catalogue(texts);
    CHECK(catalogue.format("a", {"ten", "two"}) == "two of ten, {2} {x} {");
    CHECK(catalogue.text("missing") == "missing");
}

TEST_CASE("counts are grouped by thousands") {
    CHECK(base::grouped(0) == "0");
    CHECK(base::grouped(999) == "999");
    CHECK(base::grouped(1000) == "1,000");
    CHECK(base::grouped(94323) == "94,323");
    CHECK(base::grouped(-2813000) == "\u22122,813,000");
}
