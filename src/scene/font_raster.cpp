#include "scene/font_raster.hpp"

#include <ft2build.h>
#include FT_FREETYPE_H

#include <algorithm>
#include <cmath>
#include <string>

#include "scene/distance_field.hpp"

namespace scene {
namespace {

constexpr FT_Int32 outline_flags = FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP | FT_LOAD_RENDER;
constexpr FT_Int32 color_flags = FT_LOAD_COLOR | FT_LOAD_NO_HINTING | FT_LOAD_RENDER;
constexpr int margin_px = 1;  // beyond the spread, so that bilinear samples at the edge find 0

int floor_div(int a, int b) {
    return a >= 0 ? a / b : -((b - 1 - a) / b);
}

// Coverage at `supersampling` times the size class, with its place relative to the pen (y down).
struct PlacedCoverage {
    GreyImage image;
    int left = 0;
    int top = 0;
};

GlyphPicture field_of(PlacedCoverage const& drawn, SizeClass const& size) {
    int const s = size.supersampling;
    int const margin = static_cast<int>(std::ceil(size.spread_px)) + margin_px;
    GlyphPicture picture;
    picture.px_per_em = size.px_per_em;
    picture.spread_px = size.spread_px;
    picture.left_px = floor_div(drawn.left, s) - margin;
    picture.top_px = floor_div(drawn.top, s) - margin;
    int const right = floor_div(drawn.left + drawn.image.width - 1, s) + 1 + margin;
    int const bottom = floor_div(drawn.top + drawn.image.height - 1, s) + 1 + margin;
    GreyImage padded = blank_image((right - picture.left_px) * s, (bottom - picture.top_px) * s);
    for (int y = 0; y < drawn.image.height; ++y) {
        for (int x = 0; x < drawn.image.width; ++x) {
            padded.at(drawn.left - picture.left_px * s + x, drawn.top - picture.top_px * s + y) =
                drawn.image.at(x, y);
        }
    }
    GreyImage field = distance_field(padded, {s, size.spread_px});
    picture.width = field.width;
    picture.height = field.height;
    picture.pixels = std::move(field.pixels);
    return picture;
}

PlacedCoverage coverage_of(FT_GlyphSlot slot) {
    FT_Bitmap const& bitmap = slot->bitmap;
    PlacedCoverage out{blank_image(static_cast<int>(bitmap.width), static_cast<int>(bitmap.rows)),
                       slot->bitmap_left, -slot->bitmap_top};
    for (int y = 0; y < out.image.height; ++y) {
        for (int x = 0; x < out.image.width; ++x) {
            out.image.at(x, y) = bitmap.buffer[y * bitmap.pitch + x];
        }
    }
    return out;
}

// Sums of BGRA pixels weighted by how much of them a target pixel covers.
std::array<double, 4> box_sum(FT_Bitmap const& bitmap, std::array<double, 4> const& box) {
    auto const [x0, y0, x1, y1] = box;
    std::array<double, 4> sum{};
    int const last_x = std::min(static_cast<int>(std::ceil(x1)), static_cast<int>(bitmap.width));
    int const last_y = std::min(static_cast<int>(std::ceil(y1)), static_cast<int>(bitmap.rows));
    for (int y = std::max(0, static_cast<int>(y0)); y < last_y; ++y) {
        double const rows = std::min(y + 1.0, y1) - std::max<double>(y, y0);
        for (int x = std::max(0, static_cast<int>(x0)); x < last_x; ++x) {
            double const area = rows * (std::min(x + 1.0, x1) - std::max<double>(x, x0));
            unsigned char const* const pixel = bitmap.buffer + y * bitmap.pitch + x * 4;
            for (std::size_t k = 0; k < 4; ++k)
                sum[k] += area * pixel[k];
        }
    }
    return sum;
}

// The strike scaled down to `scale` (area average; the bitmap is premultiplied already), never up.
GlyphPicture picture_of(FT_GlyphSlot slot, double scale) {
    FT_Bitmap const& bitmap = slot->bitmap;
    double const step = 1 / scale;
    GlyphPicture picture;
    picture.format = AtlasFormat::Color;
    picture.left_px = static_cast<int>(std::floor(slot->bitmap_left * scale)) - margin_px;
    picture.top_px = static_cast<int>(std::floor(-slot->bitmap_top * scale)) - margin_px;
    picture.width = static_cast<int>(std::ceil(bitmap.width * scale)) + 1 + 2 * margin_px;
    picture.height = static_cast<int>(std::ceil(bitmap.rows * scale)) + 1 + 2 * margin_px;
    for (int y = 0; y < picture.height; ++y) {
        double const y0 = (y + picture.top_px) * step + slot->bitmap_top;
        for (int x = 0; x < picture.width; ++x) {
            double const x0 = (x + picture.left_px) * step - slot->bitmap_left;
            auto const bgra = box_sum(bitmap, {x0, y0, x0 + step, y0 + step});
            for (std::size_t const channel : {2U, 1U, 0U, 3U}) {
                double const mean = bgra[channel] / (step * step);
                picture.pixels.push_back(static_cast<std::uint8_t>(std::lround(mean)));
            }
        }
    }
    return picture;
}

}  // namespace

struct GlyphRaster::Implementation {
    FT_Library library = nullptr;
    std::unordered_map<std::string, FT_Face> faces;  // by path and index; null: could not be opened

    FT_Face open(FaceFile const& file) {
        auto const [place, is_new] =
            faces.try_emplace(file.path + '#' + std::to_string(file.index), nullptr);
        if (is_new) FT_New_Face(library, file.path.c_str(), file.index, &place->second);
        return place->second;
    }
};

GlyphRaster::GlyphRaster() : m_implementation(std::make_unique<Implementation>()) {
    FT_Init_FreeType(&m_implementation->library);
}

GlyphRaster::~GlyphRaster() {
    FT_Done_FreeType(m_implementation->library);  // closes the faces
}

GlyphPicture GlyphRaster::draw(Face const& face, std::uint32_t glyph, SizeClass const& size) {
    FT_Face ft = m_implementation->open(face.file);
    if (ft == nullptr) return {};
    if (FT_HAS_FIXED_SIZES(ft) && !FT_IS_SCALABLE(ft)) {
        FT_Select_Size(ft, 0);
        if (FT_Load_Glyph(ft, glyph, color_flags) != 0) return {};
        if (ft->glyph->bitmap.pixel_mode != FT_PIXEL_MODE_BGRA) return {};
        // Strikes beyond the class's size stay as they are: emoji are never scaled up here.
        double const strike = ft->size->metrics.y_ppem / face.fit;
        double const scale = std::min(1.0, static_cast<double>(size.px_per_em) / strike);
        GlyphPicture picture = picture_of(ft->glyph, scale);
        picture.px_per_em = static_cast<float>(strike * scale);
        return picture;
    }
    double const ppem = static_cast<double>(size.px_per_em) * size.supersampling * face.fit;
    FT_Set_Char_Size(ft, 0, std::lround(ppem * 64), 72, 72);
    if (FT_Load_Glyph(ft, glyph, outline_flags) != 0) return {};
    FT_Bitmap const& bitmap = ft->glyph->bitmap;
    if (bitmap.width == 0 || bitmap.rows == 0 || bitmap.pixel_mode != FT_PIXEL_MODE_GRAY) return {};
    return field_of(coverage_of(ft->glyph), size);
}

GlyphPicture draw_missing_box(SizeClass const& size) {
    double const em = static_cast<double>(size.px_per_em) * size.supersampling;
    auto const px = [em](double value) { return static_cast<int>(std::lround(value * em)); };
    int const line = std::max(1, px(0.06));
    PlacedCoverage drawn{blank_image(px(0.46), px(layout::cap_height_em)), px(0.08),
                         -px(layout::cap_height_em)};
    GreyImage& image = drawn.image;
    for (int y = 0; y < image.height; ++y) {
        for (int x = 0; x < image.width; ++x) {
            bool const hole =
                x >= line && x < image.width - line && y >= line && y < image.height - line;
            image.at(x, y) = hole ? 0 : 255;
        }
    }
    return field_of(drawn, size);
}

std::size_t size_class_of(float size_px) {
    std::size_t i = 0;
    while (i + 1 < size_classes.size() && size_px > size_classes[i].up_to_px)
        ++i;
    return i;
}

}  // namespace scene
