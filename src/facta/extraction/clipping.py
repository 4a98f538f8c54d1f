"""Reported clauses cut where another speaker or cue takes over, parted where "and that" joins them, and made whole
where a quotation in them runs past the end that the parse gives."""

from __future__ import annotations

from facta.codebook.speech import Speech
from facta.extraction.cues import CueHit
from facta.extraction.drafts import Draft
from facta.extraction.quotes import Quote
from facta.records import Form, Span
from facta.text import fold

_LEAST = 3  # words that must stay in front of a cut


class Clipper:
    """Corrects the spans of indirect drafts of one report."""

    def __init__(self, text: str, quotes: list[Quote], speech: Speech) -> None:
        self.text = text
        self.quotes = quotes
        self.that = {fold(w) for w in speech.that}
        self.carried = {fold(w) for w in (*speech.media, *speech.texts)}

    def parted(self, span: Span, hit: CueHit, head: int) -> list[Span]:
        """The span, or its parts where "and that" begins another reported clause."""
        tree = hit.tree
        cuts = []
        for i in tree.all_children(head, "conj"):
            marks = [c for c in tree.all_children(i, "mark", "cc") if head < c < i]
            that = next((c for c in marks if fold(tree.tokens[c].form) in self.that), None)
            if that is not None and span.start < tree.tokens[that].start < span.end:
                cuts.append((tree.tokens[min(marks)].start, tree.tokens[that].end))
        parts, start = [], span.start
        for left, right in sorted(cuts):
            parts.append(Span(start, len(self.text[:left].rstrip(" ,"))))
            start = len(self.text) - len(self.text[right:].lstrip())
        return [*parts, Span(start, span.end)]

    def sourced(self, drafts: list[Draft]) -> list[Draft]:
        """Without "according to an interview" beside "X said": the interview is what carried the words."""
        return [d for d in drafts if not (self._carries(d) and any(self._inside(o, d) for o in drafts))]

    def _carries(self, draft: Draft) -> bool:
        hit, speaker = draft.hit, draft.speaker
        if hit is None or hit.kind != "source" or speaker is None:
            return False
        return any(fold(word) in self.carried for word in speaker.name.split())

    @staticmethod
    def _inside(inner: Draft, outer: Draft) -> bool:
        """Whether the cue of the one stands in the content of the other."""
        return inner is not outer and inner.hit is not None and outer.contents[0].covers(inner.hit.span)

    def whole(self, span: Span) -> Span:
        """The span up to the end of a quotation that begins in it."""
        for quote in self.quotes:
            if span.start <= quote.outer.start < span.end < quote.outer.end:
                return Span(span.start, quote.outer.end)
        return span

    def clip(self, draft: Draft, others: list[Draft]) -> None:
        """Cuts the content before the part that another draft's cue governs: ", adding that …", ", which he said …"."""
        if draft.form is Form.DIRECT or draft.hit is None or not draft.words or draft.hit.kind == "source":
            return
        span = draft.contents[-1]
        head = draft.hit.tree.tokens[draft.words[0]]
        for other in others:
            if (
                other is draft
                or other.hit is None
                or not span.covers(other.hit.span)
                or other.hit.span.start <= head.end
            ):
                continue
            at = self._cut(draft, other, head.end)
            if at is not None:
                span = Span(span.start, min(span.end, at))
        draft.contents[-1] = span

    def _cut(self, draft: Draft, other: Draft, low: int) -> int | None:
        """Where the part of the other cue begins: the last comma, or "but" of a joined cue, before it."""
        inner = other.hit
        if inner is None:
            return None
        first = min(inner.span.start, *(c.start for c in other.contents))
        start = first if other.contents[0].start > draft.contents[0].start else inner.span.start
        tree, head = inner.tree, inner.head
        joined = tree.relation(head) == "conj" and tree.child(head, "nsubj") is None
        comma = self.text.rfind(",", low, start)
        between = self.text[low:start]
        if joined:
            mark = tree.child(head, "cc")
            cut = tree.tokens[mark].start if mark is not None else comma
            return len(self.text[:cut].rstrip(" ,")) if cut > low else None
        if comma < 0 or len(between.split()) == 0:
            return None
        return comma if self._short(comma, inner.span.start) else None

    def _short(self, comma: int, cue: int) -> bool:
        """Whether little but the speaker stands between the comma and the cue."""
        return len(self.text[comma:cue].split()) <= 12
