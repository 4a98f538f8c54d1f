-- What the list of stories shows and filters by, one row a story, so that no list has to read whole stories.
-- Lists in one column stand between bars: |en|uk|. `newest` is empty when no day is known. `inputs` is a digest of all
-- that a story's check was made from.

CREATE TABLE story_lines (
    story TEXT PRIMARY KEY REFERENCES stories (id) ON DELETE CASCADE,
    title_key TEXT NOT NULL,
    first_on TEXT,
    last_on TEXT,
    newest TEXT NOT NULL,
    reports INTEGER NOT NULL,
    publishers INTEGER NOT NULL,
    origins INTEGER NOT NULL,
    contested INTEGER NOT NULL,
    languages TEXT NOT NULL,
    countries TEXT NOT NULL,
    place_keys TEXT NOT NULL,
    verdicts TEXT NOT NULL,
    inputs TEXT
);

CREATE INDEX story_lines_by_newest ON story_lines (newest, contested, story);
CREATE INDEX story_lines_by_contested ON story_lines (contested, newest, story);
CREATE INDEX story_reports_both_ways ON story_reports (report, story);
CREATE INDEX entities_by_name ON entities (name, id);
CREATE INDEX stories_by_number ON stories (number);
CREATE INDEX entity_links_by_entity ON entity_links (entity);
CREATE INDEX claims_by_place ON claims (place);
CREATE INDEX places_by_name ON places (name, report);
CREATE INDEX reports_by_day ON reports (published, id);
CREATE INDEX claim_groups_by_id ON claim_groups (id);
