#include "scene/lens_panel.hpp"

#include <algorithm>

#include "metrics/hand_offs.hpp"
#include "scene/floor.hpp"

namespace scene {
namespace {

// Design millimetres.
constexpr double row_height = 42;
constexpr double chip_height = 40;
constexpr double column_gap = 8;
constexpr double padding = 14;
constexpr double narrowest = 150;
constexpr double gap_to_map = 8;

class PanelMaker {
public:
    PanelMaker(ChromeInput const& input, double unit, Chrome& chrome)
        : m_in(input), m_k(unit * input.physical.hand_type), m_unit(unit), m_chrome(chrome) {}

    void add() {
        chip();
        if (!m_in.view.lenses_open) return;
        auto const teams = metrics::departments(m_in.room, m_in.view.curtain_of);
        std::vector<std::vector<Lens>> columns{{{LensKind::None, {}},
                                                {LensKind::HandOffs, {}},
                                                {LensKind::Employee, {}},
                                                {LensKind::Policy, {}}},
                                               {},
                                               {}};
        // Whoever stands before the customer has a place to find, whoever stands behind a way
        // there.
        for (std::string const& team : teams) {
            if (meets_customers(team)) {
                columns[1].push_back({LensKind::Role, team});
            } else {
                columns[2].push_back({LensKind::Function, team});
            }
        }
        std::erase_if(columns, [](auto const& column) { return column.empty(); });
        panel(columns);
    }

private:
    bool meets_customers(std::string_view team) const {
        auto const& nodes = m_in.room.blueprint_nodes;
        return std::any_of(nodes.begin(), nodes.end(), [&](model::BlueprintNode const& node) {
            bool const before = node.lane == model::BlueprintLane::Frontstage || node.touchpoint;
            return before && node.journey == m_in.view.curtain_of &&
                   metrics::department_of(m_in.room, node) == team;
        });
    }
    // A team that is looked through stays chosen under whichever heading it stands.
    bool is_chosen(Lens const& lens) const {
        return lens == m_in.view.lens || (!lens.key.empty() && lens.key == m_in.view.lens.key);
    }

    double width_of(std::string_view label) const {
        return m_in.measure.width_em(label, layout::Weight::SemiBold) *
                   layout::font_size_for_cap(lens_label_cap) * m_k +
               2 * padding * m_k;
    }
    double heading_width(LensKind kind) const {
        return m_in.measure.width_em(lens_heading(m_in.catalogue, kind), layout::Weight::Medium) *
                   layout::font_size_for_cap(lens_heading_cap) * m_k +
               1.2 * padding * m_k;
    }

    void chip() {
        Control control;
        control.kind = ControlKind::LensPanel;
        control.label = m_in.view.lens.kind == LensKind::None
                            ? std::string(m_in.catalogue.text("lens.choose"))
                            : m_in.catalogue.format("lens.chosen",
                                                    {lens_label(m_in.catalogue, m_in.view.lens)});
        control.on = m_in.view.lenses_open || m_in.view.lens.kind != LensKind::None;
        ScreenRect const& map = m_chrome.map;
        double const wide = std::min(width_of(control.label), map.w * 0.5);
        control.rect = {map.right() - wide, map.y - (chip_height + gap_to_map) * m_unit, wide,
                        chip_height * m_unit};
        m_chrome.controls.push_back(control);
        // On a low panel it stands beside the title, which keeps clear of it.
        if (base::intersects(m_chrome.title, control.rect))
            m_chrome.title.w = std::max(1.0, control.rect.x - 12 * m_unit - m_chrome.title.x);
        m_right = map.right();
        m_top = map.y + gap_to_map * m_unit;
    }

    void panel(std::vector<std::vector<Lens>> const& columns) {
        double const row = row_height * m_k;
        double const room = m_chrome.map.bottom() - m_top - 2 * padding * m_k - row;
        auto const most = static_cast<std::size_t>(std::max(1.0, room / row));
        std::vector<double> widths;
        double all = (column_gap * static_cast<double>(columns.size() - 1) + 2 * padding) * m_k;
        for (auto const& column : columns) {
            double wide = narrowest * m_k;
            if (!column.empty()) wide = std::max(wide, heading_width(column.front().kind));
            for (Lens const& lens : column)
                wide = std::max(wide, width_of(choice_label(lens)));
            widths.push_back(wide);
            all += wide;
        }
        double const fit = std::min(1.0, m_chrome.map.w / all);
        double x = m_right - all * fit + padding * m_k * fit;
        for (std::size_t c = 0; c < columns.size(); ++c) {
            for (std::size_t r = 0; r < std::min(most, columns[c].size()); ++r) {
                Control control;
                control.kind = ControlKind::LensChoice;
                control.lens = columns[c][r];
                control.label = choice_label(control.lens);
                control.on = is_chosen(control.lens);
                control.in_panel = true;
                control.rect = {x, m_top + padding * m_k + row * static_cast<double>(r + 1),
                                widths[c] * fit, row};
                m_chrome.controls.push_back(control);
            }
            x += (widths[c] + column_gap * m_k) * fit;
        }
    }

    std::string choice_label(Lens const& lens) const {
        return lens.key.empty() ? lens_label(m_in.catalogue, lens) : lens.key;
    }

    ChromeInput const& m_in;
    double m_k;
    double m_unit;
    Chrome& m_chrome;
    double m_right = 0;
    double m_top = 0;
};

}  // namespace

std::string lens_label(base::Catalogue const& catalogue, Lens const& lens) {
    switch (lens.kind) {
        case LensKind::Role:
        case LensKind::Function:
            return lens.key;
        case LensKind::HandOffs:
            return std::string(catalogue.text("lens.hand-offs"));
        case LensKind::Employee:
            return std::string(catalogue.text("lens.employee"));
        case LensKind::Policy:
            return std::string(catalogue.text("lens.policy"));
        case LensKind::None:
            break;
    }
    return std::string(catalogue.text("lens.none"));
}

std::string_view lens_heading(base::Catalogue const& catalogue, LensKind kind) {
    switch (kind) {
        case LensKind::None:
            return catalogue.text("lens.all");
        case LensKind::Role:
            return catalogue.text("lens.role");
        case LensKind::Function:
            return catalogue.text("lens.function");
        case LensKind::HandOffs:
        case LensKind::Employee:
        case LensKind::Policy:
            break;
    }
    return {};
}

void add_lenses(ChromeInput const& input, double unit, Chrome& chrome) {
    bool const open = input.view.board == Board::None && input.view.backstage &&
                      open_floor(input.layout, input.view).has_value();
    if (open) PanelMaker(input, unit, chrome).add();
}

}  // namespace scene
