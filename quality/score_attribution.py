"""Scores who says what on the reports of attribution/: content, content with speaker, and act, for each language.

    python -m quality.score_attribution [CODE …] [--errors]

A found statement is the labelled one when their words overlap by half or more (shared words by all words of the two);
one found statement counts once. The speaker is right when it bears one of the accepted names. Prints precision, recall
and F1; `--errors` lists what was missed, invented, and given to somebody else.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from facta.codebook import Codebook
from facta.extraction import extract
from facta.gazetteer import Gazetteer
from facta.reading import Reader
from facta.records import Report, Span, Statement
from facta.text import fold
from quality.attribution_set import FOLDER, Labelled, Said, labelled

SAME_CONTENT = 0.5  # of the words of both, as in PolNeAR's partial match
_WORD = re.compile(r"\w+")
_SMALL = frozenset(
    {"el", "la", "los", "las", "un", "una", "de", "del", "al", "le", "les", "l", "d", "du", "des", "une"}
)


@dataclass(frozen=True, slots=True)
class Pair:
    """A labelled statement, a found one, or both when they are the same."""

    text: str
    said: Said | None
    found: Statement | None

    @property
    def with_speaker(self) -> bool:
        return self.said is not None and self.found is not None and same_speaker(self.said, self.found, self.text)

    @property
    def with_act(self) -> bool:
        return self.said is not None and self.found is not None and self.said.act is self.found.act


def words_in(text: str, spans: tuple[Span, ...]) -> set[int]:
    """The places at which the words of the spans begin."""
    return {span.start + match.start() for span in spans for match in _WORD.finditer(span.of(text))}


def same_speaker(said: Said, found: Statement, text: str) -> bool:
    """Whether the found speaker bears an accepted name, in whatever case; nobody is right where nobody is named."""
    if found.speaker is None or not said.speakers:
        return found.speaker is None and not said.speakers
    given = [found.speaker.name] + ([found.speaker.span.of(text)] if found.speaker.span else [])
    return any(same_name(name, accepted) for name in given for accepted in said.speakers)


def same_name(name: str, accepted: str) -> bool:
    """Whether one holds all words of the other; a part of the accepted name must be its first or last word."""
    mine, theirs = ([w for w in _WORD.findall(fold(n)) if w not in _SMALL] for n in (name, accepted))
    if not mine or not theirs:
        return False
    if all(any(inflected(t, m) for m in mine) for t in theirs):
        return True
    ends = any(inflected(m, t) for m in mine for t in (theirs[0], theirs[-1]))
    return ends and all(any(inflected(m, t) for t in theirs) for m in mine)


def inflected(one: str, other: str) -> bool:
    """Whether two words differ by their ending alone."""
    shared = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return one == other or shared >= max(3, len(one) - 3, len(other) - 3)


def pairs(report: Labelled, found: tuple[Statement, ...]) -> Iterator[Pair]:
    """Each statement once, the closest pairs first; optional ones that were found are left out with what found them."""
    text = report.text
    scored = []
    for i, said in enumerate(report.statements):
        for j, statement in enumerate(found):
            mine, theirs = words_in(text, said.content), words_in(text, statement.content)
            overlap = len(mine & theirs) / max(1, len(mine | theirs))
            if overlap >= SAME_CONTENT:
                scored.append((-overlap, not same_speaker(said, statement, text), i, j))
    used_said: set[int] = set()
    used_found: set[int] = set()
    for _, _, i, j in sorted(scored):
        if i in used_said or j in used_found:
            continue
        used_said.add(i)
        used_found.add(j)
        if not report.statements[i].optional:
            yield Pair(text, report.statements[i], found[j])
    for i, said in enumerate(report.statements):
        if i not in used_said and not said.optional:
            yield Pair(text, said, None)
    for j, statement in enumerate(found):
        if j not in used_found and statement.content:
            yield Pair(text, None, statement)


def compared(code: str, folder: Path = FOLDER) -> list[Pair]:
    """All pairs of a language's set."""
    reader, gazetteer, codebook = Reader.load(), Gazetteer.load(), Codebook.load(code)
    found: list[Pair] = []
    for report in labelled(folder / f"{code}.yml"):
        reading = reader.read(Report.of(report.text, code, published=report.published))
        found += pairs(report, extract(reading, codebook, gazetteer).statements)
    return found


def measures(found: list[Pair]) -> dict[str, float]:
    """Precision, recall and F1 of content and of content with speaker; the share of right acts among right contents."""
    labels = sum(1 for p in found if p.said)
    guesses = sum(1 for p in found if p.found)
    same = [p for p in found if p.said and p.found]
    scores: dict[str, float] = {}
    for name, right in (("content", len(same)), ("content and speaker", sum(p.with_speaker for p in same))):
        scores[f"{name} P"] = right / max(1, guesses)
        scores[f"{name} R"] = right / max(1, labels)
        scores[f"{name} F1"] = 2 * right / max(1, guesses + labels)
    scores["act of the found"] = sum(p.with_act for p in same) / max(1, len(same))
    return scores


def attribution(code: str) -> Callable[[Path], dict[str, float]]:
    """The scorer of one language, for the list of sets."""
    return lambda folder: measures(compared(code, folder))


def told(pair: Pair) -> Iterator[str]:
    """Lines on what is wrong with a pair."""

    def shown(spans: tuple[Span, ...]) -> str:
        return " … ".join(s.of(pair.text) for s in spans)

    said, found = pair.said, pair.found
    if found is None and said is not None:
        yield f"missed    {said.speakers} [{said.cue}] {shown(said.content)}"
    elif said is None and found is not None:
        cue = found.cue.of(pair.text) if found.cue else None
        yield f"invented  {found.speaker.name if found.speaker else None} [{cue}] {shown(found.content)}"
    elif said is not None and found is not None:
        if not pair.with_speaker:
            yield f"speaker   {said.speakers} [{said.cue}] not {found.speaker.name if found.speaker else None}"
        if not pair.with_act:
            yield f"act       {said.act.value} not {found.act.value}: [{said.cue}] {shown(said.content)}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("codes", nargs="*", default=sorted(f.stem for f in FOLDER.glob("*.yml")))
    parser.add_argument("--errors", action="store_true", help="list what is wrong")
    arguments = parser.parse_args()
    for code in arguments.codes:
        found = compared(code)
        lines = [line for pair in found for line in told(pair)] if arguments.errors else []
        kinds = Counter(line.split()[0] for line in lines)
        print("\n".join([*lines, *(f"{n} {kind}" for kind, n in kinds.most_common())]))
        print(code, "  ".join(f"{name} {score:.3f}" for name, score in measures(found).items()), flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
