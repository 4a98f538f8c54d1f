"""From promises and deeds told to findings: kept, contradicted or neither, place by place, and on whose word."""

from __future__ import annotations

import re
from collections.abc import Sequence

from facta.crosscheck import verdicts
from facta.crosscheck.casefile import Case
from facta.crosscheck.deed_findings import voices
from facta.crosscheck.deeds import Deed
from facta.crosscheck.doubts import doubts
from facta.crosscheck.evidence import of_claims, of_deeds, written
from facta.crosscheck.geography import Relation, same_place
from facta.crosscheck.groups import Told
from facta.crosscheck.independence import independent
from facta.crosscheck.promises import Promise
from facta.crosscheck.trials import Trial, starts, test_of, trials
from facta.crosscheck.words import listed, many, sentence
from facta.records import Counts, Evidence, Finding, Origin, Part, Place, Precision, Status, digest

_ORDER = (
    verdicts.CONTRADICTED,
    verdicts.DISPUTED,
    verdicts.ONE_SIDED,
    verdicts.KEPT,
    verdicts.NO_DEEDS,
    verdicts.NOT_TESTABLE,
)


def pledge_finding(case: Case, promise: Promise, told: Sequence[Told]) -> Finding:
    """What the deeds reported since say of one promise."""
    untested = _untested(case, promise)
    if untested:
        return _finding(case, promise, *untested, (), ())
    test = test_of(case, promise)
    found = [(place, trials(case, promise, told, test, place)) for place in promise.places or (None,)] if test else []
    parts = tuple(_part(case, promise, place, at) for place, at in found)
    verdict = min((part.verdict for part in parts), key=_ORDER.index)
    every = {trial.deed.id: trial.deed for _, at in found for trial in at}
    reason = " ".join(part.reason for part in parts)
    return _finding(case, promise, verdict, reason, parts if promise.places else (), tuple(every.values()))


def _untested(case: Case, promise: Promise) -> tuple[str, str] | None:
    """Verdict and reason when no deed could test the promise yet, or ever."""
    start = starts(promise)
    if test_of(case, promise) is None:
        return verdicts.NOT_TESTABLE, "No reported deed could show whether this is kept."
    if promise.cause is None:
        return verdicts.NOT_TESTABLE, "It is not clear who is bound by it."
    if all(wording.pledge.condition for wording in promise.wordings):
        return verdicts.NOT_TESTABLE, "It hangs on a condition of which the reports do not tell."
    if start and case.last_day and start > case.last_day:
        return verdicts.TOO_EARLY, "No report is as late as the day from which it binds."
    return None


def _part(case: Case, promise: Promise, place: Place | None, at: list[Trial]) -> Part:
    """The verdict for one place."""
    breaking = [t for t in at if not t.keeps and t.named and t.deed.affirmed]
    unnamed = [t for t in at if not t.keeps and not t.named and t.deed.affirmed]
    keeping = [t for t in at if t.keeps and _holds(t)]
    denied = [t for t in at if not t.keeps and not t.deed.affirmed]
    against, kept = _origins(case, breaking), _origins(case, keeping)
    one_sided = all(_opposing(case, promise, origin, breaking) for origin in against)
    verdict = _verdict(against, one_sided, bool(kept or denied) or any(t.disputed for t in breaking), kept)
    if place and place.precision is Precision.UNRESOLVED and place.candidates and not at:
        reason = sentence(f"{_written(promise, place)}: it is not known which place this is")
        return Part(place.name, verdicts.NOT_TESTABLE, reason)
    label = place.name if place else "no place named"
    reason = _reason(case, promise, place, verdict, one_sided, (breaking, unnamed, keeping, denied))
    origins = tuple(origin.id for origin in (*against, *kept))
    return Part(label, verdict, reason, origins, of_deeds(case, (t.deed for t in at)))


def _holds(trial: Trial) -> bool:
    """Whether the claim is for the promise: a deed that keeps it, or word that no deed broke it."""
    return trial.deed.affirmed or trial.deed.incident.status is Status.NEGATED


def _verdict(against: list[Origin], one_sided: bool, contested: bool, kept: list[Origin]) -> str:
    if not against:
        return verdicts.KEPT if kept else verdicts.NO_DEEDS
    if not one_sided:
        return verdicts.CONTRADICTED
    return verdicts.DISPUTED if contested else verdicts.ONE_SIDED


def _opposing(case: Case, promise: Promise, origin: Origin, breaking: Sequence[Trial]) -> bool:
    """Whether the origin stands against the party that promised."""
    suffered = {trial.deed.recipient for trial in breaking if trial.deed.origin.id == origin.id}
    return (
        origin.side is not None
        and origin.side != promise.cause
        and (origin.side in case.parties.opponents(promise.cause) or origin.side in suffered)
    )


def _origins(case: Case, found: Sequence[Trial]) -> list[Origin]:
    """Independent origins of the deeds, judged place by place, each source once."""
    buckets: list[list[Deed]] = []
    for deed in (trial.deed for trial in found):
        for bucket in buckets:
            if _beside(case, bucket[0], deed):
                bucket.append(deed)
                break
        else:
            buckets.append([deed])
    chosen = {origin.id for bucket in buckets for origin in independent(bucket)}
    every = independent([d for bucket in buckets for d in bucket if d.origin.id in chosen and not _silent(d)])
    silent = [d for bucket in buckets for d in bucket if d.origin.id in chosen and _silent(d)]
    return list({origin.id: origin for origin in [*every, *(d.origin for d in silent)]}.values())


def _silent(deed: Deed) -> bool:
    return deed.source.entity is None and deed.source.kind != "utterance"


def _beside(case: Case, one: Deed, other: Deed) -> bool:
    a, b = one.place, other.place
    if one.incident.type != other.incident.type:
        return False
    return a is b is None or (a is not None and b is not None and same_place(a, b, case.rules.deeds.same_place_km))


Sorted = tuple[list[Trial], list[Trial], list[Trial], list[Trial]]


def _reason(case: Case, promise: Promise, place: Place | None, verdict: str, one_sided: bool, found: Sorted) -> str:
    """One sentence made of names and places that stand in the evidence."""
    breaking, unnamed, keeping, denied = found
    said: list[str] = []
    if breaking:
        origins = _origins(case, breaking)
        sides = ", all of the opposing side" if one_sided and len(origins) > 1 else ""
        sides = " of the opposing side" if one_sided and len(origins) == 1 else sides
        who = voices(case, [t.deed for t in breaking], origins)
        told = "deeds against it are told by"
        said.append(f"{told} {many(len(origins), 'origin')}{sides}{_at(breaking)}: {who}")
    if unnamed:
        said.append(f"deeds of nobody named{_at(unnamed)} are told by {voices(case, [t.deed for t in unnamed])}")
    if denied:
        said.append(f"denied by {voices(case, [t.deed for t in denied])}")
    if keeping:
        said.append(f"deeds that keep it are told by {voices(case, [t.deed for t in keeping])}")
    where = f"{_written(promise, place)}: " if place else ""
    return sentence(where + ("; ".join(said) if said else "no deed of the promising side is reported since"))


def _at(found: Sequence[Trial]) -> str:
    """Where, when it is not the pledged place itself."""
    named = []
    for trial in found:
        place = trial.deed.place
        if place and trial.relation is not Relation.SAME:
            named.append(f"{place.span.of(trial.deed.report.text)}, {trial.relation}")
    return f" ({listed(named)})" if named else ""


def _written(promise: Promise, place: Place) -> str:
    """The place's name as the first report that pledges it writes it, without the words around it."""
    wording = next(w for w in promise.wordings if place in w.places)
    phrase = place.span.of(wording.report.text)
    bare = re.search(re.escape(place.name), phrase, re.IGNORECASE)
    return bare.group() if bare else phrase


def _finding(
    case: Case, promise: Promise, verdict: str, reason: str, parts: tuple[Part, ...], deeds: tuple[Deed, ...]
) -> Finding:
    doubting = doubts(case, promise, test_of(case, promise))
    if doubting:
        who = listed([written(case, report, s.speaker) for report, s in doubting if s.speaker])
        reason = f"{reason} Doubted by {who}."
    pledged = of_claims(case, [*((w.report, w.pledge) for w in promise.wordings), *doubting])
    places = (Evidence(w.report.id, p.span, w.pledge.id) for w in promise.wordings for p in w.places)
    evidence = tuple(dict.fromkeys([*pledged, *places, *of_deeds(case, deeds)]))
    reports = {w.report.id for w in promise.wordings} | {deed.report.id for deed in deeds}
    origins = {origin for part in parts for origin in part.origins} or {d.origin.id for d in deeds}
    uttered = {d.origin.id for d in deeds}
    publishers = {case.publisher(report) for report in reports}
    return Finding(
        id=digest("finding", promise.group.id, "pledge"),
        group=promise.group.id,
        kind="pledge",
        verdict=verdict,
        reason=reason,
        evidence=evidence,
        counts=Counts(
            len(reports),
            len(publishers),
            len(origins) or promise.group.counts.origins,
            len(uttered) or promise.group.counts.utterances,
        ),
        parts=parts,
    )
