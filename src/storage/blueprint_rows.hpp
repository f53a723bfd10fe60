// Writes what one edit did to the rows of the room, and only those rows. A blueprint row's position
// orders it and leaves gaps, so that a node that comes or goes moves no other row. Must not know
// the history. Used by edit_store.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "model/edit.hpp"
#include "storage/sqlite.hpp"

namespace storage {

// The position of each row, in the order of the Room's vectors.
struct BlueprintPositions {
    std::vector<std::int64_t> nodes;
    std::vector<std::int64_t> links;
};

BlueprintPositions load_blueprint_positions(Database& database);

class BlueprintRows {
public:
    explicit BlueprintRows(Database& database);

    // Inside the caller's transaction. `room` is as the edit left it, `positions` as it found them;
    // afterwards they are the room's again.
    void write(model::Room const& room, model::AppliedEdit const& applied,
               BlueprintPositions& positions);

private:
    struct Writer;
    Database& m_database;
    Statement m_insert_node;
    Statement m_update_node;
    Statement m_delete_node;
    Statement m_move_from;
    Statement m_move_to;
    Statement m_insert_link;
    Statement m_delete_link;
    Statement m_put_baseline;
    Statement m_delete_baseline;
};

}  // namespace storage
