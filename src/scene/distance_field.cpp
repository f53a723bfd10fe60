#include "scene/distance_field.hpp"

#include <algorithm>
#include <cmath>

namespace scene {
namespace {

constexpr float far_away = 1e12F;

// Squared distances along one line: the lower envelope of the parabolas that stand on each sample.
class LineTransform {
public:
    explicit LineTransform(std::size_t longest)
        : m_values(longest), m_roots(longest), m_bounds(longest + 1) {}

    void apply(std::vector<float>& grid, std::size_t start, std::size_t stride, std::size_t count) {
        for (std::size_t i = 0; i < count; ++i)
            m_values[i] = grid[start + i * stride];
        std::size_t const last = build_envelope(count);
        std::size_t k = 0;
        for (std::size_t i = 0; i < count; ++i) {
            auto const x = static_cast<float>(i);
            while (k < last && m_bounds[k + 1] < x)
                ++k;
            float const dx = x - static_cast<float>(m_roots[k]);
            grid[start + i * stride] = dx * dx + m_values[m_roots[k]];
        }
    }

private:
    std::size_t build_envelope(std::size_t count) {
        std::size_t k = 0;
        m_roots[0] = 0;
        m_bounds[0] = -far_away;
        for (std::size_t q = 1; q < count; ++q) {
            float cross = crossing(q, m_roots[k]);
            while (k > 0 && cross <= m_bounds[k]) {
                --k;
                cross = crossing(q, m_roots[k]);
            }
            ++k;
            m_roots[k] = q;
            m_bounds[k] = cross;
        }
        return k;
    }

    float crossing(std::size_t q, std::size_t r) const {
        auto const a = static_cast<float>(q);
        auto const b = static_cast<float>(r);
        return (m_values[q] - m_values[r] + a * a - b * b) / (2 * (a - b));
    }

    std::vector<float> m_values;
    std::vector<std::size_t> m_roots;
    std::vector<float> m_bounds;
};

void transform(std::vector<float>& grid, std::size_t width, std::size_t height) {
    LineTransform line(std::max(width, height));
    for (std::size_t x = 0; x < width; ++x)
        line.apply(grid, x, width, height);
    for (std::size_t y = 0; y < height; ++y)
        line.apply(grid, y * width, 1, width);
}

// Signed distance in coverage pixels at every coverage pixel, positive inside.
std::vector<float> signed_distances(GreyImage const& coverage) {
    std::size_t const count = coverage.pixels.size();
    std::vector<float> outside(count);
    std::vector<float> inside(count);
    for (std::size_t i = 0; i < count; ++i) {
        float const a = static_cast<float>(coverage.pixels[i]) / 255.0F;
        // A grey pixel holds the edge: how far its centre is from it follows from its coverage.
        float const to_ink = std::max(0.0F, 0.5F - a);
        float const to_ground = std::max(0.0F, a - 0.5F);
        outside[i] = a <= 0 ? far_away : to_ink * to_ink;
        inside[i] = a >= 1 ? far_away : to_ground * to_ground;
    }
    auto const width = static_cast<std::size_t>(coverage.width);
    auto const height = static_cast<std::size_t>(coverage.height);
    transform(outside, width, height);
    transform(inside, width, height);
    for (std::size_t i = 0; i < count; ++i) {
        outside[i] = std::sqrt(inside[i]) - std::sqrt(outside[i]);
    }
    return outside;
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
    int const s = options.supersampling;
    GreyImage field = blank_image(coverage.width / s, coverage.height / s);
    if (field.pixels.empty()) return field;
    std::vector<float> const distances = signed_distances(coverage);
    auto const at = [&](int x, int y) {
        return distances[static_cast<std::size_t>(y) * static_cast<std::size_t>(coverage.width) +
                         static_cast<std::size_t>(x)];
    };
    // The centre of a field pixel lies between the middle samples when their number is even.
    int const low = (s - 1) / 2;
    int const high = s / 2;
    for (int y = 0; y < field.height; ++y) {
        for (int x = 0; x < field.width; ++x) {
            float const sum = at(x * s + low, y * s + low) + at(x * s + high, y * s + low) +
                              at(x * s + low, y * s + high) + at(x * s + high, y * s + high);
            field.at(x, y) = encoded(sum / 4 / static_cast<float>(s), options.spread_px);
        }
    }
    return field;
}

}  // namespace scene
