#include "exchange/camera_path.hpp"

#include <cmath>

#include "exchange/bench_file.hpp"
#include "exchange/json_reader.hpp"

namespace exchange {
namespace {

constexpr std::size_t max_cameras = 100'000;

std::optional<double> camera_number(JsonValue const& camera, std::string_view name) {
    JsonMember const* const member = camera.member(name);
    if (member == nullptr || member->value.kind != JsonKind::Number) return std::nullopt;
    if (std::abs(member->value.number) > 1e12) return std::nullopt;
    return member->value.number;
}

std::optional<BenchCamera> read_camera(JsonValue const& value) {
    auto const cx = camera_number(value, "cx");
    auto const cy = camera_number(value, "cy");
    auto const z = camera_number(value, "z");
    if (!cx || !cy || !z || *z <= 0) return std::nullopt;
    return BenchCamera{*cx, *cy, *z};
}

// Width or height of the view that the path was made for.
std::optional<int> side(JsonValue const& size, std::size_t which) {
    if (size.items.size() != 2 || size.items[which].kind != JsonKind::Number) return std::nullopt;
    double const px = size.items[which].number;
    if (px < 1 || px > 100'000 || px != std::floor(px)) return std::nullopt;
    return static_cast<int>(px);
}

}  // namespace

BenchResult<CameraPath> read_camera_path_text(std::string_view bytes, std::string const& shown_as) {
    JsonResult const parsed = read_json(bytes);
    if (parsed.fault) {
        return refused<CameraPath>(shown_as, parsed.fault->place, parsed.fault->text);
    }
    JsonValue const& root = *parsed.value;
    auto const refuse_at = [&](JsonValue const& value, std::string text) {
        return refused<CameraPath>(shown_as, place_of(bytes, value.offset), std::move(text));
    };
    JsonMember const* const format = root.member("format");
    if (format == nullptr || format->value.text != "camera-path") {
        return refuse_at(root, R"(this is not a camera path; "format" must be "camera-path")");
    }
    JsonMember const* const size = root.member("size");
    auto const width = size != nullptr ? side(size->value, 0) : std::nullopt;
    auto const height = size != nullptr ? side(size->value, 1) : std::nullopt;
    if (!width || !height) return refuse_at(root, "\"size\" must be [WIDTH, HEIGHT] in pixels");
    JsonMember const* const cameras = root.member("cameras");
    if (cameras == nullptr || cameras->value.items.empty() ||
        cameras->value.items.size() > max_cameras) {
        return refuse_at(root, "\"cameras\" must list 1 to 100,000 cameras");
    }
    CameraPath path{0, *width, *height, {}};
    if (auto const n = camera_number(root, "n"); n && *n >= 0 && *n <= 4e9) {
        path.n = static_cast<std::uint32_t>(*n);
    }
    for (JsonValue const& value : cameras->value.items) {
        auto const camera = read_camera(value);
        if (!camera) return refuse_at(value, "a camera has numbers cx, cy and z, z above 0");
        path.cameras.push_back(*camera);
    }
    return {std::move(path), std::nullopt};
}

BenchResult<CameraPath> read_camera_path(std::filesystem::path const& file) {
    return read_bench_file<CameraPath>(file, read_camera_path_text);
}

}  // namespace exchange
