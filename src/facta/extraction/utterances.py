"""Which quotations are utterances, and the cue beside each: quotation marks and nearness decide, the parse helps.

"…," said X; X said: "…"; "…," X said, "…"; a quotation that follows an attributed one in its paragraph goes with it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from facta.extraction.cues import CueHit
from facta.extraction.drafts import Draft
from facta.extraction.paragraphs import Paragraph, Word
from facta.extraction.quotes import Quote
from facta.records import Act, Form
from facta.text import fold

_ENDS = ",.!?…—"
_AFTER = ",—–-"
_STOP = (".", "!", "?", ";", ":", "…")
_REACH = 22  # words between a quotation and its cue, at most
_VERBAL = ("VERB", "AUX")
_NOMINAL = ("PROPN", "NOUN", "ADJ", "X", "ADP", "CCONJ")
_NAME = 6  # words of a name in quotation marks

Hits = dict[tuple[int, int], CueHit]


class Utterances:
    """Attributes the quotations of one text."""

    def __init__(self, text: str, hits: Hits, that: Collection[str]) -> None:
        self.text = text
        self.hits = hits
        self.that = frozenset(map(fold, that))

    def find(self, paragraph: Paragraph) -> Iterator[Draft]:
        """Drafts of the utterances that end in the paragraph, in order."""
        last: Draft | None = None
        for quote in paragraph.quotes:
            if quote.outer.end > paragraph.span.end:
                continue
            draft = self._attributed(paragraph, quote)
            begins = quote.outer.start >= paragraph.span.start and self._begins_sentence(paragraph, quote)
            if draft is None and begins and self._ends_well(quote):
                draft = Draft([quote.inner], Form.DIRECT, Act.ASSERT, quote.outer.start, free=True)
            if draft is None:
                continue
            if last is not None and last.hit is not None and draft.hit in (None, last.hit):
                last.contents.append(quote.inner)
            else:
                last = draft
                yield draft

    # ------------------------------------------------------------------------------------------ attribution

    def _attributed(self, paragraph: Paragraph, quote: Quote) -> Draft | None:
        words = paragraph.words
        first, end = paragraph.place(quote.outer.start), paragraph.place(quote.outer.end)
        if not self._ends_well(quote):
            return None
        after = self._gap_after(words, end)
        before = self._gap_before(words, first)
        starts = self._begins_sentence(paragraph, quote)
        if starts or self._introduced(before):
            hit = self._cue_after(quote, after) if starts else None
            if hit:
                return self._draft(quote, hit)
        hit = self._cue_before(before)
        if hit and not self._introduced(before) and self._is_name(quote, words[first:end]):
            return None  # 'рассказал «Азаттыку», что': who was told, and nothing that was said
        return self._draft(quote, hit) if hit else None

    @staticmethod
    def _draft(quote: Quote, hit: CueHit) -> Draft:
        return Draft([quote.inner], Form.DIRECT, hit.act("clause"), hit.span.start, hit)

    def _gap_after(self, words: Sequence[Word], start: int) -> Sequence[Word]:
        """Words behind a quotation up to the sentence's end or the next quotation."""
        end = start
        while end < len(words) and words[end].quote is None and not _ends_sentence(words[end]):
            end += 1
        return words[start : end + (end < len(words) and words[end].token.form == ":")]

    @staticmethod
    def _gap_before(words: Sequence[Word], end: int) -> Sequence[Word]:
        start = end
        while start > 0 and words[start - 1].quote is None and not _stops(words[start - 1], last=start == end):
            start -= 1
        return words[start:end]

    def _cue_after(self, quote: Quote, gap: Sequence[Word]) -> CueHit | None:
        """The cue of "…," said X: the first verb behind a quotation that does not end its own sentence."""
        if not gap or gap[0].token.start - quote.outer.end > 3:
            return None
        ends = self.text[quote.inner.end - 1]
        follows = self.text[quote.outer.end : quote.outer.end + 2].strip()[:1]
        ended = ends in "." and follows not in _AFTER
        for word in gap[:_REACH]:
            hit = self.hits.get((word.tree.index, word.index))
            if hit and hit.kind in ("verb", "source"):
                if ended and (gap[0].token.form[0].isupper() or hit.kind == "source"):
                    return None
                return None if hit.kind == "verb" and self._governs(hit, gap, ends) else hit
            if word.token.upos in _VERBAL and not self._minor(word):
                return None
        return None

    @staticmethod
    def _minor(word: Word) -> bool:
        """Auxiliaries and participles inside the speaker's phrase."""
        return word.token.upos == "AUX" or word.tree.relation(word.index) in ("acl", "amod", "aux", "cop")

    def _governs(self, hit: CueHit, gap: Sequence[Word], ends: str) -> bool:
        """Whether the cue brings a clause of its own behind it: then it does not belong to the quotation before, unless
        that ends in a comma."""
        tree = hit.tree
        inside = {w.index for w in gap if w.tree is tree}
        clauses = [c for c in tree.all_children(hit.head, "ccomp") if c > hit.head and c in inside]
        starts = [next((j for j in tree.subtree(c) if j >= hit.last), hit.last) for c in clauses]
        brought = [j for j in starts if not any(t.form == "," for t in tree.tokens[hit.last : j + 1])]
        leads = [fold(tree.tokens[j].form) in self.that for j in brought]
        return bool(brought) and (any(leads) or ends != ",") and gap[-1].token.form != ":"

    def _cue_before(self, gap: Sequence[Word]) -> CueHit | None:
        """The cue of X said, "…": the last verb before a quotation, or any cue before a colon."""
        if not gap:
            return None
        colon = gap[-1].token.form == ":"
        direct = (gap[-1].tree.index, gap[-1].index) in self.hits
        if not colon and not direct and gap[-1].token.form != ",":
            return None
        for word in reversed(gap[-_REACH:]):
            hit = self.hits.get((word.tree.index, word.index))
            if hit and (hit.kind != "noun" or colon):
                return hit
            if word.token.upos == "VERB" and not colon and not self._minor(word):
                return None
        return None

    # ------------------------------------------------------------------------------------------ shape

    def _is_name(self, quote: Quote, words: Sequence[Word]) -> bool:
        """Whether the marks hold a few nouns with a capital at their start and no sentence, as those of papers do."""
        inside = [w.token for w in words if w.token.upos != "PUNCT"]
        nominal = all(t.upos in _NOMINAL for t in inside)
        ends = self.text[quote.inner.end - 1 : quote.inner.end] in _ENDS
        return 0 < len(inside) <= _NAME and nominal and inside[0].form[0].isupper() and not ends

    def _ends_well(self, quote: Quote) -> bool:
        """Whether the quotation closes as an utterance does: by a mark in or right behind it, or with its paragraph."""
        last = self.text[quote.inner.end - 1 : quote.inner.end]
        behind = self.text[quote.outer.end : quote.outer.end + 3].split("\n")[0].strip()
        if last in _ENDS and last:
            return True
        return not behind or behind[0] in _ENDS + _AFTER or behind[0] in ")]"

    def _begins_sentence(self, paragraph: Paragraph, quote: Quote) -> bool:
        before = self.text[paragraph.span.start : quote.outer.start].rstrip()
        return not before or before[-1] in '.!?…”»":—–-•*'

    def _introduced(self, gap: Sequence[Word]) -> bool:
        return bool(gap) and gap[-1].token.form in (",", ":")


def _stops(word: Word, last: bool) -> bool:
    """Whether a sentence or main part of one ends here; a colon right before a quotation leads to it."""
    return _ends_sentence(word) and not (last and word.token.form == ":")


def _ends_sentence(word: Word) -> bool:
    """Whether the word is a mark that ends a sentence or a part of one; the dot of "R-Ky.," ends none."""
    if word.token.form not in _STOP:
        return False
    behind = word.tree.tokens[word.index + 1 : word.index + 2]
    return not (word.token.form == "." and behind and behind[0].form in (",", ")"))
