"""From groups of deeds to pairs of which it is unsure whether they are one: kept for a person, with score and parts.
And from what people decided on such pairs to the groups that must or must not be one."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

from facta.crosscheck.casefile import Case
from facta.crosscheck.deeds import Deed
from facta.crosscheck.same_deed import Likeness, likeness, may_meet
from facta.records import Counts, Decision, Group, Review, digest
from facta.stories.standing import standing

KIND = "unsure"
DEED = "deed"  # kind of a review that joins or parts deeds: its text names the claims on both sides, "id id/id"
Judgements = Mapping[str, tuple[str, bool]]
_VERDICTS = {Decision.CONFIRM: True, Decision.MERGE: True, Decision.REJECT: False, Decision.SPLIT: False}


def pair_id(one: Deed, other: Deed) -> str:
    """The id of a pair, the same whatever the order, and in every rerun as long as both deeds are told there."""
    places = sorted(f"{deed.report.id} {deed.incident.trigger.start}" for deed in (one, other))
    return digest(KIND, *places)


def judged(reviews: Sequence[Review]) -> Judgements:
    """By the name of a pair: when somebody last said whether they are one deed, and what. A decision on a pair that
    the machine was unsure of may name it by its id alone."""
    decided: dict[str, tuple[str, bool]] = {}
    for review in standing(reviews):
        if review.decision in _VERDICTS:
            said = (f"{review.at.isoformat()} {review.id}", _VERDICTS[review.decision])
            decided |= dict.fromkeys(_pairs_of(review), said)
    return decided


def _pairs_of(review: Review) -> list[str]:
    if not review.text or "/" not in review.text:
        return [review.target]
    ones, _, others = review.text.partition("/")
    return [_named(one, other) for one in ones.split() for other in others.split()]


def _named(one: str, other: str) -> str:
    """The name of a pair of claims by their ids, the same whatever the order."""
    return f"{min(one, other)} {max(one, other)}"


def concerning(judgements: Judgements, claims: Container[str]) -> Judgements:
    """The decisions that can be on these claims."""
    return {name: said for name, said in judgements.items() if " " not in name or name.split()[0] in claims}


def says(judgements: Judgements, one: Deed, other: Deed) -> bool | None:
    """What a person last said on whether two deeds are one."""
    if not judgements:
        return None
    given = (judgements.get(_named(one.id, other.id)), judgements.get(pair_id(one, other)))
    return max((said for said in given if said), default=("", None))[1]


def parted(case: Case, one: Deed, other: Deed) -> bool:
    """Whether a person said that two deeds are not one."""
    return says(case.judged, one, other) is False


def tied(judgements: Judgements, some: Sequence[Deed], others: Sequence[Deed]) -> bool:
    """Whether a person said that a deed of one group is a deed of the other, and of no two that they are not one."""
    if not judgements:
        return False
    said = {says(judgements, a, b) for a in some for b in others}
    return True in said and False not in said


def unsure_pairs(case: Case, groups: Sequence[Sequence[Deed]]) -> list[Group]:
    """For each group the earlier one that it may be the same deed as, by the first deeds of both, if anything is."""
    firsts = [deeds[0] for deeds in groups]
    close = may_meet(firsts, case.rules.deeds, case.same_deed)
    found = []
    for n, deed in enumerate(firsts):
        others = [firsts[i] for i in range(n) if close[i, n] and firsts[i].report.id != deed.report.id]
        pairs = [(other, like) for other in others if (like := likeness_of(case, other, deed))]
        open_ones = [(first, like) for first, like in pairs if like.score >= case.same_deed.unsure]
        if open_ones:
            first, like = max(open_ones, key=lambda pair: pair[1].score)
            found.append(_pair(case, first, deed, like.sentence))
    return found


def likeness_of(case: Case, one: Deed, other: Deed) -> Likeness | None:
    """How likely two deeds are one; `None` when something, or somebody, speaks against it."""
    if parted(case, one, other):
        return None
    return likeness(one, other, case.rules.deeds, case.same_deed, case.parties.members)


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
