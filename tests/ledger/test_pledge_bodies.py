"""Pledges survive the ledger with all they say, and those of older ledgers, which said less, are read as they were."""

from __future__ import annotations

import json

from facta.ledger.bodies import from_body, to_body
from facta.records import Actor, Pledge, Span, Strength


def pledge() -> Pledge:
    mediator = Actor(Span(0, 5), "Qatar", "e1", "QAT GOV")
    to = Actor(Span(30, 34), "Mali", "e2", "MLI GOV")
    return Pledge(
        "p1", None, Span(10, 20), "open the road", "RETREAT", to=to, strength=Strength.OFFERS, told_by=mediator
    )


def test_strength_and_parties_survive() -> None:
    assert from_body(Pledge, to_body(pledge())) == pledge()


def test_pledge_of_an_older_ledger_commits_and_is_told_by_nobody_else() -> None:
    body = json.loads(to_body(pledge()))
    older = {name: value for name, value in body.items() if name not in ("strength", "told_by")}
    found = from_body(Pledge, json.dumps(older))
    assert (found.strength, found.told_by) == (Strength.COMMITS, None)
