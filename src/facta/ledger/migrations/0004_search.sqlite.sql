-- Full-text index over the passages of reports, folded as names are compared: no case, accents or kinds of apostrophe.

CREATE VIRTUAL TABLE search USING fts5 (words, report UNINDEXED, number UNINDEXED, tokenize = 'unicode61');
