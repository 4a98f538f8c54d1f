-- Each filling of the ledger: what was given, who asked for it, how far it came and what failed.

CREATE TABLE runs (
    id TEXT PRIMARY KEY,
    started_at TEXT NOT NULL,
    ended_at TEXT,
    what TEXT NOT NULL,
    by_whom TEXT NOT NULL,
    state TEXT NOT NULL,
    total INTEGER,
    read INTEGER NOT NULL,
    known INTEGER NOT NULL,
    failed INTEGER NOT NULL,
    stories INTEGER NOT NULL
);

CREATE INDEX runs_by_start ON runs (started_at, id);

ALTER TABLE failures ADD COLUMN run TEXT;
