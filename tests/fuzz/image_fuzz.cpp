// Any bytes as a picture of a pack: what passes the gate can be decoded, or is found damaged,
// without harm.
#include <span>

#include "base/image.hpp"
#include "fuzz_input.hpp"

int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    constexpr long long max_pixels_decoded = 1'000'000;  // larger ones only slow the search down
    std::span<std::uint8_t const> const file(data, size);
    if (!base::image_problem(file).empty()) return 0;
    auto const info = base::read_image_info(file);
    fuzz::require(info && info->width > 0 && info->height > 0);
    fuzz::require(info->width <= base::max_image_side_px &&
                  info->height <= base::max_image_side_px);
    if (static_cast<long long>(info->width) * info->height > max_pixels_decoded) return 0;
    auto const image = base::decode_image(file);
    if (!image) return 0;
    auto const pixels =
        static_cast<std::size_t>(image->width) * static_cast<std::size_t>(image->height);
    fuzz::require(image->rgba.size() == pixels * 4);
    return 0;
}
