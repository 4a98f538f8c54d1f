-- For the queue: reports with claims that name somebody or something open, or that hedge, as their JSON says.
-- The words of the conditions are those of waiting.py.

CREATE INDEX claims_unresolved ON claims (report)
    WHERE strpos(body, '"candidates":["') > 0 OR strpos(body, '"precision":"unresolved"') > 0;

CREATE INDEX claims_hedged ON claims (report) WHERE strpos(body, '"hedged":true') > 0;
