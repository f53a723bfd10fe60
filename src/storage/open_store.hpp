// Opens room files: what a file must be before a row of it is read or written, and how a new one
// comes to be. Must not know the content. Used by room_store and by the tests, which bring
// migrations of their own.
#pragma once

#include <filesystem>
#include <functional>
#include <span>

#include "storage/schema.hpp"
#include "storage/sqlite.hpp"

namespace storage {

using Migrations = std::span<Migration const>;

// Hands a checked database to `read`, opened read-only. An older file is migrated in memory: the
// file stays as it is. Throws StoreRefused for whatever is wrong with the file.
void read_store(std::filesystem::path const& file, Migrations migrations,
                std::function<void(Database&)> const& read, Patience patience = Patience::Waits);

// Whether SQLite looks up what each written row refers to, or the writer knows it already. For a
// million rows the look-ups cost more than the rows.
enum class References { Checked, Known };

// Hands a database of the newest version to `write`, which runs inside one transaction. A missing
// file is made beside its place and moved there only when all is written; an older one is migrated
// after a copy (FILE.before-vN). Throws StoreRefused, or Error when disk or rights fail.
void write_store(std::filesystem::path const& file, Migrations migrations,
                 std::function<void(Database&)> const& write,
                 References references = References::Checked);

// The file, checked and of the newest version (an older one is migrated after a copy), for a writer
// that keeps it open. Throws as write_store(); a missing file is refused.
Database open_for_edits(std::filesystem::path const& file, Migrations migrations,
                        Patience patience = Patience::Waits);

// What fails in `work` while the file is written is told with the file's name: StoreRefused when it
// is damaged, else Error.
void told_with_file(std::filesystem::path const& file, std::function<void()> const& work);

}  // namespace storage
