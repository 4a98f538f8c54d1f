"""Every value that passes between stages: frozen, compared by content, and free of paths, clocks and databases.

Spans are half-open code-point offsets into the text of one report. Quotes are sliced from it and never stored.
Ids are derived from content, so the same input gives the same ids on every machine and in every run.
"""

from __future__ import annotations

from facta.records.claims import Actor, Claim, Claims, Figure, Incident, Name, Place, Pledge, Statement, When
from facta.records.findings import (
    Counts,
    CrossCheck,
    Entity,
    Evidence,
    Failure,
    Finding,
    Group,
    Origin,
    Part,
    Stance,
    Story,
)
from facta.records.kinds import BINDING, Act, Form, Precision, Scope, Status, Strength
from facta.records.reading import NamedSpan, NameKind, Reading, Role, Sentence, Token, Vector
from facta.records.reports import Passage, PassageRole, Report
from facta.records.reviews import Decision, Review
from facta.records.spans import Span, digest

__all__ = [
    "BINDING",
    "Act",
    "Actor",
    "Claim",
    "Claims",
    "Counts",
    "CrossCheck",
    "Decision",
    "Entity",
    "Evidence",
    "Failure",
    "Figure",
    "Finding",
    "Form",
    "Group",
    "Incident",
    "Name",
    "NameKind",
    "NamedSpan",
    "Origin",
    "Part",
    "Passage",
    "PassageRole",
    "Place",
    "Pledge",
    "Precision",
    "Reading",
    "Report",
    "Review",
    "Role",
    "Scope",
    "Sentence",
    "Span",
    "Stance",
    "Statement",
    "Status",
    "Story",
    "Strength",
    "Token",
    "Vector",
    "When",
    "digest",
]
