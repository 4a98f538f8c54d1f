"""From people's decisions on stories to what must stand together and what must stay apart, whatever the machine finds.

A decision names reports, which are the same in every run: `split` parts some reports of a story from all its others,
`merge` joins the stories of two reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from facta.records import Decision, Review, digest
from facta.stories.standing import standing as still_standing

STORY = "story"  # kind of a review that joins or parts stories
_PARTS = "/"


@dataclass(frozen=True, slots=True)
class Decided:
    """One standing decision: the reports on its two sides, and its sentence."""

    join: bool
    ones: tuple[str, ...]
    others: tuple[str, ...]
    reason: str


def together(one: str, other: str, by: str, at: datetime, note: str = "") -> Review:
    """The decision that the stories of two reports are one."""
    return _review(one, Decision.MERGE, by, at, note, other)


def asunder(out: Sequence[str], rest: Sequence[str], by: str, at: datetime, note: str = "") -> Review:
    """The decision that the reports `out` tell another story than the reports `rest`."""
    parts = _PARTS.join(" ".join(sorted(reports)) for reports in (out, rest))
    return _review(min(out), Decision.SPLIT, by, at, note, parts)


def _review(target: str, decision: Decision, by: str, at: datetime, note: str, text: str | None) -> Review:
    name = digest(STORY, target, decision, note, by, at.isoformat(), text)
    return Review(id=name, target=target, decision=decision, by=by, at=at, note=note, kind=STORY, text=text)


def standing(reviews: Iterable[Review]) -> list[Review]:
    """Decisions on stories that nobody took back, oldest first."""
    held = still_standing(r for r in reviews if r.kind == STORY)
    return [r for r in held if r.decision in (Decision.MERGE, Decision.SPLIT)]


def decided(reviews: Iterable[Review]) -> list[Decided]:
    """What stands, newest first: where two decisions contradict each other, the later one holds."""
    found = []
    for review in reversed(standing(reviews)):
        said = f"{review.by} decided on {review.at:%Y-%m-%d}" + f" ({review.note})" * bool(review.note)
        if review.decision is Decision.MERGE:
            found.append(Decided(True, (review.target,), (review.text or "",), f"{said} that they are one story"))
        else:
            out, _, rest = (review.text or "").partition(_PARTS)
            found.append(Decided(False, tuple(out.split()), tuple(rest.split()), f"{said} that they are two stories"))
    return found


def pairs(decisions: Iterable[Decided], known: dict[str, int]) -> Iterator[tuple[bool, int, int]]:
    """Reports to join (true) or to part (false), by number. Reports that are gone change nothing; where a later
    decision says otherwise of two reports, the whole earlier one falls."""
    later: dict[tuple[int, int], bool] = {}
    for decision in decisions:
        said = [
            (min(known[one], known[other]), max(known[one], known[other]))
            for one in decision.ones
            for other in decision.others
            if one in known and other in known and one != other
        ]
        if all(later.get(pair, decision.join) is decision.join for pair in said):
            later.update(dict.fromkeys(said, decision.join))
            yield from ((decision.join, *pair) for pair in said)
