#include "scene/detail.hpp"

#include <algorithm>
#include <cmath>

namespace scene {
namespace {

// Heights in mm from which the second to fifth form are shown. They follow from the smallest text
// of each form (see cell_forms.cpp): a row's title is 0.41 of its height, a card's measures 0.1135.
constexpr std::array<double, 4> row_heights{5.0, 15.8, 40.0, 96.0};
constexpr std::array<double, 4> card_heights{9.0, 34.0, 57.5, 150.0};

// Half-width of the cross-fade, as a share of the threshold: narrow, since a view may come to rest
// in it.
constexpr double fade = 0.012;

}  // namespace

bool is_row(double width, double height) {
    return width > 4 * height;
}

std::array<FormShare, 2> forms_of(double width_mm, double height_mm) {
    auto const& heights = is_row(width_mm, height_mm) ? row_heights : card_heights;
    std::array<FormShare, 2> shares{FormShare{Form::Far, 1}, FormShare{Form::Far, 0}};
    for (std::size_t i = 0; i < heights.size(); ++i) {
        double const t = (height_mm / heights[i] - (1 - fade)) / (2 * fade);
        if (t <= 0) break;
        Form const form = static_cast<Form>(i + 1);
        if (t >= 1) {
            shares = {FormShare{form, 1}, FormShare{form, 0}};
        } else {
            shares[1] = {form, t};
            shares[0].alpha = 1 - t;
        }
    }
    return shares;
}

double text_share(double cap_mm) {
    return std::clamp((cap_mm / smallest_cap_mm - 0.97) / 0.04, 0.0, 1.0);
}

double proportion_share(double cap, double map_height) {
    constexpr double begins = 0.12;
    constexpr double ends = 0.2;
    if (map_height <= 0) return 0;
    return std::clamp((ends - cap / map_height) / (ends - begins), 0.0, 1.0);
}

}  // namespace scene
