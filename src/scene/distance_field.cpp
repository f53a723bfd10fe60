#include "scene/distance_field.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace scene {
namespace {

// A distance transform of pixel centres is up to half a pixel wrong on grey pixels, which shows as
// wavy edges once a field is magnified. So every pixel on the edge gives a short piece of the
// outline, placed by its coverage.
struct EdgePiece {
    float x = 0, y = 0;    // its middle, coverage pixels
    float nx = 0, ny = 0;  // unit normal
    float half_length = 0;
};

struct Gradient {
    float x = 0;
    float y = 0;
};

class Coverage {
public:
    explicit Coverage(GreyImage const& image) : m_image(image) {}

    float at(int x, int y) const {
        bool const inside = x >= 0 && y >= 0 && x < m_image.width && y < m_image.height;
        return inside ? static_cast<float>(m_image.at(x, y)) / 255.0F : 0.0F;
    }

    // Unit vector towards the ink; zero where there is no direction.
    Gradient gradient(int x, int y) const {
        constexpr float side = std::numbers::sqrt2_v<float>;
        float const left = at(x - 1, y - 1) + side * at(x - 1, y) + at(x - 1, y + 1);
        float const right = at(x + 1, y - 1) + side * at(x + 1, y) + at(x + 1, y + 1);
        float const upper = at(x - 1, y - 1) + side * at(x, y - 1) + at(x + 1, y - 1);
        float const lower = at(x - 1, y + 1) + side * at(x, y + 1) + at(x + 1, y + 1);
        float const length = std::hypot(right - left, lower - upper);
        if (length <= 1e-4F) return {};
        return {(right - left) / length, (lower - upper) / length};
    }

    bool on_edge(int x, int y) const {
        float const a = at(x, y);
        if (a <= 0) return false;
        return a < 1 || at(x - 1, y) <= 0 || at(x + 1, y) <= 0 || at(x, y - 1) <= 0 ||
               at(x, y + 1) <= 0;
    }

private:
    GreyImage const& m_image;
};

// How far the edge is from the pixel's centre along the gradient, when a straight edge leaves
// `coverage` of the pixel (Gustavson and Strand, Anti-aliased Euclidean distance transform, 2011).
float edge_offset(Gradient g, float coverage) {
    float const major = std::max(std::abs(g.x), std::abs(g.y));
    float const minor = std::min(std::abs(g.x), std::abs(g.y));
    float const corner =
        0.5F * minor / major;  // coverage at which the edge passes the first corner
    if (coverage < corner) {
        return 0.5F * (major + minor) - std::sqrt(2 * major * minor * coverage);
    }
    if (coverage < 1 - corner) return (0.5F - coverage) * major;
    return -0.5F * (major + minor) + std::sqrt(2 * major * minor * (1 - coverage));
}

std::vector<EdgePiece> outline_of(GreyImage const& image) {
    std::vector<EdgePiece> pieces;
    Coverage const coverage(image);
    for (int y = 0; y < image.height; ++y) {
        for (int x = 0; x < image.width; ++x) {
            if (!coverage.on_edge(x, y)) continue;
            Gradient const g = coverage.gradient(x, y);
            float const major = std::max(std::abs(g.x), std::abs(g.y));
            if (major <= 0) continue;
            float const offset = edge_offset(g, coverage.at(x, y));
            pieces.push_back({static_cast<float>(x) + 0.5F + g.x * offset,
                              static_cast<float>(y) + 0.5F + g.y * offset, g.x, g.y, 0.5F / major});
        }
    }
    return pieces;
}

float squared_distance(EdgePiece const& piece, float x, float y) {
    float const dx = x - piece.x;
    float const dy = y - piece.y;
    float const across = dx * piece.nx + dy * piece.ny;
    float const along = std::max(0.0F, std::abs(dy * piece.nx - dx * piece.ny) - piece.half_length);
    return across * across + along * along;
}

// Field pixels whose centres lie within `reach` of `position`, all in coverage pixels.
struct Span {
    int first = 0;
    int last = 0;
};

Span span_around(float position, float reach, int scale, int size) {
    auto const step = static_cast<float>(scale);
    return {std::max(0, static_cast<int>(std::ceil((position - reach) / step - 0.5F))),
            std::min(size - 1, static_cast<int>(std::floor((position + reach) / step - 0.5F)))};
}

// Squared distance, in coverage pixels, of every field pixel's centre to the outline; the spread
// where that is farther.
std::vector<float> nearest_pieces(GreyImage const& coverage, GreyImage const& field,
                                  FieldOptions const& options) {
    int const scale = options.supersampling;
    auto const step = static_cast<float>(scale);
    float const reach = options.spread_px * step;
    std::vector<float> nearest(field.pixels.size(), reach * reach);
    for (EdgePiece const& piece : outline_of(coverage)) {
        Span const rows = span_around(piece.y, reach, scale, field.height);
        Span const columns = span_around(piece.x, reach, scale, field.width);
        for (int y = rows.first; y <= rows.last; ++y) {
            float const py = (static_cast<float>(y) + 0.5F) * step;
            float* const row = nearest.data() + static_cast<std::ptrdiff_t>(y) * field.width;
            for (int x = columns.first; x <= columns.last; ++x) {
                float const px = (static_cast<float>(x) + 0.5F) * step;
                row[x] = std::min(row[x], squared_distance(piece, px, py));
            }
        }
    }
    return nearest;
}

std::uint8_t encoded(float distance_px, float spread_px) {
    float const value = std::clamp(0.5F + distance_px / (2 * spread_px), 0.0F, 1.0F);
    return static_cast<std::uint8_t>(std::lround(value * 255.0F));
}

}  // namespace

GreyImage blank_image(int width, int height) {
    GreyImage image{width, height, {}};
    image.pixels.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    return image;
}

GreyImage distance_field(GreyImage const& coverage, FieldOptions const& options) {
    int const scale = options.supersampling;
    GreyImage field = blank_image(coverage.width / scale, coverage.height / scale);
    std::vector<float> const nearest = nearest_pieces(coverage, field, options);
    // The centre of a field pixel lies between the middle coverage pixels when their number is
    // even.
    int const low = (scale - 1) / 2;
    int const high = scale / 2;
    std::size_t i = 0;
    for (int y = 0; y < field.height; ++y) {
        for (int x = 0; x < field.width; ++x, ++i) {
            int const sum = coverage.at(x * scale + low, y * scale + low) +
                            coverage.at(x * scale + high, y * scale + low) +
                            coverage.at(x * scale + low, y * scale + high) +
                            coverage.at(x * scale + high, y * scale + high);
            float const distance = std::sqrt(nearest[i]) / static_cast<float>(scale);
            field.at(x, y) = encoded(2 * sum >= 4 * 255 ? distance : -distance, options.spread_px);
        }
    }
    return field;
}

}  // namespace scene
