// The tables of a room file, as ordered migrations, and the file's two marks (application id,
// schema version). Must not know how rows become structs. Used by open_store and by the tests.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "storage/sqlite.hpp"

namespace storage {

// "CRoo" in the file's header: tells our files from other programs' SQLite files.
inline constexpr std::int64_t application_id = 0x43526F6F;

// What turns a file of the version before into this one. Applied in one transaction; a released one
// never changes.
struct Migration {
    std::int64_t version;
    std::string sql;
};

// All of them, oldest first; the last one's version is the program's.
std::span<Migration const> all_migrations();

std::int64_t newest_version(std::span<Migration const> migrations);

std::int64_t schema_version(Database& database);

// Applies what is newer than the file, each step in its own transaction.
void apply_migrations(Database& database, std::span<Migration const> migrations);

// Empty when the tables are exactly those that `migrations` make and there is neither trigger nor
// view, else what is wrong. A damaged or hostile file can carry any schema.
std::string schema_problem(Database& database, std::span<Migration const> migrations);

// Tables that hold the pack's content, in an order in which their rows can be deleted.
std::span<char const* const> content_deletes();

}  // namespace storage
