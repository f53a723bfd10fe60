// Moves a Room between a SQLite file and memory: all SQL of the product, in one reading, with
// schema beside it. Must not know packs, figures or pictures. Used by shell.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>

#include "model/room.hpp"
#include "storage/patience.hpp"

namespace storage {

// A file that cannot be used: missing, damaged, newer than the program, not ours. The message is
// one sentence that names the file. Nothing was changed.
class StoreRefused : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

// Another program has the file to itself; it may be read later.
class StoreBusy : public StoreRefused {
public:
    using StoreRefused::StoreRefused;
};

// Reads the whole room. Opens read-only; throws StoreRefused.
model::Room load_room(std::filesystem::path const& file, Patience patience = Patience::Waits);

// Writes the room in one transaction, creating the file (and migrating an older one, after a copy)
// when needed. What a pack holds is replaced; what was recorded in the room (sessions) stays.
// Throws StoreRefused, or sqlite Error for a broken world (disk full, read-only); the file then
// holds what it held before. Observations and scores of earlier imports stay while their touchpoint
// exists: the caller passes the merged room. The history of edits stays, too, and says that from
// `at_ms` (UTC, since 1970) on the content is another: no edit is taken back across that. Now and
// then, until it commits, it calls `may_stop`: what that throws passes through, and the file holds
// what it held before; where there was none there is none.
void save_room(
    std::filesystem::path const& file, model::Room const& room,
    std::optional<std::int64_t> at_ms = std::nullopt,
    std::function<void()> const& may_stop = [] {});

// As save_room(), of a file that is there: writes what `make` makes of the room that the file holds
// then, and nobody else writes between that and the end. What it throws passes through, and the
// file holds what it held before.
void change_room(
    std::filesystem::path const& file,
    std::function<model::Room(model::Room const& held)> const& make,
    std::optional<std::int64_t> at_ms = std::nullopt,
    std::function<void()> const& may_stop = [] {});

// An exception of save_room() that is the machine's fault and not the file's: no space left.
bool is_disk_full(std::exception const& error);

// What people are told of it: no numbers of SQLite, no statement.
std::string words_of(std::exception const& error);

bool room_exists(std::filesystem::path const& file);

// For doctor: one sentence about the file's health.
std::string describe_health(std::filesystem::path const& file);

}  // namespace storage
