"""The words by which claims are sorted: how something was said, whether it happened, how far it binds, how near."""

from __future__ import annotations

from enum import StrEnum


class Form(StrEnum):
    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Act(StrEnum):
    ASSERT = "assert"
    DENY = "deny"
    ACCUSE = "accuse"
    PROMISE = "promise"
    DEMAND = "demand"
    THREATEN = "threaten"
    DOUBT = "doubt"
    ASK = "ask"


class Status(StrEnum):
    REPORTED = "reported"
    ATTRIBUTED = "attributed"
    DENIED = "denied"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"


class Strength(StrEnum):
    """How far a party binds itself; a future told of itself, "will withdraw", commits."""

    COMMITS = "commits"
    INTENDS = "intends"
    PROPOSES = "proposes"
    OFFERS = "offers"
    SIGNS = "signs"


class Scope(StrEnum):
    """How a figure stands to other counts of the same thing: on top of them ("another 12"), all of them so far
    ("bringing the toll to 86", "since January"), or among them ("including 9 children")."""

    EXCLUSIVE = "exclusive"
    CUMULATIVE = "cumulative"
    PART = "part"


BINDING = (Strength.SIGNS, Strength.COMMITS, Strength.OFFERS, Strength.PROPOSES, Strength.INTENDS)  # the most first


class Precision(StrEnum):
    POINT = "point"
    TOWN = "town"
    DISTRICT = "district"
    REGION = "region"
    COUNTRY = "country"
    NEAR = "near"
    UNRESOLVED = "unresolved"
