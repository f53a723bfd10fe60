#include "scene/board_components.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "scene/words.hpp"

namespace scene {
namespace {

// Design millimetres.
constexpr double row_height = 56;
constexpr double lowest_row = 45;  // a finger still hits it
constexpr double narrowest_column = 300;
constexpr double most_columns = 3;
constexpr double rest_height = 24;
constexpr double most_growth = 1.5;
constexpr double rest_cap = 9;
// Columns of a row as shares of its width: name, count, promises; narrower than this the promises
// give way, then the count stands below the name.
constexpr double name_share = 0.26;
constexpr double count_share = 0.25;
constexpr double narrowest_with_promises = 1000;
constexpr double column_gap = 24;
constexpr double sign_share = 0.44;
constexpr double largest_sign = 1.7;  // em of the name
// On a panel that stands upright who and how many stand above which, and rows are so much higher.
constexpr double upright = 1.15;
constexpr double upright_rows = 1.6;
constexpr double narrowest_upright = 480;
constexpr double most_upright_growth = 2.9;
constexpr double most_air = 1.3;
// em of the name.
constexpr double upright_head = 1.6;
constexpr double upright_promises = 2.2;  // from the head's top
constexpr double upright_all = 3.8;
constexpr double upright_sign = 1.5;

// `k` grown as the row's type is.
double name_em(double k) {
    return layout::font_size_for_cap(component_name_cap) * k;
}

void place_storeys(ComponentRow& row, double k) {
    ScreenRect const& rect = row.rect;
    double const em = name_em(k);
    double const top = rect.centre().y - upright_all * em / 2;
    double const half = rect.w / 2;
    row.name = {rect.x, top, half - column_gap * k, upright_head * em};
    row.sign = upright_sign * em;
    row.count = {rect.x + half, top, half, row.name.h};
    double const left = rect.x + row.sign * component_after_sign;
    row.promises = {left, top + upright_promises * em, rect.right() - left, row.name.h};
}

void place_columns(ComponentRow& row, double k) {
    ScreenRect const& rect = row.rect;
    double const gap = column_gap * k;
    bool const wide = rect.w >= narrowest_with_promises * k;
    double const name = rect.w * (wide ? name_share : 0.5);
    double const count = rect.w * (wide ? count_share : 0.5);
    row.name = {rect.x, rect.y, name - gap, rect.h};
    row.count = {rect.x + name, rect.y, count - gap, rect.h};
    if (!wide) return;
    double const left = rect.x + name + count;
    row.promises = {left, rect.y, rect.right() - left, rect.h};
}

// How the rows stand: lower ones, then several columns where one is too short for all.
struct RowGrid {
    std::size_t columns = 1;
    std::size_t rows = 0;  // of a column
    double height = 0;     // of a row
    double growth = 1;
    bool storeys = false;
    std::size_t room() const { return columns * rows; }
};

// Nothing where the rows would not have all of the room that they need.
std::optional<RowGrid> upright_grid(ScreenRect const& area, double k, std::size_t count) {
    if (area.h <= upright * area.w || count == 0) return std::nullopt;
    double const share = area.h / static_cast<double>(count);
    double const plain = row_height * upright_rows * k;
    double const wide = area.w / (narrowest_upright * k);
    double const growth = std::min({share / plain, wide, most_upright_growth});
    if (growth < 1) return std::nullopt;
    return RowGrid{1, count, std::min(share, plain * growth * most_air), growth, true};
}

RowGrid grid_of(ScreenRect const& area, double k, std::size_t count) {
    if (auto const grid = upright_grid(area, k, count)) return *grid;
    auto const all = std::max<double>(1, static_cast<double>(count));
    double const wide = area.w / (narrowest_with_promises * k);
    double const growth =
        std::clamp(std::min(area.h / (row_height * k) / all, wide), 1.0, most_growth);
    auto const most = static_cast<std::size_t>(
        std::clamp(std::floor(area.w / (narrowest_column * k)), 1.0, most_columns));
    auto const rows_in = [](double height, double row) {
        return static_cast<std::size_t>(std::max(0.0, height / row));
    };
    RowGrid grid;
    for (double const row : {row_height * growth * k, lowest_row * k}) {
        for (std::size_t columns = 1; columns <= most; ++columns) {
            grid = {columns, rows_in(area.h, row), row, growth, false};
            if (grid.room() >= count) return grid;
        }
    }
    grid.rows = std::max<std::size_t>(1, rows_in(area.h - rest_height * k, grid.height));
    return grid;
}

}  // namespace

ComponentRows component_rows(ChromeInput const& input, ScreenRect const& area, double unit) {
    double const k = unit * input.physical.hand_type;
    auto ranking =
        metrics::component_ranking(input.room, metrics::blueprint_graph(input.room), input.figures);
    RowGrid const grid = grid_of(area, k, ranking.size());
    ComponentRows board;
    board.area = area;
    board.growth = grid.growth;
    std::size_t const shown = std::min(ranking.size(), grid.room());
    double const gap = column_gap * k;
    double const width = (area.w + gap) / static_cast<double>(grid.columns) - gap;
    for (std::size_t i = 0; i < shown; ++i) {
        ComponentRow row;
        row.rank = std::move(ranking[i]);
        std::size_t const column = i / grid.rows;
        row.rect = {area.x + static_cast<double>(column) * (width + gap),
                    area.y + static_cast<double>(i % grid.rows) * grid.height, width, grid.height};
        if (grid.storeys) {
            place_storeys(row, k * grid.growth);
        } else {
            place_columns(row, k * std::min(board.growth, 1.2));
            row.sign = std::min(row.rect.h * sign_share, largest_sign * name_em(k * grid.growth));
        }
        board.rows.push_back(std::move(row));
    }
    board.more = ranking.size() - shown;
    board.rest_size = layout::font_size_for_cap(rest_cap) * k;
    board.rest_line = area.bottom() - board.rest_size * 0.3;
    return board;
}

std::string touches_text(base::Catalogue const& catalogue, std::size_t touches,
                         std::optional<int> broken) {
    if (touches == 0) return std::string(catalogue.text("component.touches-none"));
    std::string const promises =
        touches == 1 ? std::string(catalogue.text("component.promise"))
                     : catalogue.format("component.promises", {std::to_string(touches)});
    if (!broken) return catalogue.format("component.touches-unknown", {promises});
    if (*broken == 0) return catalogue.format("component.touches-unbroken", {promises});
    return catalogue.format("component.touches", {promises, std::to_string(*broken)});
}

std::string kind_word(base::Catalogue const& catalogue, model::ComponentKind kind) {
    switch (kind) {
        case model::ComponentKind::People:
            return std::string(catalogue.text("component.people"));
        case model::ComponentKind::Process:
            return std::string(catalogue.text("component.process"));
        case model::ComponentKind::System:
            return std::string(catalogue.text("component.system"));
        case model::ComponentKind::Tool:
            break;
    }
    return std::string(catalogue.text("component.tool"));
}

}  // namespace scene
