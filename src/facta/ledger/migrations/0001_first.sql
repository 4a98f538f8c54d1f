-- Reports and what each of them claims, the cross-check's results, people's reviews, and a log of runs.
-- Plain types that SQLite and PostgreSQL share; `body` is the whole record as JSON, the columns beside it are for queries.

CREATE TABLE reports (
    id TEXT PRIMARY KEY,
    path TEXT,
    url TEXT,
    title TEXT,
    language TEXT NOT NULL,
    published TEXT,
    publisher TEXT,
    words INTEGER NOT NULL,
    text TEXT NOT NULL,
    text_digest TEXT NOT NULL,
    vector TEXT,
    made_by TEXT NOT NULL
);

CREATE TABLE passages (
    report TEXT NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    role TEXT NOT NULL,
    PRIMARY KEY (report, number)
);

CREATE TABLE names (
    report TEXT NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    kind TEXT NOT NULL,
    entity TEXT NOT NULL,
    PRIMARY KEY (report, number)
);

CREATE TABLE places (
    report TEXT NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    name TEXT NOT NULL,
    country TEXT,
    precision TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (report, number)
);

CREATE TABLE claims (
    report TEXT NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    number INTEGER NOT NULL,
    id TEXT NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    type TEXT NOT NULL,
    status TEXT,
    speaker TEXT,
    speaker_keys TEXT NOT NULL,
    actor TEXT,
    actor_keys TEXT NOT NULL,
    place TEXT,
    place_keys TEXT NOT NULL,
    country TEXT,
    starts_on TEXT,
    ends_on TEXT,
    source TEXT,
    body TEXT NOT NULL,
    PRIMARY KEY (report, kind, number)
);

CREATE TABLE entities (
    id TEXT PRIMARY KEY,
    number INTEGER NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    side TEXT,
    body TEXT NOT NULL
);

-- Which shared entity a report's own entity is.
CREATE TABLE entity_links (
    report TEXT NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
    own TEXT NOT NULL,
    entity TEXT NOT NULL REFERENCES entities (id) ON DELETE CASCADE,
    PRIMARY KEY (report, own)
);

CREATE TABLE stories (
    id TEXT PRIMARY KEY,
    number INTEGER NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL
);

CREATE TABLE story_reports (
    story TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    report TEXT NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
    PRIMARY KEY (story, number)
);

CREATE TABLE origins (
    story TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    label TEXT NOT NULL,
    stance TEXT NOT NULL,
    side TEXT,
    body TEXT NOT NULL,
    PRIMARY KEY (story, number)
);

CREATE TABLE claim_groups (
    story TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    type TEXT NOT NULL,
    label TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (story, number)
);

CREATE TABLE findings (
    story TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    id TEXT NOT NULL,
    claim_group TEXT NOT NULL,
    kind TEXT NOT NULL,
    verdict TEXT NOT NULL,
    reason TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (story, number)
);

-- A person's decisions. They point at nothing that the machine could delete.
CREATE TABLE reviews (
    id TEXT PRIMARY KEY,
    target TEXT NOT NULL,
    decision TEXT NOT NULL,
    note TEXT NOT NULL,
    by_whom TEXT NOT NULL,
    at TEXT NOT NULL,
    kind TEXT,
    text_digest TEXT,
    first INTEGER,
    last INTEGER
);

-- The log: the only tables with a clock, and no part of what two runs must share.
CREATE TABLE failures (
    at TEXT NOT NULL,
    what TEXT NOT NULL,
    reason TEXT NOT NULL,
    remedy TEXT NOT NULL
);
