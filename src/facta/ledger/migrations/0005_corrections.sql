-- What a decision changed: the claim, or what was told of it, before and after, as JSON.

ALTER TABLE reviews ADD COLUMN before TEXT;
ALTER TABLE reviews ADD COLUMN after TEXT;
ALTER TABLE reviews ADD COLUMN report TEXT;

CREATE INDEX reviews_by_text ON reviews (text_digest);
CREATE INDEX reviews_by_time ON reviews (at, id);

-- For the queue: stories by what is to be decided in them.
CREATE INDEX findings_by_verdict ON findings (verdict, story);
CREATE INDEX claim_groups_by_kind ON claim_groups (kind, story);
