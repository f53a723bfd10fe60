#include "scene/dock_panels.hpp"

#include <algorithm>

namespace scene {
namespace {

using layout::Weight;

std::size_t count_of(std::vector<Part> const& parts, ControlKind kind) {
    return static_cast<std::size_t>(std::count_if(
        parts.begin(), parts.end(), [&](Part const& p) { return p.control.kind == kind; }));
}

// How the controls of a panel stand above the dock; on a low panel in several columns.
struct PanelGrid {
    std::size_t columns = 1;
    std::size_t rows = 1;
    double widest = 0;  // the widest label with its air
    double bottom = 0;
    double height = 0;  // of a row
};

PanelGrid panel_grid(ChromeInput const& input, double unit, std::vector<Control> const& controls,
                     Chrome const& chrome) {
    double const size = layout::font_size_for_cap(dock_label_cap) * unit * input.physical.hand_type;
    PanelGrid grid;
    grid.widest = 190 * unit * input.physical.hand_type;
    for (Control const& control : controls) {
        double const label = input.measure.width_em(control.label, Weight::SemiBold) * size;
        grid.widest = std::max(grid.widest, label + 2 * button_padding * unit);
    }
    grid.height = button_height * unit;
    grid.bottom = chrome.dock.y - 14 * unit;
    double const margin = 10 * unit;
    auto const fit = static_cast<std::size_t>(std::max(1.0, (grid.bottom - margin) / grid.height));
    auto const count = std::max<std::size_t>(1, controls.size());
    grid.columns = (count + fit - 1) / fit;
    grid.rows = (count + grid.columns - 1) / grid.columns;
    return grid;
}

// Controls above each other over `button`, the last one nearest to the dock.
void add_panel(ChromeInput const& input, double unit, ScreenRect button,
               std::vector<Control> const& controls, Chrome& chrome) {
    PanelGrid const grid = panel_grid(input, unit, controls, chrome);
    auto const columns = static_cast<double>(grid.columns);
    double const width = std::min(grid.widest, chrome.dock.w / columns);
    double const left =
        std::max(chrome.dock.x, std::min(button.x, chrome.dock.right() - width * columns));
    for (std::size_t i = 0; i < controls.size(); ++i) {
        Control control = controls[i];
        control.in_panel = true;
        auto const row = static_cast<double>(grid.rows - i % grid.rows);
        std::size_t const column = i / grid.rows;
        control.rect = {left + width * static_cast<double>(column), grid.bottom - grid.height * row,
                        width, grid.height};
        chrome.controls.push_back(std::move(control));
    }
}

Control choice(ChromeInput const& input, ControlKind kind, std::string_view key, bool on) {
    Control c;
    c.kind = kind;
    c.label = input.catalogue.text(key);
    c.on = on;
    return c;
}

std::vector<Control> settings_choices(ChromeInput const& input) {
    Theme const& theme = input.theme;
    return {
        choice(input, ControlKind::LargeType, "settings.large-type", theme.large_type),
        choice(input, ControlKind::Night, "settings.night", theme.night),
        choice(input, ControlKind::CalmMotion, "settings.calm-motion", theme.calm_motion),
        choice(input, ControlKind::ChannelLens, "settings.channel-lens", input.view.channel_lens)};
}

Control overlay_choice(ChromeInput const& input, Overlay overlay) {
    Control control =
        choice(input, ControlKind::OverlayChoice, "overlay." + std::string(key_of(overlay)),
               input.view.overlay == overlay && input.view.board == Board::None);
    control.overlay = overlay;
    return control;
}

// What a small panel folded away, what is missed most first.
std::vector<std::vector<Control>> folded_away(ChromeInput const& input,
                                              std::vector<Part> const& parts) {
    std::vector<std::vector<Control>> groups;
    if (count_of(parts, ControlKind::Backstage) == 0 && !input.layout.floors.empty()) {
        groups.push_back(
            {choice(input, ControlKind::Backstage, "dock.backstage", input.view.backstage)});
    }
    if (count_of(parts, ControlKind::Fit) == 0)
        groups.push_back({choice(input, ControlKind::Fit, "dock.fit", false)});
    if (count_of(parts, ControlKind::OverlayChoice) < overlays.size()) {
        groups.emplace_back();
        for (Overlay const overlay : overlays)
            groups.back().push_back(overlay_choice(input, overlay));
    }
    if (count_of(parts, ControlKind::Settings) == 0) groups.push_back(settings_choices(input));
    return groups;
}

}  // namespace

void add_settings_panel(ChromeInput const& input, double unit, ScreenRect button, Chrome& chrome) {
    add_panel(input, unit, button, settings_choices(input), chrome);
}

void add_more_panel(ChromeInput const& input, double unit, ScreenRect button,
                    std::vector<Part> const& parts, Chrome& chrome) {
    std::vector<Control> controls;
    for (Overlay const overlay : further_overlays) {
        // Where somebody counted it.
        if (overlay == Overlay::Effort && input.room.efforts.empty()) continue;
        controls.push_back(overlay_choice(input, overlay));
    }
    for (Board const board : {Board::Importance, Board::Measures, Board::Asset,
                              Board::Contradictions, Board::Components}) {
        controls.push_back(choice(input, ControlKind::BoardChoice,
                                  std::string(key_of(board)) + ".name", input.view.board == board));
        controls.back().board = board;
    }
    // As far as every word keeps its room.
    for (std::vector<Control> const& group : folded_away(input, parts)) {
        std::vector<Control> more = group;
        more.insert(more.end(), controls.begin(), controls.end());
        PanelGrid const grid = panel_grid(input, unit, more, chrome);
        if (grid.widest * static_cast<double>(grid.columns) <= chrome.dock.w) controls = more;
    }
    add_panel(input, unit, button, controls, chrome);
}

}  // namespace scene
