// The words of the blueprint in the tables. Must not know rows. Used by the files of storage that
// read and write blueprints and edits.
#pragma once

#include "model/blueprint.hpp"
#include "storage/columns.hpp"

namespace storage {

inline Words<model::BlueprintLane> const lane_words{{"evidence", "customer", "frontstage",
                                                     "technology", "backstage", "support", "policy",
                                                     "employee"}};
inline Words<model::LinkKind> const link_kind_words{
    {"", "triggers", "needs", "waits", "fails-into"}};

}  // namespace storage
