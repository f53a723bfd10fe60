#include "scene/font_faces.hpp"

#include <algorithm>
#include <cmath>
#include <hb-ot.h>
#include <hb.h>

#include "scene/font_unicode.hpp"

namespace scene {
namespace {

struct Height {
    double ascent = 0;
    double descent = 0;
};

double capital_height(hb_font_t* font) {
    hb_codepoint_t glyph = 0;
    hb_glyph_extents_t extents{};
    if (!hb_font_get_nominal_glyph(font, 'H', &glyph)) return 0;
    if (!hb_font_get_glyph_extents(font, glyph, &extents)) return 0;
    return extents.y_bearing;
}

// Faces with Latin letters get Inter's capitals. Others are only made smaller, and no further than
// they stay readable beside Inter, where their own lines are taller than ours.
double fit_of(hb_font_t* font, double units_per_em, FaceKind kind) {
    double const capitals = capital_height(font) / units_per_em;
    if (kind == FaceKind::Outline && capitals > 0.5) {
        return std::clamp(layout::cap_height_em / capitals, 0.9, 1.15);
    }
    hb_font_extents_t extents{};
    if (!hb_font_get_h_extents(font, &extents)) return 1;
    double const height = (extents.ascender - extents.descender) / units_per_em;
    return height <= 0 ? 1 : std::clamp(layout::line_height_em / height, 0.85, 1.0);
}

struct FontDeleter {
    void operator()(hb_font_t* font) const { hb_font_destroy(font); }
};

}  // namespace

struct FaceStack::Entry {
    Face face;
    bool opened = false;
    std::unique_ptr<hb_font_t, FontDeleter> font;

    void open() {
        opened = true;
        hb_blob_t* const blob = hb_blob_create_from_file_or_fail(face.file.path.c_str());
        if (blob == nullptr) return;
        auto const index = static_cast<unsigned>(face.file.index);
        hb_face_t* const hb_face = hb_face_create(blob, index & 0xFFFF);
        hb_blob_destroy(blob);
        if (hb_face_get_glyph_count(hb_face) > 0) {
            font.reset(hb_font_create(hb_face));
            if (index >> 16 != 0) hb_font_set_var_named_instance(font.get(), (index >> 16) - 1);
            face.units_per_em = hb_face_get_upem(hb_face);
            face.fit = fit_of(font.get(), face.units_per_em, face.kind);
            face.font = font.get();
        }
        hb_face_destroy(hb_face);
    }
};

FaceStack::FaceStack(std::vector<FontFamily> families) : m_families(std::move(families)) {
    for (FontFamily const& family : m_families) {
        for (FaceFile const& file : family.faces) {
            auto const same = std::find_if(m_faces.begin(), m_faces.end(), [&](auto const& entry) {
                return entry->face.file == file;
            });
            m_face_of.push_back(static_cast<FaceId>(same - m_faces.begin()));
            if (same != m_faces.end()) continue;
            auto entry = std::make_unique<Entry>();
            entry->face.file = file;
            entry->face.kind = family.kind;
            m_faces.push_back(std::move(entry));
        }
    }
}

FaceStack::~FaceStack() = default;

Face const& FaceStack::face(FaceId id) {
    Entry& entry = *m_faces[id];
    if (!entry.opened) entry.open();
    return entry.face;
}

bool FaceStack::has(FaceId id, char32_t code_point) {
    hb_font_t* const font = face(id).font;
    hb_codepoint_t glyph = 0;
    return font != nullptr && hb_font_get_nominal_glyph(font, code_point, &glyph);
}

bool FaceStack::has_all(FaceId id, std::span<char32_t const> cluster) {
    return std::all_of(cluster.begin(), cluster.end(),
                       [&](char32_t c) { return is_invisible(c) || has(id, c); });
}

FaceId FaceStack::face_of(std::size_t family, layout::Weight weight) const {
    return m_face_of[family * 3 + static_cast<std::size_t>(weight)];
}

FaceId FaceStack::search(std::span<char32_t const> cluster, FaceWish const& wish) {
    std::array<FaceKind, 2> const kinds = wish.kind == FaceKind::Outline
                                              ? std::array{FaceKind::Outline, FaceKind::Color}
                                              : std::array{FaceKind::Color, FaceKind::Outline};
    FaceId base = no_face;
    for (FaceKind const kind : kinds) {
        for (std::size_t i = 0; i < m_families.size(); ++i) {
            if (m_families[i].kind != kind) continue;
            FaceId const id = face_of(i, wish.weight);
            if (has_all(id, cluster)) return id;
            if (base == no_face && has(id, cluster.front())) base = id;
        }
    }
    return base;
}

FaceId FaceStack::face_for(std::span<char32_t const> cluster, FaceWish const& wish) {
    char32_t const first = cluster.front();
    bool const follows =
        is_invisible(first) || (is_space(first) && wish.before != no_face &&
                                m_faces[wish.before]->face.kind == FaceKind::Outline);
    if (wish.before != no_face && follows && has_all(wish.before, cluster)) return wish.before;
    if (cluster.size() > 1) return search(cluster, wish);
    std::uint64_t const key = static_cast<std::uint64_t>(first) << 8 |
                              static_cast<std::uint64_t>(wish.weight) << 1 |
                              static_cast<std::uint64_t>(wish.kind);
    auto const known = m_known.find(key);
    if (known != m_known.end()) return known->second;
    FaceId const id = search(cluster, wish);
    m_known.emplace(key, id);
    return id;
}

}  // namespace scene
