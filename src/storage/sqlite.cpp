#include "storage/sqlite.hpp"

#include <cerrno>
#include <sqlite3.h>

namespace storage {
namespace {

// A medium of the pack may be 32 MB, and one row must hold it: SQLite's own default is 1 GB.
constexpr int max_value_bytes = 40 * 1024 * 1024;
constexpr int max_sql_bytes = 100 * 1024;
constexpr int patient_ms = 5000;
constexpr int hurried_ms = 20;

constexpr char const* connection_settings =
    "PRAGMA foreign_keys = ON;"
    "PRAGMA trusted_schema = OFF;"
    "PRAGMA cell_size_check = ON;"
    "PRAGMA mmap_size = 0;"
    "PRAGMA synchronous = FULL;";

// An absolute name is never read as a URI or as ":memory:".
std::string plain_name(std::filesystem::path const& file) {
    return std::filesystem::absolute(file).string();
}

std::string immutable_uri(std::filesystem::path const& file) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string uri = "file:";
    for (char const c : plain_name(file)) {
        bool const plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                           (c >= '0' && c <= '9') || c == '/' || c == '.' || c == '-' || c == '_';
        auto const byte = static_cast<unsigned char>(c);
        if (plain) {
            uri += c;
        } else {
            uri += {'%', digits[byte >> 4U], digits[byte & 15U]};
        }
    }
    return uri + "?immutable=1";
}

int flags_of(OpenMode mode) {
    switch (mode) {
        case OpenMode::Create:
            return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
        case OpenMode::ReadWrite:
            return SQLITE_OPEN_READWRITE;
        case OpenMode::ReadOnly:
            return SQLITE_OPEN_READONLY;
        case OpenMode::Immutable:
            return SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
    }
    return SQLITE_OPEN_READONLY;
}

// A disk without space is not always told as such: a log that cannot be made is only "not opened".
int code_of(sqlite3* handle) {
    int const code = sqlite3_extended_errcode(handle);
    int const primary = code & 0xff;
    int const system = sqlite3_system_errno(handle);
    bool const no_space = system == ENOSPC || system == EDQUOT;
    bool const vague = primary == SQLITE_IOERR || primary == SQLITE_CANTOPEN;
    return vague && no_space ? SQLITE_FULL : code;
}

[[noreturn]] void fail(sqlite3* handle, std::string_view sql) {
    int const code = code_of(handle);
    throw Error(code, plain_words(code, sqlite3_errmsg(handle)), sql);
}

}  // namespace

std::string plain_words(int extended_code, std::string const& message) {
    switch (extended_code & 0xff) {
        case SQLITE_FULL:
            return "no space left on the disk";
        case SQLITE_READONLY:
            return "it or its folder is read-only";
        case SQLITE_BUSY:
            return "another program is writing it";
        case SQLITE_IOERR:
            return "the disk does not read or write as it should";
        case SQLITE_CANTOPEN:
            return "it or its folder cannot be opened";
        default:
            return message;
    }
}

Error::Error(int extended_code, std::string const& message, std::string_view sql)
    : std::runtime_error(message + " (SQLite " + std::to_string(extended_code) + ")" +
                         (sql.empty() ? "" : " in: " + std::string(sql))),
      m_extended_code(extended_code),
      m_reason(message),
      m_sql(sql) {}

bool Error::damaged() const {
    return primary_code() == SQLITE_CORRUPT || primary_code() == SQLITE_NOTADB ||
           primary_code() == SQLITE_FORMAT;
}

bool Error::busy() const {
    return primary_code() == SQLITE_BUSY || primary_code() == SQLITE_LOCKED;
}

Database::Database(std::filesystem::path const& file, OpenMode mode, Patience patience)
    : Database(mode == OpenMode::Immutable ? immutable_uri(file) : plain_name(file), flags_of(mode),
               patience) {}

Database Database::in_memory() {
    return Database(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, Patience::Waits);
}

Database::Database(std::string const& name, int flags, Patience patience) {
    sqlite3* handle = nullptr;
    int const all_flags = flags | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX;  // one thread each
    int const code = sqlite3_open_v2(name.c_str(), &handle, all_flags, nullptr);
    m_handle.reset(handle);
    if (handle == nullptr) throw Error(SQLITE_NOMEM, "out of memory", "");
    if (code != SQLITE_OK) fail(handle, "");
    set(patience);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, max_value_bytes);
    sqlite3_limit(handle, SQLITE_LIMIT_SQL_LENGTH, max_sql_bytes);
    execute(connection_settings);
}

void Database::Closer::operator()(sqlite3* handle) const {
    sqlite3_close_v2(handle);
}

bool Database::read_only() const {
    return sqlite3_db_readonly(m_handle.get(), "main") != 0;
}

void Database::set(Patience patience) {
    sqlite3_busy_timeout(m_handle.get(), patience == Patience::Waits ? patient_ms : hurried_ms);
}

void Database::execute(std::string const& sql) {
    if (sqlite3_exec(m_handle.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
        fail(m_handle.get(), sql);
    }
}

void copy_database(Database const& from, Database& to) {
    sqlite3_backup* const copy = sqlite3_backup_init(to.handle(), "main", from.handle(), "main");
    if (copy == nullptr) fail(to.handle(), "");
    int const stepped = sqlite3_backup_step(copy, -1);
    sqlite3_backup_finish(copy);
    if (stepped != SQLITE_DONE) throw Error(stepped, sqlite3_errstr(stepped), "");
}

bool Row::is_null(int column) const {
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

std::int64_t Row::integer(int column) const {
    return sqlite3_column_int64(m_statement, column);
}

double Row::real(int column) const {
    return sqlite3_column_double(m_statement, column);
}

// column_text and column_blob answer null when memory runs out as well as for an empty value.
std::string Row::text(int column) const {
    auto const* const bytes = sqlite3_column_text(m_statement, column);
    auto const size = static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column));
    return bytes == nullptr ? std::string() : std::string(bytes, bytes + size);
}

std::vector<std::uint8_t> Row::blob(int column) const {
    auto const* const bytes =
        static_cast<std::uint8_t const*>(sqlite3_column_blob(m_statement, column));
    auto const size = static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column));
    return bytes == nullptr ? std::vector<std::uint8_t>()
                            : std::vector<std::uint8_t>(bytes, bytes + size);
}

Statement::Statement(Database& database, std::string_view sql) : m_database(database.handle()) {
    sqlite3_stmt* statement = nullptr;
    int const code = sqlite3_prepare_v2(m_database, sql.data(), static_cast<int>(sql.size()),
                                        &statement, nullptr);
    m_statement.reset(statement);
    if (code != SQLITE_OK) storage::fail(m_database, sql);
}

void Statement::Finalizer::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

void Statement::fail() const {
    storage::fail(m_database, sqlite3_sql(m_statement.get()));
}

void Statement::bind(int place, Value const& value) {
    sqlite3_stmt* const statement = m_statement.get();
    struct Binder {
        sqlite3_stmt* statement;
        int place;
        int operator()(std::monostate) const { return sqlite3_bind_null(statement, place); }
        int operator()(std::int64_t v) const { return sqlite3_bind_int64(statement, place, v); }
        int operator()(double v) const { return sqlite3_bind_double(statement, place, v); }
        // A null pointer would bind NULL, and an empty string_view or span may hold one.
        int operator()(std::string_view v) const {
            return sqlite3_bind_text64(statement, place, v.empty() ? "" : v.data(), v.size(),
                                       SQLITE_TRANSIENT, SQLITE_UTF8);
        }
        int operator()(Blob v) const {
            if (v.empty()) return sqlite3_bind_zeroblob(statement, place, 0);
            return sqlite3_bind_blob64(statement, place, v.data(), v.size(), SQLITE_TRANSIENT);
        }
    };
    if (std::visit(Binder{statement, place}, value) != SQLITE_OK) fail();
}

void Statement::bind_all(std::span<Value const> values) {
    int place = 0;
    for (Value const& value : values)
        bind(++place, value);
}

bool Statement::step() {
    int const code = sqlite3_step(m_statement.get());
    if (code != SQLITE_DONE && code != SQLITE_ROW) fail();
    return code == SQLITE_ROW;
}

void Statement::reset() {
    sqlite3_reset(m_statement.get());
    sqlite3_clear_bindings(m_statement.get());
}

void Statement::step_all(std::span<Value const> values,
                         std::function<void(Row const&)> const* callback) {
    struct Guard {
        Statement& statement;
        ~Guard() { statement.reset(); }
    };
    Guard const guard{*this};
    bind_all(values);
    while (step()) {
        if (callback != nullptr) (*callback)(Row(m_statement.get()));
        // Reading a value may have run out of memory: SQLite says so here and nowhere else.
        if (sqlite3_errcode(m_database) == SQLITE_NOMEM) fail();
    }
}

std::int64_t query_integer(Database& database, std::string_view sql) {
    std::int64_t answer = 0;
    Statement(database, sql).each([&](Row const& row) { answer = row.integer(0); });
    return answer;
}

std::string query_text(Database& database, std::string_view sql) {
    std::string answer;
    Statement(database, sql).each([&](Row const& row) { answer = row.text(0); });
    return answer;
}

Transaction::Transaction(Database& database, Access access) : m_database(database) {
    m_database.execute(access == Access::Write ? "BEGIN IMMEDIATE" : "BEGIN");
}

Transaction::~Transaction() {
    // Some failures (disk full) have rolled back already, and then this one is refused: nothing to
    // tell.
    if (m_open) sqlite3_exec(m_database.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
    m_database.execute("COMMIT");
    m_open = false;
}

}  // namespace storage
