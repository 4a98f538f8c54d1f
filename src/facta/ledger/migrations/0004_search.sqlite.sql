-- Full-text index over reports, folded as names are compared: no case, accents or kinds of apostrophe. A long report is
-- several rows. `report` is indexed as well, so that a report's rows can be found and removed.

CREATE VIRTUAL TABLE search USING fts5 (words, report, number UNINDEXED, tokenize = 'unicode61');

-- By the sound of each word of an entity's spellings, the entity.

CREATE TABLE search_names (
    key TEXT NOT NULL,
    entity TEXT NOT NULL REFERENCES entities (id) ON DELETE CASCADE,
    PRIMARY KEY (key, entity)
);

CREATE INDEX search_names_by_entity ON search_names (entity);
