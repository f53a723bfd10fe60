#include "base/jpeg.hpp"

#include <memory>
#include <turbojpeg.h>

namespace base {
namespace {

struct Destroy {
    void operator()(void* decoder) const { tjDestroy(decoder); }
};
using Decoder = std::unique_ptr<void, Destroy>;

std::size_t bytes_of(int width, int height) {
    return static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4;
}

// With a warning (bytes left over, a cut end) there is a picture, as far as it goes.
bool decode(Decoder const& decoder, std::span<std::uint8_t const> file, int format,
            std::vector<std::uint8_t>& pixels, int width, int height) {
    // A picture of thousands of scans would keep the wall busy for minutes.
    constexpr int flags = TJFLAG_LIMITSCANS | TJFLAG_ACCURATEDCT;
    int const result = tjDecompress2(decoder.get(), file.data(), file.size(), pixels.data(), width,
                                     width * 4, height, format, flags);
    return result == 0 || tjGetErrorCode(decoder.get()) == TJERR_WARNING;
}

// Printers' inks as Adobe writes them, the other way round.
void to_rgba(std::vector<std::uint8_t>& pixels) {
    for (std::size_t i = 0; i + 3 < pixels.size(); i += 4) {
        unsigned const key = pixels[i + 3];
        for (std::size_t c = 0; c < 3; ++c)
            pixels[i + c] = static_cast<std::uint8_t>((pixels[i + c] * key + 127) / 255);
        pixels[i + 3] = 255;
    }
}

}  // namespace

bool is_jpeg(std::span<std::uint8_t const> file) {
    return file.size() >= 2 && file[0] == 0xFF && file[1] == 0xD8;
}

std::vector<std::uint8_t> decode_jpeg(std::span<std::uint8_t const> file, int width, int height) {
    Decoder const decoder(tjInitDecompress());
    if (!decoder) return {};
    int found_width = 0;
    int found_height = 0;
    int subsampling = 0;
    int colours = 0;
    int const header = tjDecompressHeader3(decoder.get(), file.data(), file.size(), &found_width,
                                           &found_height, &subsampling, &colours);
    // The size that passed the gate is the one that memory is for.
    if (header != 0 || found_width != width || found_height != height) return {};
    std::vector<std::uint8_t> pixels(bytes_of(width, height));
    bool const inks = colours == TJCS_CMYK || colours == TJCS_YCCK;
    if (!decode(decoder, file, inks ? TJPF_CMYK : TJPF_RGBA, pixels, width, height)) return {};
    if (inks) to_rgba(pixels);
    return pixels;
}

}  // namespace base
