#include "storage/open_store.hpp"

#include <algorithm>
#include <optional>
#include <sqlite3.h>
#include <system_error>

#include "storage/columns.hpp"
#include "storage/durable_file.hpp"
#include "storage/room_store.hpp"

namespace storage {
namespace {

namespace fs = std::filesystem;

// SQLite's findings run over several lines.
std::string one_line(std::string text) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

[[noreturn]] void refuse(fs::path const& file, std::string const& why) {
    throw StoreRefused(file.string() + " " + one_line(why));
}

void require_regular_file(fs::path const& file) {
    std::error_code error;
    auto const status = fs::status(file, error);
    if (status.type() == fs::file_type::not_found) refuse(file, "does not exist.");
    if (status.type() == fs::file_type::directory) refuse(file, "is a folder, not a room file.");
    if (status.type() != fs::file_type::regular) {
        refuse(file, error ? "cannot be read: " + error.message() + "."
                           : std::string("is not a regular file."));
    }
    if (fs::file_size(file, error) == 0 && !error) refuse(file, "is empty: it holds no room.");
}

constexpr std::uintmax_t least_space = 64 * 1024;  // SQLite's index of a log alone wants 32 kB

// Where there is no space SQLite often says only that something failed.
bool lacks_space(fs::path const& file, Error const& error) {
    int const code = error.primary_code();
    if (code == SQLITE_FULL) return true;
    if (code != SQLITE_IOERR && code != SQLITE_CANTOPEN) return false;
    std::error_code unknown;
    fs::space_info const space = fs::space(fs::absolute(file).parent_path(), unknown);
    return !unknown && space.available < least_space;
}

Error as_told(fs::path const& file, Error const& error) {
    bool const full = lacks_space(file, error);
    int const code = full ? SQLITE_FULL : error.extended_code();
    return {code, full ? plain_words(code, {}) : error.reason(), error.sql()};
}

// The sentence for an error while the file was read.
std::string reading_problem(fs::path const& file, Error const& error) {
    if (error.primary_code() == SQLITE_NOTADB) return "is not a room file (or is damaged).";
    if (error.damaged()) return "is damaged: " + error.reason() + ".";
    if (error.busy()) return "is in use by another program; try again.";
    if (lacks_space(file, error)) return "cannot be read: no space left on the disk.";
    std::error_code ignored;
    bool const log_beside = fs::exists(file.string() + "-wal", ignored);
    if (log_beside &&
        (error.primary_code() == SQLITE_CANTOPEN || error.primary_code() == SQLITE_READONLY)) {
        return "cannot be read: it has unfinished changes beside it (-wal) and the folder allows no"
               " writing; make the folder writable, or copy both files to one that is.";
    }
    return "cannot be read: " + error.reason() + ".";
}

// Reads marks only, so that a file of another program or of a newer version gets its own sentence.
void check_marks(Database& database, fs::path const& file, Migrations migrations) {
    if (query_integer(database, "PRAGMA application_id") != application_id) {
        refuse(file, "is a database of another program, not a room file.");
    }
    std::int64_t const version = schema_version(database);
    std::int64_t const newest = newest_version(migrations);
    if (version > newest) {
        refuse(file, "was written by a newer version of this program (its format is " +
                         std::to_string(version) + ", this program reads up to " +
                         std::to_string(newest) + "); update the program.");
    }
    if (version < 1) refuse(file, "is damaged: it does not say its version.");
}

void check_content(Database& database, fs::path const& file, Migrations migrations) {
    std::string const checked = query_text(database, "PRAGMA quick_check(1)");
    if (checked != "ok") refuse(file, "is damaged: " + checked + ".");
    std::int64_t const version = schema_version(database);
    auto const known = static_cast<std::size_t>(
        std::count_if(migrations.begin(), migrations.end(),
                      [&](Migration const& m) { return m.version <= version; }));
    std::string const problem = schema_problem(database, migrations.first(known));
    if (!problem.empty()) refuse(file, "is damaged: " + problem + ".");
    if (!query_text(database, "PRAGMA foreign_key_check").empty()) {
        refuse(file, "is damaged: a row refers to one that is not there.");
    }
}

// SQLite fills up a last page that is cut off: where that page was empty it sees nothing missing.
void require_whole_pages(Database& database, fs::path const& file) {
    auto const page = static_cast<std::uintmax_t>(query_integer(database, "PRAGMA page_size"));
    if (page > 0 && fs::file_size(file) % page != 0)
        refuse(file, "is damaged: its last page is cut off.");
}

void read_opened(fs::path const& file, OpenMode mode, Migrations migrations,
                 std::function<void(Database&)> const& read, Patience patience) {
    try {
        Database database(file, mode, patience);
        check_marks(database, file, migrations);
        if (mode == OpenMode::Immutable) require_whole_pages(database, file);
        check_content(database, file, migrations);
        if (schema_version(database) == newest_version(migrations)) return read(database);
        Database migrated = Database::in_memory();
        copy_database(database, migrated);
        apply_migrations(migrated, migrations);
        read(migrated);
    } catch (Error const& error) {
        std::string const problem = reading_problem(file, error);
        if (error.busy()) throw StoreBusy(file.string() + " " + problem);
        refuse(file, problem);
    } catch (DamagedContent const& damage) {
        refuse(file, std::string("is damaged: ") + damage.what() + ".");
    }
}

// Nobody writes the file, as far as its surroundings tell.
struct Stillness {
    bool quiet = false;
    std::uintmax_t size = 0;
    fs::file_time_type written{};
    friend bool operator==(Stillness const&, Stillness const&) = default;
};

Stillness stillness_of(fs::path const& file) {
    std::error_code ignored;
    auto const nothing_in = [&](char const* suffix) {
        fs::path const beside = file.string() + suffix;
        return !fs::exists(beside, ignored) || fs::file_size(beside, ignored) == 0;
    };
    return {nothing_in("-wal") && nothing_in("-journal"), fs::file_size(file, ignored),
            fs::last_write_time(file, ignored)};
}

// Kept until the old file is migrated and after: the way back.
void keep_copy(Database const& database, fs::path const& file, std::int64_t version) {
    fs::path const copy = file.string() + ".before-v" + std::to_string(version);
    NewFile fresh(copy);
    {
        Database target(fresh.path(), OpenMode::Create);
        copy_database(database, target);
    }
    fresh.keep(Existing::Replace);
}

void write_in_transaction(Database& database, std::function<void(Database&)> const& write) {
    Transaction transaction(database);
    write(database);
    transaction.commit();
}

void write_new(fs::path const& file, Migrations migrations,
               std::function<void(Database&)> const& write) {
    // SQLite would take an orphaned log for the new file's own.
    std::error_code ignored;
    for (char const* suffix : {"-wal", "-journal"}) {
        if (fs::exists(file.string() + suffix, ignored)) {
            refuse(file.string() + suffix, "lies there without its database; move it away first.");
        }
    }
    NewFile fresh(file);
    {
        Database database(fresh.path(), OpenMode::Create);
        // Until it is complete nobody knows this file: a journal on disk would protect nothing.
        database.execute("PRAGMA journal_mode = MEMORY");
        apply_migrations(database, migrations);
        write_in_transaction(database, write);
        database.execute("PRAGMA journal_mode = WAL");
    }
    fresh.keep(Existing::Refuse);
}

// The file has passed every check: what fails from here on is the disk or the rights.
Database open_writable(fs::path const& file, Migrations migrations,
                       Patience patience = Patience::Waits) {
    Database database(file, OpenMode::ReadWrite, patience);
    check_marks(database, file, migrations);
    if (database.read_only()) {
        throw Error(SQLITE_READONLY, "it is read-only", "");
    }
    std::int64_t const newest = newest_version(migrations);
    if (schema_version(database) < newest) {
        keep_copy(database, file, newest);
        apply_migrations(database, migrations);
    }
    database.execute("PRAGMA journal_mode = WAL");
    return database;
}

void write_existing(fs::path const& file, Migrations migrations,
                    std::function<void(Database&)> const& write, References references) {
    Database database = open_writable(file, migrations);
    if (references == References::Known) database.execute("PRAGMA foreign_keys = OFF");
    write_in_transaction(database, write);
}

}  // namespace

void read_store(fs::path const& file, Migrations migrations,
                std::function<void(Database&)> const& read, Patience patience) {
    require_regular_file(file);
    // A write-ahead log wants two files beside the database even for reading. Where nobody writes,
    // the file is read as it lies: this leaves nothing behind and works in a folder that allows no
    // writing. If it did change meanwhile, what was read is dropped and read again the ordinary
    // way.
    Stillness const before = stillness_of(file);
    if (before.quiet) {
        try {
            read_opened(file, OpenMode::Immutable, migrations, read, patience);
            if (stillness_of(file) == before) return;
        } catch (StoreRefused const&) {
            if (stillness_of(file) == before) throw;
        }
    }
    read_opened(file, OpenMode::ReadOnly, migrations, read, patience);
}

void write_store(fs::path const& file, Migrations migrations,
                 std::function<void(Database&)> const& write, References references) {
    std::error_code ignored;
    bool const missing = fs::status(file, ignored).type() == fs::file_type::not_found;
    if (!missing) read_store(file, migrations, [](Database&) {});
    told_with_file(file, [&] {
        missing ? write_new(file, migrations, write)
                : write_existing(file, migrations, write, references);
    });
}

Database open_for_edits(fs::path const& file, Migrations migrations, Patience patience) {
    read_store(file, migrations, [](Database&) {}, patience);
    std::optional<Database> database;
    told_with_file(file, [&] { database.emplace(open_writable(file, migrations, patience)); });
    return std::move(*database);
}

void told_with_file(fs::path const& file, std::function<void()> const& work) {
    try {
        work();
    } catch (Error const& error) {
        if (error.damaged()) refuse(file, reading_problem(file, error));
        Error const told = as_told(file, error);
        throw Error(told.extended_code(), file.string() + " cannot be written: " + told.reason(),
                    told.sql());
    } catch (DamagedContent const& damage) {
        refuse(file, std::string("is damaged: ") + damage.what() + ".");
    }
}

}  // namespace storage
