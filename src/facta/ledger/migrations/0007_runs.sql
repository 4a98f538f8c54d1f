-- Each filling of the ledger: what was given, who asked for it, how far it came and what failed.
-- `process` is the machine and the number of the process that does it, so that one which ended without a word is known.

CREATE TABLE runs (
    id TEXT PRIMARY KEY,
    started_at TEXT NOT NULL,
    ended_at TEXT,
    what TEXT NOT NULL,
    by_whom TEXT NOT NULL,
    process TEXT NOT NULL,
    state TEXT NOT NULL,
    total INTEGER,
    read INTEGER NOT NULL,
    known INTEGER NOT NULL,
    failed INTEGER NOT NULL,
    stories INTEGER NOT NULL
);

CREATE INDEX runs_by_start ON runs (started_at, id);

-- The reports that a run met, in its order; one that was removed since leaves its id.
CREATE TABLE run_reports (
    run TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    report TEXT NOT NULL,
    PRIMARY KEY (run, number)
);

ALTER TABLE failures ADD COLUMN run TEXT;

CREATE INDEX failures_by_run ON failures (run);
