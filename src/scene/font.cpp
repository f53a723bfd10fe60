#include "scene/font.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <deque>
#include <hb.h>
#include <optional>
#include <set>
#include <utility>

#include "scene/font_raster.hpp"
#include "scene/font_runs.hpp"
#include "scene/font_shaping.hpp"
#include "scene/glyph_atlas.hpp"
#include "scene/glyph_cache.hpp"
#include "scene/word_shapes.hpp"

namespace scene {
namespace {

constexpr GlyphSlot empty_slot{};

// A glyph of a face, whatever its size: what RunGlyph::glyph counts.
struct Glyph {
    FaceId face = no_face;
    std::uint32_t index = 0;
    float x0 = 0, y0 = 0, x1 = 0, y1 = 0;  // ink, em
    std::array<std::optional<GlyphSlot>, size_classes.size()> slots;
    bool has_ink() const { return x1 > x0 && y1 > y0; }
};

Glyph missing_box() {
    Glyph box;
    box.x0 = 0.08F;
    box.x1 = 0.54F;
    box.y0 = -static_cast<float>(layout::cap_height_em);
    return box;
}

Glyph glyph_of(Face const& face, FaceId id, std::uint32_t index) {
    Glyph glyph;
    glyph.face = id;
    glyph.index = index;
    hb_glyph_extents_t ink{};
    if (!hb_font_get_glyph_extents(face.font, index, &ink)) return glyph;
    auto const em = [&](hb_position_t units) {
        return static_cast<float>(units * face.em_per_unit());
    };
    glyph.x0 = em(ink.x_bearing);
    glyph.x1 = em(ink.x_bearing + ink.width);
    glyph.y0 = -em(ink.y_bearing);
    glyph.y1 = -em(ink.y_bearing + ink.height);
    return glyph;
}

GlyphSlot slot_at(AtlasPlace const& place, GlyphPicture const& picture) {
    GlyphSlot slot;
    slot.page = place.layer;
    slot.format = picture.format;
    float const texel = 1.0F / atlas_side_px;
    slot.u0 = static_cast<float>(place.x) * texel;
    slot.v0 = static_cast<float>(place.y) * texel;
    slot.u1 = static_cast<float>(place.x + picture.width) * texel;
    slot.v1 = static_cast<float>(place.y + picture.height) * texel;
    slot.x0 = static_cast<float>(picture.left_px) / picture.px_per_em;
    slot.y0 = static_cast<float>(picture.top_px) / picture.px_per_em;
    slot.x1 = static_cast<float>(picture.left_px + picture.width) / picture.px_per_em;
    slot.y1 = static_cast<float>(picture.top_px + picture.height) / picture.px_per_em;
    slot.spread_px = picture.spread_px;
    slot.atlas_px_per_em = picture.px_per_em;
    return slot;
}

std::string file_names(FontFamily const& family) {
    std::string names;
    std::string last;
    for (FaceFile const& file : family.faces) {
        std::string const name = std::filesystem::path(file.path).filename().string();
        if (name == last) continue;
        names += (last.empty() ? "" : ", ") + name;
        last = name;
    }
    return names;
}

}  // namespace

struct FontBook::Implementation {
    explicit Implementation(FontOptions options)
        : cache(std::move(options.cache_file)),
          faces(families_from(cache)),
          atlas({options.most_distance_pages, options.most_color_pages}) {
        glyphs.push_back(missing_box());
    }

    static std::vector<FontFamily> families_from(GlyphCache& cache) {
        if (auto known = cache.families()) return *known;
        FontInventory const inventory = find_fonts();
        cache.set_inventory(inventory);
        return inventory.families;
    }

    std::uint32_t glyph_number(ShapedGlyph const& shaped);
    ShapedRun run_of(std::string_view text, Weight weight);
    std::size_t class_for(Glyph const& glyph, float size_px);
    GlyphSlot const& make(Glyph& glyph, std::size_t size_class);
    GlyphPicture picture_of(Glyph const& glyph, std::size_t size_class);
    std::uint64_t key_of(FaceId face);

    GlyphCache cache;
    FaceStack faces;
    GlyphRaster raster;
    GlyphAtlas atlas;
    RunStore runs;
    WidthStore widths;
    WordShapes words;
    std::deque<Glyph> glyphs;  // 0 is the box; a deque, because slot() gives references away
    std::unordered_map<std::uint64_t, std::uint32_t> glyph_numbers;  // by face and glyph index
    std::unordered_map<FaceId, std::uint64_t> face_keys;
    std::set<char32_t> missing;
    std::uint32_t budget = unlimited_glyphs;
    std::uint64_t generation = 0;
    bool pending = false;
};

std::uint32_t FontBook::Implementation::glyph_number(ShapedGlyph const& shaped) {
    if (shaped.face == no_face) return 0;
    std::uint64_t const key = static_cast<std::uint64_t>(shaped.face) << 32 | shaped.glyph;
    auto const [place, is_new] =
        glyph_numbers.try_emplace(key, static_cast<std::uint32_t>(glyphs.size()));
    if (is_new) glyphs.push_back(glyph_of(faces.face(shaped.face), shaped.face, shaped.glyph));
    return place->second;
}

ShapedRun FontBook::Implementation::run_of(std::string_view text, Weight weight) {
    ShapedLine const line = words.line(faces, text, weight);
    ShapedRun run{std::string(text), weight, static_cast<float>(line.width_em), {}, 0};
    run.missing = static_cast<std::uint32_t>(line.missing.size());
    missing.insert(line.missing.begin(), line.missing.end());
    run.glyphs.reserve(line.glyphs.size());
    for (ShapedGlyph const& shaped : line.glyphs) {
        std::uint32_t const number = glyph_number(shaped);
        Glyph const& glyph = glyphs[number];
        if (!glyph.has_ink()) continue;
        auto const x = static_cast<float>(shaped.pen_x_em);
        auto const y = static_cast<float>(shaped.pen_y_em);
        run.glyphs.push_back(
            {x + glyph.x0, y + glyph.y0, x + glyph.x1, y + glyph.y1, number, x, y});
    }
    return run;
}

std::uint64_t FontBook::Implementation::key_of(FaceId face) {
    if (face == no_face) return 0;
    auto const [place, is_new] = face_keys.try_emplace(face, 0);
    if (is_new) place->second = face_key(faces.face(face).file);
    return place->second;
}

std::size_t FontBook::Implementation::class_for(Glyph const& glyph, float size_px) {
    std::size_t const size_class = size_class_of(size_px);
    bool const color = glyph.face != no_face && faces.face(glyph.face).kind == FaceKind::Color;
    // Emoji strikes are not larger than the third class.
    return color ? std::min<std::size_t>(size_class, 2) : size_class;
}

GlyphPicture FontBook::Implementation::picture_of(Glyph const& glyph, std::size_t size_class) {
    GlyphKey const key{key_of(glyph.face), glyph.index, static_cast<std::uint32_t>(size_class)};
    if (auto known = cache.find(key)) return std::move(*known);
    SizeClass const& size = size_classes[size_class];
    GlyphPicture picture = glyph.face == no_face
                               ? draw_missing_box(size)
                               : raster.draw(faces.face(glyph.face), glyph.index, size);
    cache.add(key, picture);
    if (budget > 0 && budget != unlimited_glyphs && size_class > 0) --budget;
    return picture;
}

GlyphSlot const& FontBook::Implementation::make(Glyph& glyph, std::size_t size_class) {
    GlyphPicture const picture = picture_of(glyph, size_class);
    if (picture.width == 0) return glyph.slots[size_class].emplace();
    auto const place = atlas.add(picture.format, picture.width, picture.height, picture.pixels);
    if (place) return glyph.slots[size_class].emplace(slot_at(*place, picture));
    pending = true;
    for (auto const& slot : glyph.slots) {
        if (slot) return *slot;
    }
    return empty_slot;
}

FontBook::FontBook(FontOptions options)
    : m_implementation(std::make_unique<Implementation>(std::move(options))) {}

FontBook::~FontBook() = default;

std::uint32_t FontBook::shape(std::string_view text, Weight weight) {
    if (text.empty()) return 0;
    if (auto const known = m_implementation->runs.find(text, weight)) return *known;
    return m_implementation->runs.add(m_implementation->run_of(text, weight));
}

ShapedRun const& FontBook::run(std::uint32_t id) const {
    return m_implementation->runs.run(id);
}

GlyphSlot const& FontBook::slot(std::uint32_t glyph, float size_px) {
    Implementation& own = *m_implementation;
    Glyph& wanted = own.glyphs[glyph];
    std::size_t size_class = own.class_for(wanted, size_px);
    if (wanted.slots[size_class]) return *wanted.slots[size_class];
    if (size_class > 0 && own.budget == 0) {
        own.pending = true;
        while (size_class > 0 && !wanted.slots[size_class])
            --size_class;
        if (wanted.slots[size_class]) return *wanted.slots[size_class];
    }
    return own.make(wanted, size_class);
}

void FontBook::begin_frame(std::uint32_t new_glyphs) {
    Implementation& own = *m_implementation;
    own.runs.begin_frame();
    own.budget = new_glyphs;
    own.pending = false;
    if (!own.atlas.full()) return;
    own.atlas.clear();
    for (Glyph& glyph : own.glyphs)
        glyph.slots = {};
    ++own.generation;
}

bool FontBook::glyphs_pending() const {
    return m_implementation->pending;
}
std::uint64_t FontBook::atlas_generation() const {
    return m_implementation->generation;
}
std::vector<AtlasPage>& FontBook::pages() {
    return m_implementation->atlas.pages();
}
void FontBook::save_cache() {
    m_implementation->cache.save();
}

double FontBook::width_em(std::string_view text, Weight weight) {
    Implementation& own = *m_implementation;
    if (auto const known = own.widths.find(text, weight)) return *known;
    double const width = own.words.line(own.faces, text, weight).width_em;
    own.widths.add(text, weight, width);
    return width;
}

bool FontBook::right_to_left(std::string_view text) {
    return starts_right_to_left(text);
}

std::vector<std::string> FontBook::describe() const {
    std::vector<std::string> lines;
    auto const& families = m_implementation->faces.families();
    if (families.empty() || families.front().name != "Inter") lines.emplace_back();
    for (FontFamily const& family : families) {
        lines.push_back(family.name + ": " + file_names(family));
    }
    return lines;
}

std::vector<std::string> FontBook::missing_code_points() const {
    std::vector<std::string> out;
    for (char32_t const c : m_implementation->missing) {
        std::array<char, 16> text{};
        std::snprintf(text.data(), text.size(), "U+%04X", static_cast<unsigned>(c));
        out.emplace_back(text.data());
    }
    return out;
}

std::string FontBook::face_file(Weight weight) const {
    auto const& families = m_implementation->faces.families();
    if (families.empty()) return {};
    return families.front().faces[static_cast<std::size_t>(weight)].path;
}

GlyphSlot trimmed(GlyphSlot const& slot, float size_px) {
    if (slot.format != AtlasFormat::Distance || slot.x1 <= slot.x0) return slot;
    // Half an output pixel of the edge's ramp, and a texel for the bilinear filter.
    float const needed = 0.5F * slot.atlas_px_per_em / size_px + 1.0F;
    float const margin = std::ceil(slot.spread_px) + 1.0F;
    float const cut_px = std::max(0.0F, margin - needed);
    float const cut_em = cut_px / slot.atlas_px_per_em;
    float const cut_uv = cut_px / static_cast<float>(atlas_side_px);
    GlyphSlot out = slot;
    out.x0 += cut_em;
    out.y0 += cut_em;
    out.x1 -= cut_em;
    out.y1 -= cut_em;
    out.u0 += cut_uv;
    out.v0 += cut_uv;
    out.u1 -= cut_uv;
    out.v1 -= cut_uv;
    return out;
}

}  // namespace scene
