// The kiosk's loop: sleep until a finger, the mouse, a key, a signal or a deadline; feed the
// session; when something can be seen to have changed, build, draw and present one frame. A still
// wall draws nothing. Must not know gestures or journeys. Used by run_verb.
#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "render/cross_fade.hpp"
#include "render/renderer.hpp"
#include "shell/opening.hpp"
#include "shell/run_verb_gui_pointer.hpp"
#include "shell/run_verb_signals.hpp"
#include "shell/supervisor.hpp"
#include "shell/touch_source.hpp"
#include "shell/trace.hpp"
#include "shell/window.hpp"

namespace shell {

struct KioskParts {
    OpenedRoom const& opened;
    Window& window;
    TouchSource& touch;
    StopSignals& signals;
    Trace* trace = nullptr;            // none: nothing is written
    std::function<double()> clock_ms;  // monotonic; the session's time
    std::function<base::Date()> today;
};

class Kiosk {
public:
    // The window's context must be current as long as the kiosk lives. Throws what Renderer throws.
    Kiosk(KioskParts const& parts, render::RendererOptions const& renderer);

    // Until somebody ends it; returns the exit code.
    int run();

private:
    bool ended();
    void take_input();
    void contact(app::PointerEvent const& event);
    void fit_to_window();
    void follow_clock();
    void follow_file();
    bool frame_due() const;
    void draw_frame();
    void keep_cut();
    void wait();
    int wait_ms() const;

    KioskParts m_parts;
    Wall& m_wall;
    app::Session& m_session;
    Gui& m_gui;
    PictureShelf& m_pictures;
    render::RendererOptions m_renderer_options;
    render::Renderer m_renderer;
    std::optional<render::CrossFade> m_fade;  // from the first calm cut
    std::optional<double> m_cut_kept;         // the cut whose picture m_fade keeps
    GuiPointer m_gui_pointer;
    scene::DrawList m_list;  // keeps its capacity from frame to frame
    int m_fingers = 0;
    bool m_changed = true;
    bool m_was_moving = false;
    Supervisor m_supervisor{supervisor_environment()};
    bool m_cache_saved = false;
    std::uint64_t m_frames = 0;
    double m_last_frame_ms = 0;
};

}  // namespace shell
