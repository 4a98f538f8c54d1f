-- Who may open the pages from other machines. Passwords as argon2 hashes, session tokens as SHA-256 digests.

CREATE TABLE accounts (
    name TEXT PRIMARY KEY,
    password TEXT NOT NULL,
    role TEXT NOT NULL,
    made_at TEXT NOT NULL
);

CREATE TABLE sessions (
    token TEXT PRIMARY KEY,
    account TEXT NOT NULL REFERENCES accounts (name) ON DELETE CASCADE,
    csrf TEXT NOT NULL,
    made_at TEXT NOT NULL,
    expires_at TEXT NOT NULL
);

-- Attempts to sign in, by name and address, for the limit on their rate.
CREATE TABLE sign_ins (
    at TEXT NOT NULL,
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    worked INTEGER NOT NULL
);

CREATE INDEX sign_ins_by_time ON sign_ins (at);
