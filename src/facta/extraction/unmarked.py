"""What somebody says without quotation marks and without a cue in the sentence: block quotations behind "X wrote:",
sentences in the mood of reported speech, and what the press hands on in the mood of hearsay.

Takes trees, paragraphs and the contents already found; gives drafts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facta.codebook.hedges import Hedges
from facta.codebook.speech import Speech
from facta.extraction.context import Context
from facta.extraction.cues import CueHit
from facta.extraction.drafts import Draft
from facta.extraction.paragraphs import Paragraph
from facta.extraction.stretches import tidy
from facta.extraction.tree import Tree
from facta.extraction.utterances import Hits
from facta.extraction.words import Words, plain
from facta.records import Act, Form, PassageRole, Span
from facta.text import fold, trim

_LEAST = 4  # words of a block quotation
_REACH = 12  # words between the cue and the colon before a block quotation
_VERBAL = ("VERB", "AUX")
_SUBORDINATE = ("acl", "advcl", "ccomp")
_NO_BLOCK = "\"“«„‘'—–-•*[("


class Unmarked:
    """Finds speech that nothing marks but its place or its mood, in one report."""

    def __init__(self, context: Context, speech: Speech, paragraphs: Sequence[Paragraph]) -> None:
        self.context, self.text, self.paragraphs = context, context.text, paragraphs
        hedges = context.codebook.page("hedges", Hedges)
        self.conditions = Words(hedges.conditions)
        self.hearsay = set(map(fold, speech.hearsay))
        self.beside = set(map(fold, speech.hearsay_with))
        self.forms = set(map(plain, speech.reported_forms))
        self.resumers = Words(speech.resumers)
        self.endings = tuple(map(fold, speech.reported_endings))

    # ------------------------------------------------------------------------------------------ block quotations

    def blocks(self, hits: Hits) -> Iterator[tuple[Draft, CueHit, Paragraph]]:
        """Paragraphs that a cue and a colon at the end of the one before lead to, and those that ">" sets off."""
        for before, block in zip(self.paragraphs, self.paragraphs[1:], strict=False):
            hit = self.leading(before, hits)
            if hit is not None and self._is_block(block):
                span = trim(self.text, block.span.start + self._set_off(block), block.span.end)
                yield Draft([span], Form.DIRECT, hit.act("clause"), hit.span.start, hit), hit, before

    def leading(self, paragraph: Paragraph, hits: Hits) -> CueHit | None:
        """The last cue of a paragraph that ends in a colon, with no other verb between."""
        if not paragraph.words or paragraph.words[-1].token.form != ":":
            return None
        for word in reversed(paragraph.words[-_REACH:-1]):
            hit = hits.get((word.tree.index, word.index))
            if hit is not None and hit.kind == "verb":
                return hit
            if word.token.upos in _VERBAL or word.quote is not None:
                return None
        return None

    def _is_block(self, paragraph: Paragraph) -> bool:
        said = paragraph.span.of(self.text)
        body = self.context.role(paragraph.span) is PassageRole.BODY
        bare = said[0] not in _NO_BLOCK and not paragraph.quotes
        return body and len(said.split()) >= _LEAST and (bare or self._set_off(paragraph) > 0)

    def _set_off(self, paragraph: Paragraph) -> int:
        """Letters of the mark by which plain text sets a block quotation off."""
        said = paragraph.span.of(self.text)
        return len(said) - len(said.lstrip("> "))

    # ------------------------------------------------------------------------------------------ moods

    def reported(self, taken: Sequence[Span]) -> Iterator[Draft]:
        """Sentences in a mood that only reported speech takes, outside of all contents: the last speaker goes on. Those
        side by side in a paragraph are one statement."""
        last: tuple[int, Draft] | None = None
        for tree in self.context.trees if self.forms or self.endings else ():
            root = next((i for i, t in enumerate(tree.tokens) if t.head < 0), None)
            resumed = self.resumers.any_in(tree, range(len(tree.tokens)))
            if root is None or self._told(tree, taken) or not (resumed or self._is_reported(tree, root)):
                continue
            content = tidy(tree, range(resumed and self.resumers.has(tree.tokens[0]), len(tree.tokens)))
            if last is not None and last[0] == tree.index - 1 and tree.previous is not None and not resumed:
                last[1].contents.append(content)
                last = (tree.index, last[1])
                continue
            if last is not None:
                yield last[1]
            draft = Draft([content], Form.INDIRECT, Act.ASSERT, content.start, free=True, words=[root])
            last = (tree.index, draft)
        if last is not None:
            yield last[1]

    def _is_reported(self, tree: Tree, root: int) -> bool:
        finite = next((i for i in (*tree.all_children(root, "aux", "cop"), root) if tree.tokens[i].upos in _VERBAL), -1)
        form = tree.tokens[finite].form
        ends = bool(self.endings) and fold(form).endswith(self.endings)
        return finite >= 0 and (plain(form) in self.forms or ends)

    def handed_on(self, taken: Sequence[Span]) -> Iterator[Draft]:
        """Clauses that the outlet passes on by their mood alone: "El ejército habría matado a 20 civiles"."""
        for tree in self.context.trees if self.hearsay else ():
            for i, token in enumerate(tree.tokens):
                if fold(token.form) not in self.hearsay or self._told(tree, taken) or self._is_open(tree):
                    continue
                verb = self._borne(tree, i)
                if verb is None or (self.beside and not self.beside & {fold(t.form) for t in tree.tokens[i:]}):
                    continue
                clause = tree.subtree(verb) if tree.relation(verb) in _SUBORDINATE else range(len(tree.tokens))
                content = tidy(tree, clause)
                hit = CueHit(tree, i, i, i + 1, "hearsay")
                yield Draft([content], Form.INDIRECT, Act.ASSERT, content.start, hit, words=[verb])
                break

    @staticmethod
    def _borne(tree: Tree, i: int) -> int | None:
        """The verb that the auxiliary bears, or the one near behind it where the parse takes it for a verb."""
        if tree.relation(i) in ("aux", "cop") and tree.tokens[i].head >= 0:
            return tree.tokens[i].head
        near = (j for j in range(i + 1, min(len(tree.tokens), i + 4)) if tree.tokens[j].upos == "VERB")
        return next((j for j in near if not tree.grammar.is_infinitive(tree.tokens[j].form)), None)

    def _is_open(self, tree: Tree) -> bool:
        """Whether a condition or a question makes the clause one of what might be."""
        asked = tree.tokens[-1].form == "?"
        return asked or any(self.conditions.has(t) for j, t in enumerate(tree.tokens) if tree.relation(j) == "mark")

    def _told(self, tree: Tree, taken: Sequence[Span]) -> bool:
        """Whether the sentence lies in a statement, or outside the paragraphs that can hold one."""
        span = tree.sentence.span
        inside = any(p.span.covers(Span(span.start, span.start + 1)) for p in self.paragraphs)
        return not inside or any(t.overlaps(span) for t in taken)
