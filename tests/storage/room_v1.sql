-- A room file of schema version 1, as text. Frozen: every later program must open it.
CREATE TABLE room (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 0),
    key TEXT NOT NULL,
    title TEXT NOT NULL,
    company TEXT NOT NULL,
    language TEXT NOT NULL,
    currency TEXT NOT NULL,
    default_first_day INTEGER,
    default_last_day INTEGER,
    north_star TEXT
) STRICT;
CREATE TABLE room_lists (
    list TEXT NOT NULL
        CHECK (list IN ('rational', 'emotional', 'adjectives', 'principles', 'commitments')),
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (list, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE room_theme (
    position INTEGER NOT NULL PRIMARY KEY,
    role TEXT NOT NULL,
    value TEXT NOT NULL
) STRICT;
CREATE TABLE journeys (
    position INTEGER NOT NULL PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    level INTEGER NOT NULL,
    title TEXT NOT NULL,
    parent INTEGER REFERENCES journeys (position),
    parent_stage INTEGER REFERENCES stages (position),
    goal TEXT NOT NULL,
    state TEXT NOT NULL,
    state_given INTEGER NOT NULL
) STRICT;
CREATE TABLE stages (
    position INTEGER NOT NULL PRIMARY KEY,
    journey INTEGER NOT NULL REFERENCES journeys (position),
    key TEXT NOT NULL UNIQUE,
    sort REAL NOT NULL,
    name TEXT NOT NULL,
    inside_name TEXT NOT NULL,
    goal TEXT NOT NULL,
    leader TEXT NOT NULL
) STRICT;
CREATE INDEX journeys_by_parent ON journeys (parent);
CREATE INDEX journeys_by_parent_stage ON journeys (parent_stage);
CREATE TABLE steps (
    position INTEGER NOT NULL PRIMARY KEY,
    journey INTEGER NOT NULL REFERENCES journeys (position),
    stage INTEGER NOT NULL REFERENCES stages (position),
    key TEXT NOT NULL,
    sort REAL NOT NULL,
    action TEXT NOT NULL,
    thought TEXT NOT NULL,
    UNIQUE (journey, key)
) STRICT;
CREATE TABLE touchpoints (
    position INTEGER NOT NULL PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    department TEXT NOT NULL,
    moment_of_truth INTEGER,
    class TEXT NOT NULL,
    kano TEXT NOT NULL,
    why TEXT NOT NULL,
    description TEXT NOT NULL
) STRICT;
CREATE TABLE touchpoint_channels (
    touchpoint INTEGER NOT NULL REFERENCES touchpoints (position),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (touchpoint, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE touchpoint_media (
    touchpoint INTEGER NOT NULL REFERENCES touchpoints (position),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (touchpoint, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE placements (
    position INTEGER NOT NULL PRIMARY KEY,
    touchpoint INTEGER NOT NULL REFERENCES touchpoints (position),
    journey INTEGER NOT NULL REFERENCES journeys (position),
    stage INTEGER NOT NULL REFERENCES stages (position),
    sort REAL NOT NULL,
    step INTEGER REFERENCES steps (position),
    core INTEGER
) STRICT;
CREATE TABLE personas (
    position INTEGER NOT NULL PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    age REAL,
    summary TEXT NOT NULL,
    segment_share REAL,
    portrait TEXT NOT NULL
) STRICT;
CREATE TABLE persona_needs (
    persona INTEGER NOT NULL REFERENCES personas (position),
    kind TEXT NOT NULL CHECK (kind IN ('rational', 'emotional')),
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (persona, kind, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE exposures (
    position INTEGER NOT NULL PRIMARY KEY,
    touchpoint INTEGER NOT NULL REFERENCES touchpoints (position),
    share REAL NOT NULL,
    persona INTEGER REFERENCES personas (position),
    journey INTEGER REFERENCES journeys (position)
) STRICT;
CREATE TABLE emotions (
    position INTEGER NOT NULL PRIMARY KEY,
    touchpoint INTEGER NOT NULL REFERENCES touchpoints (position),
    value REAL NOT NULL,
    persona INTEGER REFERENCES personas (position),
    n INTEGER,
    assumed INTEGER,
    scale_min REAL,
    scale_max REAL
) STRICT;
CREATE TABLE verbatims (
    position INTEGER NOT NULL PRIMARY KEY,
    touchpoint INTEGER NOT NULL REFERENCES touchpoints (position),
    text TEXT NOT NULL,
    day INTEGER,
    persona INTEGER REFERENCES personas (position),
    channel TEXT NOT NULL,
    sentiment REAL,
    source TEXT NOT NULL,
    invented INTEGER
) STRICT;
CREATE TABLE verbatim_adjectives (
    verbatim INTEGER NOT NULL REFERENCES verbatims (position),
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (verbatim, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE promises (
    position INTEGER NOT NULL PRIMARY KEY,
    touchpoint INTEGER NOT NULL UNIQUE REFERENCES touchpoints (position),
    wording TEXT NOT NULL,
    target_percent REAL NOT NULL,
    kind TEXT NOT NULL,
    materiality_pp REAL,
    severity INTEGER
) STRICT;
CREATE TABLE sources (
    position INTEGER NOT NULL PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    owner TEXT NOT NULL,
    method TEXT NOT NULL,
    cadence_days INTEGER,
    last_loaded_day INTEGER
) STRICT;
CREATE TABLE regions (
    position INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE observation_channels (
    position INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE observations (
    position INTEGER NOT NULL PRIMARY KEY,
    touchpoint INTEGER NOT NULL REFERENCES touchpoints (position),
    first_day INTEGER NOT NULL,
    last_day INTEGER NOT NULL,
    kept INTEGER NOT NULL CHECK (kept >= 0),
    due INTEGER NOT NULL CHECK (due >= kept),
    unknown INTEGER CHECK (unknown >= 0),
    persona INTEGER REFERENCES personas (position),
    region INTEGER REFERENCES regions (position),
    channel INTEGER REFERENCES observation_channels (position),
    source INTEGER REFERENCES sources (position)
) STRICT;
CREATE TABLE scores (
    position INTEGER NOT NULL PRIMARY KEY,
    touchpoint INTEGER NOT NULL REFERENCES touchpoints (position),
    subject TEXT NOT NULL,
    score REAL NOT NULL,
    sd REAL,
    n INTEGER,
    rival TEXT NOT NULL,
    first_day INTEGER,
    last_day INTEGER,
    source INTEGER REFERENCES sources (position)
) STRICT;
CREATE TABLE guesses (
    position INTEGER NOT NULL PRIMARY KEY,
    question TEXT NOT NULL,
    level TEXT NOT NULL,
    first_day INTEGER NOT NULL,
    last_day INTEGER NOT NULL,
    value REAL NOT NULL,
    journey INTEGER REFERENCES journeys (position)
) STRICT;
CREATE TABLE importance (
    position INTEGER NOT NULL PRIMARY KEY,
    touchpoint INTEGER NOT NULL REFERENCES touchpoints (position),
    weight_percent REAL NOT NULL,
    method TEXT NOT NULL,
    n INTEGER
) STRICT;
CREATE TABLE components (
    position INTEGER NOT NULL PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    owner TEXT NOT NULL
) STRICT;
CREATE TABLE blueprint_nodes (
    position INTEGER NOT NULL PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    journey INTEGER NOT NULL REFERENCES journeys (position),
    step INTEGER REFERENCES steps (position),
    lane TEXT NOT NULL,
    text TEXT NOT NULL,
    touchpoint INTEGER REFERENCES touchpoints (position),
    team TEXT NOT NULL,
    component INTEGER REFERENCES components (position),
    fail_point INTEGER,
    wait_minutes REAL
) STRICT;
CREATE TABLE blueprint_links (
    position INTEGER NOT NULL PRIMARY KEY,
    from_node INTEGER NOT NULL REFERENCES blueprint_nodes (position),
    to_node INTEGER NOT NULL REFERENCES blueprint_nodes (position),
    kind TEXT NOT NULL
) STRICT;
CREATE TABLE asset_periods (
    position INTEGER NOT NULL PRIMARY KEY,
    first_day INTEGER NOT NULL,
    last_day INTEGER NOT NULL,
    opening INTEGER,
    gained INTEGER,
    won_back INTEGER,
    lost INTEGER,
    closing INTEGER,
    value_gained REAL,
    value_won_back REAL,
    value_lost REAL,
    recommended INTEGER,
    plan_up INTEGER,
    plan_down INTEGER
) STRICT;
CREATE TABLE loss_reasons (
    position INTEGER NOT NULL PRIMARY KEY,
    first_day INTEGER NOT NULL,
    last_day INTEGER NOT NULL,
    reason TEXT NOT NULL,
    count INTEGER NOT NULL,
    stage INTEGER REFERENCES stages (position),
    value REAL
) STRICT;
CREATE TABLE initiatives (
    position INTEGER NOT NULL PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    horizon TEXT NOT NULL,
    domain TEXT NOT NULL,
    state TEXT NOT NULL,
    priority TEXT NOT NULL,
    owner TEXT NOT NULL,
    customer_benefit REAL,
    reach REAL,
    fit REAL,
    cost REAL,
    effort REAL,
    risk REAL,
    class TEXT NOT NULL
) STRICT;
CREATE TABLE initiative_needs (
    initiative INTEGER NOT NULL REFERENCES initiatives (position),
    position INTEGER NOT NULL,
    code TEXT NOT NULL,
    PRIMARY KEY (initiative, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE initiative_touchpoints (
    initiative INTEGER NOT NULL REFERENCES initiatives (position),
    position INTEGER NOT NULL,
    touchpoint INTEGER NOT NULL REFERENCES touchpoints (position),
    PRIMARY KEY (initiative, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE tours (
    position INTEGER NOT NULL PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    persona TEXT NOT NULL
) STRICT;
CREATE TABLE tour_stops (
    tour INTEGER NOT NULL REFERENCES tours (position),
    position INTEGER NOT NULL,
    view TEXT NOT NULL,
    overlay TEXT NOT NULL,
    persona TEXT NOT NULL,
    backstage INTEGER,
    minutes REAL,
    title TEXT NOT NULL,
    say TEXT NOT NULL,
    what TEXT NOT NULL,
    so_what TEXT NOT NULL,
    now_what TEXT NOT NULL,
    PRIMARY KEY (tour, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE tour_asks (
    tour INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    kind TEXT NOT NULL,
    question TEXT NOT NULL,
    unit TEXT NOT NULL,
    PRIMARY KEY (tour, stop),
    FOREIGN KEY (tour, stop) REFERENCES tour_stops (tour, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE tour_ask_members (
    tour INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    json TEXT NOT NULL,
    PRIMARY KEY (tour, stop, position),
    FOREIGN KEY (tour, stop) REFERENCES tour_asks (tour, stop)
) STRICT, WITHOUT ROWID;
CREATE TABLE media (
    position INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    bytes BLOB NOT NULL
) STRICT;
PRAGMA application_id = 1129475951;
PRAGMA user_version = 1;
INSERT INTO room VALUES (0, 'kept', 'Kept from version 1', 'Old Ltd', 'en', 'GBP', 20605, 20634, 'warm');
INSERT INTO room_lists VALUES ('adjectives', 0, 'calm'), ('rational', 0, 'on time'), ('emotional', 0, 'safe');
INSERT INTO journeys VALUES (0, 'J0', 0, 'Life', NULL, NULL, '', 'current', 0);
INSERT INTO stages VALUES (0, 0, 'S1', 1.0, 'I look around', 'Marketing', '', '');
INSERT INTO journeys VALUES (1, 'J1', 1, 'Call', 0, 0, 'get help', 'current', 1);
INSERT INTO touchpoints VALUES (0, 'T1', 'Shop', '', NULL, '', '', '', ''), (1, 'T2', 'Hotline', 'Service', 1, 'bond', 'M', '', '');
INSERT INTO touchpoint_channels VALUES (1, 0, 'phone'), (1, 1, 'letter');
INSERT INTO placements VALUES (0, 0, 0, 0, 1.0, NULL, NULL), (1, 1, 0, 0, 2.0, NULL, 1);
INSERT INTO promises VALUES (0, 1, 'answered in 20 s', 90.0, 'time', NULL, 2);
INSERT INTO observations VALUES (0, 1, 20605, 20634, 95, 100, NULL, NULL, NULL, NULL, NULL);
INSERT INTO tours VALUES (0, 'walk', 'Walk', 'walk', '');
INSERT INTO tour_stops VALUES (0, 0, 'home', '', '', NULL, 2.0, 'Start', '', '', '', '');
INSERT INTO media VALUES (0, 'a.png', X'89504E47');
