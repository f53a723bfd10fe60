// The one place where stb is compiled. PNG, and the headers of JPEGs, only: the other decoders have
// open memory faults, and a pack may come from anywhere. Everything is static here and reached
// through stb_bridge.hpp.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wold-style-cast"
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
#pragma GCC diagnostic ignored "-Wdouble-promotion"
#pragma GCC diagnostic ignored "-Wunused-function"
#pragma GCC diagnostic ignored "-Wimplicit-fallthrough"
#pragma GCC diagnostic ignored "-Wcast-qual"
#if !defined(__clang__)
#pragma GCC diagnostic ignored "-Wduplicated-branches"
#pragma GCC diagnostic ignored "-Wuseless-cast"
#endif
#define STBI_ONLY_PNG
#define STBI_ONLY_JPEG
#define STBI_NO_STDIO
#define STBI_NO_FAILURE_STRINGS
#define STBI_MAX_DIMENSIONS 8192  // NOLINT(modernize-macro-to-enum): stb asks for it
#define STB_IMAGE_STATIC
// clang-tidy judges our code, not stb's.
#if defined(__clang_analyzer__)
#pragma GCC diagnostic ignored "-Wundefined-internal"
#else
#define STB_IMAGE_IMPLEMENTATION
#define STB_IMAGE_WRITE_IMPLEMENTATION
#endif
#include <stb_image.h>
#define STBI_WRITE_NO_STDIO
#define STB_IMAGE_WRITE_STATIC
#include <stb_image_write.h>
#pragma GCC diagnostic pop

#include "base/stb_bridge.hpp"

namespace base::stb {

bool info(std::span<std::uint8_t const> file, int& width, int& height) {
    int channels = 0;
    return stbi_info_from_memory(file.data(), static_cast<int>(file.size()), &width, &height,
                                 &channels) == 1;
}

std::vector<std::uint8_t> decode(std::span<std::uint8_t const> file, int& width, int& height) {
    int channels = 0;
    stbi_uc* const pixels = stbi_load_from_memory(file.data(), static_cast<int>(file.size()),
                                                  &width, &height, &channels, 4);
    if (pixels == nullptr) return {};
    std::vector<std::uint8_t> rgba(
        pixels, pixels + static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4);
    stbi_image_free(pixels);
    return rgba;
}

std::vector<std::uint8_t> encode_png(std::span<std::uint8_t const> rgba, int width, int height) {
    std::vector<std::uint8_t> out;
    auto const append = [](void* context, void* data, int size) {
        auto* const bytes = static_cast<std::uint8_t const*>(data);
        static_cast<std::vector<std::uint8_t>*>(context)->insert(
            static_cast<std::vector<std::uint8_t>*>(context)->end(), bytes, bytes + size);
    };
    stbi_write_png_to_func(append, &out, width, height, 4, rgba.data(), width * 4);
    return out;
}

}  // namespace base::stb
