"""Two entities, stories or groups of deeds, or a part of one, in; the decision that joins or parts them out."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace

from facta.crosscheck.unsure import DEED
from facta.crosscheck.unsure import KIND as UNSURE
from facta.errors import UsageError
from facta.ledger import Ledger
from facta.records import Entity, Group, Review, Story
from facta.stories import decisions, judgements
from facta.text import fold
from facta.views.entities import anchor_of, entity_named
from facta.views.review.change import Change
from facta.views.review.targets import Target, target_of

_JOINED = (
    "incident",
)  # groups that people join and part: the deeds; pledges and figures are told apart by their claims


def merged(ledger: Ledger, change: Change, target: Target) -> Review:
    """The decision that the target is one with another."""
    other = change.values.get("with", "").strip()
    if not other:
        raise UsageError("with: one with what?", f"give the id of another {target.kind}")
    if target.kind == "entity":
        return _one_entity(ledger, change, ledger.entity(target.id), entity_named(ledger, other))
    found = target_of(ledger, other)
    if target.kind == "story" and found.kind == "story":
        return _one_story(change, ledger.story(target.id), ledger.story(found.id))
    if target.kind in ("claim", "group") and found.kind in ("claim", "group"):
        return _one_deed(ledger, change, target, found)
    raise UsageError(f"a {target.kind} is not one with a {found.kind}", f"give another {target.kind}")


def parted(ledger: Ledger, change: Change, target: Target) -> Review:
    """The decision that a part of the target is something else."""
    match target.kind:
        case "entity":
            return _other_entity(ledger, change, ledger.entity(target.id))
        case "story":
            return _other_story(ledger, change, ledger.story(target.id))
        case "claim" | "group":
            return _other_deed(ledger, change, target)
        case _:
            raise UsageError(f"a {target.kind} is not parted", "part a story, an entity, or a claim from its group")


def _with(review: Review, change: Change, before: object, after: object) -> Review:
    return replace(review, decision=change.decision, before=_told(before), after=_told(after))


def _told(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


# ---- entities


def _one_entity(ledger: Ledger, change: Change, one: Entity, other: Entity) -> Review:
    if one.id == other.id:
        raise UsageError(f"{one.name} and {other.name} are one entity already", "see facta entity")
    anchors = anchor_of(ledger, one), anchor_of(ledger, other)
    review = judgements.same(*anchors, change.by, change.at, change.note)
    return _with(review, change, {"entities": [one.name, other.name]}, {"entities": [one.name]})


def _other_entity(ledger: Ledger, change: Change, one: Entity) -> Review:
    spelling = change.values.get("spelling", "").strip()
    if fold(spelling) not in map(fold, one.spellings):
        known = ", ".join(one.spellings)
        raise UsageError(f"spelling: {one.name} is not written {spelling[:60]!r}", f"it is written: {known}")
    anchor = anchor_of(ledger, one, but=spelling)
    review = judgements.apart(anchor, spelling, change.by, change.at, change.note)
    return _with(review, change, {"entities": [one.name]}, {"entities": [one.name, spelling]})


# ---- stories


def _one_story(change: Change, one: Story, other: Story) -> Review:
    if one.id == other.id:
        raise UsageError(f"{one.id} and {other.id} are one story already: {one.title}", "see facta stories")
    review = decisions.together(one.reports[0], other.reports[0], change.by, change.at, change.note)
    return _with(review, change, {"stories": [one.title, other.title]}, {"stories": [one.title]})


def _other_story(ledger: Ledger, change: Change, story: Story) -> Review:
    out = list(dict.fromkeys(change.values.get("reports", "").split()))
    strange = [report for report in out if report not in story.reports]
    if strange or not out:
        wrong = f"{strange[0][:40]!r} is not in the story" if strange else "which reports tell another story?"
        raise UsageError(f"reports: {wrong}", f"it has: {', '.join(story.reports[:8])}")
    rest = [report for report in story.reports if report not in out]
    if not rest:
        raise UsageError("reports: no report would be left in the story", "name those that tell another story")
    review = decisions.asunder(out, rest, change.by, change.at, change.note)
    return _with(review, change, {"stories": [list(story.reports)]}, {"stories": [rest, out]})


# ---- deeds


def _one_deed(ledger: Ledger, change: Change, target: Target, other: Target) -> Review:
    story, one = _group(ledger, target, change)
    second, two = _group(ledger, other, change, side=1)
    if story.id != second.id:
        raise UsageError("with: the two deeds are told in two stories", "join the stories first")
    if one.id == two.id:
        raise UsageError(f"with: they are one deed already: {one.label}", "see facta why")
    return _on_deeds(change, target, one.claims, two.claims, [one, two])


def _other_deed(ledger: Ledger, change: Change, target: Target) -> Review:
    """A claim and those that it shares its group with, or both sides of a pair that nobody was sure of."""
    pair = change.values.get("with", "").strip()
    if pair:
        _, unsure = ledger.group(target.id)
        return _on_deeds(change, target, unsure.claims[:1], unsure.claims[1:], [unsure])
    claim = target.id if target.kind == "claim" else target_of(ledger, change.values.get("claim", "").strip()).id
    _, group = _group(ledger, Target("claim", claim), change)
    rest = [other for other in group.claims if other != claim]
    if not rest:
        raise UsageError("the claim is alone in its group already", "see facta why")
    return _on_deeds(change, Target("claim", claim), [claim], rest, [group])


def _group(ledger: Ledger, target: Target, change: Change, side: int = 0) -> tuple[Story, Group]:
    """The group of deeds that is meant: itself, that of a claim, or that of a side of an unsure pair."""
    if target.kind == "group":
        story, group = ledger.group(target.id)
        if group.kind in _JOINED:
            return story, group
        if group.kind == UNSURE:
            return _group(ledger, Target("claim", group.claims[side]), change)
        raise UsageError(f"a {group.kind} is not joined or parted", "join and part deeds; correct the claims of others")
    for story, group in ledger.groups_with(target.id):
        if group.kind in _JOINED:
            return story, group
    raise UsageError(f"claim {target.id} is in no group of deeds", "only deeds that were told can be joined or parted")


def _on_deeds(
    change: Change, target: Target, ones: Iterable[str], others: Iterable[str], groups: Iterable[Group]
) -> Review:
    sides = "/".join(" ".join(sorted(claims)) for claims in (ones, others))
    base = Review("", target.id, change.decision, change.by, change.at, change.note, DEED, sides)
    return replace(base, before=_told({"deeds": [group.label for group in groups]}))
