"""Builders with defaults: a whole cross-check made by hand, so that the pages are tested without earlier stages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

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
from facta.text import paragraphs

ENGLISH = """Guns over El Obeid a day after the army's word
The army said on Monday that it would “sharply” scale down artillery fire around El Obeid and Kosti.
By Tuesday morning shells had hit the market of El Obeid, Mayor Hala Bashir told us. “They fired until dawn”, she said.
An army spokesman denied shelling the town. At least 12 people were killed, the mayor said.
UN monitors counted 9 dead. A convoy left Kosti for the south, the monitors said, but “this is not a withdrawal”.
Read next: ten photographs of the river"""

SPANISH = """El ejército promete reducir el fuego en El Obeid
El ejército anunció el lunes que reduciría “gradualmente” los ataques cerca de El Obeid.
La alcaldesa Hala Bashir afirmó que los proyectiles cayeron sobre el mercado. Murieron 15 personas, dijo un médico.
Con información de agencias"""

ARABIC = """قصف سوق الأبيض
قالت رئيسة البلدية هالة بشير: «أطلقوا النار حتى الفجر»."""


def span_in(text: str, quote: str) -> Span:
    start = text.index(quote)
    return Span(start, start + len(quote))


def report_of(
    text: str, language: str = "en", publisher: str | None = "Nile Desk", day: int = 7, **known: str
) -> Report:
    """A report whose first line is the headline and whose "Read next" and agency lines have their roles."""
    lines = paragraphs(text)
    roles = [PassageRole.HEADLINE] + [PassageRole.BODY] * (len(lines) - 1)
    for number, line in enumerate(lines):
        if line.of(text).startswith("Read next"):
            roles[number] = PassageRole.PROMOTION
        if line.of(text).startswith("Con información"):
            roles[number] = PassageRole.CREDIT
    passages = tuple(Passage(line, role) for line, role in zip(lines, roles, strict=True))
    return Report.of(
        text, language, publisher=publisher, published=date(2024, 5, day), passages=passages, title=known.get("title")
    )


EL_OBEID = Place(Span(0, 0), "El Obeid", "SD", 13.18, 30.22, Precision.TOWN, 379003, "North Kordofan")
KOSTI = Place(Span(0, 0), "Kosti", "SD", 13.16, 32.66, Precision.TOWN, 371760)
KORDOFAN = Place(Span(0, 0), "North Kordofan", "SD", 13.8, 29.4, Precision.REGION, 408667)
SUDAN = Place(Span(0, 0), "Sudan", "SD", 16.0, 30.0, Precision.COUNTRY, 366755)
MONDAY, TUESDAY = When(None, date(2024, 5, 6), date(2024, 5, 6)), When(None, date(2024, 5, 7), date(2024, 5, 7))

ARMY = Actor(None, "the army", "e-army", "SDN MIL")
MAYOR = Actor(None, "Hala Bashir", "e-mayor", "SDN OPP")
MONITORS = Actor(None, "UN monitors", "e-un", "IGO")
MEDIC = Actor(None, "a doctor", None, "SDN CVL")
ENTITIES = (
    Entity("e-army", "Sudanese army", NameKind.ORGANISATION, ("the army", "El ejército"), "SDN MIL"),
    Entity("e-mayor", "Hala Bashir", NameKind.PERSON, ("Hala Bashir", "هالة بشير"), "SDN OPP"),
    Entity("e-un", "UN monitors", NameKind.ORGANISATION, ("UN monitors",), "IGO"),
)


@dataclass(frozen=True)
class Story3:
    """The story of these builders: its check, claims and entities, as the ledger would give them."""

    check: CrossCheck
    claims: tuple[Claims, ...]
    entities: tuple[Entity, ...] = ENTITIES


def statement(
    report: Report, quote: str, speaker: Actor | None, act: Act = Act.ASSERT, form: Form = Form.INDIRECT
) -> Statement:
    span = span_in(report.text, quote)
    return Statement(digest(report.id, "s", span), speaker, None, (span,), form, act)


def incident(report: Report, clause: str, trigger: str, type_: str = "ASSAULT", **known: Any) -> Incident:
    text = span_in(report.text, clause)
    start = report.text.index(trigger, text.start)
    id_ = digest(report.id, "i", text, trigger)
    mode = "heavy-weapons" if type_ == "ASSAULT" else None
    return Incident(id_, type_, mode, Span(start, start + len(trigger)), text, **known)


def figure(report: Report, quote: str, low: float, high: float | None, source: str | None = None) -> Figure:
    span = span_in(report.text, quote)
    return Figure(
        digest(report.id, "f", span), span, low, low, high, "killed", place=EL_OBEID, as_of=TUESDAY, source=source
    )


def english() -> Claims:
    report = report_of(ENGLISH)
    promise = statement(
        report, "it would “sharply” scale down artillery fire around El Obeid and Kosti", ARMY, Act.PROMISE
    )
    told = statement(report, "By Tuesday morning shells had hit the market of El Obeid", MAYOR)
    direct = statement(report, "They fired until dawn", MAYOR, form=Form.DIRECT)
    denial = statement(report, "shelling the town", ARMY, Act.DENY)
    toll = statement(report, "At least 12 people were killed", MAYOR)
    left = statement(report, "A convoy left Kosti for the south", MONITORS)
    doubt = statement(report, "this is not a withdrawal", MONITORS, Act.DOUBT, form=Form.DIRECT)
    pledge = Pledge(
        digest(report.id, "p"),
        ARMY,
        promise.content[0],
        "scale down artillery fire",
        "RETREAT",
        degree=span_in(report.text, "sharply"),
        places=(EL_OBEID, KOSTI),
        source=promise.id,
        said=MONDAY,
    )
    known: dict[str, Any] = {"place": EL_OBEID, "when": TUESDAY, "actor": ARMY}
    hit = incident(
        report, "shells had hit the market of El Obeid", "hit", status=Status.ATTRIBUTED, source=told.id, **known
    )
    denied = incident(report, "shelling the town", "shelling", status=Status.DENIED, source=denial.id, **known)
    convoy = incident(report, "A convoy left Kosti", "left", "RETREAT", place=KOSTI, source=left.id, hedged=True)
    dead = (figure(report, "At least 12", 12, None, toll.id), figure(report, "9 dead", 9, 9))
    said = (promise, told, direct, denial, toll, left, doubt)
    return Claims(report, statements=said, incidents=(hit, denied, convoy), pledges=(pledge,), figures=dead)


def spanish() -> Claims:
    report = report_of(SPANISH, "es", "El Cauce", 8, title="El ejército promete reducir el fuego en El Obeid")
    promise = statement(report, "reduciría “gradualmente” los ataques cerca de El Obeid", ARMY, Act.PROMISE)
    told = statement(report, "los proyectiles cayeron sobre el mercado", MAYOR)
    toll = statement(report, "Murieron 15 personas", MEDIC)
    degree = span_in(report.text, "gradualmente")
    pledge = Pledge(
        digest(report.id, "p"), ARMY, promise.content[0], "reducir los ataques", "RETREAT", degree=degree, said=MONDAY,
        places=(EL_OBEID,), source=promise.id,
    )  # fmt: skip
    fell = incident(
        report, "los proyectiles cayeron sobre el mercado", "cayeron", place=EL_OBEID, when=TUESDAY,
        status=Status.ATTRIBUTED, source=told.id,
    )  # fmt: skip
    dead = figure(report, "15 personas", 15, 15, toll.id)
    return Claims(report, statements=(promise, told, toll), incidents=(fell,), pledges=(pledge,), figures=(dead,))


def arabic() -> Claims:
    report = report_of(ARABIC, "ar", None, 8)
    direct = statement(report, "أطلقوا النار حتى الفجر", MAYOR, form=Form.DIRECT)
    shelling = incident(report, "قصف سوق الأبيض", "قصف", place=KORDOFAN, when=TUESDAY)
    return Claims(report, statements=(direct,), incidents=(shelling,))


def origin(label: str, stance: Stance, claims: Sequence[str], reports: Sequence[str], **known: str) -> Origin:
    kind, side = known.get("kind", "utterance"), known.get("side")
    return Origin(digest("o", label), kind, label, stance, side, claims=tuple(claims), reports=tuple(reports))


def group(kind: str, type_: str, label: str, claims: Sequence[str], origins: Sequence[Origin], **known: Any) -> Group:
    counts = Counts(len({c.split("/")[0] for c in claims}), len(claims), len(origins))
    ids = tuple(o.id for o in origins)
    id_ = digest("g", kind, label)
    return Group(id_, kind, type_, label, tuple(claims), ids, counts, **known)


def finding(of: Group, verdict: str, reason: str, evidence: Sequence[Evidence], parts: Sequence[Part] = ()) -> Finding:
    return Finding(digest("f", of.id), of.id, of.kind, verdict, reason, tuple(evidence), of.counts, tuple(parts))


def story() -> Story3:
    """Two wordings of one pledge, a shelling told twice on one mayor's word, a denial, three tolls, a region."""
    en, es, ar = english(), spanish(), arabic()
    e, s, a = en.report.id, es.report.id, ar.report.id
    (hit, denied, convoy), fell, shelling = en.incidents, es.incidents[0], ar.incidents[0]
    mayor = origin(
        "Hala Bashir, 7 May", Stance.PARTY,
        [hit.id, fell.id, en.statements[2].id, ar.statements[0].id, en.figures[0].id], [e, s, a], side="SDN OPP",
    )  # fmt: skip
    army = origin(
        "Sudanese army, 6 May", Stance.PARTY, [en.pledges[0].id, es.pledges[0].id, denied.id], [e, s], side="SDN MIL"
    )
    monitors = origin("UN monitors", Stance.OBSERVER, [convoy.id, en.figures[1].id, en.statements[6].id], [e])
    medic = origin("a doctor in El Obeid", Stance.UNKNOWN, [es.figures[0].id], [s])
    own = origin("the report’s own eyes", Stance.PRESS, [shelling.id], [a], kind="observation")
    pledges = group(
        "pledge", "RETREAT", "Reduce fire around El Obeid and Kosti", [en.pledges[0].id, es.pledges[0].id], [army]
    )
    shells = group(
        "incident", "ASSAULT", "Shelling of the market of El Obeid", [hit.id, fell.id, denied.id], [mayor, army],
        place=EL_OBEID, when=TUESDAY, reasons=("same place, same day, same type",),
    )  # fmt: skip
    convoys = group("incident", "RETREAT", "A convoy leaves Kosti", [convoy.id], [monitors], place=KOSTI)
    region = group("incident", "ASSAULT", "Shelling", [shelling.id], [own], place=KORDOFAN, when=TUESDAY)
    tolls = group(
        "figure", "killed", "People killed", [*(f.id for f in en.figures), es.figures[0].id], [mayor, monitors, medic]
    )
    evidence = [Evidence(e, hit.text, hit.id), Evidence(s, fell.text, fell.id), Evidence(e, convoy.text, convoy.id)]
    parts = [
        Part("El Obeid", "contradicted by one side only", "shelling a day later, on the mayor’s word", (mayor.id,),
             tuple(evidence[:2])),
        Part("Kosti", "no deeds reported yet", "a convoy left; its source calls it no withdrawal", (monitors.id,),
             (evidence[2],)),
    ]  # fmt: skip
    found = (
        finding(
            pledges, "contradicted by one side only", "fire on El Obeid is reported for the day after", evidence, parts
        ),
        finding(shells, "disputed", "the mayor tells it, the army denies it", evidence[:2]),
        finding(
            tolls, "figures differ", "at least 12, 9 and 15", [Evidence(e, en.figures[0].text, en.figures[0].id)] * 2
        ),
    )
    told = Story(
        "story0000000001", "Shells on El Obeid after a promise to scale down", (e, s, a), ("same place and days",)
    )
    origins = (mayor, army, monitors, medic, own)
    check = CrossCheck(told, origins, (pledges, shells, convoys, region, tolls), found)
    return Story3(check, (en, es, ar))
