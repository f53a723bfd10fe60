// The history of edits as rows that are only ever added: what was done, what takes it back, what
// was undone and redone, and where a pack replaced the content. Must not know the blueprint's rows.
// Used by edit_store and room_store.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/edit.hpp"
#include "storage/sqlite.hpp"

namespace storage {

// An edit that can be taken back or done again, by its place in the history.
struct LoggedEdit {
    std::int64_t sequence = 0;
    std::string name;  // as model::name_of
    friend bool operator==(LoggedEdit const&, LoggedEdit const&) = default;
};

// Where the history stands: what undo and redo would mean, the next one last.
struct LogState {
    struct Import {
        std::optional<std::int64_t> at_ms;
    };
    std::int64_t last_sequence = 0;
    std::optional<Import> import;  // the last one: what was before it is not undone
    std::vector<LoggedEdit> done;
    std::vector<LoggedEdit> undone;
};
LogState load_log_state(Database& database);
// The state after an entry more; load_log_state() folds all entries this way.
void follow(LogState& state, model::HistoryEntry::What what, LoggedEdit const& edit);

class EditLog {
public:
    explicit EditLog(Database& database);

    // Inside the caller's transaction.
    void add(std::int64_t sequence, model::AppliedEdit const& applied, model::EditStamp stamp);
    void add_undo(std::int64_t sequence, std::int64_t about, model::EditStamp stamp);
    void add_redo(std::int64_t sequence, std::int64_t about, model::EditStamp stamp);

    model::Edit done(std::int64_t sequence);
    model::Edit inverse(std::int64_t sequence);

private:
    void add_values(std::int64_t sequence, std::string_view side, model::Edit const& edit);
    model::Edit load(std::int64_t sequence, std::string_view side);

    Statement m_insert_entry;
    Statement m_insert_values;
    Statement m_insert_link;
    Statement m_select_values;
    Statement m_select_links;
};

// Says in the history that a pack replaced the content; nothing where there is no history yet or
// where that was the last thing said.
void add_import(Database& database, std::optional<std::int64_t> at_ms);

std::vector<model::HistoryEntry> load_history(Database& database);

}  // namespace storage
