// The camera path that `bench` plays over a scene. Must not know the scene. Used by shell (bench)
// and fuzzing.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/bench_result.hpp"

namespace exchange {

struct BenchCamera {
    double cx = 0, cy = 0;  // world units
    double z = 1;           // pixels a world unit
};

struct CameraPath {
    std::uint32_t n = 0;
    int width = 0;
    int height = 0;
    std::vector<BenchCamera> cameras;
};

BenchResult<CameraPath> read_camera_path(std::filesystem::path const& file);
BenchResult<CameraPath> read_camera_path_text(std::string_view bytes, std::string const& shown_as);

}  // namespace exchange
