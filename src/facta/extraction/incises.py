"""Cues thrown into a quotation without closing its marks, as the French press does: "« La digue, raconte le maire, a
cédé. »". A quotation's draft goes in; the draft with its speaker and without the cue's words comes out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from facta.codebook.grammar import written
from facta.codebook.speech import Speech
from facta.extraction.cues import CueHit
from facta.extraction.drafts import Draft
from facta.extraction.inversion import group_start
from facta.records import Actor, Span
from facta.text import fold, trim

_ENDS = (",", ".", "!", "?", ";", ":", "…", "»", "”", "—", "–")
_FAR = 30  # words of the speaker's phrase, at most


@dataclass(frozen=True, slots=True)
class Incise:
    """The cue, its speaker's token, and the characters it takes, the comma before it and the mark behind included."""

    hit: CueHit
    speaker: int
    span: Span


def split(
    draft: Draft, hits: list[CueHit], speech: Speech, text: str, who: Callable[[int, int], Actor | None]
) -> Draft:
    """The draft without the incises in its contents, spoken by whom they name; the same one where there are none."""
    found = [i for hit in hits if any(c.covers(hit.span) for c in draft.contents) and (i := _incise(hit, speech))]
    if not found:
        return draft
    contents = draft.contents
    for incise in found:
        contents = [part for content in contents for part in _without(content, incise.span, text)]
    first = found[0]
    if not contents:
        return draft
    speaker = who(first.hit.tree.index, first.speaker)
    return replace(
        draft, contents=contents, hit=first.hit, act=first.hit.act("clause"), speaker=speaker, free=speaker is None
    )


def _incise(hit: CueHit, speech: Speech) -> Incise | None:
    tree, start = hit.tree, group_start(hit)
    if hit.kind != "verb" or fold(hit.token.lemma) not in speech.inverted or start < 1:
        return None
    if tree.tokens[start - 1].form != ",":
        return None
    subjects = [c for c in tree.all_children(hit.head, "nsubj") if c >= start]
    speaker = next(iter(subjects), None)
    if speaker is None or (
        speaker < hit.head and written(tree.tokens[speaker].form) not in tree.grammar.subject_clitics
    ):
        return None
    last = max([hit.last - 1, speaker, *(j for c in tree.all_children(speaker, "appos") for j in tree.subtree(c))])
    reach = range(last + 1, min(len(tree.tokens), last + _FAR))
    end = next((i for i in reach if tree.tokens[i].form in _ENDS), None)
    if end is None:
        return None
    return Incise(hit, speaker, Span(tree.tokens[start - 1].start, tree.tokens[end].end))


def _without(content: Span, gap: Span, text: str) -> Iterator[Span]:
    """The parts of the content before and behind the gap."""
    if not content.overlaps(gap):
        yield content
        return
    for start, end in ((content.start, gap.start), (gap.end, content.end)):
        part = trim(text, start, max(start, end))
        if len(part) > 1:
            yield part
