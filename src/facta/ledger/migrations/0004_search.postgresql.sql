-- Full-text index over reports, folded as names are compared: no case, accents or kinds of apostrophe. A long report is
-- several rows.

CREATE TABLE search (
    words TSVECTOR NOT NULL,
    report TEXT NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (report, number)
);

CREATE INDEX search_by_words ON search USING GIN (words);

-- By the sound of each word of an entity's spellings, the entity. Byte order, so that a beginning is a range.

CREATE TABLE search_names (
    key TEXT COLLATE "C" NOT NULL,
    entity TEXT NOT NULL REFERENCES entities (id) ON DELETE CASCADE,
    PRIMARY KEY (key, entity)
);

CREATE INDEX search_names_by_entity ON search_names (entity);
