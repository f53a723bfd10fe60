#include "render/line_atlas.hpp"

#include <array>

#include "render/glyph_tile.hpp"

namespace render {

namespace {

// Font sizes in px at which lines are kept. A line is shown at 0.7 of its size or less (below the
// smallest: at any), so that the counters of letters survive the bilinear sampling.
constexpr std::array<float, 8> class_sizes = {12, 16, 22, 30, 42, 58, 80, 96};
constexpr float oversampling = 1.4F;
constexpr int margin_px = 2;
constexpr std::size_t most_tiles = 20'000;
constexpr std::size_t most_lines = 100'000;

std::size_t class_for(float size_px) {
    std::size_t index = 0;
    while (index + 1 < class_sizes.size() && class_sizes[index] < size_px * oversampling)
        ++index;
    return index;
}

struct PixelBox {
    int x0 = 0, y0 = 0, x1 = 0, y1 = 0;
};

// The ink of a run at `size` with a margin, in whole pixels around its origin.
PixelBox ink_box(scene::ShapedRun const& run, float size) {
    float x0 = 1e9F;
    float y0 = 1e9F;
    float x1 = -1e9F;
    float y1 = -1e9F;
    for (scene::RunGlyph const& glyph : run.glyphs) {
        if (glyph.x1 <= glyph.x0) continue;
        x0 = std::min(x0, glyph.x0);
        y0 = std::min(y0, glyph.y0);
        x1 = std::max(x1, glyph.x1);
        y1 = std::max(y1, glyph.y1);
    }
    if (x1 <= x0) return {};
    return {static_cast<int>(std::floor(x0 * size)) - margin_px,
            static_cast<int>(std::floor(y0 * size)) - margin_px,
            static_cast<int>(std::ceil(x1 * size)) + margin_px,
            static_cast<int>(std::ceil(y1 * size)) + margin_px};
}

struct Canvas {
    std::uint8_t* pixels = nullptr;
    int width = 0;
    int height = 0;
};

// The nearest outline counts where two glyphs' fields overlap.
void lay(Canvas const& canvas, std::span<std::uint8_t const> pixels, PixelBox const& at) {
    int const width = at.x1 - at.x0;
    int const left = std::max(0, -at.x0);
    int const right = std::min(width, canvas.width - at.x0);
    for (int row = std::max(0, -at.y0); row < std::min(at.y1 - at.y0, canvas.height - at.y0);
         ++row) {
        std::uint8_t const* from = pixels.data() + static_cast<std::ptrdiff_t>(row) * width;
        std::uint8_t* to =
            canvas.pixels + static_cast<std::ptrdiff_t>(at.y0 + row) * canvas.width + at.x0;
        for (int x = left; x < right; ++x)
            to[x] = std::max(to[x], from[x]);
    }
}

}  // namespace

void LineAtlas::begin_frame(scene::FontBook& fonts) {
    ++m_frame;
    m_uploads.clear();
    m_staging.clear();
    bool const full = m_tiles.size() > most_tiles || m_lines.size() > most_lines;
    bool const stale = full || fonts.atlas_generation() != m_generation;
    if (stale || m_coarse) forget_everything();
    m_generation = fonts.atlas_generation();
    m_coarse = false;
}

void LineAtlas::forget_everything() {
    m_tiles.clear();
    m_lines.clear();
    for (Layer& layer : m_layers)
        layer = {};
    m_open_layer = 0;
}

std::optional<LinePlace> LineAtlas::place(std::uint32_t run, float size_px,
                                          scene::FontBook& fonts) {
    if (size_px > largest_size_px) return std::nullopt;
    std::size_t const size_class = class_for(size_px);
    std::uint64_t const key = (static_cast<std::uint64_t>(run) << 8U) | size_class;
    auto const known = m_lines.find(key);
    if (known != m_lines.end()) {
        if (known->second) m_layers[known->second->layer].last_used = m_frame;
        return known->second;
    }
    Composed const made = compose(fonts.run(run), size_class, fonts);
    m_coarse = m_coarse || fonts.glyphs_pending();
    if (made.final) m_lines[key] = made.place;
    if (made.place) {
        m_layers[made.place->layer].keys.push_back(key);
        m_layers[made.place->layer].last_used = m_frame;
    }
    return made.place;
}

LineAtlas::Composed LineAtlas::compose(scene::ShapedRun const& run, std::size_t size_class,
                                       scene::FontBook& fonts) {
    float const size = class_sizes[size_class];
    PixelBox const box = ink_box(run, size);
    int const width = box.x1 - box.x0;
    int const height = box.y1 - box.y0;
    if (width <= 0 || width > width_px || height > height_px) return {};
    std::size_t const offset = m_staging.size();
    m_staging.resize(offset + static_cast<std::size_t>(width) * static_cast<std::size_t>(height),
                     0);
    Canvas const canvas{m_staging.data() + offset, width, height};
    bool coloured = false;
    for (scene::RunGlyph const& glyph : run.glyphs) {
        if (glyph.x1 <= glyph.x0) continue;
        Tile const& t = tile(glyph, size_class, fonts);
        coloured = coloured || t.coloured;
        int const x =
            static_cast<int>(std::floor(quarter_steps(glyph.pen_x * size) * 0.25F)) + t.x - box.x0;
        int const y =
            static_cast<int>(std::floor(quarter_steps(glyph.pen_y * size) * 0.25F)) + t.y - box.y0;
        lay(canvas, t.pixels, {x, y, x + t.width, y + t.height});
    }
    std::optional<Spot> const spot = coloured ? std::nullopt : find_room(width, height);
    if (!spot) {
        m_staging.resize(offset);
        return {std::nullopt, coloured};
    }
    m_uploads.push_back({spot->layer, spot->x, spot->y, width, height, offset});
    auto const across = [](int px) {
        return static_cast<float>(px) / static_cast<float>(width_px);
    };
    auto const down = [](int px) { return static_cast<float>(px) / static_cast<float>(height_px); };
    auto const em = [size](int px) { return static_cast<float>(px) / size; };
    return {LinePlace{spot->layer, across(spot->x), down(spot->y), across(spot->x + width),
                      down(spot->y + height), em(box.x0), em(box.y0), em(box.x1), em(box.y1),
                      tile_range_px / size}};
}

LineAtlas::Tile const& LineAtlas::tile(scene::RunGlyph const& glyph, std::size_t size_class,
                                       scene::FontBook& fonts) {
    float const size = class_sizes[size_class];
    unsigned const phase_x =
        static_cast<unsigned>(static_cast<int>(quarter_steps(glyph.pen_x * size))) & 3U;
    unsigned const phase_y =
        static_cast<unsigned>(static_cast<int>(quarter_steps(glyph.pen_y * size))) & 3U;
    std::uint64_t const key = (static_cast<std::uint64_t>(glyph.glyph) << 12U) |
                              (size_class << 4U) | (phase_y << 2U) | phase_x;
    auto const [found, is_new] = m_tiles.try_emplace(key);
    if (!is_new) return found->second;
    scene::GlyphSlot const& slot = fonts.slot(glyph.glyph, size);
    Tile& made = found->second;
    made.coloured = slot.format == scene::AtlasFormat::Color;
    if (made.coloured || slot.x1 <= slot.x0) return made;
    GlyphTile drawn =
        resample({slot, page_of(fonts, slot), size, static_cast<float>(phase_x) * 0.25F,
                  static_cast<float>(phase_y) * 0.25F});
    made.x = drawn.x;
    made.y = drawn.y;
    made.width = drawn.width;
    made.height = drawn.height;
    made.pixels = std::move(drawn.pixels);
    return made;
}

std::optional<LineAtlas::Spot> LineAtlas::find_room(int width, int height) {
    // Shelves of even heights hold more lines.
    int const shelf_height = (height + 1) / 2 * 2;
    if (auto const spot = room_in(m_open_layer, width, shelf_height)) return spot;
    std::uint32_t oldest = 0;
    for (std::uint32_t i = 1; i < m_layers.size(); ++i) {
        if (m_layers[i].last_used < m_layers[oldest].last_used) oldest = i;
    }
    if (m_layers[oldest].last_used == m_frame) return std::nullopt;
    give_up(oldest);
    m_open_layer = oldest;
    return room_in(oldest, width, shelf_height);
}

std::optional<LineAtlas::Spot> LineAtlas::room_in(std::uint32_t layer, int width, int height) {
    std::vector<Shelf>& shelves = m_layers[layer].shelves;
    int top = 0;
    for (Shelf& shelf : shelves) {
        top = shelf.y + shelf.height;
        if (shelf.height != height || shelf.used + width > width_px) continue;
        shelf.used += width;
        return Spot{layer, shelf.used - width, shelf.y};
    }
    if (top + height > height_px) return std::nullopt;
    shelves.push_back({top, height, width});
    return Spot{layer, 0, top};
}

void LineAtlas::give_up(std::uint32_t layer) {
    for (std::uint64_t const key : m_layers[layer].keys)
        m_lines.erase(key);
    m_layers[layer] = {};
}

}  // namespace render
