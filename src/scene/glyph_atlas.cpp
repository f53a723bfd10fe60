#include "scene/glyph_atlas.hpp"

#include <algorithm>

namespace scene {
namespace {

constexpr int gap_px = 1;  // bilinear sampling must not reach the neighbour

std::size_t bytes_per_pixel(AtlasFormat format) {
    return format == AtlasFormat::Color ? 4 : 1;
}

// Shelf heights in steps, so that glyphs of nearly the same height share one.
int shelf_height(int height) {
    int const step = height <= 32 ? 4 : 16;
    return (height + gap_px + step - 1) / step * step;
}

}  // namespace

std::optional<AtlasPlace> GlyphAtlas::add(AtlasFormat format, int width, int height,
                                          std::span<std::uint8_t const> pixels) {
    if (width + gap_px > atlas_side_px || height + gap_px > atlas_side_px) return std::nullopt;
    auto const found = shelf_for(format, width, height);
    if (!found) {
        m_full = true;
        return std::nullopt;
    }
    Shelf& shelf = m_shelves[*found];
    AtlasPage& page = m_pages[shelf.page];
    AtlasPlace const place{page.layer, shelf.used, shelf.y};
    shelf.used += width + gap_px;
    copy(page, place, width, pixels);
    bool const clean = page.dirty_first >= page.dirty_last;
    page.dirty_first = clean ? place.y : std::min(page.dirty_first, place.y);
    page.dirty_last = clean ? place.y + height : std::max(page.dirty_last, place.y + height);
    page.version = ++m_version;
    return place;
}

void GlyphAtlas::clear() {
    m_pages.clear();
    m_shelf_ends.clear();
    m_shelves.clear();
    m_full = false;
}

std::optional<std::size_t> GlyphAtlas::shelf_for(AtlasFormat format, int width, int height) {
    int const wanted = shelf_height(height);
    for (std::size_t i = 0; i < m_shelves.size(); ++i) {
        Shelf const& shelf = m_shelves[i];
        bool const fits = shelf.height == wanted && shelf.used + width + gap_px <= atlas_side_px;
        if (fits && m_pages[shelf.page].format == format) return i;
    }
    auto const page = page_for(format, std::min(wanted, atlas_side_px));
    if (!page) return std::nullopt;
    m_shelves.push_back({*page, m_shelf_ends[*page], wanted, 0});
    m_shelf_ends[*page] += wanted;
    return m_shelves.size() - 1;
}

std::optional<std::size_t> GlyphAtlas::page_for(AtlasFormat format, int height) {
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
        if (m_pages[i].format == format && m_shelf_ends[i] + height <= atlas_side_px) return i;
    }
    return new_page(format);
}

std::optional<std::size_t> GlyphAtlas::new_page(AtlasFormat format) {
    auto const same = static_cast<std::size_t>(std::count_if(
        m_pages.begin(), m_pages.end(), [&](AtlasPage const& p) { return p.format == format; }));
    std::size_t const most =
        format == AtlasFormat::Color ? m_limits.color_pages : m_limits.distance_pages;
    if (same >= most) return std::nullopt;
    AtlasPage page;
    page.format = format;
    page.width = atlas_side_px;
    page.height = atlas_side_px;
    page.pixels.resize(static_cast<std::size_t>(atlas_side_px) * atlas_side_px *
                       bytes_per_pixel(format));
    page.version = ++m_version;
    page.dirty_last = atlas_side_px;
    page.layer = static_cast<std::uint16_t>(same);
    m_pages.push_back(std::move(page));
    m_shelf_ends.push_back(0);
    return m_pages.size() - 1;
}

void GlyphAtlas::copy(AtlasPage& page, AtlasPlace place, int width,
                      std::span<std::uint8_t const> pixels) {
    std::size_t const depth = bytes_per_pixel(page.format);
    std::size_t const row = static_cast<std::size_t>(width) * depth;
    auto target =
        (static_cast<std::size_t>(place.y) * atlas_side_px + static_cast<std::size_t>(place.x)) *
        depth;
    for (std::size_t from = 0; from < pixels.size(); from += row, target += atlas_side_px * depth) {
        std::copy_n(pixels.begin() + static_cast<std::ptrdiff_t>(from), row,
                    page.pixels.begin() + static_cast<std::ptrdiff_t>(target));
    }
}

}  // namespace scene
