"""What a cross-check would find of an invented story, made without one: claims of one type, place and day are a group,
whoever says them its origins. Only its size and form matter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from facta.records import (
    Claim,
    Claims,
    Counts,
    CrossCheck,
    Entity,
    Evidence,
    Figure,
    Finding,
    Group,
    Incident,
    Origin,
    Pledge,
    Span,
    Stance,
    Statement,
    Status,
    Story,
    When,
    digest,
)

Told = tuple[Claims, Incident | Pledge | Figure]
Key = tuple[str, str, str, date | None]  # kind of group, type, town, day


def cross_check(title: str, told: Sequence[Claims], known: dict[str, Entity]) -> CrossCheck:
    ordered = sorted(told, key=lambda claims: (claims.report.published or date.min, claims.report.id))
    ids = tuple(claims.report.id for claims in ordered)
    story = Story(digest("story", *ids), title, ids, ("invented",))
    groups: dict[Key, list[Told]] = {}
    for claims in ordered:
        for key, claim in _grouped(claims):
            groups.setdefault(key, []).append((claims, claim))
    origins, of_claim = _origins(story.id, ordered, known)
    made = [_group(story.id, key, members, of_claim) for key, members in groups.items()]
    findings = tuple(_finding(group, members) for group, members in zip(made, groups.values(), strict=True))
    return CrossCheck(story, origins, tuple(made), findings)


def _grouped(claims: Claims) -> Iterator[tuple[Key, Incident | Pledge | Figure]]:
    for incident in claims.incidents:
        yield ("incident", incident.type, _town(incident), incident.when.start if incident.when else None), incident
    for pledge in claims.pledges:
        yield ("pledge", pledge.type, _town(pledge), pledge.until_on), pledge
    for figure in claims.figures:
        yield ("figure", figure.counts, _town(figure), figure.as_of.start if figure.as_of else None), figure


def _town(claim: Incident | Pledge | Figure) -> str:
    place = claim.places[0] if isinstance(claim, Pledge) else claim.place
    return place.name if place else ""


def _origins(story: str, told: Sequence[Claims], known: dict[str, Entity]) -> tuple[tuple[Origin, ...], dict[str, str]]:
    """An origin each speaker and each outlet that tells of something itself; and the origin of each claim."""
    claims_of: dict[str, list[str]] = {}
    reports_of: dict[str, dict[str, None]] = {}
    of_claim: dict[str, str] = {}
    for claims in told:
        speakers = {s.id: s.speaker.entity for s in claims.statements if s.speaker and s.speaker.entity}
        every: list[Claim] = [*claims.statements, *claims.incidents, *claims.pledges, *claims.figures]
        for claim in every:
            said = claim.id if isinstance(claim, Statement) else claim.source
            origin = speakers.get(said or "") or claims.report.publisher or ""
            claims_of.setdefault(origin, []).append(claim.id)
            reports_of.setdefault(origin, {})[claims.report.id] = None
            of_claim[claim.id] = digest(story, origin)
    origins = (
        _origin(digest(story, origin), origin, known.get(origin), tuple(claims_of[origin]), tuple(reports_of[origin]))
        for origin in claims_of
    )
    return tuple(origins), of_claim


def _origin(id_: str, name: str, entity: Entity | None, claims: tuple[str, ...], reports: tuple[str, ...]) -> Origin:
    if entity is None:
        return Origin(id_, "observation", name, Stance.PRESS, None, None, None, claims, reports, "its own reporters")
    side = (entity.side or "").split()[0]
    return Origin(id_, "utterance", entity.name, Stance.PARTY, side, entity.id, None, claims, reports, "fights there")


def _group(story: str, key: Key, members: Sequence[Told], of_claim: dict[str, str]) -> Group:
    kind, type_, town, day = key
    ids = tuple(claim.id for _, claim in members)
    origins = tuple(dict.fromkeys(of_claim[id_] for id_ in ids))
    first = members[0][1]
    place = first.places[0] if isinstance(first, Pledge) else first.place
    label = f"{type_.lower()} at {town}"
    when = When(None, day, day) if day else None
    return Group(
        digest(story, *key), kind, type_, label, ids, origins, _counts(members, origins), place, when, ("same",)
    )


def _counts(members: Sequence[Told], origins: Sequence[str]) -> Counts:
    reports = {claims.report.id for claims, _ in members}
    return Counts(len(reports), len({claims.report.publisher for claims, _ in members}), len(origins), len(origins))


def _finding(group: Group, members: Sequence[Told]) -> Finding:
    evidence = tuple(Evidence(claims.report.id, _words(claim), claim.id) for claims, claim in members)
    verdict = _verdict(group, [claim for _, claim in members])
    reason = f"{group.counts.origins} origins in {group.counts.reports} reports tell of it."
    return Finding(digest("finding", group.id), group.id, group.kind, verdict, reason, evidence, group.counts)


def _words(claim: Incident | Pledge | Figure) -> Span:
    return claim.text


def _verdict(group: Group, claims: Sequence[Incident | Pledge | Figure]) -> str:
    if group.kind == "pledge":
        return "no deeds reported yet"
    if group.kind == "figure":
        return "figures differ" if len({c.value for c in claims if isinstance(c, Figure)}) > 1 else "corroborated"
    if any(isinstance(claim, Incident) and claim.status is Status.DENIED for claim in claims):
        return "denied"
    return "corroborated" if len(group.origins) > 1 else "single origin"
