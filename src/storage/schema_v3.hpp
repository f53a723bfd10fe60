// The SQL text of schema version 3: the history of edits, which only grows, and what makes single
// rows of the blueprint quick to find. From here on a blueprint row's position only orders it: gaps
// leave room for rows between. Included by schema.cpp only.
#pragma once

#include <string_view>

namespace storage {

inline constexpr std::string_view schema_v3 = R"sql(
CREATE INDEX blueprint_links_by_from ON blueprint_links (from_node);
CREATE INDEX blueprint_links_by_to ON blueprint_links (to_node);
CREATE TABLE edits (
    sequence INTEGER NOT NULL PRIMARY KEY,
    what TEXT NOT NULL CHECK (what IN ('edit', 'undo', 'redo', 'import')),
    at_ms INTEGER,
    level TEXT NOT NULL,
    about INTEGER REFERENCES edits (sequence),
    CHECK ((what IN ('undo', 'redo')) = (about IS NOT NULL))
) STRICT;
CREATE TABLE edit_values (
    edit INTEGER NOT NULL REFERENCES edits (sequence),
    side TEXT NOT NULL CHECK (side IN ('done', 'inverse')),
    name TEXT NOT NULL,
    node TEXT NOT NULL,
    other_node TEXT NOT NULL,
    journey TEXT NOT NULL,
    step TEXT NOT NULL,
    lane TEXT,
    text TEXT NOT NULL,
    touchpoint TEXT NOT NULL,
    team TEXT NOT NULL,
    component TEXT NOT NULL,
    fail_point INTEGER,
    wait_minutes REAL,
    kind TEXT,
    place INTEGER,
    PRIMARY KEY (edit, side)
) STRICT, WITHOUT ROWID;
CREATE TABLE edit_links (
    edit INTEGER NOT NULL,
    side TEXT NOT NULL,
    position INTEGER NOT NULL,
    from_node TEXT NOT NULL,
    to_node TEXT NOT NULL,
    kind TEXT NOT NULL,
    place INTEGER NOT NULL,
    PRIMARY KEY (edit, side, position),
    FOREIGN KEY (edit, side) REFERENCES edit_values (edit, side)
) STRICT, WITHOUT ROWID;
)sql";

}  // namespace storage
