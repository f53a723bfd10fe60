#include "storage/edit_store.hpp"

#include "base/date.hpp"
#include "storage/columns.hpp"
#include "storage/open_store.hpp"
#include "storage/room_store.hpp"
#include "storage/room_tables.hpp"

namespace storage {

using model::AppliedEdit;
using model::Edit;
using model::EditProblem;
using model::EditStamp;
using What = model::HistoryEntry::What;
using Found = OverwriteWatch::Found;

namespace {

constexpr std::size_t header_bytes = 100;  // of every SQLite file

model::Counted counted_in(Database& database, model::TouchpointId touchpoint) {
    model::Counted counted;
    Statement statement(
        database, "SELECT min(first_day), max(last_day), max(touchpoint = ?) FROM observations");
    statement.each(
        [&](Row const& row) {
            if (row.is_null(0)) return;
            counted.room = base::Period{{static_cast<std::int32_t>(row.integer(0))},
                                        {static_cast<std::int32_t>(row.integer(1))}};
            counted.touchpoint = row.integer(2) != 0;
        },
        static_cast<std::int64_t>(touchpoint.value));
    return counted;
}

std::optional<EditProblem> level_problem(Database& database, model::Room const& outline,
                                         Edit const& edit) {
    auto const* const level = std::get_if<model::SetBaseline>(&edit);
    if (level == nullptr) return std::nullopt;
    model::TouchpointId const touchpoint = model::find_touchpoint(outline, level->touchpoint);
    if (!touchpoint || model::promise_of(outline, touchpoint) == nullptr)
        return std::nullopt;  // apply() has the words for it
    return model::level_problem(*level, counted_in(database, touchpoint));
}

constexpr auto since_others = " since another program changed the blueprint";

std::string nothing_to_undo(LogState const& log) {
    std::string nothing = "there is nothing to undo";
    if (!log.done.empty()) return nothing + since_others;
    if (!log.import) return nothing;
    if (!log.import->at_ms) return nothing + " since the last import";
    constexpr std::int64_t day_ms = 24 * 60 * 60 * 1000;
    base::Date const day{static_cast<std::int32_t>(*log.import->at_ms / day_ms)};
    return nothing + " since the import of " + base::format_date(day);
}

LoggedEdit const* open_end(std::vector<LoggedEdit> const& edits, std::int64_t closed_until) {
    bool const open = !edits.empty() && edits.back().sequence > closed_until;
    return open ? &edits.back() : nullptr;
}

// For a while others are waited for as said.
class Hurry {
public:
    explicit Hurry(Database& database, Patience patience = Patience::ComesBack)
        : m_database(database) {
        m_database.set(patience);
    }
    ~Hurry() { m_database.set(Patience::Waits); }
    Hurry(Hurry const&) = delete;
    Hurry& operator=(Hurry const&) = delete;

private:
    Database& m_database;
};

}  // namespace

EditStore::Opened::Opened(std::filesystem::path const& file, Patience patience)
    : database(open_for_edits(file, all_migrations(), patience)), rows(database), log(database) {}

EditStore::EditStore(std::filesystem::path const& file, Patience patience)
    : m_file(file), m_held(file, header_bytes), m_open(std::make_unique<Opened>(file, patience)) {
    told_with_file(m_file, [&] {
        Transaction const together(m_open->database);
        m_state = load_state(m_open->database);
    });
    m_open->watch.emplace(file, m_open->database);
    m_open->held_log.emplace(m_open->watch->log_place(), 0);
    require_files();
    m_open->database.set(Patience::Waits);
}

EditStore::~EditStore() {
    let_go_of_other_file();
    if (!m_open || m_held.look() != HeldFile::Found::Gone) return;
    // Without its file the empty log would be in a new one's way.
    auto const log = m_open->watch->log_place();
    m_open.reset();
    std::error_code ignored;
    if (std::filesystem::file_size(log, ignored) == 0) std::filesystem::remove(log, ignored);
}

// At once: SQLite would play its log into a file that stands in the place of ours, here or in the
// next program, and would not copy it into ours. One that was only moved away may come back.
void EditStore::let_go_of_other_file() noexcept {
    if (!m_open) return;
    HeldFile::Found const found = m_held.look();
    OverwriteWatch& watch = *m_open->watch;
    bool const elsewhere = found == HeldFile::Found::Gone || found == HeldFile::Found::Replaced;
    if (!elsewhere && watch.look() != Found::Overwritten) return;
    // A log that others took away or put theirs in its place is still open here.
    bool const has_place = m_open->held_log->look() == HeldFile::Found::There;
    bool const own = !has_place || watch.owns_log();
    if (elsewhere && own) watch.empty_log();
    if (found == HeldFile::Found::Gone) return;
    watch.leave_log();
    if (!elsewhere && has_place && own) watch.part_log();
    m_open.reset();
}

Found EditStore::require_files() {
    m_held.require_there();
    Found const found = m_open ? m_open->watch->look() : Found::Overwritten;
    if (found == Found::Overwritten) lose(m_file, "was overwritten by another program");
    m_open->held_log->require_there();
    return found;
}

EditStore::State EditStore::load_state(Database& database) {
    State state;
    state.data_version = query_integer(database, "PRAGMA data_version");
    state.outline.info.key = load_info(database).key;
    state.outline.journeys = load_journeys(database);
    state.outline.steps = load_steps(database);
    state.outline.touchpoints = load_touchpoints(database);
    state.outline.promises = load_promises(database);
    state.outline.baselines = load_baselines(database);
    state.outline.components = load_components(database);
    state.outline.blueprint_nodes = load_blueprint_nodes(database);
    state.outline.blueprint_links = load_blueprint_links(database);
    state.positions = load_blueprint_positions(database);
    state.log = load_log_state(database);
    return state;
}

// Others may write the file between two edits: observations change nothing here, another blueprint
// would make the caller's room a lie.
void EditStore::keep_up() {
    Database& database = m_open->database;
    bool const changed = query_integer(database, "PRAGMA data_version") != m_state.data_version;
    if (!changed && !m_stale) return;
    // Read from the disk, not from memory.
    database.execute("PRAGMA shrink_memory");
    State fresh = load_state(database);
    if (fresh.outline != m_state.outline) {
        throw StoreRefused(m_file.string() +
                           " was changed by another program meanwhile; open it again.");
    }
    follow_others(std::move(fresh));
}

// An edit of theirs that left the blueprint as it was is theirs all the same.
void EditStore::follow_others(State fresh) {
    bool const theirs =
        fresh.outline != m_state.outline || fresh.log.last_sequence != m_state.log.last_sequence;
    m_state = std::move(fresh);
    m_stale = false;
    if (theirs) close_history();
}

bool EditStore::changed_outside() {
    HeldFile::Found const found = m_held.look();
    if (found == HeldFile::Found::Gone || found == HeldFile::Found::CutOff) return false;
    if (!m_open || found == HeldFile::Found::Replaced) return true;
    Found const written = m_open->watch->look();
    if (written == Found::Overwritten) return true;
    if (written == Found::Copied) m_stale = true;
    if (m_stale || m_open->held_log->look() != HeldFile::Found::There) return true;
    Hurry const now(m_open->database);
    return query_integer(m_open->database, "PRAGMA data_version") != m_state.data_version;
}

model::Room EditStore::take_up(Patience patience) {
    model::Room room;
    told_with_file(m_file, [&] {
        require_files();
        Database& database = m_open->database;
        Hurry const now(database, patience);
        Transaction const together(database, Access::Read);
        database.execute("PRAGMA shrink_memory");
        State fresh = load_state(database);
        room = load_content(database);
        require_files();
        follow_others(std::move(fresh));
    });
    return room;
}

void EditStore::close_history() {
    m_closed_until = m_state.log.last_sequence;
}

StoreAnswer EditStore::in_transaction(std::function<StoreAnswer()> const& work) {
    StoreAnswer answer;
    try {
        told_with_file(m_file, [&] {
            if (require_files() == Found::Copied) m_stale = true;
            Transaction transaction(m_open->database);
            keep_up();
            answer = work();
            if (!std::holds_alternative<StoredEdit>(answer)) return;
            transaction.commit();
            // SQLite writes on into a file that nobody can find any more.
            require_files();
        });
    } catch (...) {
        m_stale = true;
        if (m_way_back) model::apply(m_state.outline, *std::exchange(m_way_back, {}));
        let_go_of_other_file();
        throw;
    }
    m_way_back.reset();
    if (auto const* stored = std::get_if<StoredEdit>(&answer)) {
        model::HistoryEntry const& entry = stored->entry;
        m_state.log.last_sequence = entry.sequence;
        follow(m_state.log, entry.what,
               {entry.sequence, entry.edit ? std::string(model::name_of(*entry.edit)) : ""});
    }
    return answer;
}

model::EditResult EditStore::write(Edit const& edit) {
    model::EditResult result = model::apply(m_state.outline, edit);
    if (auto const* applied = std::get_if<AppliedEdit>(&result)) {
        m_way_back = applied->inverse;
        m_open->rows.write(m_state.outline, *applied, m_state.positions);
    }
    return result;
}

StoreAnswer EditStore::apply(Edit const& edit, EditStamp stamp) {
    return in_transaction([&]() -> StoreAnswer {
        if (auto problem = model::request_problem(m_state.outline, edit)) return *problem;
        if (auto problem = level_problem(m_open->database, m_state.outline, edit)) return *problem;
        model::EditResult const result = write(edit);
        if (auto const* problem = std::get_if<EditProblem>(&result)) return *problem;
        auto const& applied = std::get<AppliedEdit>(result);
        std::int64_t const sequence = m_state.log.last_sequence + 1;
        m_open->log.add(sequence, applied, stamp);
        return StoredEdit{{What::Edited, sequence, stamp.at_ms, stamp.level, {}, applied.done},
                          applied.done};
    });
}

StoreAnswer EditStore::undo(EditStamp stamp) {
    return in_transaction([&]() -> StoreAnswer {
        LoggedEdit const* const last = next_undo();
        if (last == nullptr) return EditProblem{"", nothing_to_undo(m_state.log)};
        return step_in_history(*last, What::Undone, stamp);
    });
}

StoreAnswer EditStore::redo(EditStamp stamp) {
    return in_transaction([&]() -> StoreAnswer {
        LoggedEdit const* const last = next_redo();
        if (last == nullptr) {
            bool const others = !m_state.log.undone.empty();
            return EditProblem{
                "", std::string("there is nothing to redo") + (others ? since_others : "")};
        }
        return step_in_history(*last, What::Redone, stamp);
    });
}

StoreAnswer EditStore::step_in_history(LoggedEdit const& edit, What what, EditStamp stamp) {
    std::int64_t const sequence = m_state.log.last_sequence + 1;
    bool const undone = what == What::Undone;
    Edit const change =
        undone ? m_open->log.inverse(edit.sequence) : m_open->log.done(edit.sequence);
    if (std::holds_alternative<EditProblem>(write(change)))
        throw DamagedContent("the history does not fit the blueprint");
    if (undone) {
        m_open->log.add_undo(sequence, edit.sequence, stamp);
    } else {
        m_open->log.add_redo(sequence, edit.sequence, stamp);
    }
    return StoredEdit{{what, sequence, stamp.at_ms, stamp.level, edit.sequence, {}}, change};
}

bool EditStore::holds_edited_of(model::Room const& room) const {
    return room.info.key == m_state.outline.info.key &&
           room.blueprint_nodes == m_state.outline.blueprint_nodes &&
           room.blueprint_links == m_state.outline.blueprint_links &&
           room.baselines == m_state.outline.baselines;
}

LoggedEdit const* EditStore::next_undo() const {
    return open_end(m_state.log.done, m_closed_until);
}

LoggedEdit const* EditStore::next_redo() const {
    return open_end(m_state.log.undone, m_closed_until);
}

std::vector<model::HistoryEntry> load_history(std::filesystem::path const& file) {
    std::vector<model::HistoryEntry> history;
    read_store(file, all_migrations(),
               [&](Database& database) { history = load_history(database); });
    return history;
}

}  // namespace storage
