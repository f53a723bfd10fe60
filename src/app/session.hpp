// The kiosk in use: contacts, commands and time go in, the state comes out. The window's loop and
// `replay` drive the same object, so that a replay file shows what the wall did. Must not know
// windows, files or clocks.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "app/app_state.hpp"
#include "app/gestures.hpp"
#include "app/pointer.hpp"
#include "app/take_over.hpp"
#include "app/update.hpp"

namespace app {

// What `--trace` writes: each gesture as it is recognised (it came from contacts) and each command
// that was asked for. Tick is left out.
struct TraceEvent {
    enum class Origin { Contacts, Asked } origin = Origin::Asked;
    double t_ms = 0;
    Command const& command;  // name_of() names it
};

class Session {
public:
    Session(World const& world, StartOptions const& options);

    // All three first let time pass until their moment, deadline by deadline, so that the frame
    // rate changes nothing.
    void handle(PointerEvent const& event);
    void obey(Command const& command, double t_ms);
    void advance(double t_ms);
    // When something happens without any input (a hold, a palm); a loop that sleeps wakes up then.
    std::optional<double> next_deadline_ms() const { return m_gestures.next_deadline_ms(); }
    // Ends motion and easing at once.
    void settle() { app::settle(m_world, m_state); }

    AppState const& state() const { return m_state; }
    Gestures const& gestures() const { return m_gestures; }

    // Says which contacts belong to the window's GUI. `replay` has none: there a tap on a control
    // of the GUI presses it all the same.
    using GuiOwns = std::function<bool(scene::Chrome const&, base::ScreenPoint)>;
    void set_gui(GuiOwns owns) { m_gui_owns = std::move(owns); }
    ContactTarget target_at(base::ScreenPoint at) const;

    void set_trace(std::function<void(TraceEvent const&)> trace) { m_trace = std::move(trace); }
    // Stores an edit and changes the room, in that order; without it no edit is obeyed.
    using AnswerEdit = std::function<EditAnswer(EditAsk const&)>;
    // `standing` says what undo and redo would be about.
    void set_editor(AnswerEdit answer, EditAnswer const& standing);
    // Another program changed the room: `replace` puts the new one in the world's and gives the old
    // one back; the state follows. Only while free_for_change().
    bool free_for_change(Waiting waiting) const;
    void take_over(std::function<model::Room()> const& replace, EditAnswer const& standing);
    // For a status line such as "touch is not available".
    void set_status(std::string status) { m_state.view.status = std::move(status); }
    // A new day: ages and staleness follow at once.
    void set_now(base::Date now);

private:
    void obey_one(Command const& command);
    void obey_all(std::vector<Command> const& commands);
    void tell(TraceEvent::Origin origin, Command const& command) const;

    World m_world;
    AppState m_state;
    Gestures m_gestures;
    GuiOwns m_gui_owns;
    std::function<void(TraceEvent const&)> m_trace;
    AnswerEdit m_answer_edit;
};

}  // namespace app
