// Whether somebody wrote over a database's file past SQLite (`cp other.sqlite room.sqlite`): the
// log beside it would then be played into a file that it does not belong to. Must not know what is
// in the tables. Used by edit_store.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

#include "storage/sqlite.hpp"

namespace storage {

class OverwriteWatch {
public:
    // The database has been read, so that its log is there.
    OverwriteWatch(std::filesystem::path const& file, Database& database);

    enum class Found {
        AsItWas,
        Copied,      // SQLite itself, here or in another program, copied its log into the file
        Overwritten  // and stays so, whatever is found later
    };
    // Since the last look.
    Found look();

    // When the database is closed SQLite neither copies its log nor deletes what lies in the log's
    // place.
    void leave_log() noexcept;
    // Copies the log into the file that was opened, wherever that is now.
    void empty_log() noexcept;
    // Moves the log out of the way: FILE-wal.overwritten.
    void part_log() noexcept;
    std::filesystem::path const& log_place() const { return m_log; }
    // Whether the log's place holds this database's own.
    bool owns_log() const;

private:
    struct FileMark {
        std::int64_t bytes = 0;
        std::int64_t written_s = 0;
        std::int64_t written_ns = 0;
        friend bool operator==(FileMark const&, FileMark const&) = default;
    };
    // Moves whenever SQLite copies anything of the log into the file.
    struct LogMark {
        std::uint32_t first_salt = 0;
        std::uint32_t second_salt = 0;
        std::uint32_t copied = 0;
        std::uint32_t to_copy = 0;
        friend bool operator==(LogMark const&, LogMark const&) = default;
    };
    struct Marks {
        std::optional<FileMark> file;
        std::optional<LogMark> log;
    };
    Marks marks() const;
    std::optional<FileMark> file_mark() const;
    std::optional<LogMark> log_mark() const;

    std::filesystem::path m_file;
    std::filesystem::path m_log;  // beside the file itself, not beside a link to it
    Database& m_database;
    Marks m_known;
    bool m_overwritten = false;
};

}  // namespace storage
