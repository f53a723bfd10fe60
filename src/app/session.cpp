#include "app/session.hpp"

#include "app/controls.hpp"
#include "app/editing.hpp"
#include "app/remake.hpp"

namespace app {
namespace {

// A map that glides slower than this is looked at and tapped, not caught.
constexpr double flies_from_mm_s = 40;

GestureSettings gesture_settings(AppState const& state) {
    GestureSettings settings;
    settings.px_per_mm = physical_of(state).px_per_mm;
    settings.view = state.view.size;
    return settings;
}

Command as_command(EditAsk const& ask) {
    if (auto const* edit = std::get_if<model::Edit>(&ask)) return EditBlueprint{*edit};
    if (std::holds_alternative<UndoEdit>(ask)) return UndoEdit{};
    return RedoEdit{};
}

}  // namespace

Session::Session(World const& world, StartOptions const& options)
    : m_world(world), m_state(start(world, options)), m_gestures(gesture_settings(m_state)) {}

void Session::handle(PointerEvent const& event) {
    advance(event.t_ms);
    obey_all(m_gestures.handle(event, [this](base::ScreenPoint at) { return target_at(at); }));
}

void Session::obey(Command const& command, double t_ms) {
    advance(t_ms);
    tell(TraceEvent::Origin::Asked, command);
    obey_one(command);
    m_gestures.set(gesture_settings(m_state));
}

void Session::advance(double t_ms) {
    while (auto const deadline = m_gestures.next_deadline_ms()) {
        if (*deadline > t_ms) break;
        update(m_world, m_state, Tick{*deadline});
        obey_all(m_gestures.advance(*deadline));
    }
    update(m_world, m_state, Tick{t_ms});
}

void Session::set_now(base::Date now) {
    m_state.view.now = now;
    remake_figures(m_world, m_state, FigureChange::Cut);
}

bool Session::free_for_change(Waiting waiting) const {
    return m_gestures.active_contacts() == 0 && may_take_over(m_state, waiting);
}

void Session::take_over(std::function<model::Room()> const& replace, EditAnswer const& standing) {
    settle();
    model::Room const before = replace();
    app::take_over(m_world, m_state, before, standing);
}

void Session::obey_all(std::vector<Command> const& commands) {
    for (Command const& command : commands) {
        tell(TraceEvent::Origin::Contacts, command);
        obey_one(command);
    }
}

void Session::obey_one(Command const& command) {
    update(m_world, m_state, command);
    auto const asked = std::exchange(m_state.asked, std::nullopt);
    if (!asked || !m_answer_edit) return;
    EditAnswer const answer = m_answer_edit(*asked);
    edited(m_world, m_state, answer);
    // What the hands' last tap or drop did to the room.
    Command const meant = as_command(*asked);
    bool const stored = answer.fate == EditFate::Stored;
    if (stored && meant.index() != command.index()) tell(TraceEvent::Origin::Asked, meant);
}

void Session::set_editor(AnswerEdit answer, EditAnswer const& standing) {
    m_answer_edit = std::move(answer);
    m_state.view.editing.undo = standing.undo;
    m_state.view.editing.redo = standing.redo;
}

void Session::tell(TraceEvent::Origin origin, Command const& command) const {
    bool const said = m_trace && !std::holds_alternative<Tick>(command);
    if (said) m_trace({origin, m_state.t_ms, command});
}

ContactTarget Session::target_at(base::ScreenPoint at) const {
    using Kind = ContactTarget::Kind;
    scene::Chrome const chrome = chrome_of(m_world, m_state);
    if (m_gui_owns && m_gui_owns(chrome, at)) return {Kind::Gui};
    if (auto const control = control_at(chrome, at)) {
        // The sheet lies on the map: a drag there moves the map.
        if (scene::is_sheet(control->kind)) return {Kind::Map};
        // Rows of a board can be held, too.
        if (control->kind == scene::ControlKind::BoardComponent ||
            control->kind == scene::ControlKind::BoardCount)
            return {Kind::Map};
        if (control->kind == scene::ControlKind::CurtainHandle) return {Kind::Curtain};
        bool const card = control->kind == scene::ControlKind::CardBody;
        if (card) return {Kind::Card, m_state.view.cards[control->card].touchpoint, {}};
        if (control->kind == scene::ControlKind::EvidenceBody)
            return {Kind::Evidence, {}, control->evidence};
        bool const edit = control->kind == scene::ControlKind::Edit;
        if (edit && control->edit == scene::EditAction::Node) return {Kind::Node};
        if (edit && control->edit == scene::EditAction::Port) return {Kind::Port};
        if (control->kind == scene::ControlKind::BoardMark)
            return {Kind::Mark, control->touchpoint, {}};
        return {Kind::Control};
    }
    // A finger that slips between two buttons must not drag the map.
    if (chrome.dock.contains(at)) return {Kind::Control};
    ContactTarget map{Kind::Map};
    map.flying = m_state.glide && speed_px_s(*m_state.glide, m_state.t_ms) >
                                      flies_from_mm_s * physical_of(m_state).px_per_mm;
    return map;
}

}  // namespace app
