// Adds observations to a room in the store, or replaces those of the same touchpoint, period and
// split, without holding the others in memory. Must not know where they come from. Used by shell.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "model/room.hpp"

namespace storage {

// A room without what there may be millions of: observations, scores, words and pictures.
model::Room load_outline(std::filesystem::path const& file);

struct IncomingObservation {
    model::Observation row;  // ids as in the outline and in the names of Incoming
    std::uint64_t tag = 0;   // the caller's, to find the row again
};

struct Incoming {
    model::Room const& outline;  // what the rows refer to
    // All names of the room, those of the outline first.
    std::vector<std::string> regions, channels;
    // The next row; empty after the last. In the order of before_by_split(), no two of the same
    // split overlapping. May throw: then nothing was changed.
    std::function<std::optional<IncomingObservation>()> next;
    std::vector<model::CaseOutcome> case_outcomes;  // replace those of the same journey and period
};

// A row whose period overlaps one that the room holds for the same split.
struct Overlap {
    std::uint64_t tag = 0;
    base::Period held;
};

struct MergeResult {
    std::uint64_t added = 0;
    std::uint64_t replaced = 0;
    std::vector<Overlap> overlaps;  // the first 200; when there is one, nothing was changed
    std::uint64_t overlap_count = 0;
};

// One transaction. Throws as save_room(), and StoreRefused when the room is no longer the
// outline's.
MergeResult merge_observations(std::filesystem::path const& file, Incoming const& incoming);

}  // namespace storage
