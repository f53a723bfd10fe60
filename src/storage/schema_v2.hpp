// The SQL text of schema version 2: what event logs and surveys leave in a room, and the order in
// which single observations are found and replaced. Included by schema.cpp only.
#pragma once

#include <string_view>

namespace storage {

inline constexpr std::string_view schema_v2 = R"sql(
CREATE INDEX observations_by_split
    ON observations (touchpoint, persona, region, channel, first_day, last_day);
CREATE TABLE answers (
    position INTEGER NOT NULL PRIMARY KEY,
    touchpoint INTEGER REFERENCES touchpoints (position),
    first_day INTEGER,
    last_day INTEGER,
    value REAL NOT NULL,
    count INTEGER NOT NULL CHECK (count >= 0),
    scale_min REAL,
    scale_max REAL
) STRICT;
CREATE TABLE case_outcomes (
    position INTEGER NOT NULL PRIMARY KEY,
    journey INTEGER NOT NULL REFERENCES journeys (position),
    first_day INTEGER NOT NULL,
    last_day INTEGER NOT NULL,
    clean INTEGER NOT NULL CHECK (clean >= 0),
    finished INTEGER NOT NULL CHECK (finished >= clean)
) STRICT;
)sql";

// Before those of version 1: these rows refer to them.
inline constexpr char const* deletes_v2[] = {"DELETE FROM case_outcomes", "DELETE FROM answers"};

}  // namespace storage
