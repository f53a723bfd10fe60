#include "layout/layout_room.hpp"

#include "laid_out.hpp"
#include "layout/hit_test.hpp"
#include "support/expect_text_file.hpp"
#include "support/room_builder.hpp"

using layout::Frame;
using layout::LaneRole;
using layout::MapLayout;
using layout::StageColumn;
using layout::WorldRect;
using test::lane_of;
using test::lay_out;
using test::tolerance;

namespace {

test::RoomBuilder small_room() {
    test::RoomBuilder built;
    built.journey("life", 0)
        .stage("S1", "I wonder if there is better")
        .touchpoint("Advice call", "Phone");
    built.verbatim("They rang at once.", 1).stage("S2", "Something breaks");
    built.touchpoint("Report a fault", "Phone").touchpoint("Engineer arrives", "Visit");
    built.verbatim("Nobody rang back for ten days.", -2).touchpoint("Letter of complaint");
    built.journey("fix", 1, "S2")
        .stage("cold", "It is cold")
        .step("Looks at the boiler")
        .place("T2");
    built.stage("fixed", "It is fixed")
        .step("Watches")
        .step("Decides on the part")
        .place("T3")
        .place("T4");
    built.journey("visit", 2, "fixed").stage("knock", "A knock and a badge").place("T3");
    built.journey("move", 1)
        .stage("tell", "I tell you I am moving")
        .touchpoint("Move-out form", "Web");
    return built;
}

}  // namespace

TEST_CASE("a small room of three levels stands as in the expected file") {
    test::expect_text_file("layout_small_room.txt", layout::dump(lay_out(small_room().room)));
}

TEST_CASE("the channel lens gives a journey one lane a channel, without channel last") {
    layout::LayoutOptions options;
    options.channel_lens = true;
    test::RoomBuilder built;
    built.journey("life", 0).stage("S1").touchpoint("nowhere").touchpoint("web", "Web");
    built.touchpoint("phone", "Phone").journey("j", 1, "S1").stage("a").place("T3").place("T1");
    built.stage("b").place("T2").place("T3").place("T3");
    MapLayout const map = lay_out(built.room, options);
    std::vector<std::string> lanes;
    for (layout::Lane const& lane : map.frames[1].lanes) {
        if (lane.role == LaneRole::Touchpoints) lanes.push_back(lane.channel);
    }
    CHECK(lanes == std::vector<std::string>{"Web", "Phone", ""});
    auto const& items = map.items;
    CHECK(items[3].rect.y == doctest::Approx(items[6].rect.y));  // T3 in both stages
    CHECK(items[5].rect.y < items[3].rect.y);                    // web above phone
    CHECK(items[4].rect.y > items[7].rect.y);                    // no channel below a stack of two
    auto const at_home = map.frames[0].lanes;
    CHECK(std::count_if(at_home.begin(), at_home.end(), [](layout::Lane const& lane) {
              return lane.role == LaneRole::Touchpoints;
          }) == 1);
}

TEST_CASE(
    "an only child fills its column between the paddings, and its scale says how much smaller it "
    "is") {
    MapLayout const map = lay_out(small_room().room);
    for (std::size_t child : {1U, 2U}) {
        Frame const& frame = map.frames[child];
        Frame const& parent = map.frames[static_cast<std::size_t>(frame.parent)];
        WorldRect const column = parent.columns[static_cast<std::size_t>(frame.column)].rect;
        CHECK(frame.rect.w == doctest::Approx(column.w - 16 * parent.scale));
        CHECK(frame.rail.w == doctest::Approx(88 * frame.scale));
        CHECK(map.items[frame.first_item].rect.h == doctest::Approx(104 * frame.scale));
        CHECK(frame.columns[0].name.block.style.size ==
              doctest::Approx(layout::font_size_for_cap(13) * frame.scale));
    }
    CHECK(map.frames[0].scale == 1);
}

TEST_CASE("child journeys of one stage share its width in file order") {
    test::RoomBuilder built;
    built.journey("life", 0).stage("S1").journey("b", 1, "S1").stage("b1").journey("a", 1, "S1");
    for (int i = 0; i < 12; ++i)
        built.stage("a" + std::to_string(i));
    MapLayout const map = lay_out(built.room);
    CHECK(map.frames[1].rect.w == doctest::Approx(map.frames[2].rect.w));
    CHECK(map.frames[1].rect.right() < map.frames[2].rect.x);
    CHECK(map.frames[1].rect.y == doctest::Approx(map.frames[2].rect.y));
}

TEST_CASE("journeys without a parent stage stand in rows under the life cycle, by level") {
    test::RoomBuilder built;
    built.journey("micro", 2).stage("m").journey("life", 0).stage("S1");
    for (int i = 0; i < 10; ++i) {
        std::string const key = "j" + std::to_string(i);
        built.journey(key, 1).stage(key).touchpoint("t");
    }
    MapLayout const map = lay_out(built.room);
    REQUIRE(map.frames.size() == 12);
    CHECK(map.frames[0].level == 0);
    CHECK(map.frames[0].rect.y == 0);
    CHECK(map.frames[1].rect.y > map.frames[0].rect.bottom());
    CHECK(map.frames[8].rect.y == map.frames[1].rect.y);
    CHECK(map.frames[9].rect.y > map.frames[1].rect.bottom());
    CHECK(map.frames[11].level == 2);
    CHECK(map.frames[11].rect.y > map.frames[10].rect.bottom());
    for (std::size_t i = 1; i < 12; ++i) {
        CHECK(map.frames[i].scale <= 0.5);
        CHECK(map.frames[i].rect.right() <= 1784 + tolerance);
    }
}

TEST_CASE(
    "a home of eight stages and eleven touchpoints, one journey in each, fits the panel's map") {
    test::RoomBuilder built;
    built.journey("life", 0);
    for (int s = 0; s < 8; ++s) {
        built.stage("S" + std::to_string(s), "I stay, tell others or leave");
        for (int t = 0; t < 11; ++t)
            built.touchpoint("Touchpoint");
    }
    for (int s = 0; s < 8; ++s) {
        std::string const key = "J" + std::to_string(s);
        built.journey(key, 1, "S" + std::to_string(s));
        for (int c = 0; c < 6; ++c)
            built.stage(key + std::to_string(c)).place("T1").place("T2");
    }
    MapLayout const map = lay_out(built.room);
    CHECK(map.frames[0].rect.w == doctest::Approx(1784));
    CHECK(map.frames[0].rect.h > 650);
    CHECK(map.frames[0].rect.h < 790);
    // Eight ordinary names ask for hardly smaller type than 20 mm capitals, the size for the room,
    // and save a line by it.
    CHECK(map.frames[0].columns[0].name.block.style.size >= 0.86 * 20 / 0.727);
    CHECK(map.frames[0].columns[0].name.block.lines.size() == 2);
}

TEST_CASE("forty stages widen the frame, and few stages do not stretch over the wall") {
    test::RoomBuilder many;
    many.journey("life", 0);
    for (int s = 0; s < 40; ++s)
        many.stage("S" + std::to_string(s));
    MapLayout const wide = lay_out(many.room);
    layout::Frame const& frame = wide.frames[0];
    CHECK(frame.rect.w == doctest::Approx(frame.rail.w + 40 * 190));
    // Seen as wide as the panel, its rail still holds names.
    CHECK(frame.rail.w / frame.rect.w * layout::LayoutOptions{}.width_mm == doctest::Approx(46));
    MapLayout const narrow = lay_out(test::RoomBuilder().journey("life", 0).stage("S1").room);
    CHECK(narrow.frames[0].rect.w == doctest::Approx(88 + 420));
}

TEST_CASE(
    "a room without touchpoints, a journey without stages and a room without journeys have a "
    "place") {
    MapLayout const empty = lay_out(test::RoomBuilder().journey("life", 0).room);
    REQUIRE(empty.frames.size() == 1);
    CHECK(empty.frames[0].columns.empty());
    CHECK(empty.frames[0].rect.w == doctest::Approx(88 + 420));
    CHECK(lane_of(empty.frames[0], LaneRole::Touchpoints).h > 0);
    CHECK(layout::hit_test(empty, {200, 50}, 10)->kind == layout::Hit::Kind::Frame);
    MapLayout const nothing = lay_out({});
    CHECK(nothing.frames.empty());
    CHECK_FALSE(layout::hit_test(nothing, {0, 0}, 10).has_value());
}

TEST_CASE("a window without room for the map still gives a map with positive sizes") {
    layout::LayoutOptions options;
    options.width_mm = 0;
    options.height_mm = -40;
    for (Frame const& frame : lay_out(small_room().room, options).frames) {
        CHECK(frame.scale > 0);
        CHECK_FALSE(frame.rect.empty());
    }
}

TEST_CASE("a long word in a stage name makes the name smaller before it is broken") {
    test::RoomBuilder built;
    built.journey("life", 0);
    for (int s = 0; s < 8; ++s)
        built.stage("S" + std::to_string(s), "I live warm");
    built.room.stages[3].name = "Zählerstandsübermittlung";
    MapLayout const map = lay_out(built.room);
    auto const& columns = map.frames[0].columns;
    CHECK_FALSE(columns[3].name.block.word_cut);
    CHECK(columns[3].name.block.lines.size() == 1);
    CHECK(columns[3].name.block.style.size >= 0.45 * layout::font_size_for_cap(20) - tolerance);
    // The others follow as far as is bearable, together.
    CHECK(columns[0].name.block.style.size == doctest::Approx(0.8 * layout::font_size_for_cap(20)));
    CHECK(columns[7].name.block.style.size == columns[0].name.block.style.size);
}

TEST_CASE("the quote of a stage is the strongest one that fits uncut, else the shortest") {
    auto const quoted = [](std::vector<std::pair<std::string, double>> const& said) {
        test::RoomBuilder built;
        built.journey("j", 1).stage("a").touchpoint("t");
        for (auto const& [text, sentiment] : said)
            built.verbatim(text, sentiment);
        return lay_out(built.room).frames[0].columns[0];
    };
    std::string long_text;
    for (int i = 0; i < 100; ++i)
        long_text += "cold and wet ";
    auto const strongest = quoted({{"It was fine.", 0.5}, {"Never again.", -2}, {"Lovely.", 1.5}});
    CHECK(strongest.quote_verbatim == 1);
    REQUIRE(strongest.quote.block.lines.size() == 1);
    CHECK(strongest.quote.block.lines[0].text == "\u201CNever again.\u201D");
    CHECK(quoted({{"It was fine.", 0.5}, {long_text, -2}, {"Lovely.", 1.5}}).quote_verbatim == 2);
    CHECK(quoted({{"First.", 2}, {"Second.", -2}}).quote_verbatim == 0);
    auto const cut = quoted({{long_text + "more", 2}, {long_text, -2}});
    CHECK(cut.quote_verbatim == 1);
    CHECK(cut.quote.block.cut);
    CHECK(cut.quote.block.lines.size() == 4);
}

TEST_CASE("a stage nobody spoke about has no quote, and a journey of such stages no quote lane") {
    test::RoomBuilder built;
    built.journey("j", 1).stage("a").touchpoint("t").verbatim("Good.").stage("b").touchpoint("u");
    built.journey("k", 1).stage("c").touchpoint("v");
    MapLayout const map = lay_out(built.room);
    CHECK(map.frames[0].columns[1].quote.block.lines.empty());
    CHECK(map.frames[0].columns[1].quote_verbatim == 0xffffffffU);
    CHECK(lane_of(map.frames[0], LaneRole::Quotes).h > 0);
    CHECK(lane_of(map.frames[1], LaneRole::Quotes).empty());
    CHECK(lane_of(map.frames[1], LaneRole::Steps).empty());
}

TEST_CASE("journeys that name each other's stages as parent still get a place each") {
    test::RoomBuilder built;
    built.journey("a", 1).stage("a1").journey("b", 1, "a1").stage("b1");
    built.room.journeys[0].parent_stage = model::find_stage(built.room, "b1");
    MapLayout const map = lay_out(built.room);
    CHECK(map.frames.size() == 2);
    CHECK(map.frames[0].parent == -1);
    CHECK(map.frames[1].parent == -1);
}
