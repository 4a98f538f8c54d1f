"""What a person asks for on a form or command line, before anything is looked up: a target, a decision, fields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from facta.records import Decision


@dataclass(frozen=True, slots=True)
class Change:
    """One decision by one person. `target` is an id or its beginning; of `ADD` it is the report. `at` is UTC. `seen` is
    what `state_of` gave when the person looked: if the target is another now, there is a `Conflict`.

    `values`, by decision:
    - EDIT: fields of the claim as words (see `fields.NAMES`); those that are as they were shown change nothing, an
      empty value empties the field. `words` (as they stand in the text) or `start` and `end` move its evidence; of
      an ambiguous `place`, `geonameid` says which, or its country: "Tripoli, LY".
    - ADD: `kind`, `words` or `start` and `end`, and the fields of an edit; `type` for a deed or pledge.
    - MERGE: `with`, another entity, story, group of deeds, or claim of such a group.
    - SPLIT: of a story `reports` (ids, with spaces between), of an entity `spelling`, of a claim nothing: it is taken
      out of its group; of a group `claim`."""

    target: str
    decision: Decision
    by: str
    at: datetime
    note: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    seen: str = ""
