"""Speech set off by its layout: "Name: words", interviews and transcripts, posts with their account or signature.

Takes paragraphs and the cast; gives drafts with their speakers. Quotations with marks are left to `utterances`, as long
as no label stands before them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from facta.codebook.speech import Speech
from facta.extraction.cast import Cast
from facta.extraction.context import Context
from facta.extraction.drafts import Draft
from facta.extraction.names import Mention
from facta.extraction.paragraphs import Paragraph
from facta.extraction.quotes import Quote
from facta.records import Act, Actor, Form, NameKind, PassageRole, Span, digest
from facta.text import fold, trim

_LABEL = re.compile(r"\W{0,3}(?P<name>[^\W\d_][^:\n!?\"“”«»;@]{0,60}?)(?:\s*\([^)\n]{1,40}\))?\W{0,2}:\W{0,2}\s+(?=\S)")
_HANDLE = re.compile(r"(?:(?P<name>[^@\n:(]{2,50}?)\s+)?\(?(?P<handle>@\w{2,30})\)?\s*:\s+(?=\S)")
_SIGNED = re.compile(r"[—–―-]{1,2}\s*(?P<name>[^@\n(]{2,60}?)\s*\((?P<handle>@\w{2,30})\)[^\n]{0,40}$")
_BEHIND = re.compile(r"\s*[—–―-]{1,2}\s*(?P<name>[^\W\d_][^\n“”\"«»:;!?,(@]{2,50})(?:[,(][^\n“”\"«»]{0,60})?")
_HEADER = re.compile(
    r"(?P<name>[^\[\]\n]{2,60}), \[[^\]\n]*\d{1,2}[:.]\d\d[^\]\n]*\]:?$"
)  # a post copied from a channel
_LINKS = re.compile(r"(?:\s*(?:https?://|pic\.twitter\.com/|t\.co/)\S+)+$")
_SOUND = re.compile(r"[(\[][^)\]\n]*[)\]]\.?")  # "(CROSSTALK.)", "[laughs]"
_LEAST = 3  # words of a line with a name before it; in a transcript one is enough
_TURNS = 3  # lines with labels that make a transcript
_GOES_ON = 8  # paragraphs of one turn, at most


@dataclass(frozen=True, slots=True)
class Label:
    """Who a line is said to be by: `name` is the label without its colon, `said` what follows in the paragraph."""

    number: int  # of the paragraph
    name: Span
    said: Span
    account: bool = False  # a handle or the header of a post: whoever it names need not be known


class Lines:
    """Reads the labelled lines of one report."""

    def __init__(
        self, context: Context, cast: Cast, paragraphs: Sequence[Paragraph], quotes: Sequence[Quote], speech: Speech
    ) -> None:
        self.text, self.cast, self.paragraphs, self.quotes = context.text, cast, paragraphs, quotes
        self.context = context
        self.asking, self.answering = (set(map(fold, w)) for w in (speech.questioners, speech.answerers))
        labels = [found for number in range(len(paragraphs)) if (found := self._label(number))]
        self.counts = Counter(label.name.of(self.text) for label in labels)
        self.turns = self._is_transcript()
        self.labels = [label for label in labels if self._holds(label)]

    def drafts(self) -> Iterator[Draft]:
        """What the labelled lines say, in text order."""
        starts = {label.number for label in self.labels}
        for label in self.labels:
            contents = [self._bare(label.said)] if len(label.said) else []
            contents += self._following(label, starts)
            if not contents:
                continue
            speaker, direct = (
                self._speaker(label),
                self._takes_turns(label) or label.account or self._quoted(label.said),
            )
            act = Act.ASK if fold(label.name.of(self.text)) in self.asking else Act.ASSERT
            yield Draft(contents, Form.DIRECT if direct else Form.INDIRECT, act, label.name.start, speaker=speaker)
        yield from self._signed()
        yield from self._named_behind()

    # ------------------------------------------------------------------------------------------ labels

    def _label(self, number: int) -> Label | None:
        span = self.paragraphs[number].span
        header = _HEADER.fullmatch(self.text, span.start, span.end)
        if header:
            return Label(number, Span(*header.span("name")), Span(span.end, span.end), account=True)
        handle = _HANDLE.match(self.text, span.start, span.end)
        if handle:
            group = "name" if handle["name"] else "handle"
            return Label(number, Span(*handle.span(group)), Span(handle.end(), span.end), account=True)
        found = _LABEL.match(self.text, span.start, span.end)
        return Label(number, Span(*found.span("name")), Span(found.end(), span.end)) if found else None

    def _is_transcript(self) -> bool:
        """Whether lines take turns: a few labels that come again, or questions and answers."""
        often = [name for name, times in self.counts.items() if times > 1 and len(name.split()) <= 4]
        labels = set(map(fold, self.counts))
        asked = bool(self.asking & labels) and bool(self.answering & labels)
        return sum(self.counts[name] for name in often) >= _TURNS and (len(often) > 1 or asked)

    def _holds(self, label: Label) -> bool:
        """Whether the label names somebody who speaks, and the line says something."""
        if label.account:
            return True
        if self._takes_turns(label):
            return True
        words = len(label.said.of(self.text).split())
        return words >= _LEAST and self._person(label.name) is not None and not self._is_country(label)

    def _is_country(self, label: Label) -> bool:
        """Whether the label only says where it is: "Congo: 17 dead", as headlines do."""
        speaker = self._speaker(label)
        return (
            self.context.role(label.name) is PassageRole.HEADLINE and len(speaker.side or "") == 3 if speaker else False
        )

    def _takes_turns(self, label: Label) -> bool:
        """Whether the label is one of a transcript's, and no headline's: "Pence: …" above "PENCE: …"."""
        return self.turns and self.counts[label.name.of(self.text)] > 1

    def _person(self, name: Span) -> Mention | None:
        """The person or body that the whole label names: nothing but roles, titles and adjectives beside it."""
        if name.of(self.text).isupper() and (known := self._surnamed(name)):
            return known
        for tree in self.context.trees:
            inside = tree.at(name) if tree.sentence.span.overlaps(name) else []
            if any(tree.tokens[i].upos in ("VERB", "AUX") for i in inside):
                return None
            found = [m for m in self.cast.mentions if m.sentence == tree.index and m.span.overlaps(name)]
            last = next((m for m in reversed(found) if m.kind in (NameKind.PERSON, NameKind.ORGANISATION)), None)
            if last is not None and name.covers(last.span):
                ends = last.span.end == name.end
                led = last.span.start == name.start and last.kind is NameKind.PERSON
                return last if ends or led else None
        return self._surnamed(name) if name.of(self.text)[0].isupper() else None

    def _surnamed(self, name: Span) -> Mention | None:
        """The first mention elsewhere of a person with the last name of the label: "QUISPE:"."""
        surname = fold(name.of(self.text)).split()[-1]
        persons = (m for m in self.cast.mentions if m.kind is NameKind.PERSON and not name.covers(m.span))
        return next((m for m in persons if fold(m.span.of(self.text)).split()[-1] == surname), None)

    # ------------------------------------------------------------------------------------------ speakers

    def _speaker(self, label: Label) -> Actor | None:
        word = label.name.of(self.text)
        if fold(word) in self.asking:
            return None
        if fold(word) in self.answering:
            return self._interviewed(label)
        mention = self._person(label.name)
        if mention is not None:
            known = self.cast.actor(mention.sentence, mention.head)
            if known is not None:
                return Actor(label.name, known.name, known.entity, known.side, known.candidates)
        return Actor(label.name, word, digest("account" if label.account else "label", fold(word)))

    def _interviewed(self, label: Label) -> Actor | None:
        """The one person named before the first question; all of them, unresolved, where there are more."""
        first = min(other.name.start for other in self.labels)
        persons = [m for m in self.cast.mentions if m.kind is NameKind.PERSON and m.span.end <= first]
        actors = [a for m in persons if (a := self.cast.actor(m.sentence, m.head))]
        known = {a.entity: a for a in actors}
        if len(known) == 1:
            (one,) = known.values()
            return Actor(label.name, one.name, one.entity, one.side)
        names = tuple(sorted(a.name for a in known.values()))
        return Actor(label.name, label.name.of(self.text), None, None, names) if names else None

    # ------------------------------------------------------------------------------------------ contents

    def _following(self, label: Label, starts: set[int]) -> Iterator[Span]:
        """The paragraphs behind the label's own that go on with the same turn."""
        if not (self._takes_turns(label) or (label.account and not len(label.said))):
            return
        for number in range(label.number + 1, min(len(self.paragraphs), label.number + 1 + _GOES_ON)):
            span = self.paragraphs[number].span
            if number in starts or (number > label.number + 1 and number > max(starts)):
                return
            if not _SOUND.fullmatch(self.text, span.start, span.end):
                yield self._bare(span)

    def _signed(self) -> Iterator[Draft]:
        """Posts with their account at the end: "We are safe. — Ana Silva (@anasilva) May 3, 2024"."""
        for number, paragraph in enumerate(self.paragraphs):
            found = _SIGNED.search(self.text, paragraph.span.start, paragraph.span.end)
            if found is None:
                continue
            body = trim(self.text, paragraph.span.start, found.start())
            if not len(body) and number:
                body = self.paragraphs[number - 1].span
            if len(body):
                label = Label(number, Span(*found.span("name")), body, account=True)
                yield Draft([self._bare(body)], Form.DIRECT, Act.ASSERT, body.start, speaker=self._speaker(label))

    def _named_behind(self) -> Iterator[Draft]:
        """Quotations with a dash and a name behind them: “We have no water.” — Omar Bakri, farmer."""
        for number, paragraph in enumerate(self.paragraphs):
            quote = next((q for q in paragraph.quotes if q.outer.start == paragraph.span.start), None)
            alone = quote is not None and quote.outer.end >= paragraph.span.end
            following = self.paragraphs[number + 1].span if number + 1 < len(self.paragraphs) else None
            place = following if alone else Span(quote.outer.end, paragraph.span.end) if quote else None
            found = _BEHIND.fullmatch(self.text, place.start, place.end) if place else None
            if quote is None or found is None or not self._is_name(Span(*found.span("name"))):
                continue
            label = Label(number, trim(self.text, *found.span("name")), quote.inner, account=True)
            yield Draft([quote.inner], Form.DIRECT, Act.ASSERT, quote.inner.start, speaker=self._speaker(label))

    def _is_name(self, span: Span) -> bool:
        """Whether two words or more with capitals stand there, and no verb."""
        words = span.of(self.text).rstrip(".").split()
        capitals = sum(word[0].isupper() for word in words)
        return len(words) > 1 and capitals > len(words) / 2 and words[-1][0].isupper()

    def _quoted(self, span: Span) -> bool:
        return any(q.outer.covers(span) for q in self.quotes)

    def _bare(self, span: Span) -> Span:
        """The words without quotation marks around them and links behind them."""
        links = _LINKS.search(self.text, span.start, span.end)
        span = trim(self.text, span.start, links.start()) if links and links.start() > span.start else span
        whole = next((q for q in self.quotes if q.outer == span), None)
        return whole.inner if whole else span
