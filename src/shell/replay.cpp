#include "shell/replay.hpp"

#include <cmath>

#include "app/causes.hpp"
#include "exchange/json_reader.hpp"
#include "metrics/cause_chain.hpp"
#include "shell/picture_state.hpp"
#include "shell/trace.hpp"
#include "shell/view_names.hpp"

namespace shell {
namespace {

app::Phase phase_of(exchange::ReplayPhase phase) {
    switch (phase) {
        case exchange::ReplayPhase::Begin:
            return app::Phase::Begin;
        case exchange::ReplayPhase::Move:
            return app::Phase::Move;
        case exchange::ReplayPhase::End:
            return app::Phase::End;
        case exchange::ReplayPhase::Cancel:
            break;
    }
    return app::Phase::Cancel;
}

// One line at a time; what the room does not have becomes a problem.
class StepMaker {
public:
    StepMaker(model::Room const& room, std::string const& shown_as)
        : m_room(room), m_shown_as(shown_as) {}

    void add(exchange::ReplayLine const& line) {
        m_line = line.line;
        m_column = line.column;
        if (auto const* contact = std::get_if<exchange::ReplayContact>(&line.what)) {
            app::PointerEvent const event{
                contact->contact, phase_of(contact->phase), {contact->x, contact->y}, line.t_ms};
            m_made.steps.push_back({line.t_ms, event});
            return;
        }
        auto const command = command_of(std::get<exchange::ReplayCommand>(line.what));
        if (command) m_made.steps.push_back({line.t_ms, *command});
    }

    ReplaySteps finish() {
        if (m_made.problem_count > 0) m_made.steps.clear();
        return std::move(m_made);
    }

private:
    std::nullopt_t refuse(std::string text) {
        constexpr std::size_t most_told = 200;
        ++m_made.problem_count;
        if (m_made.problems.size() >= most_told) return std::nullopt;
        m_made.problems.push_back(
            {exchange::Severity::Error, m_shown_as, m_line, m_column, std::move(text)});
        return std::nullopt;
    }
    std::nullopt_t refuse(std::string const& what, std::string const& value) {
        return refuse("the room has no " + what + " \"" + value + "\"; name one that it has");
    }
    template <typename Thing>
    std::nullopt_t refuse_unknown(std::string const& what, std::string const& key,
                                  std::vector<Thing> const& things, std::string Thing::* title) {
        std::vector<KeyAndTitle> all;
        for (Thing const& thing : things)
            all.push_back({thing.key, thing.*title});
        return refuse("the room has no " + what + " \"" + key + "\"" + nearest_names("", all, key));
    }

    std::optional<app::Command> command_of(exchange::ReplayCommand const& c) {
        if (c.name == "home") return app::Home{};
        if (c.name == "back") return app::Back{};
        if (c.name == "fit") return app::Fit{};
        if (c.name == "next") return app::Next{};
        if (c.name == "previous") return app::Previous{};
        if (c.name == "backstage") return app::SetBackstage{c.on.value_or(false)};
        if (c.name == "undo") return app::UndoEdit{};
        if (c.name == "redo") return app::RedoEdit{};
        if (c.edit) return edit(*c.edit);
        if (c.name == "curtain") return app::SetCurtain{c.open.value_or(0)};
        if (c.name == "show") return show(c.view.value_or(""));
        if (c.name == "overlay") return overlay(c.overlay.value_or(""));
        if (c.name == "persona") return persona(c);
        if (c.name == "period") return period(c.period.value_or(""));
        if (c.name == "define") return define(c.figure.value_or(""));
        if (c.name == "light") return light(c);
        if (c.name == "light_step") return app::LightStep{};
        if (c.name == "lens") return lens(c);
        if (c.name == "evidence" || c.name == "evidence_close") return evidence(c);
        if (c.name == "open" || c.name == "close") return card(c);
        return refuse("command", c.name);
    }

    static app::Command edit(exchange::EditRequest const& request) {
        if (auto const* edit = std::get_if<model::Edit>(&request)) return app::EditBlueprint{*edit};
        if (std::holds_alternative<exchange::UndoEdit>(request)) return app::UndoEdit{};
        return app::RedoEdit{};
    }
    std::optional<app::Command> show(std::string const& view) {
        if (!app::view_exists(m_room, view))
            return refuse("the room has " + no_view_text(m_room, view));
        return app::Show{view};
    }
    std::optional<app::Command> overlay(std::string const& key) {
        auto const overlay = scene::parse_overlay(key);
        if (!overlay) {
            return refuse("\"" + key +
                          "\" is no overlay; it must be one of: none, reliability, "
                          "differentiation, emotion, importance, volume, perception-gap, effort");
        }
        return app::SetOverlay{*overlay};
    }
    std::optional<app::Command> persona(exchange::ReplayCommand const& c) {
        if (c.persona_is_null) return app::SetPersona{};
        model::PersonaId const persona = model::find_persona(m_room, c.persona.value_or(""));
        if (!persona)
            return refuse_unknown("persona", c.persona.value_or(""), m_room.personas,
                                  &model::Persona::name);
        return app::SetPersona{persona};
    }
    std::optional<app::Command> period(std::string const& text) {
        auto const period = base::parse_period(text);
        if (!period)
            return refuse("\"" + text + "\" is not a period; write it as 2026-07 or 2026-Q3");
        return app::SetPeriod{*period};
    }
    std::optional<app::Command> define(std::string const& name) {
        auto const figure = scene::parse_figure(m_room, name);
        if (!figure) return refuse("figure", name);
        return app::Define{*figure, std::nullopt};
    }
    std::optional<app::Command> light(exchange::ReplayCommand const& c) {
        if (!c.node && !c.touchpoint) return app::Light{};
        std::string const key = c.node ? *c.node : *c.touchpoint;
        auto nodes = c.node ? metrics::failure_named(m_room, key)
                            : metrics::nodes_of(m_room, model::find_touchpoint(m_room, key));
        if (nodes.empty() && c.node && !model::find_node(m_room, key))
            return refuse_unknown("blueprint node", key, m_room.blueprint_nodes,
                                  &model::BlueprintNode::text);
        if (nodes.empty()) return refuse("step of a blueprint for", key);
        return app::Light{std::move(nodes), false};
    }
    std::optional<app::Command> lens(exchange::ReplayCommand const& c) {
        std::string const name = *c.kind + (c.key ? ":" + *c.key : "");
        auto const lens = scene::parse_lens(name);
        if (!lens) {
            return refuse("\"" + name +
                          "\" is no lens; the kind is role or function, each with a key, "
                          "hand-offs, employee, policy or none");
        }
        if (std::string const problem = unknown_team(m_room, *lens); !problem.empty())
            return refuse("the room has " + problem);
        return app::SetLens{*lens};
    }
    std::optional<app::Command> evidence(exchange::ReplayCommand const& c) {
        auto const evidence = scene::parse_evidence(m_room, c.key.value_or(""));
        if (!evidence) return refuse("evidence", c.key.value_or(""));
        if (c.name == "evidence_close") return app::HideEvidence{*evidence};
        return app::ShowEvidence{*evidence};
    }
    std::optional<app::Command> card(exchange::ReplayCommand const& c) {
        auto const touchpoint = model::find_touchpoint(m_room, c.touchpoint.value_or(""));
        if (!touchpoint)
            return refuse_unknown("touchpoint", c.touchpoint.value_or(""), m_room.touchpoints,
                                  &model::Touchpoint::title);
        if (c.name == "close") return app::CloseTouchpoint{touchpoint};
        return app::OpenTouchpoint{touchpoint, std::nullopt};
    }

    model::Room const& m_room;
    std::string const& m_shown_as;
    int m_line = 0;
    int m_column = 1;
    ReplaySteps m_made;
};

// Names of teams and files come from other people.
std::string in_json(std::string_view text) {
    if (text.empty()) return "null";
    std::string quoted = "\"";
    for (char const ch : text) {
        auto const byte = static_cast<unsigned char>(ch);
        if (ch == '"' || ch == '\\') quoted += '\\';
        quoted += byte < 0x20 ? ' ' : ch;
    }
    return quoted + '"';
}

// "0.5", "1": how far the curtain is open, read as people write it.
std::string share_text(double share) {
    std::string text = std::to_string(static_cast<int>(std::lround(share * 1000)));
    if (share >= 1 || text == "0" || text == "1000") return share >= 0.5 ? "1" : "0";
    text.insert(0, 3 - text.size(), '0');
    return "0." + text.substr(0, text.find_last_not_of('0') + 1);
}

// Keys hold only letters, digits, _ . and -, so that nothing needs escaping.
std::string text_or_null(std::string_view text) {
    return text.empty() ? "null" : '"' + std::string(text) + '"';
}

std::string status_text(std::string const& status) {
    exchange::JsonValue value;
    value.kind = exchange::JsonKind::Text;
    value.text = status;
    return exchange::canonical_json(value);
}

// Only where it says something.
std::string editing_of(scene::View const& view) {
    std::string json;
    if (view.editing.staff) {
        json += ",\"undo\":" + text_or_null(view.editing.undo) +
                ",\"redo\":" + text_or_null(view.editing.redo);
    }
    if (!view.status.empty()) json += ",\"status\":" + status_text(view.status);
    return json;
}

std::string open_cards(app::World const& world, app::AppState const& state) {
    std::string list;
    for (scene::OpenCard const& card : state.view.cards) {
        list += (list.empty() ? "" : ",") + text_or_null(world.room.at(card.touchpoint).key);
    }
    return '[' + list + ']';
}

std::string definitions(app::World const& world, app::AppState const& state) {
    std::string list;
    for (scene::OpenDefinition const& open : state.view.definitions)
        list += (list.empty() ? "" : ",") + text_or_null(scene::name_of(world.room, open.figure));
    return '[' + list + ']';
}

std::string lens_of(scene::View const& view) {
    bool const none = view.lens.kind == scene::LensKind::None;
    return none ? std::string() : scene::name_of(view.lens);
}

// In the order in which they were lit.
std::string lit_keys(app::World const& world, app::AppState const& state) {
    std::string list;
    for (model::BlueprintNodeId const node : app::lit_nodes(world, state))
        list +=
            (list.empty() ? "" : ",") + text_or_null(world.room.blueprint_nodes[node.index()].key);
    return '[' + list + ']';
}

std::string open_evidence(app::World const& world, app::AppState const& state) {
    std::string list;
    for (scene::OpenEvidence const& sheet : state.view.evidence)
        list += (list.empty() ? "" : ",") + in_json(scene::name_of(world.room, sheet.evidence));
    return '[' + list + ']';
}

// These two as `show` names them.
std::string_view board_of(scene::View const& view) {
    bool const none = view.board == scene::Board::None;
    return none ? std::string_view() : scene::key_of(view.board);
}

std::string focus_of(app::World const& world, scene::Focus const& focus) {
    using Kind = scene::Focus::Kind;
    switch (focus.kind) {
        case Kind::Journey:
            return "journey:" + world.room.at(focus.journey).key;
        case Kind::Stage:
            return "stage:" + world.room.at(focus.stage).key;
        case Kind::Touchpoint:
            return "touchpoint:" + world.room.at(world.room.at(focus.placement).touchpoint).key;
        case Kind::None:
            break;
    }
    return {};
}

}  // namespace

ReplaySteps replay_steps(model::Room const& room, std::vector<exchange::ReplayLine> const& lines,
                         std::string const& shown_as) {
    StepMaker maker(room, shown_as);
    for (exchange::ReplayLine const& line : lines)
        maker.add(line);
    return maker.finish();
}

void play(app::Session& session, std::vector<ReplayStep> const& steps) {
    for (ReplayStep const& step : steps) {
        if (auto const* event = std::get_if<app::PointerEvent>(&step.what)) {
            session.handle(*event);
        } else {
            session.obey(std::get<app::Command>(step.what), step.t_ms);
        }
    }
    session.settle();
}

std::string final_state_json(app::World const& world, app::AppState const& state) {
    scene::View const& view = state.view;
    app::Whereabouts const where = app::whereabouts(world, state);
    std::string const period =
        view.period == base::any_time ? std::string() : base::format_period(view.period);
    std::string const persona = view.persona ? world.room.at(view.persona).key : std::string();
    return "{\"camera\":" + camera_json(state) +
           ",\"level\":" + (where.level ? std::to_string(*where.level) : "null") +
           ",\"journey\":" + text_or_null(where.journey) +
           ",\"stage\":" + text_or_null(where.stage) +
           ",\"touchpoint\":" + text_or_null(where.touchpoint) +
           ",\"overlay\":" + text_or_null(scene::key_of(view.overlay)) +
           ",\"persona\":" + text_or_null(persona) + ",\"period\":" + text_or_null(period) +
           ",\"backstage\":" + (view.backstage ? "true" : "false") +
           ",\"open_cards\":" + open_cards(world, state) +
           ",\"definitions\":" + definitions(world, state) + ",\"lit\":" + lit_keys(world, state) +
           ",\"lens\":" + in_json(lens_of(view)) + ",\"evidence\":" + open_evidence(world, state) +
           ",\"focus\":" + text_or_null(focus_of(world, view.focus)) +
           ",\"board\":" + text_or_null(board_of(view)) +
           ",\"curtain\":" + share_text(view.curtain) + editing_of(view) +
           R"(,"tour":null,"session":null})";
}

}  // namespace shell
