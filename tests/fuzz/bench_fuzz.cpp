// Any bytes as a bench scene and as a camera path: what is accepted refers to what is there.
#include "exchange/bench_scene.hpp"
#include "exchange/camera_path.hpp"
#include "fuzz_input.hpp"

int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const bytes = fuzz::as_text(data, size);
    auto const scene = exchange::read_bench_scene_text(bytes, "s");
    fuzz::require(scene.value.has_value() != scene.problem.has_value());
    if (scene.value) {
        for (auto const& touchpoint : scene.value->touchpoints) {
            fuzz::require(touchpoint.stage < scene.value->stages.size());
        }
        for (auto const& link : scene.value->links) {
            fuzz::require(link.from < scene.value->touchpoints.size());
            fuzz::require(link.to < scene.value->touchpoints.size());
        }
    }
    auto const path = exchange::read_camera_path_text(bytes, "c");
    fuzz::require(path.value.has_value() != path.problem.has_value());
    fuzz::require(!path.value || !path.value->cameras.empty());
    return 0;
}
