// The whole state of the kiosk between two frames, and what it stands on (room, layout). No clock, no I/O.
#pragma once

#include <optional>
#include <vector>

#include "app/motion.hpp"
#include "base/catalogue.hpp"
#include "layout/map_layout.hpp"
#include "metrics/room_figures.hpp"
#include "scene/chrome.hpp"
#include "scene/theme.hpp"
#include "scene/view.hpp"

namespace app {

// What update may read but never changes. Owned by shell; lives longer than the state.
struct World {
    model::Room const& room;
    metrics::FigureIndex const& index;
    base::Catalogue const& catalogue;
    layout::TextMeasure& measure;
};

struct AppState {
    scene::View view;                       // what can be seen
    scene::Theme theme;
    double diagonal_in = 86;
    double distance_m = 4;
    bool channel_lens = false;
    layout::MapLayout layout;               // remade by update when size, type or lens change
    metrics::RoomFigures figures;           // for view.period and view.persona
    metrics::RoomFigures previous_figures;  // what values ease from
    double t_ms = 0;                        // time of the last Tick or event
    std::optional<Flight> flight;           // camera move under way
    std::optional<Glide> glide;             // fling under way
    std::optional<double> figures_since_ms; // easing of values under way
    std::optional<double> overlay_since_ms;
    std::vector<scene::Camera> history;     // for Back: where the person stood before each jump
    bool moving() const { return flight || glide || figures_since_ms || overlay_since_ms; }
};

scene::Physical physical_of(AppState const& state);

}  // namespace app
