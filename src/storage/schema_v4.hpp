// The SQL text of schema version 4: levels that the staff accepted, what outcomes cost customers in
// effort, and whether those who are seen or heard agreed. Included by schema.cpp only.
#pragma once

#include <string_view>

namespace storage {

inline constexpr std::string_view schema_v4 = R"sql(
CREATE TABLE baselines (
    touchpoint INTEGER NOT NULL PRIMARY KEY REFERENCES touchpoints (position),
    first_day INTEGER NOT NULL,
    reason TEXT NOT NULL
) STRICT;
CREATE TABLE efforts (
    position INTEGER NOT NULL PRIMARY KEY,
    touchpoint INTEGER NOT NULL REFERENCES touchpoints (position),
    measure TEXT NOT NULL,
    first_day INTEGER NOT NULL,
    last_day INTEGER NOT NULL,
    value REAL NOT NULL CHECK (value >= 0),
    n INTEGER CHECK (n >= 0),
    source INTEGER REFERENCES sources (position)
) STRICT;
ALTER TABLE edit_values ADD COLUMN from_day INTEGER;
ALTER TABLE verbatims ADD COLUMN consent INTEGER;
ALTER TABLE touchpoints ADD COLUMN media_consent INTEGER;
)sql";

// Before those of version 2: these rows refer to what they delete.
inline constexpr char const* deletes_v4[] = {"DELETE FROM efforts", "DELETE FROM baselines"};

}  // namespace storage
