// The scenes that `bench` plays: up to 100,000 touchpoints, read as a stream of JSON events. Must
// not know rooms: a scene is drawn through the same code, but is no pack. Used by shell (bench) and
// fuzzing.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "exchange/bench_result.hpp"

namespace exchange {

// World units.
struct BenchLayout {
    double card_w = 240, card_h = 120, radius = 12;
    double col_pitch = 300, lane_pitch = 160;
    double stage_pitch_x = 3060, stage_pitch_y = 2000;
    double header_h = 60, emotion_y = 60, emotion_h = 200, lanes_y = 280;
};

struct BenchBounds {
    double x = 0, y = 0, w = 0, h = 0;
};

struct BenchStage {
    std::string name;
    int row = 0;
    int column = 0;
};

struct BenchTouchpoint {
    std::uint32_t stage = 0;
    std::int32_t lane = 0;
    std::int32_t col = 0;
    std::string title;
    std::string description;  // two lines parted by LF
    std::string channel;
    double reliability = 0;      // percent
    double differentiation = 0;  // 0..10
};

struct BenchLink {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
};

struct BenchEmotion {
    std::uint32_t stage = 0;
    std::int32_t col = 0;
    double value = 0;  // -1..1
};

struct BenchScene {
    std::uint32_t n = 0;
    std::uint32_t seed = 0;
    int stages_per_row = 1;
    BenchLayout layout;
    BenchBounds bounds;
    std::vector<std::pair<std::string, std::string>> channel_colours;  // channel, "#rrggbb"
    std::vector<BenchStage> stages;
    std::vector<BenchTouchpoint> touchpoints;
    std::vector<BenchLink> links;
    std::vector<BenchEmotion> emotion;
};

BenchResult<BenchScene> read_bench_scene(std::filesystem::path const& file);
BenchResult<BenchScene> read_bench_scene_text(std::string_view bytes, std::string const& shown_as);

}  // namespace exchange
