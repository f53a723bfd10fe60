#include "layout/hit_test.hpp"

#include <doctest/doctest.h>

using layout::Hit;

namespace {

layout::Frame frame_at(layout::WorldRect rect, int columns) {
    layout::Frame frame;
    frame.rect = rect;
    for (int i = 0; i < columns; ++i) {
        layout::StageColumn column;
        double const width = rect.w / (columns + 1);
        column.rect = {rect.x + (i + 1) * width, rect.y, width, rect.h};
        column.header = {column.rect.x, rect.y, width, rect.h / 10};
        frame.columns.push_back(column);
    }
    return frame;
}

// A life cycle of three stages, 400 x 100; a journey stands in its first stage; three cells.
layout::MapLayout small_map() {
    layout::MapLayout map;
    map.frames = {frame_at({0, 0, 400, 100}, 3), frame_at({110, 60, 80, 30}, 3)};
    map.frames[1].parent = 0;
    map.items.resize(3);
    map.items[0].rect = {110, 20, 80, 10};
    map.items[1].rect = {210, 20, 80, 10};
    map.items[2].rect = {132, 70, 16, 4};
    map.items[1].column = 1;
    map.items[2].frame = 1;
    map.grid = layout::make_grid({map.items[0].rect, map.items[1].rect, map.items[2].rect});
    return map;
}

}  // namespace

TEST_CASE("a tap on a cell finds its touchpoint, with its frame and column") {
    auto const map = small_map();
    for (std::uint32_t i = 0; i < 3; ++i) {
        auto const hit = layout::hit_test(map, map.items[i].rect.centre(), 0);
        REQUIRE(hit.has_value());
        CHECK(hit->kind == Hit::Kind::Item);
        CHECK(hit->item == i);
        CHECK(hit->frame == map.items[i].frame);
        CHECK(hit->column == map.items[i].column);
    }
}

TEST_CASE("a tap beside a cell takes the nearest one within the finger's radius") {
    auto const map = small_map();
    CHECK(layout::hit_test(map, {197, 25}, 20)->item == 0);
    CHECK(layout::hit_test(map, {203, 25}, 20)->item == 1);
    CHECK(layout::hit_test(map, {203, 25}, 5)->kind == Hit::Kind::Frame);
    // The corner counts by its true distance.
    CHECK(layout::hit_test(map, {195, 35}, 7)->kind == Hit::Kind::Frame);
    CHECK(layout::hit_test(map, {195, 35}, 7.1)->kind == Hit::Kind::Item);
}

TEST_CASE("a tap on a stage name finds the stage, elsewhere the deepest journey") {
    auto const map = small_map();
    auto const stage = layout::hit_test(map, {250, 5}, 3);
    CHECK(stage->kind == Hit::Kind::Stage);
    CHECK(stage->frame == 0);
    CHECK(stage->column == 1);
    CHECK(layout::hit_test(map, {50, 5}, 3)->kind == Hit::Kind::Frame);
    auto const inner = layout::hit_test(map, {155, 61}, 0);
    CHECK(inner->kind == Hit::Kind::Stage);
    CHECK(inner->frame == 1);
    CHECK(layout::hit_test(map, {115, 85}, 0)->frame == 1);
    CHECK_FALSE(layout::hit_test(map, {500, 50}, 3).has_value());
}

TEST_CASE("the deepest journey at a point is the innermost one that holds it") {
    auto const map = small_map();
    CHECK(layout::deepest_frame(map, {150, 75}) == 1U);
    CHECK(layout::deepest_frame(map, {150, 95}) == 0U);
    CHECK_FALSE(layout::deepest_frame(map, {-1, 50}).has_value());
}

TEST_CASE("a point in the lane rail lies in no column") {
    auto const map = small_map();
    CHECK_FALSE(layout::column_at(map.frames[0], {99, 50}).has_value());
    CHECK(layout::column_at(map.frames[0], {100, 50}) == 0U);
    CHECK(layout::column_at(map.frames[0], {399, 50}) == 2U);
    CHECK_FALSE(layout::column_at(map.frames[0], {400, 50}).has_value());
    CHECK_FALSE(layout::column_at(layout::Frame{}, {0, 0}).has_value());
}
