// Packs small pictures into pages of 1024 x 1024 texels, in shelves. Must not know what a glyph is.
// Used by font (FontBook), whose pages render uploads.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "scene/font.hpp"

namespace scene {

struct AtlasPlace {
    std::uint16_t layer = 0;
    int x = 0;
    int y = 0;
};

inline constexpr int atlas_side_px = 1024;

class GlyphAtlas {
public:
    struct Limits {
        std::size_t distance_pages = 0;
        std::size_t color_pages = 0;
    };

    explicit GlyphAtlas(Limits limits) : m_limits(limits) {}

    // Nothing when the picture is larger than a page or every page is full (see full()).
    std::optional<AtlasPlace> add(AtlasFormat format, int width, int height,
                                  std::span<std::uint8_t const> pixels);
    bool full() const { return m_full; }

    // Drops every page; the next ones are dirty as a whole, and their versions go on growing.
    void clear();

    std::vector<AtlasPage>& pages() { return m_pages; }

private:
    struct Shelf {
        std::size_t page = 0;
        int y = 0;
        int height = 0;
        int used = 0;
    };

    std::optional<std::size_t> shelf_for(AtlasFormat format, int width, int height);
    std::optional<std::size_t> page_for(AtlasFormat format, int height);
    std::optional<std::size_t> new_page(AtlasFormat format);
    void copy(AtlasPage& page, AtlasPlace place, int width, std::span<std::uint8_t const> pixels);

    Limits m_limits;
    std::vector<AtlasPage> m_pages;
    std::vector<int> m_shelf_ends;  // per page: first row without a shelf
    std::vector<Shelf> m_shelves;
    std::uint64_t m_version = 0;
    bool m_full = false;
};

}  // namespace scene
