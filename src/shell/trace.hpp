// What the kiosk did, as JSON lines: gestures, commands in the words of replay files, presented
// frames. Each line is in the file when the call returns. Must not know the window. Used by
// run_verb's kiosk.
#pragma once

#include <filesystem>
#include <fstream>
#include <string>

#include "app/session.hpp"

namespace shell {

struct PresentedFrame {
    std::uint64_t frame = 0;  // from 1
    double t_ms = 0;          // when it was shown
    double build_ms = 0;      // room and state to draw list
    double draw_ms = 0;       // draw list to the driver, the dock included
    double swap_ms = 0;       // the driver's own work, and the wait for the screen
};

// The state's part that a gesture can change without being named: what a tap pressed or opened.
struct TappedState {
    scene::Overlay overlay = scene::Overlay::None;
    model::PersonaId persona;
    base::Period period;
    std::vector<model::TouchpointId> cards;
};
TappedState tapped_state(app::AppState const& state);

class Trace {
public:
    // Throws Refused when the file cannot be written.
    Trace(std::filesystem::path const& file, model::Room const& room);

    void write(app::TraceEvent const& event);
    // The commands that lead from one to the other: what a tap on a cell, a chip or a card meant.
    void write_change(TappedState const& before, TappedState const& after, double t_ms);
    void write(PresentedFrame const& frame, app::AppState const& state);

private:
    void line(std::string const& text);

    std::ofstream m_out;
    model::Room const& m_room;
};

// {"x":..,"y":..,"scale":..}: world units at the centre of the view, pixels a world unit.
std::string camera_json(app::AppState const& state);

}  // namespace shell
