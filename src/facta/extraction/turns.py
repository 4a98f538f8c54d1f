"""Whose turn it is to speak: quotations and cues without a speaker of their own go to whoever spoke last, and pronouns
for which nobody was found to the person who did. Takes drafts in any order; changes their speakers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from facta.codebook.offices import Pronoun
from facta.extraction.cast import Cast
from facta.extraction.drafts import Draft
from facta.extraction.paragraphs import Paragraph
from facta.extraction.quotes import Quote
from facta.records import Actor, Span
from facta.text import fold

_FAR_PERSON = 6  # paragraphs from "he said" back to the person who spoke last
_FAR = 2  # paragraphs from a quotation without speaker back to the last speaker


class Turns:
    """Gives the drafts of one report the speakers that their own sentences leave open."""

    def __init__(self, cast: Cast, paragraphs: Sequence[Paragraph], quotes: Sequence[Quote]) -> None:
        self.cast = cast
        self.paragraphs = paragraphs
        self.quotes = quotes
        self.told: list[Span] = []

    def give(self, drafts: list[Draft]) -> None:
        """Sorts the drafts by place and fills their speakers in, if the last speaker was not far away."""
        drafts.sort(key=lambda d: (d.order, d.contents[0]))
        self.told = [content for draft in drafts for content in draft.contents]
        last: tuple[Actor, int] | None = None
        person: tuple[Actor, int] | None = None
        for draft in drafts:
            if self._is_mute(draft.speaker):
                draft.speaker = None
            if draft.speaker is None and draft.free and last and self._distance(last[1], draft.order) < _FAR:
                draft.speaker = last[0]
            if person and self._continues(person, draft):
                draft.speaker = replace(person[0], span=draft.speaker.span if draft.speaker else None)
            if self._is_nobody(draft.speaker):
                draft.speaker = None
            if draft.speaker is not None:
                last = (draft.speaker, draft.order)
                person = last if self.cast.is_person(draft.speaker) else person

    def _is_nobody(self, speaker: Actor | None) -> bool:
        """Whether nobody was found for a pronoun: "they" is no speaker's name."""
        if speaker is None or speaker.entity is not None or speaker.candidates:
            return False
        word = fold(speaker.name)
        return word in self.cast.offices.pronoun_of or word in self.cast.offices.first

    def _is_mute(self, speaker: Actor | None) -> bool:
        """Whether the speaker is a pronoun such as "that", for which nobody is found."""
        return speaker is not None and speaker.entity is None and fold(speaker.name) in self.cast.offices.muted

    def _continues(self, person: tuple[Actor, int], draft: Draft) -> bool:
        """Whether "he" or "she" said it, and the person who spoke last is still spoken of."""
        pronoun = self._pronoun(draft.speaker)
        if pronoun is None or not pronoun.person or pronoun.number != "one" or draft.speaker is None:
            return False
        if not self._goes_on(person, draft.order):
            return False
        open_ = draft.speaker.entity is None and not draft.speaker.candidates
        known = self.cast.gender(person[0].entity)
        agrees = pronoun.gender == "mf" or known in (None, pronoun.gender)
        return open_ or (agrees and self._distance(person[1], draft.order) <= _FAR)

    def _pronoun(self, speaker: Actor | None) -> Pronoun | None:
        """The pronoun that stands for the speaker beside the cue."""
        if speaker is None or speaker.span is None:
            return None
        return self.cast.offices.pronoun_of.get(fold(speaker.span.of(self.cast.context.text)))

    def _goes_on(self, person: tuple[Actor, int], order: int) -> bool:
        """Whether the person who spoke last is still spoken of: nobody else was a subject since, and it is not far."""
        if self._distance(person[1], order) > _FAR_PERSON:
            return False
        others = (a for a in self.cast.subjects(person[1], order) if a.entity != person[0].entity)
        return not any(not self._quoted(a) and not self._told_of(a) for a in others)

    def _told_of(self, actor: Actor) -> bool:
        """Whether the actor is named in what somebody says, where nobody takes the word from the speaker."""
        span = actor.span
        return span is not None and any(content.covers(span) for content in self.told)

    def _quoted(self, actor: Actor) -> bool:
        """Whether the actor is named within quotation marks."""
        span = actor.span
        return span is not None and any(q.outer.covers(span) for q in self.quotes)

    def _distance(self, start: int, end: int) -> int:
        """How many paragraphs begin between the offsets."""
        return sum(start < p.span.start <= end for p in self.paragraphs)
