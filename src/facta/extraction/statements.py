"""Who conveys what: statements with speaker, cue and content.

Quotations are attributed first, by their marks and the cue beside them; then the parse gives reported clauses. Both are
drafts until the speakers of all are known, because a quotation without speaker is the last speaker's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from facta.codebook.speech import Speech
from facta.extraction.acts import ActReader
from facta.extraction.asides import Asides
from facta.extraction.cast import Cast
from facta.extraction.clipping import Clipper
from facta.extraction.contents import Contents
from facta.extraction.context import Context
from facta.extraction.cues import CueFinder, CueHit
from facta.extraction.drafts import Draft
from facta.extraction.incises import split
from facta.extraction.interruptions import uninterrupted
from facta.extraction.inversion import speaker_behind
from facta.extraction.lines import Lines
from facta.extraction.paragraphs import Paragraph, paragraphs_of
from facta.extraction.quotes import Quote, find_quotes
from facta.extraction.speakers import Speakers
from facta.extraction.tree import Tree
from facta.extraction.turns import Turns
from facta.extraction.unmarked import Unmarked
from facta.extraction.utterances import Hits, Utterances
from facta.extraction.voices import source_of as source_of
from facta.records import Actor, Form, Span, Statement, When, digest
from facta.text import fold

_NAME = 3  # words of a name in quotation marks
_LONG_NAME = 6  # words of the longest such name: «Сирийская обсерватория по правам человека»


def find_statements(context: Context, cast: Cast, times: tuple[When, ...]) -> tuple[Statement, ...]:
    """All statements in text order, nested ones linked by `within`."""
    return _Search(context, cast, times).statements()


class _Search:
    """One report's way from quotations and cues to statements."""

    def __init__(self, context: Context, cast: Cast, times: tuple[When, ...]) -> None:
        self.context = context
        self.cast = cast
        self.speech = context.codebook.page("speech", Speech)
        cues = [hit.span for tree in context.trees for hit in CueFinder(context).find(tree)]
        self.quotes = uninterrupted(context.text, find_quotes(context.text), cues)
        self.paragraphs = paragraphs_of(context, self.quotes)
        self.speakers = Speakers(cast, self.speech, self.quoted)
        self.contents = Contents(self.speech, context.trees)
        self.acts = ActReader(context, cast)
        self.asides = Asides(context, cast, times)
        self.clipper = Clipper(context.text, self.quotes, self.speech)
        self.unmarked = Unmarked(context, self.speech, self.paragraphs)
        self.utterances: list[Span] = []
        self.cited = [q.inner for q in self.quotes if len(q.inner.of(context.text).split()) > _NAME]

    def statements(self) -> tuple[Statement, ...]:
        finder = CueFinder(self.context)
        hits: Hits = {(hit.tree.index, hit.head): hit for tree in self.context.trees for hit in finder.find(tree)}
        direct = [*self._direct(hits), *self._blocks(hits)]
        self.utterances = [c for d in direct if d.form is Form.DIRECT for c in d.contents]
        used = {(d.hit.tree.index, d.hit.head) for d in direct if d.hit}
        indirect = [d for hit in hits.values() if (d := self._indirect(hit, used))]
        indirect += [d for hit in hits.values() if (d := self._quoted_telling(hit, used))]
        indirect = self.clipper.sourced(indirect)
        taken = [Span.around([*d.contents, *([d.cue] if d.cue else [])]) for d in (*direct, *indirect)]
        indirect += [*self.unmarked.reported(taken), *self.unmarked.handed_on(taken)]
        for draft in indirect:
            self.clipper.clip(draft, [*indirect, *direct])
        drafts = self._joined(direct, indirect) + indirect
        Turns(self.cast, self.paragraphs, self.quotes).give(drafts)
        drafts = [d for d in drafts if not self._repeats(d, drafts)]
        for draft in drafts:
            draft.act = self.acts.of(draft)
        return self._finished(drafts)

    def quoted(self, tree: Tree, i: int) -> bool:
        """Whether the token stands within quotation marks."""
        span = tree.tokens[i].span
        return any(q.outer.covers(span) for q in self.quotes if not self._is_name(tree, q))

    def _is_name(self, tree: Tree, quote: Quote) -> bool:
        """Whether the marks hold a name alone, as those of parties and papers are written: «Хезболла»."""
        words = tree.at(quote.inner)
        name = 0 < len(words) <= _LONG_NAME and tree.tokens[words[0]].form[0].isupper()
        return name and not any(tree.tokens[j].upos in ("VERB", "AUX", "PUNCT") for j in words)

    # ------------------------------------------------------------------------------------------ drafts

    def _direct(self, hits: Hits) -> Iterator[Draft]:
        finder = Utterances(self.context.text, hits, self.speech.that)
        labelled = list(Lines(self.context, self.cast, self.paragraphs, self.quotes, self.speech).drafts())
        yield from labelled
        lines = [c for draft in labelled for c in draft.contents]
        for before, paragraph in zip([None, *self.paragraphs], self.paragraphs, strict=False):
            for draft in finder.find(paragraph):
                if any(line.overlaps(content) for line in lines for content in draft.contents):
                    continue
                if draft.hit is None or any(c.covers(draft.hit.span) for c in draft.contents):
                    parted = split(draft, list(hits.values()), self.speech, self.context.text, self.cast.actor)
                    if parted is not draft:
                        yield parted
                        continue
                led = self.unmarked.leading(before, hits) if before and draft.hit is None else None
                if before and led and draft.order == paragraph.span.start:
                    draft.hit, draft.speaker = led, self._quoter(led, before)
                elif draft.hit:
                    draft.speaker = self._quoter(draft.hit, paragraph)
                    draft.free = draft.speaker is None
                yield draft

    def _blocks(self, hits: Hits) -> Iterator[Draft]:
        for draft, hit, paragraph in self.unmarked.blocks(hits):
            draft.speaker = self._quoter(hit, paragraph)
            draft.free = draft.speaker is None
            yield draft

    def _quoter(self, hit: CueHit, paragraph: Paragraph) -> Actor | None:
        """Who utters a quotation: the cue's subject, else the phrase beside it."""
        token = self.speakers.of(hit)
        if token is None or (self.quoted(hit.tree, token) and not self.quoted(hit.tree, hit.head)):
            outside = [w.index for w in paragraph.words if w.tree is hit.tree and w.quote is None]
            run = _run_around(outside, hit.head)
            token = self.speakers.beside(hit.tree, hit.head, run[0], run[-1] + 1)
        return self.cast.actor(hit.tree.index, token) if token is not None else None

    def _indirect(self, hit: CueHit, used: set[tuple[int, int]]) -> Draft | None:
        if not self._open(hit):
            self._drop(hit, used, "the cue stands in a quotation, or in a passage that holds no statements")
            return None
        if self._unsaid(hit):
            self._drop(hit, used, "the saying itself is negated, only possible, wished for or still to come")
            return None
        token = self.speakers.of(hit)
        inverted = token is not None and token == speaker_behind(hit, self.cast, self.speech)
        found = self.contents.of(hit, token, inverted)
        if found is None:
            self._drop(hit, used, f"`takes`: nothing that the cue takes hangs on it ({hit.taken})")
            return None
        if token is None and (hit.kind == "noun" or _bids(hit)):
            self._drop(hit, used, "nobody conveys it")
            return None
        span, act, head = found
        span = self.clipper.whole(span)
        if self._uttered(span) or ((hit.tree.index, hit.head) in used and self._touches(span)):
            return None
        speaker = self.cast.actor(hit.tree.index, token) if token is not None else None
        form = Form.MIXED if any(q.outer.overlaps(span) for q in self.quotes) else Form.INDIRECT
        free = token is None and hit.kind in ("verb", "source") and not self.speakers.passive(hit.tree, hit.head)
        contents = self.clipper.holed(self.clipper.parted(span, hit, head), hit, token)
        return Draft(contents, form, act, hit.span.start, hit, speaker, free, [head])

    def _drop(self, hit: CueHit, used: set[tuple[int, int]], reason: str) -> None:
        """Tell whoever listens why a cue makes no statement of its own."""
        trace = hit.tree.trace
        if trace.on and (hit.tree.index, hit.head) not in used:
            trace.dropped("statement", hit.span, hit.rule(self.speech), reason)

    def _quoted_telling(self, hit: CueHit, used: set[tuple[int, int]]) -> Draft | None:
        """What a speaker tells of another's words: “He said that nobody would cross the border.”"""
        outer = next((u for u in self.utterances if u.covers(hit.span)), None)
        if outer is None or hit.kind != "verb" or (hit.tree.index, hit.head) in used or self._negated(hit):
            return None
        token = hit.tree.child(hit.head, "nsubj")
        found = self.contents.of(hit, token) if token is not None and self._is_other(hit.tree, token) else None
        if token is None or found is None or not outer.covers(found[0]) or found[0].start < hit.span.start:
            return None
        speaker = self.cast.actor(hit.tree.index, token)
        return Draft([found[0]], Form.INDIRECT, found[1], hit.span.start, hit, speaker, False, [found[2]])

    def _is_other(self, tree: Tree, token: int) -> bool:
        """Whether the subject of a verb in a quotation is somebody named, or "he" or "she"."""
        pronoun = self.cast.offices.pronoun_of.get(fold(tree.tokens[token].form))
        if pronoun is not None:
            return pronoun.person and pronoun.number == "one"
        return self.cast.mention(tree, token) is not None

    def _open(self, hit: CueHit) -> bool:
        """Whether the cue stands in the report's own voice, in a passage that can hold statements."""
        inside = any(p.span.covers(hit.span) for p in self.paragraphs)
        return inside and not any(u.covers(hit.span) for u in (*self.utterances, *self.cited))

    def _unsaid(self, hit: CueHit) -> bool:
        """Whether nobody has said it: denied, only possible, wished for or still to come."""
        return self._negated(hit) or (hit.kind == "verb" and self.asides.unsaid(hit.tree, hit.head))

    def _joined(self, direct: list[Draft], indirect: list[Draft]) -> list[Draft]:
        """The utterances but those that go on right behind a clause with quoted words: “It was "too little," he said.
        "We need more."” are one statement."""
        kept = []
        for draft in direct:
            before = next((d for d in indirect if draft.hit is None and self._goes_on(d, draft)), None)
            if before is None:
                kept.append(draft)
            else:
                before.contents.extend(draft.contents)
        return kept

    def _goes_on(self, clause: Draft, draft: Draft) -> bool:
        """Whether the utterance begins where the sentence of the clause, its quotation and then its cue, ends."""
        cue, start = clause.cue, draft.contents[0].start
        if cue is None or clause.form is not Form.MIXED or not draft.free or clause.contents[-1].end > cue.start:
            return False
        between = self.context.text[clause.hit.tree.sentence.span.end if clause.hit else 0 : start]
        return cue.end <= start and len(between) < _NAME and not any(ch.isalnum() for ch in between)

    @staticmethod
    def _repeats(draft: Draft, drafts: list[Draft]) -> bool:
        """Whether speakers only tell in their own words what they think: "she said she believes that …"."""
        cue, speaker = draft.cue, draft.speaker
        if cue is None or speaker is None or speaker.entity is None or draft.form is Form.DIRECT:
            return False
        outer = [d for d in drafts if d is not draft and any(c.covers(cue) for c in d.contents)]
        outer = [d for d in outer if d.cue is None or d.cue < cue or d.form is Form.DIRECT]
        repeats = any(d.speaker is not None and d.speaker.entity == speaker.entity for d in outer)
        if repeats and draft.hit is not None:
            draft.hit.tree.trace.dropped("statement", cue, None, "speakers tell in their own words what they think")
        return repeats

    def _negated(self, hit: CueHit) -> bool:
        if hit.kind != "verb":
            return False
        vague = self.speakers.passive(hit.tree, hit.head) and self.asides.possible(hit.tree, hit.head)
        return vague or self.asides.negated(hit.tree, hit.head)

    def _uttered(self, span: Span) -> bool:
        return any(u.covers(span) or (span.covers(u) and len(span) < len(u) * 1.3) for u in self.utterances)

    def _touches(self, span: Span) -> bool:
        return any(u.overlaps(span) for u in self.utterances)

    # ------------------------------------------------------------------------------------------ records

    def _finished(self, drafts: list[Draft]) -> tuple[Statement, ...]:
        report = self.context.report.id
        found: list[Statement] = []
        for draft in sorted(drafts, key=lambda d: (min(d.contents), d.order)):
            contents = tuple(sorted(set(draft.contents)))
            identifier = digest(report, "statement", contents[0].start, contents[-1].end)
            if any(s.id == identifier for s in found) or not contents[0]:
                continue
            found.append(self._statement(draft, identifier, contents))
        return tuple(self._nested(found))

    def _statement(self, draft: Draft, identifier: str, contents: tuple[Span, ...]) -> Statement:
        aside = self.asides.of(draft)
        trace, words = self.context.trace, draft.cue or contents[0]
        if trace.on:
            rule = draft.hit.rule(self.speech, draft.act) if draft.hit else None
            because = f"{draft.act}, {draft.form}" + ("" if rule else "; a quotation without a cue of its own")
            trace.fired("statement", words, rule, because, identifier)
        return Statement(
            identifier, draft.speaker, draft.cue, contents, draft.form, draft.act, aside.hedged, None,
            aside.addressee, aside.medium, aside.when,
        )  # fmt: skip

    @staticmethod
    def _nested(found: list[Statement]) -> Iterator[Statement]:
        for statement in found:
            at = statement.cue or statement.content[0]
            others = tuple(s for s in found if s is not statement and s.cue != statement.cue)
            outer = source_of(others, Span.around([at, statement.content[0]]))
            yield replace(statement, within=outer.id if outer else None)


def _bids(hit: CueHit) -> bool:
    """Whether a verb in its bare form opens the sentence and bids the reader: "Note: all times are local"."""
    return hit.first == 0 and hit.kind == "verb" and fold(hit.token.form) == fold(hit.token.lemma)


def _run_around(indices: list[int], head: int) -> list[int]:
    """The unbroken run of indices that holds the head."""
    low = high = head
    known = set(indices)
    while low - 1 in known:
        low -= 1
    while high + 1 in known:
        high += 1
    return list(range(low, high + 1))
