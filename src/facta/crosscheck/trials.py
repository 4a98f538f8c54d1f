"""From a promise and the deeds told to its trials: deeds that break or keep it, where it holds, from its day on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from facta.codebook.thresholds import PledgeTest
from facta.crosscheck.casefile import Case
from facta.crosscheck.deeds import Deed
from facta.crosscheck.geography import Relation, relation, same_place
from facta.crosscheck.groups import Told
from facta.crosscheck.promises import Promise, Wording
from facta.records import PassageRole, Place, Precision, Status
from facta.stories.spelling import latin


@dataclass(frozen=True, slots=True)
class Trial:
    """One deed told that tests the promise at one place. `named` is false when nobody says whose deed it is."""

    deed: Deed
    told: Told
    relation: Relation
    keeps: bool
    named: bool

    @property
    def disputed(self) -> bool:
        """Whether somebody says that it was somebody else's deed."""
        return len(self.told.actors) > 1


def test_of(case: Case, promise: Promise) -> PledgeTest | None:
    """What would keep or break the promise; a promise not to act is broken by the act."""
    tests = case.rules.pledges.tests
    exact = f"{promise.type}/{promise.mode}"
    if promise.negated:
        definite = promise.type in case.rules.pledges.restraints or promise.places
        return PledgeTest(broken_by=(exact if promise.mode else promise.type,)) if definite else None
    return tests.get(exact) or tests.get(promise.type)


def trials(case: Case, promise: Promise, told: Sequence[Told], test: PledgeTest, place: Place | None) -> list[Trial]:
    """All trials of the promise at one of its places, or anywhere when it names none."""
    found = (trial for group in told for trial in _of_group(case, promise, group, test, place))
    return sorted(found, key=lambda trial: trial.deed.order)


def _of_group(case: Case, promise: Promise, told: Told, test: PledgeTest, place: Place | None) -> Iterator[Trial]:
    for deed in told.deeds:
        breaks = any(_matches(deed, spec) for spec in test.broken_by)
        keeps = not breaks and any(_matches(deed, spec, loosely=True) for spec in test.kept_by)
        where = _where(case, deed, told, place)
        if case.is_later(deed.report.id) and place is None and not _is_of_its_object(case, promise, deed):
            continue
        if where is not Relation.SAME and _is_elsewhere(case, promise, deed):
            continue
        if (
            (breaks or keeps)
            and where is not Relation.APART
            and _after(promise, deed)
            and not _is_told_of(promise, deed)
        ):
            actor = deed.actor or (told.actors[0] if len(told.actors) == 1 else None)
            spared = breaks and deed.incident.status is Status.NEGATED and deed.source.side != promise.cause
            if actor == promise.cause:
                yield Trial(deed, told, where, keeps or spared, named=True)
            elif actor is None and breaks and deed.recipient != promise.cause:
                yield Trial(deed, told, where, spared, named=False)


def _matches(deed: Deed, spec: str, loosely: bool = False) -> bool:
    """Whether the deed is of the type and mode; loosely, a deed without a mode is."""
    kind, _, mode = spec.partition("/")
    return deed.incident.type == kind and (
        not mode or deed.incident.mode == mode or (loosely and not deed.incident.mode)
    )


def _where(case: Case, deed: Deed, told: Told, place: Place | None) -> Relation:
    """Where the deed lies as seen from the pledged place; a deed whose clause names several places lies at each."""
    if place is None:
        return Relation.SAME
    at = deed.place or told.group.place
    named = (at,) if at else _joined(case.places_in(deed.report.id, deed.incident.text))
    near, same = case.rules.pledges.near_km, case.rules.deeds.same_place_km
    found = (relation(spot, place, near, same) for spot in named)
    return next((r for r in found if r is not Relation.APART), Relation.APART)


def _is_elsewhere(case: Case, promise: Promise, deed: Deed) -> bool:
    """Whether the deed lies at another place that the promise names, which it tests instead of this one."""
    same = case.rules.deeds.same_place_km
    return deed.place is not None and any(same_place(deed.place, other, same) for other in promise.places)


def _is_of_its_object(case: Case, promise: Promise, deed: Deed) -> bool:
    """Whether a deed of a later story names what a promise without a place names beside its party: a promise to spare
    one body, or a town that no map knows, is not tried by all that is done to others."""
    objects = [words for wording in promise.wordings if (words := _objects(case, wording))]
    text = deed.report.text
    told = " ".join(span.of(text) for span in (deed.incident.text, *deed.incident.evidence))
    return not objects or any(words & frozenset(latin(told).split()) for words in objects)


def _objects(case: Case, wording: Wording) -> frozenset[str]:
    """The words of the names in a wording that are not those of its party, in Latin letters."""
    report, spans = wording.report, (wording.pledge.text, *wording.pledge.evidence)
    names = [n for n in case.claims[report.id].names if any(span.covers(n.span) for span in spans)]
    own = wording.pledge.by.entity if wording.pledge.by else None
    return frozenset(word for n in names if n.entity != own for word in latin(n.span.of(report.text)).split())


def _is_told_of(promise: Promise, deed: Deed) -> bool:
    """Whether the deed is what is promised, or a headline above the promise: the words of the promise are no deed."""
    told = [wording.pledge for wording in promise.wordings if wording.report.id == deed.report.id]
    words = [span for pledge in told for span in (pledge.text, *pledge.evidence)]
    words += [p.span for p in deed.report.passages if told and p.role is PassageRole.HEADLINE]
    return any(span.covers(deed.incident.trigger) for span in words)


def _joined(places: tuple[Place, ...]) -> tuple[Place, ...]:
    """The towns that a clause names when it names several: "a corridor between A and B" lies at both."""
    towns = tuple(place for place in places if place.precision in (Precision.POINT, Precision.TOWN))
    return towns if len(towns) > 1 else ()


def _after(promise: Promise, deed: Deed) -> bool:
    """Whether the deed lies on or after the day from which the promise binds, and not past its end."""
    start, until = starts(promise), _until(promise)
    if deed.incident.historical:
        return False
    when = deed.incident.when
    dated = bool(when and (when.start or when.end))
    if until and deed.first and deed.first > until:
        return False
    if start is None:
        return True
    if dated:
        return deed.last is not None and deed.last >= start
    return _reported_after(promise, deed, start)


def _reported_after(promise: Promise, deed: Deed, start: date) -> bool:
    """An undated deed is as new as its report; one told beside a promise of the same day may be older than it."""
    published = deed.report.published
    if published is None:
        return True
    beside = any(wording.report.id == deed.report.id for wording in promise.wordings)
    return published > start or (published == start and not beside)


def starts(promise: Promise) -> date | None:
    """The day from which the promise binds."""
    return min((w.pledge.from_on for w in promise.wordings if w.pledge.from_on), default=promise.said)


def _until(promise: Promise) -> date | None:
    """The last day on which it binds, if most wordings give one: what one report alone calls its end may be the day by
    which another act is due."""
    given = [w.pledge.until_on for w in promise.wordings if w.pledge.until_on]
    return max(given) if 2 * len(given) > len(promise.wordings) else None
