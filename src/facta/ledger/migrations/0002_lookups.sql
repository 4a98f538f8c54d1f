-- Indices for the questions that views ask.

CREATE INDEX reports_by_text ON reports (text_digest);
CREATE INDEX claims_by_id ON claims (id);
CREATE INDEX claims_by_type ON claims (kind, type);
CREATE INDEX story_reports_by_report ON story_reports (report);
CREATE INDEX findings_by_id ON findings (id);
CREATE INDEX reviews_by_target ON reviews (target);
