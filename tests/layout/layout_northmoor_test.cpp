// The demo room as the wall lays it out.
#include <sstream>

#include "exchange/pack.hpp"
#include "laid_out.hpp"
#include "support/expect_text_file.hpp"

namespace {

layout::MapLayout northmoor() {
    auto const pack = exchange::read_pack(std::string(SOURCE_ROOT) + "/data/northmoor", nullptr);
    REQUIRE(pack.room.has_value());
    return test::lay_out(*pack.room);
}

// Frames and lanes of a dump: what does not change with every word of the pack.
std::string frames_and_lanes(std::string const& dump) {
    std::istringstream lines(dump);
    std::string kept;
    for (std::string line; std::getline(lines, line);) {
        std::string_view const text = std::string_view(line).substr(line.find_first_not_of(' '));
        if (text.starts_with("map ") || text.starts_with("frame ") || text.starts_with("lane ")) {
            kept += line + '\n';
        }
    }
    return kept;
}

}  // namespace

TEST_CASE("the demo room's journeys stand as in the expected file") {
    test::expect_text_file("layout_northmoor_frames.txt", frames_and_lanes(dump(northmoor())));
}

TEST_CASE("the demo room's home fits the panel's map at about one millimetre a unit") {
    layout::WorldRect const home = northmoor().frames.at(0).rect;
    CHECK(home.w == doctest::Approx(1784));
    CHECK(home.h < 800);
    CHECK(home.h > 700);
}

TEST_CASE(
    "no stage name of the demo room is cut or broken, or loses more than a seventh of its size") {
    layout::MapLayout const map = northmoor();
    for (layout::Frame const& frame : map.frames) {
        for (layout::StageColumn const& column : frame.columns) {
            layout::TextBlock const& name = column.name.block;
            CAPTURE(name.lines.front().text);
            CHECK_FALSE(name.cut);
            CHECK_FALSE(name.word_cut);
            double const cap = frame.level == 0 ? 20 : 13;
            double const wish = layout::font_size_for_cap(cap) * frame.scale;
            CHECK(name.style.size <= wish * 1.0001);
            CHECK(name.style.size >= wish * 0.86);
        }
    }
}
