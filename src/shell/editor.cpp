#include "shell/editor.hpp"

#include "shell/clock.hpp"
#include "storage/room_store.hpp"

namespace shell {
namespace {

std::string name_of(storage::LoggedEdit const* edit) {
    return edit == nullptr ? std::string() : edit->name;
}

// None while the node is not there.
model::JourneyId journey_of(model::Room const& room, model::Edit const& edit) {
    model::BlueprintNodeId const node = model::find_node(room, model::node_of(edit));
    return node ? room.blueprint_nodes[node.index()].journey : model::JourneyId();
}

std::string sentence(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text.ends_with('.') ? text : text + ".";
}

}  // namespace

Editor::Editor(std::filesystem::path const& database, Wall& wall)
    : m_store(database), m_wall(wall) {
    if (!m_store.holds_edited_of(m_wall.room())) {
        throw storage::StoreRefused(database.string() +
                                    " was changed by another program meanwhile; open it again.");
    }
}

app::EditAnswer Editor::standing() const {
    return {app::EditFate::Stored, {}, name_of(m_store.next_undo()), name_of(m_store.next_redo())};
}

storage::StoreAnswer Editor::store(app::EditAsk const& ask) {
    model::EditStamp const stamp{now_ms(), model::EditLevel::Staff};
    if (auto const* edit = std::get_if<model::Edit>(&ask)) return m_store.apply(*edit, stamp);
    if (std::holds_alternative<app::UndoEdit>(ask)) return m_store.undo(stamp);
    return m_store.redo(stamp);
}

app::EditAnswer Editor::answer(app::EditAsk const& ask) {
    app::EditAnswer answer = standing();
    answer.fate = app::EditFate::Refused;
    try {
        storage::StoreAnswer const stored = store(ask);
        if (auto const* problem = std::get_if<model::EditProblem>(&stored)) {
            answer.why = sentence(problem->text);
            return answer;
        }
        model::Edit const& change = std::get<storage::StoredEdit>(stored).change;
        model::JourneyId const before = journey_of(m_wall.room(), change);
        m_wall.apply(change);
        answer = standing();
        answer.journey = before ? before : journey_of(m_wall.room(), change);
        return answer;
    } catch (storage::StoreRefused const& refused) {
        answer.why = m_wall.catalogue().format("edit.not-stored", {refused.what()});
        return answer;
    } catch (storage::Error const& error) {
        answer.why = m_wall.catalogue().format("edit.not-stored", {error.reason() + "."});
        return answer;
    }
}

void attach(Editor& editor, app::Session& session) {
    session.set_editor([&editor](app::EditAsk const& ask) { return editor.answer(ask); },
                       editor.standing());
}

}  // namespace shell
