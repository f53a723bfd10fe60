#include "scene/board_components.hpp"

#include <algorithm>

#include "scene/words.hpp"

namespace scene {
namespace {

// Design millimetres.
constexpr double row_height = 56;
constexpr double most_growth = 1.5;
constexpr double rest_cap = 9;
// Columns of a row as shares of its width: name, count, promises; narrower than this the promises
// give way, then the count stands below the name.
constexpr double name_share = 0.26;
constexpr double count_share = 0.25;
constexpr double narrowest_with_promises = 1000;
constexpr double column_gap = 24;

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

}  // namespace

ComponentRows component_rows(ChromeInput const& input, ScreenRect const& area, double unit) {
    double const k = unit * input.physical.hand_type;
    double const plain = row_height * k;
    auto ranking =
        metrics::component_ranking(input.room, metrics::blueprint_graph(input.room), input.figures);
    ComponentRows board;
    board.area = area;
    double const count = std::max<double>(1, static_cast<double>(ranking.size()));
    board.growth = std::clamp(
        std::min(area.h / plain / count, area.w / (narrowest_with_promises * k)), 1.0, most_growth);
    double const high = plain * board.growth;
    auto const room = static_cast<std::size_t>(std::max(0.0, area.h / high));
    std::size_t const shown =
        ranking.size() <= room ? ranking.size() : std::max<std::size_t>(room, 1) - 1;
    double y = area.y;
    for (std::size_t i = 0; i < shown; ++i, y += high) {
        ComponentRow row;
        row.rank = std::move(ranking[i]);
        row.rect = {area.x, y, area.w, high};
        place_columns(row, k * std::min(board.growth, 1.2));
        board.rows.push_back(std::move(row));
    }
    board.more = ranking.size() - shown;
    board.rest_size = layout::font_size_for_cap(rest_cap) * k;
    board.rest_line = std::min(y + plain * 0.5, area.bottom() - plain * 0.1);
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
