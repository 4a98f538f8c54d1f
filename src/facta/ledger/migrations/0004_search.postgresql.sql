-- Full-text index over the passages of reports, folded as names are compared: no case, accents or kinds of apostrophe.

CREATE TABLE search (
    words TSVECTOR NOT NULL,
    report TEXT NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (report, number)
);

CREATE INDEX search_by_words ON search USING GIN (words);
