// Observations in the order of their splits, to find equal and overlapping periods. Used for the
// rows of a pack and against those that the room holds already. Must not know files.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "model/room.hpp"

namespace exchange {

// Positions of `rows`, by touchpoint, persona, region and channel, then by period, then as they
// stand.
std::vector<std::uint32_t> in_split_order(std::span<model::Observation const> rows);

struct Clash {
    std::uint32_t earlier = 0;  // position in the rows
    std::uint32_t later = 0;
};

// Pairs of rows of one split whose periods are equal or overlap, at most one pair for each row
// after the first.
std::vector<Clash> find_clashes(std::span<model::Observation const> rows);

enum class Meeting { None, Equal, Overlap };

struct Met {
    Meeting meeting = Meeting::None;
    std::uint32_t row = 0;
};

// How `row` meets the rows in split order (which do not clash among themselves).
Met meet(std::span<model::Observation const> rows, std::span<std::uint32_t const> order,
         model::Observation const& row);

}  // namespace exchange
