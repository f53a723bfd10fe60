// SQLite as values: open a file, run statements with bound parameters, read rows, commit or roll
// back. Must not know the room's tables. Used inside storage only.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "storage/patience.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace storage {

// What a code means to somebody who has never heard of SQLite; its own message where we have no
// better words.
std::string plain_words(int extended_code, std::string const& message);

// What SQLite answered, with the statement it was answering.
class Error : public std::runtime_error {
public:
    Error(int extended_code, std::string const& message, std::string_view sql);
    int extended_code() const { return m_extended_code; }
    int primary_code() const { return m_extended_code & 0xff; }
    // The file itself is wrong (damaged or no database), not the disk or the rights.
    bool damaged() const;
    // Another program has it to itself: later the same may go well.
    bool busy() const;
    // The words alone, for people: without number and statement.
    std::string const& reason() const { return m_reason; }
    std::string const& sql() const { return m_sql; }

private:
    int m_extended_code;
    std::string m_reason;
    std::string m_sql;
};

// Immutable: nobody else may change the file while it is read; nothing is written beside it either.
enum class OpenMode { Create, ReadWrite, ReadOnly, Immutable };

class Database {
public:
    Database(std::filesystem::path const& file, OpenMode mode, Patience patience = Patience::Waits);
    static Database in_memory();

    sqlite3* handle() const { return m_handle.get(); }
    // The rights or the medium allow no writing, whatever mode was asked.
    bool read_only() const;
    // Runs statements without parameters. For constants only.
    void execute(std::string const& sql);
    void set(Patience patience);

private:
    struct Closer {
        void operator()(sqlite3* handle) const;
    };
    Database(std::string const& name, int flags, Patience patience);
    std::unique_ptr<sqlite3, Closer> m_handle;
};

// Replaces all of `to` by all of `from` (a snapshot, whatever the logs hold).
void copy_database(Database const& from, Database& to);

using Blob = std::span<std::uint8_t const>;
using Value = std::variant<std::monostate, std::int64_t, double, std::string_view, Blob>;

inline Value to_value(std::nullopt_t) {
    return {};
}
inline Value to_value(Value value) {
    return value;
}
inline Value to_value(double value) {
    return value;
}
inline Value to_value(std::string const& value) {
    return std::string_view(value);
}
inline Value to_value(std::string_view value) {
    return value;
}
inline Value to_value(Blob value) {
    return value;
}
template <typename Integer>
    requires std::is_integral_v<Integer>
Value to_value(Integer value) {
    return static_cast<std::int64_t>(value);
}
template <typename Known>
Value to_value(std::optional<Known> const& value) {
    return value ? to_value(*value) : Value();
}

// The row a statement stands on; valid only inside the callback of each().
class Row {
public:
    explicit Row(sqlite3_stmt* statement) : m_statement(statement) {}
    bool is_null(int column) const;
    std::int64_t integer(int column) const;
    double real(int column) const;
    std::string text(int column) const;
    std::vector<std::uint8_t> blob(int column) const;

private:
    sqlite3_stmt* m_statement;
};

class Statement {
public:
    Statement(Database& database, std::string_view sql);

    // Binds, runs to the end and resets, also when it throws.
    template <typename... Arguments>
    void run(Arguments const&... arguments) {
        std::initializer_list<Value> const values{to_value(arguments)...};
        step_all(values, nullptr);
    }
    template <typename... Arguments>
    void each(std::function<void(Row const&)> const& callback, Arguments const&... arguments) {
        std::initializer_list<Value> const values{to_value(arguments)...};
        step_all(values, &callback);
    }

private:
    friend class Cursor;
    struct Finalizer {
        void operator()(sqlite3_stmt* statement) const;
    };
    void bind_all(std::span<Value const> values);
    bool step();
    void reset();
    void step_all(std::span<Value const> values, std::function<void(Row const&)> const* callback);
    void bind(int place, Value const& value);
    [[noreturn]] void fail() const;

    sqlite3* m_database;
    std::unique_ptr<sqlite3_stmt, Finalizer> m_statement;
};

// Walks through a statement's rows at the caller's pace. One at a time for a statement.
class Cursor {
public:
    template <typename... Arguments>
    explicit Cursor(Statement& statement, Arguments const&... arguments) : m_statement(&statement) {
        std::initializer_list<Value> const values{to_value(arguments)...};
        m_statement->bind_all(values);
    }
    ~Cursor() { m_statement->reset(); }
    Cursor(Cursor const&) = delete;
    Cursor& operator=(Cursor const&) = delete;

    // Moves to the first row, then to the next; false after the last.
    bool next() { return m_statement->step(); }
    Row row() const { return Row(m_statement->m_statement.get()); }

private:
    Statement* m_statement;
};

// The single integer or text that a query without parameters answers.
std::int64_t query_integer(Database& database, std::string_view sql);
std::string query_text(Database& database, std::string_view sql);

// Rolls back unless committed.
enum class Access { Write, Read };

class Transaction {
public:
    explicit Transaction(Database& database, Access access = Access::Write);
    ~Transaction();
    Transaction(Transaction const&) = delete;
    Transaction& operator=(Transaction const&) = delete;
    void commit();

private:
    Database& m_database;
    bool m_open = true;
};

}  // namespace storage
