"""Records with every field filled, for tests of the ledger and its views."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np

from facta.ledger import Ledger
from facta.records import (
    Act,
    Actor,
    Claims,
    Counts,
    CrossCheck,
    Entity,
    Evidence,
    Figure,
    Finding,
    Form,
    Group,
    Incident,
    Name,
    NameKind,
    Origin,
    Part,
    Passage,
    PassageRole,
    Place,
    Pledge,
    Precision,
    Report,
    Span,
    Stance,
    Statement,
    Status,
    Story,
    When,
    digest,
)

TEXT = "🕊 “Withdrawal from Goma by Friday”, said Colonel Ama Núñez.\nShells hit Goma; 12 died, the mayor said."


def at(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def report(text: str = TEXT, **known: object) -> Report:
    passages = (Passage(Span(0, text.index("\n")), PassageRole.HEADLINE),) if "\n" in text else ()
    facts = {"path": "reports/goma.txt", "published": date(2024, 2, 6), "publisher": "Kivu Courier", "title": "Goma"}
    return Report.of(text, "en", passages=passages, **(facts | known))


GOMA = Place(at("Goma"), "Goma", "CD", -1.678, 29.222, Precision.TOWN, 216281, "North Kivu", ())
SOMEWHERE = Place(at("Goma; 12"), "Goma; 12", candidates=("Goma", "Gomera"))


def claims(of: Report | None = None) -> Claims:
    """One claim of each kind, and one incident without a place that is known."""
    of = of or report()
    colonel = Actor(at("Colonel Ama Núñez"), "Ama Núñez", "e1", "COD MIL", ())
    mayor = Actor(at("the mayor"), "the mayor", candidates=("e2", "e3"))
    made = [digest(of.id, number) for number in range(6)]
    said, told = (
        Statement(made[0], colonel, at("said"), (at("Withdrawal from Goma by Friday"),), Form.DIRECT, Act.PROMISE),
        Statement(made[1], mayor, None, (at("12 died"),), Form.INDIRECT, Act.ASSERT, True, made[0], None, "radio"),
    )
    hit = Incident(
        id=made[2],
        type="ASSAULT",
        mode="heavy-weapons",
        trigger=at("hit"),
        text=at("Shells hit Goma"),
        actor=Actor(None, "somebody"),
        place=GOMA,
        when=When(None, date(2024, 2, 5), date(2024, 2, 6)),
        status=Status.ATTRIBUTED,
        hedged=True,
        source=told.id,
        evidence=(at("Shells"),),
    )
    died = Incident(made[3], "ASSAULT", None, at("died"), at("12 died"), place=SOMEWHERE)
    pledge = Pledge(
        id=made[4],
        by=colonel,
        text=at("Withdrawal from Goma"),
        act="Withdrawal",
        type="RETREAT",
        places=(GOMA, SOMEWHERE),
        from_on=date(2024, 2, 9),
        until_on=date(2024, 2, 9),
        source=said.id,
        said=When(None, date(2024, 2, 6), date(2024, 2, 6)),
    )
    dead = Figure(made[5], at("12"), 12.0, 12.0, None, "killed", "people", True, GOMA, None, told.id)
    return Claims(
        report=of,
        names=(Name(at("Ama Núñez"), NameKind.PERSON, "e1"), Name(at("Goma"), NameKind.PLACE, "e4")),
        places=(GOMA, SOMEWHERE),
        statements=(said, told),
        incidents=(hit, died),
        pledges=(pledge,),
        figures=(dead,),
        vector=np.array([0.1, -2.5, 1e-7], np.float32),
    )


def check(of: Claims) -> tuple[tuple[Entity, ...], tuple[CrossCheck, ...], tuple[tuple[str, str, str], ...]]:
    """Entities, a story's findings and links that speak of the claims."""
    made = of.report.id
    evidence = (Evidence(made, at("Shells hit Goma"), of.incidents[0].id), Evidence(made, at("12 died"), None))
    counts = Counts(1, 1, 1)
    pledge = of.pledges[0].id
    part = Part("Goma", "contradicted by reports", "one origin tells of shells", ("o1",), evidence)
    cross_check = CrossCheck(
        story=Story(digest("story", made), "Goma", (made,), ("alone",)),
        origins=(Origin("o1", "utterance", "the mayor", Stance.PARTY, "COD", "x1", None, (pledge,), (made,)),),
        groups=(Group("g1", "pledge", "RETREAT", "withdrawal", (pledge,), ("o1",), counts, GOMA, When(None), ("w",)),),
        findings=(Finding("f1", "g1", "pledge", "contradicted by reports", "shells", evidence, counts, (part,)),),
    )
    entity = Entity("x1", "Ama Núñez", NameKind.PERSON, ("Ama Núñez", "Nunyes"), "COD MIL", ("one bearer",))
    return (entity,), (cross_check,), ((made, "e1", "x1"),)


def renamed(of: Claims, **known: object) -> Claims:
    """The same claims of a report of which other things are known."""
    facts = {name: getattr(of.report, name) for name in ("path", "published", "publisher", "title", "url")}
    return replace(of, report=report(of.report.text, **(facts | known)))


def keep_checks(ledger: Ledger, of: Claims) -> None:
    """Put the findings on the claims into the ledger."""
    entities, checks, links = check(of)
    ledger.replace_checks(entities, checks, links)
