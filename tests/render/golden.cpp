#include "golden.hpp"

#include <cmath>
#include <cstdlib>
#include <doctest/doctest.h>
#include <filesystem>

namespace test_render {

namespace {

// The next Mesa may round a little differently.
constexpr int most_difference = 8;
constexpr double most_mean_difference = 0.2;

struct Difference {
    int most = 0;
    double mean = 0;
    base::Image picture;  // eight times amplified
};

Difference compare(base::Image const& a, base::Image const& b) {
    Difference result;
    result.picture = a;
    double sum = 0;
    for (std::size_t i = 0; i < a.rgba.size(); ++i) {
        int const d = std::abs(int{a.rgba[i]} - int{b.rgba[i]});
        result.most = std::max(result.most, d);
        sum += d;
        bool const alpha = i % 4 == 3;
        result.picture.rgba[i] =
            alpha ? std::uint8_t{255} : static_cast<std::uint8_t>(std::min(255, d * 8));
    }
    result.mean = sum / static_cast<double>(std::max<std::size_t>(1, a.rgba.size()));
    return result;
}

}  // namespace

void expect_golden(std::string const& name, base::Image const& actual,
                   std::string const& gl_renderer) {
    if (gl_renderer.find("llvmpipe") == std::string::npos) {
        MESSAGE("skipped: the goldens are llvmpipe's, this is " << gl_renderer);
        return;
    }
    std::filesystem::path const golden =
        std::filesystem::path(SOURCE_ROOT) / "tests/golden" / (name + ".png");
    if (std::getenv("UPDATE_EXPECTED") != nullptr) {
        std::filesystem::create_directories(golden.parent_path());
        base::write_png(golden, actual);
        return;
    }
    REQUIRE_MESSAGE(std::filesystem::exists(golden), golden.string());
    base::Image const expected = base::read_png(golden);
    REQUIRE(expected.width == actual.width);
    REQUIRE(expected.height == actual.height);
    Difference const difference = compare(actual, expected);
    bool const same = difference.most <= most_difference && difference.mean <= most_mean_difference;
    if (!same) {
        std::filesystem::path const folder = std::filesystem::path(BINARY_ROOT) / "golden";
        std::filesystem::create_directories(folder);
        base::write_png(folder / (name + ".actual.png"), actual);
        base::write_png(folder / (name + ".expected.png"), expected);
        base::write_png(folder / (name + ".diff.png"), difference.picture);
        MESSAGE(name << " differs by up to " << difference.most << ", mean " << difference.mean
                     << " (" << gl_renderer << "); pictures in " << folder.string());
    }
    CHECK(same);
}

}  // namespace test_render
