#include <doctest/doctest.h>
#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H

#include <cmath>

#include "scene/distance_field.hpp"
#include "scene/font_samples.hpp"
#include "scene/font_shaping.hpp"

using namespace scene;

namespace {

// The picture that the fragment shader makes of a glyph: font.hpp's formula, one sample at each
// pixel centre.
class Reconstruction {
public:
    Reconstruction(FontBook& fonts, std::uint32_t glyph, float size_px)
        : m_slot(fonts.slot(glyph, size_px)),
          m_page(test::page_of(fonts, m_slot)),
          m_size(size_px) {}

    // Coverage at (x, y), in pixels from the pen, y down.
    float coverage(float x, float y) const {
        float const u = m_slot.u0 * 1024 + (x / m_size - m_slot.x0) * m_slot.atlas_px_per_em;
        float const v = m_slot.v0 * 1024 + (y / m_size - m_slot.y0) * m_slot.atlas_px_per_em;
        bool const inside = u > m_slot.u0 * 1024 && u < m_slot.u1 * 1024 && v > m_slot.v0 * 1024 &&
                            v < m_slot.v1 * 1024;
        if (!inside) return 0;
        float const k = 2 * m_slot.spread_px * m_size / m_slot.atlas_px_per_em;
        return std::clamp((sample(u, v) - 0.5F) * k + 0.5F, 0.0F, 1.0F);
    }

private:
    float texel(int x, int y) const {
        auto const at = static_cast<std::size_t>(std::clamp(y, 0, 1023)) * 1024 +
                        static_cast<std::size_t>(std::clamp(x, 0, 1023));
        return static_cast<float>(m_page.pixels[at]) / 255.0F;
    }

    float sample(float u, float v) const {
        float const x = std::floor(u - 0.5F);
        float const y = std::floor(v - 0.5F);
        float const fx = u - 0.5F - x;
        float const fy = v - 0.5F - y;
        int const i = static_cast<int>(x);
        int const j = static_cast<int>(y);
        float const upper = texel(i, j) * (1 - fx) + texel(i + 1, j) * fx;
        float const lower = texel(i, j + 1) * (1 - fx) + texel(i + 1, j + 1) * fx;
        return upper * (1 - fy) + lower * fy;
    }

    GlyphSlot m_slot;
    AtlasPage const& m_page;
    float m_size;
};

struct Difference {
    double sum = 0;     // of |coverage - FreeType's|, 0..1 a pixel
    double pixels = 0;  // with ink in either
    double ink = 0;
    double wanted_ink = 0;
};

class Reference {
public:
    explicit Reference(std::string const& file) {
        FT_Init_FreeType(&m_library);
        REQUIRE(FT_New_Face(m_library, file.c_str(), 0, &m_face) == 0);
    }
    ~Reference() { FT_Done_FreeType(m_library); }
    Reference(Reference const&) = delete;
    Reference& operator=(Reference const&) = delete;

    // Compares with the pen at a fraction of a pixel, as text on a map stands anywhere.
    void compare(char letter, Reconstruction const& ours, float size_px, float shift,
                 Difference& total) {
        FT_Set_Char_Size(m_face, 0, std::lround(size_px * 64.0F), 72, 72);
        auto const code = static_cast<FT_ULong>(letter);
        REQUIRE(FT_Load_Char(m_face, code, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP) == 0);
        FT_Outline_Translate(&m_face->glyph->outline, std::lround(shift * 64.0F), 0);
        REQUIRE(FT_Render_Glyph(m_face->glyph, FT_RENDER_MODE_NORMAL) == 0);
        FT_Bitmap const& bitmap = m_face->glyph->bitmap;
        int const columns = static_cast<int>(bitmap.width);
        int const rows = static_cast<int>(bitmap.rows);
        for (int y = -1; y <= rows; ++y) {
            for (int x = -1; x <= columns; ++x) {
                bool const in = x >= 0 && y >= 0 && x < columns && y < rows;
                double const wanted = in ? bitmap.buffer[y * bitmap.pitch + x] / 255.0 : 0;
                auto const px = static_cast<float>(x + m_face->glyph->bitmap_left) + 0.5F - shift;
                auto const py = static_cast<float>(y - m_face->glyph->bitmap_top) + 0.5F;
                auto const got = static_cast<double>(ours.coverage(px, py));
                if (wanted <= 0 && got <= 0) continue;
                total.sum += std::abs(got - wanted);
                total.pixels += 1;
                total.ink += got;
                total.wanted_ink += wanted;
            }
        }
    }

private:
    FT_Library m_library = nullptr;
    FT_Face m_face = nullptr;
};

GreyImage disc(int side, float radius) {
    GreyImage image = blank_image(side, side);
    float const middle = static_cast<float>(side) / 2;
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            float const dx = static_cast<float>(x) + 0.5F - middle;
            float const dy = static_cast<float>(y) + 0.5F - middle;
            float const a = std::clamp(radius - std::hypot(dx, dy) + 0.5F, 0.0F, 1.0F);
            image.at(x, y) = static_cast<std::uint8_t>(std::lround(a * 255));
        }
    }
    return image;
}

}  // namespace

TEST_CASE("the distance field of a disc holds the distance to its edge") {
    for (int const s : {1, 2, 4}) {
        float const radius = 12;
        GreyImage const field =
            distance_field(disc(40 * s, radius * static_cast<float>(s)), {s, 4});
        REQUIRE(field.width == 40);
        for (int y = 0; y < 40; ++y) {
            for (int x = 0; x < 40; ++x) {
                float const dx = static_cast<float>(x) + 0.5F - 20;
                float const dy = static_cast<float>(y) + 0.5F - 20;
                float const wanted = std::clamp(radius - std::hypot(dx, dy), -4.0F, 4.0F);
                float const got = (static_cast<float>(field.at(x, y)) / 255.0F - 0.5F) * 8;
                CHECK(std::abs(got - wanted) < (s == 1 ? 0.25F : 0.12F));
            }
        }
    }
}

TEST_CASE("an empty picture is outside everywhere and a full one inside") {
    GreyImage const outside = distance_field(blank_image(8, 8), {2, 3});
    CHECK(outside.pixels == std::vector<std::uint8_t>(16, 0));
    GreyImage full = blank_image(32, 32);
    full.pixels.assign(32 * 32, 255);
    GreyImage const field = distance_field(full, {2, 3});
    for (int i = 4; i < 12; ++i)
        CHECK(field.at(i, 8) == 255);
    CHECK(field.at(0, 8) < 160);  // half a pixel inside the border
    CHECK(distance_field(blank_image(0, 0), {1, 3}).pixels.empty());
}

TEST_CASE("text from the atlas looks like FreeType's grey rendering at every size") {
    FontBook& fonts = test::shared_fonts();
    if (!test::has_family(fonts, "Inter")) return;
    struct Bound {
        float size_px;
        double mean;  // of 255, over the pixels with ink
        double ink;   // relative error of the weight of the text
    };
    for (Weight const weight : {Weight::Regular, Weight::SemiBold}) {
        Reference reference(fonts.face_file(weight));
        for (Bound const bound :
             {Bound{9, 14, 0.04}, Bound{12, 14, 0.03}, Bound{16, 11, 0.02}, Bound{24, 7, 0.02},
              Bound{40, 5, 0.01}, Bound{100, 3, 0.01}, Bound{400, 2, 0.005}}) {
            Difference total;
            for (char const letter : std::string("aegkmstwyARW&")) {
                std::string const text(1, letter);
                ShapedRun const run = fonts.run(fonts.shape(text, weight));
                Reconstruction const ours(fonts, run.glyphs.at(0).glyph, bound.size_px);
                for (float const shift : {0.0F, 0.25F, 0.5F, 0.75F}) {
                    reference.compare(letter, ours, bound.size_px, shift, total);
                }
            }
            CAPTURE(bound.size_px);
            CHECK(255 * total.sum / total.pixels < bound.mean);
            CHECK(total.ink / total.wanted_ink == doctest::Approx(1).epsilon(bound.ink));
        }
    }
}
