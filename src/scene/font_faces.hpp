// The faces that shape text: opened when first needed, asked in fallback order which one has a
// character. Must not know the atlas or FreeType. Used by font_shaping and font.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <unordered_map>
#include <vector>

#include "layout/text_measure.hpp"
#include "scene/font_discovery.hpp"

struct hb_font_t;

namespace scene {

using FaceId = std::uint32_t;
inline constexpr FaceId no_face = 0xFFFFFFFF;

// A face fitted to Inter: what shaping and drawing need of it.
struct Face {
    FaceFile file;
    FaceKind kind = FaceKind::Outline;
    hb_font_t* font = nullptr;  // scaled to units of the face; null when the file could not be read
    double units_per_em = 1000;
    double fit = 1;  // its em in our em, so that capitals are equally tall and lines do not touch
    double em_per_unit() const { return fit / units_per_em; }
};

struct FaceWish {
    layout::Weight weight = layout::Weight::Regular;
    FaceKind kind = FaceKind::Outline;  // which kind is tried first
    FaceId before = no_face;  // the face of the text before, for what has no shape of its own
};

class FaceStack {
public:
    explicit FaceStack(std::vector<FontFamily> families);
    ~FaceStack();
    FaceStack(FaceStack const&) = delete;
    FaceStack& operator=(FaceStack const&) = delete;

    // The first face that has all of `cluster`, else the first that has its first character, else
    // no_face.
    FaceId face_for(std::span<char32_t const> cluster, FaceWish const& wish);
    Face const& face(FaceId id);

    std::vector<FontFamily> const& families() const { return m_families; }

private:
    struct Entry;

    bool has(FaceId id, char32_t code_point);
    bool has_all(FaceId id, std::span<char32_t const> cluster);
    FaceId search(std::span<char32_t const> cluster, FaceWish const& wish);
    FaceId face_of(std::size_t family, layout::Weight weight) const;

    std::vector<FontFamily> m_families;
    std::vector<std::unique_ptr<Entry>> m_faces;
    std::vector<FaceId> m_face_of;                      // family * 3 + weight
    std::unordered_map<std::uint64_t, FaceId> m_known;  // single characters
};

}  // namespace scene
