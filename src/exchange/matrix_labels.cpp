// Roles of labels, those mapped by hand first, and where in a table labels stand.
#include <algorithm>

#include "exchange/matrix_grid.hpp"

namespace exchange {
namespace {

// Titles and templates may stand above or beside the names of the lanes.
constexpr std::size_t label_columns_looked_at = 4;
constexpr std::size_t label_rows_looked_at = 20;

void count_label(LabelLine& line, LaneRoles const& roles, SheetCell const& cell) {
    auto const role = roles.plainly(cell.text);
    if (!role) return;
    ++line.known;
    line.roles |= std::uint64_t{1} << static_cast<unsigned>(*role);
    bool const ours = blueprint_lane(*role) || *role == LaneRole::Thought ||
                      *role == LaneRole::Activity || *role == LaneRole::Phase ||
                      *role == LaneRole::Step;
    if (ours) ++line.carried;
}

}  // namespace

LaneRoles::LaneRoles(std::vector<std::pair<std::string, LaneRole>> const& by_hand) {
    for (auto const& [label, role] : by_hand)
        m_by_hand.emplace_back(folded_label(label), role);
}

std::optional<LaneRole> LaneRoles::by_hand(std::string_view label) const {
    if (m_by_hand.empty()) return std::nullopt;
    std::string const folded = folded_label(label);
    for (auto const& [mapped, role] : m_by_hand) {
        if (mapped == folded) return role;
    }
    return std::nullopt;
}

std::optional<LaneRole> LaneRoles::of(std::string_view label) const {
    auto const role = by_hand(label);
    return role ? role : lane_role(label);
}

std::optional<LaneRole> LaneRoles::plainly(std::string_view label) const {
    auto const role = by_hand(label);
    return role ? role : plain_lane_role(label);
}

bool names_more(LabelLine const& a, LabelLine const& b) {
    return a.kinds() != b.kinds() ? a.kinds() > b.kinds() : a.known > b.known;
}

LabelLine label_column(Sheet const& sheet, LaneRoles const& roles) {
    LabelLine best;
    for (std::size_t column = 0; column < label_columns_looked_at; ++column) {
        LabelLine line{.index = column};
        for (SheetRow const& row : sheet.rows) {
            if (SheetCell const* const cell = row.at(column)) count_label(line, roles, *cell);
        }
        if (names_more(line, best)) best = line;
    }
    return best;
}

LabelLine label_row(Sheet const& sheet, LaneRoles const& roles) {
    LabelLine best;
    for (std::size_t row = 0; row < std::min(sheet.rows.size(), label_rows_looked_at); ++row) {
        LabelLine line{.index = row};
        for (SheetCell const& cell : sheet.rows[row].cells)
            count_label(line, roles, cell);
        if (names_more(line, best)) best = line;
    }
    return best;
}

}  // namespace exchange
