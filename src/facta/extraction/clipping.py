"""Reported clauses cut where another speaker or cue takes over, parted where "and that" joins them, and made whole
where a quotation in them runs past the end that the parse gives."""

from __future__ import annotations

from facta.codebook.speech import Speech
from facta.extraction.cues import CueHit
from facta.extraction.drafts import Draft
from facta.extraction.parentheses import interjection, parenthesis, source_phrase
from facta.extraction.quotes import Quote
from facta.extraction.sourced import as_clause
from facta.extraction.tree import Tree
from facta.records import Form, Span, Token
from facta.text import fold, trim

_LEAST = 3  # words that must stay in front of a cut


class Clipper:
    """Corrects the spans of indirect drafts of one report."""

    def __init__(self, text: str, quotes: list[Quote], speech: Speech) -> None:
        self.text = text
        self.quotes = quotes
        self.speech = speech
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

    def holed(self, spans: list[Span], hit: CueHit, speaker: int | None) -> list[Span]:
        """The spans without the cue that is thrown into them: "The dam, X said, had been weakened"."""
        inside = parenthesis(hit, self.speech) or as_clause(hit, self.speech)
        if hit.kind == "source" and speaker is not None:
            inside = source_phrase(hit, speaker)
        if inside is None:
            return spans
        start, end = interjection(hit, inside)
        parts: list[Span] = []
        for span in spans:
            if span.covers(hit.span):
                left = trim(self.text, span.start, max(start, span.start))
                right = trim(self.text, min(end, span.end), span.end)
                parts += [part for part in (left, right) if any(ch.isalnum() for ch in part.of(self.text))]
            else:
                parts.append(span)
        return parts

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
        head = draft.hit.tree.tokens[draft.words[0]]
        for other in others:
            cue = other.hit.span if other.hit is not None else None
            if other is draft or cue is None or cue.start <= head.end or not draft.contents[-1].covers(cue):
                continue
            at = self._cut(draft, other, head.end)
            if at is not None:
                kept = (Span(c.start, min(c.end, at)) for c in draft.contents if c.start < at)
                draft.contents = list(kept) or draft.contents

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
        if joined and self._goes_on(draft, inner):
            return None
        if joined:
            mark = tree.child(head, "cc")
            cut = tree.tokens[mark].start if mark is not None else comma
            return len(self.text[:cut].rstrip(" ,")) if cut > low else None
        if comma < 0 or len(between.split()) == 0 or self._describes(tree, head):
            return None
        return comma if self._short(comma, inner.span.start) else None

    @staticmethod
    def _goes_on(draft: Draft, inner: CueHit) -> bool:
        """Whether a joined verb is in another tense than the cue, so that it goes on with the content: "police say he
        raised a gun and refused to drop it"."""
        return draft.hit is not None and _is_present(draft.hit.token) and not _is_present(inner.token)

    @staticmethod
    def _describes(tree: Tree, head: int) -> bool:
        """Whether the cue stands in a relative clause that no comma parts: "problems that he blamed on the army"."""
        first = tree.subtree(head)[0]
        parted = tree.tokens[first].form == "," or (first > 0 and tree.tokens[first - 1].form == ",")
        return tree.relation(head) == "acl" and not parted

    def _short(self, comma: int, cue: int) -> bool:
        """Whether little but the speaker stands between the comma and the cue."""
        return len(self.text[comma:cue].split()) <= 12


def _is_present(token: Token) -> bool:
    """Whether the verb's form is the one of dictionaries or differs from it by an "s" alone."""
    form, lemma = fold(token.form), fold(token.lemma)
    return form in (lemma, f"{lemma}s", f"{lemma}es")
