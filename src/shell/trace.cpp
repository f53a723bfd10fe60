#include "shell/trace.hpp"

#include <algorithm>
#include <charconv>

#include "app/travel.hpp"
#include "shell/verbs.hpp"

namespace shell {
namespace {

std::string number(double value) {
    char text[64];
    auto const end = std::to_chars(std::begin(text), std::end(text), value).ptr;
    return {text, end};
}

// Keys and names hold only letters, digits, _ . and -, so that nothing needs escaping.
std::string in_quotes(std::string_view text) {
    return '"' + std::string(text) + '"';
}

// One `"name":value` after the other.
class Fields {
public:
    Fields& add(std::string_view name, std::string const& value) {
        m_text += (m_text.empty() ? "" : ",") + in_quotes(name) + ':' + value;
        return *this;
    }
    Fields& add(std::string_view name, double value) { return add(name, number(value)); }
    Fields& add(std::string_view name, base::ScreenPoint at) {
        return add(name, Fields().add("x", at.x).add("y", at.y).object());
    }
    Fields& add_flag(std::string_view name, bool on) { return add(name, on ? "true" : "false"); }
    std::string object() const { return '{' + m_text + '}'; }

private:
    std::string m_text;
};

// What a command says besides its name, in the words of replay files where those have some.
class Details {
public:
    Details(model::Room const& room, Fields& out) : m_room(room), m_out(out) {}

    void operator()(app::Show const& c) const { m_out.add("view", in_quotes(c.view)); }
    void operator()(app::SetOverlay const& c) const {
        m_out.add("key", in_quotes(scene::key_of(c.overlay)));
    }
    void operator()(app::SetPersona const& c) const {
        m_out.add("key", c.persona ? in_quotes(m_room.at(c.persona).key) : "null");
    }
    void operator()(app::SetPeriod const& c) const {
        m_out.add("period", in_quotes(base::format_period(c.period)));
    }
    void operator()(app::SetBackstage const& c) const { m_out.add_flag("on", c.on); }
    void operator()(app::SetCalmMotion const& c) const { m_out.add_flag("on", c.on); }
    void operator()(app::SetLargeType const& c) const { m_out.add_flag("on", c.on); }
    void operator()(app::SetNight const& c) const { m_out.add_flag("on", c.on); }
    void operator()(app::SetChannelLens const& c) const { m_out.add_flag("on", c.on); }
    void operator()(app::OpenTouchpoint const& c) const { touchpoint(c.touchpoint); }
    void operator()(app::CloseTouchpoint const& c) const { touchpoint(c.touchpoint); }
    void operator()(app::Define const& c) const {
        m_out.add("figure", in_quotes(scene::name_of(m_room, c.figure)));
    }
    void operator()(app::TapAt const& c) const { m_out.add("at", c.at); }
    void operator()(app::DoubleTapAt const& c) const { m_out.add("at", c.at); }
    void operator()(app::HoldAt const& c) const { m_out.add("at", c.at); }
    void operator()(app::Grab const& c) const { m_out.add("at", c.at); }
    void operator()(app::PanBy const& c) const { m_out.add("dx", c.dx).add("dy", c.dy); }
    void operator()(app::PinchBy const& c) const {
        m_out.add("from", c.from).add("to", c.to).add("factor", c.factor);
    }
    void operator()(app::Fling const& c) const { m_out.add("vx", c.vx).add("vy", c.vy); }
    void operator()(app::DragCard const& c) const {
        touchpoint(c.touchpoint);
        m_out.add("dx", c.dx).add("dy", c.dy);
    }
    void operator()(app::SetCurtain const& c) const { m_out.add("open", c.open); }
    void operator()(app::DragCurtain const& c) const { m_out.add("dy", c.dy); }
    void operator()(app::DragMark const& c) const {
        touchpoint(c.touchpoint);
        m_out.add("dx", c.dx).add("dy", c.dy);
    }
    void operator()(app::ShowBoard const& c) const {
        m_out.add("view", in_quotes(scene::key_of(c.board)));
    }
    void operator()(app::Light const& c) const {
        if (!c.failed.empty())
            m_out.add("node", in_quotes(m_room.blueprint_nodes[c.failed.front().index()].key));
    }
    void operator()(app::EditBlueprint const& c) const {
        m_out.add("edit", in_quotes(model::name_of(c.edit)))
            .add(std::holds_alternative<model::SetBaseline>(c.edit) ? "touchpoint" : "node",
                 in_quotes(model::node_of(c.edit)));
    }
    void operator()(app::MoveEvidence const& c) const {
        m_out.add("from", c.from).add("to", c.to).add("factor", c.factor);
    }
    void operator()(app::Wheel const& c) const { m_out.add("at", c.at).add("steps", c.steps); }
    void operator()(app::Resize const& c) const {
        m_out.add("width", c.size.w).add("height", c.size.h);
    }
    template <typename Nothing>
    void operator()(Nothing const&) const {}

private:
    void touchpoint(model::TouchpointId id) const {
        m_out.add("touchpoint", in_quotes(m_room.at(id).key));
    }

    model::Room const& m_room;
    Fields& m_out;
};

std::string json_of(app::TraceEvent const& event, model::Room const& room) {
    bool const gesture = event.origin == app::TraceEvent::Origin::Contacts;
    Fields fields;
    fields.add("t_ms", event.t_ms);
    fields.add(gesture ? "gesture" : "command", in_quotes(app::name_of(event.command)));
    std::visit(Details(room, fields), event.command);
    return fields.object();
}

bool holds(std::vector<model::TouchpointId> const& cards, model::TouchpointId id) {
    return std::find(cards.begin(), cards.end(), id) != cards.end();
}

}  // namespace

TappedState tapped_state(app::AppState const& state) {
    TappedState tapped{state.view.overlay, state.view.persona, state.view.period, {}};
    for (scene::OpenCard const& card : state.view.cards)
        tapped.cards.push_back(card.touchpoint);
    return tapped;
}

Trace::Trace(std::filesystem::path const& file, model::Room const& room)
    : m_out(file, std::ios::trunc), m_room(room) {
    if (!m_out) throw Refused(exit_refused, "cannot write the trace to " + file.string() + ".");
}

void Trace::line(std::string const& text) {
    m_out << text << '\n' << std::flush;
}

void Trace::write(app::TraceEvent const& event) {
    line(json_of(event, m_room));
}

void Trace::write_change(TappedState const& before, TappedState const& after, double t_ms) {
    auto const say = [&](app::Command const& command) {
        write({app::TraceEvent::Origin::Asked, t_ms, command});
    };
    if (after.overlay != before.overlay) say(app::SetOverlay{after.overlay});
    if (after.persona != before.persona) say(app::SetPersona{after.persona});
    if (after.period != before.period) say(app::SetPeriod{after.period});
    for (model::TouchpointId const card : before.cards) {
        if (!holds(after.cards, card)) say(app::CloseTouchpoint{card});
    }
    for (model::TouchpointId const card : after.cards) {
        if (!holds(before.cards, card)) say(app::OpenTouchpoint{card, std::nullopt});
    }
}

void Trace::write(PresentedFrame const& frame, app::AppState const& state) {
    std::string keys;
    for (scene::OpenCard const& card : state.view.cards)
        keys += (keys.empty() ? "" : ",") + in_quotes(m_room.at(card.touchpoint).key);
    std::string const cards = '[' + keys + ']';
    line(Fields()
             .add("frame", std::to_string(frame.frame))
             .add("t_ms", frame.t_ms)
             .add("camera", camera_json(state))
             .add("build_ms", frame.build_ms)
             .add("draw_ms", frame.draw_ms)
             .add("swap_ms", frame.swap_ms)
             .add("open_cards", cards)
             .object());
}

std::string camera_json(app::AppState const& state) {
    scene::View const& view = state.view;
    base::ScreenPoint const middle{view.size.w / 2, view.size.h / 2};
    base::WorldPoint const centre = scene::to_world(view.camera, app::viewport_of(state), middle);
    return Fields().add("x", centre.x).add("y", centre.y).add("scale", view.camera.scale).object();
}

}  // namespace shell
