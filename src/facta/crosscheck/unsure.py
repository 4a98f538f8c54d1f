"""From groups of deeds to pairs of which it is unsure whether they are one: kept for a person, with score and parts.
And from what people decided on such pairs to the groups that must or must not be one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from facta.crosscheck.casefile import Case
from facta.crosscheck.deeds import Deed
from facta.crosscheck.same_deed import Likeness, likeness
from facta.records import Counts, Decision, Group, Review, digest

KIND = "unsure"


def pair_id(one: Deed, other: Deed) -> str:
    """The id of a pair, the same whatever the order, and in every rerun as long as both deeds are told there."""
    places = sorted(f"{deed.report.id} {deed.incident.trigger.start}" for deed in (one, other))
    return digest(KIND, *places)


def judged(reviews: Sequence[Review]) -> dict[str, bool]:
    """By the id of what was decided on: whether it was confirmed. The last decision holds."""
    decided = {r.target: r for r in sorted(reviews, key=lambda r: (r.at, r.id))}
    verdicts = {Decision.CONFIRM: True, Decision.REJECT: False}
    return {target: verdicts[review.decision] for target, review in decided.items() if review.decision in verdicts}


def parted(case: Case, one: Deed, other: Deed) -> bool:
    """Whether a person said that two deeds are not one."""
    return bool(case.judged) and case.judged.get(pair_id(one, other)) is False


def tied(judgements: Mapping[str, bool], some: Sequence[Deed], others: Sequence[Deed]) -> bool:
    """Whether a person said that a deed of one group is a deed of the other."""
    return bool(judgements) and any(judgements.get(pair_id(a, b)) is True for a in some for b in others)


def unsure_pairs(case: Case, groups: Sequence[Sequence[Deed]]) -> list[Group]:
    """For each group the earlier one that it may be the same deed as, by the first deeds of both, if anything is."""
    found = []
    for n, deeds in enumerate(groups):
        pairs = [(earlier[0], like) for earlier in groups[:n] if (like := likeness_of(case, earlier[0], deeds[0]))]
        open_ones = [(first, like) for first, like in pairs if like.score >= case.same_deed.unsure]
        open_ones = [(first, like) for first, like in open_ones if first.report.id != deeds[0].report.id]
        if open_ones:
            first, like = max(open_ones, key=lambda pair: pair[1].score)
            found.append(_pair(case, first, deeds[0], like.sentence))
    return found


def likeness_of(case: Case, one: Deed, other: Deed) -> Likeness | None:
    """How likely two deeds are one; `None` when something, or somebody, speaks against it."""
    return None if parted(case, one, other) else likeness(one, other, case.rules.deeds, case.same_deed)


def _pair(case: Case, one: Deed, other: Deed, sentence: str) -> Group:
    reports = {one.report.id, other.report.id}
    words = (" ".join(deed.incident.text.of(deed.report.text).split()) for deed in (one, other))
    return Group(
        id=pair_id(one, other),
        kind=KIND,
        type=one.incident.type,
        label=" / ".join(words),
        claims=(one.id, other.id),
        origins=tuple(dict.fromkeys((one.origin.id, other.origin.id))),
        counts=Counts(len(reports), len({case.publisher(r) for r in reports}), len({one.source.key, other.source.key})),
        place=one.place or other.place,
        reasons=(sentence,),
    )
