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

Editor::Editor(std::filesystem::path const& database, Wall& wall, Changes changes)
    : m_database(database),
      m_store(std::make_unique<storage::EditStore>(database)),
      m_wall(wall),
      m_changes(changes) {
    if (!m_store->holds_edited_of(m_wall.room())) {
        throw storage::StoreRefused(database.string() +
                                    " was changed by another program meanwhile; open it again.");
    }
}

app::EditAnswer Editor::standing() const {
    if (!m_store || m_behind) return {app::EditFate::Stored, {}, {}, {}, {}};
    return {app::EditFate::Stored,
            {},
            name_of(m_store->next_undo()),
            name_of(m_store->next_redo()),
            {}};
}

storage::StoreAnswer Editor::store(app::EditAsk const& ask) {
    model::EditStamp const stamp{now_ms(), model::EditLevel::Staff};
    if (auto const* edit = std::get_if<model::Edit>(&ask)) return m_store->apply(*edit, stamp);
    if (std::holds_alternative<app::UndoEdit>(ask)) return m_store->undo(stamp);
    return m_store->redo(stamp);
}

std::string Editor::open_again() {
    m_store.reset();  // before the file is opened anew: one program holds it once
    m_behind = false;
    try {
        m_store = std::make_unique<storage::EditStore>(m_database);
        if (m_store->holds_edited_of(m_wall.room()))
            return std::string(m_wall.catalogue().text("edit.open-again"));
        m_behind = true;
        bool const followed =
            m_changes == Changes::Followed && m_store->take_up().info.key == m_wall.room().info.key;
        return std::string(
            m_wall.catalogue().text(followed ? "edit.shown-anew" : "edit.other-room"));
    } catch (storage::StoreRefused const&) {
    } catch (storage::Error const&) {
    }
    m_store.reset();
    m_behind = false;
    return {};
}

bool Editor::changed_outside() {
    if (!m_store || m_behind) return true;
    try {
        return m_store->changed_outside();
    } catch (storage::Error const&) {
        return false;  // somebody has it to himself just now
    }
}

FoundRoom Editor::take_up() {
    try {
        if (m_store) return take_up_opened();
    } catch (storage::StoreRefused const&) {  // another file is in its place
    } catch (storage::Error const& error) {
        return {std::nullopt, error.busy()};
    }
    m_store.reset();
    FoundRoom nothing;
    try {
        m_store = std::make_unique<storage::EditStore>(m_database, storage::Patience::ComesBack);
        return take_up_opened();
    } catch (storage::StoreBusy const&) {
        nothing.busy = true;
    } catch (storage::StoreRefused const&) {
    } catch (storage::Error const& error) {
        nothing.busy = error.busy();
    }
    m_store.reset();
    return nothing;
}

FoundRoom Editor::take_up_opened() {
    model::Room room = m_store->take_up();
    m_behind = room.info.key != m_wall.room().info.key;
    if (m_behind) return {};
    if (!m_store->holds_edited_of(m_wall.room())) m_store->close_history();
    return {std::move(room), false};
}

app::EditAnswer Editor::refused(std::string const& why) {
    app::EditAnswer answer = standing();
    answer.fate = app::EditFate::Refused;
    answer.why = why;
    return answer;
}

app::EditAnswer Editor::answer(app::EditAsk const& ask) {
    auto const not_stored = [&](std::string const& why) {
        return m_wall.catalogue().format("edit.not-stored", {why});
    };
    try {
        // A press after the file was lost: it may be back.
        if (!m_store || m_behind) {
            std::string const found = open_again();
            if (!m_store || m_behind) {
                std::string const gone = m_database.string() + " cannot be opened.";
                return refused(not_stored(found.empty() ? gone : found));
            }
        }
        storage::StoreAnswer const stored = store(ask);
        if (auto const* problem = std::get_if<model::EditProblem>(&stored)) {
            app::EditAnswer answer = refused(sentence(problem->text));
            if (problem->obstacle == model::EditObstacle::AlreadySo)
                answer.fate = app::EditFate::Unchanged;
            return answer;
        }
        model::Edit const& change = std::get<storage::StoredEdit>(stored).change;
        model::JourneyId const before = journey_of(m_wall.room(), change);
        m_wall.apply(change);
        app::EditAnswer answer = standing();
        answer.journey = before ? before : journey_of(m_wall.room(), change);
        return answer;
    } catch (storage::StoreRefused const& lost) {
        std::string const why = not_stored(lost.what());
        std::string const then = open_again();
        if (m_behind && m_changes == Changes::Followed) return refused(not_stored(then));
        return refused(then.empty() ? why : why + " " + then);
    } catch (storage::Error const& error) {
        return refused(not_stored(error.reason() + "."));
    }
}

void attach(Editor& editor, app::Session& session) {
    session.set_editor([&editor](app::EditAsk const& ask) { return editor.answer(ask); },
                       editor.standing());
}

}  // namespace shell
