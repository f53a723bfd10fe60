// Who stands on the board of components and where: one row each, those under the most broken
// promises first. Pure geometry over the ranking; must not draw. Used by board_targets (touch) and
// board_components_paint.
#pragma once

#include <string>
#include <vector>

#include "metrics/component_ranking.hpp"
#include "scene/chrome.hpp"

namespace scene {

inline constexpr double component_name_cap = 12;      // design mm, before it grows
inline constexpr double component_after_sign = 1.75;  // signs: where the name begins

struct ComponentRow {
    metrics::ComponentRank rank;
    ScreenRect rect;
    ScreenRect name;
    double sign = 0;      // side of the sign of its kind, px
    ScreenRect count;     // how many promises, how many broken
    ScreenRect promises;  // which; empty where there is no room
};

struct ComponentRows {
    ScreenRect area;
    double growth = 1;  // of the rows' type: few rows are read from farther away
    std::vector<ComponentRow> rows;
    std::size_t more = 0;   // that have no room
    double rest_line = 0;   // baseline of "and 3 more"
    double rest_size = 10;  // font size, px
};

ComponentRows component_rows(ChromeInput const& input, ScreenRect const& area, double unit);

// "touches 9 promises, 4 broken"; broken: nothing where no data is known of any.
std::string touches_text(base::Catalogue const& catalogue, std::size_t touches,
                         std::optional<int> broken);
std::string kind_word(base::Catalogue const& catalogue, model::ComponentKind kind);

}  // namespace scene
