-- What a decision changed: the claim, or what was told of it, before and after, as JSON.

ALTER TABLE reviews ADD COLUMN before TEXT;
ALTER TABLE reviews ADD COLUMN after TEXT;

CREATE INDEX reviews_by_text ON reviews (text_digest);
