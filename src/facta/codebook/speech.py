"""`speech.yml`: the words by which somebody conveys something, the act each one does, and what it takes as content."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Literal

from pydantic import AfterValidator

from facta.codebook.schema import Page
from facta.records import Act
from facta.text import fold

Folded = Annotated[tuple[str, ...], AfterValidator(lambda words: tuple(map(fold, words)))]  # without case and accents
Takes = Literal["clause", "infinitive", "gerund", "object"]


class Cue(Page):
    """Cue words that do one act and take the same kinds of content. Every cue also takes a quotation.

    `about` are prepositions that bring the content ("called *for* an inquiry"); `with_object` keeps the object in the
    content ("accused [them of lying]").
    """

    act: Act  # what is done by saying it
    words: tuple[str, ...]  # the cue words, as lemmas
    takes: tuple[Takes, ...] = ()  # what else than a quotation is the content
    about: Folded = ()  # prepositions that bring the content
    with_object: bool = False  # keeps the object in the content


class Speech(Page):
    """Cues and the small words around them."""

    verbs: tuple[Cue, ...] = ()
    nouns: tuple[Cue, ...] = ()
    sources: tuple[str, ...] = ()  # phrases right before the speaker: "according to"
    that: tuple[str, ...] = ()  # conjunctions that bring a clause of content
    questions: tuple[str, ...] = ()  # bring the content of cues that ask or doubt: "whether"
    glued: tuple[str, ...] = ()  # forms looked for at the end of words that lack a space: "bridgesaid"
    carriers: Folded = ()  # verbs that carry a noun of speech: "made the claim that"
    media: tuple[str, ...] = ()  # what a message is carried by: "statement", "Telegram"
    texts: tuple[str, ...] = ()  # things that speak for their author: "report", "poll"
    listeners: Folded = ()  # prepositions of the person spoken to
    silent: Folded = ()  # heads of clauses that are never content: "as", "when"
    meanwhile: tuple[str, ...] = ()  # begin what happens while somebody speaks: "…, X said, [as] the crowd left"
    ours: tuple[str, ...] = ()  # by which the outlet itself speaks: "нагадаємо", "cabe recordar"
    pointers: tuple[str, ...] = ()  # point back to the sentence before: "про це [повідомив мер]", "así lo [dijo]"
    seats: Folded = ()  # prepositions of a body whose people speak: "у міністерстві заявили"
    many: tuple[str, ...] = ()  # endings of verbs in the plural, which such a body asks for
    relays: tuple[
        str, ...
    ] = ()  # lead from a cue to whose word it stands on, the surest first: "a-t-on appris [auprès de]"
    heard: Folded = ()  # cues that tell of others' words, and only with a relay: "apprendre"
    idle: tuple[str, ...] = ()  # nouns that say nothing behind a source phrase: "selon la saison"
    views: Folded = ()  # open a sentence with whose view it tells: "[pour] le maire, …"
    inverts: tuple[str, ...] = ()  # further cues behind a clause and before their speaker: ", prometió el alcalde"
    as_said: tuple[
        str, ...
    ] = ()  # make a cue's sentence its content: "as the UN said, …", "como dijo …", "wie … sagte"
    behind: tuple[str, ...] = ()  # source words that follow their speaker: "dem Ministerium zufolge"
    told_by: tuple[str, ...] = ()  # prepositions that lead to a noun of `accounts`: "nach Angaben des Ministeriums"
    word_of: tuple[str, ...] = ()  # prepositions that lead to any speaker: "laut einem Augenzeugen"
    resumers: tuple[str, ...] = ()  # adverbs by which the speaker before goes on: "Demnach sei die Brücke zerstört"
    accounts: tuple[str, ...] = ()  # nouns for what somebody has told: Angaben, Bericht
    afterthoughts: tuple[str, ...] = ()  # between a comma and the speaker: "…, so der Minister"
    hearsay: tuple[
        str, ...
    ] = ()  # auxiliaries by which an outlet hands on what it was told: "habría", "aurait", "soll"
    hearsay_with: tuple[str, ...] = ()  # one of these must stand beside it too: "soll … getötet [haben]"
    reported_forms: tuple[str, ...] = ()  # verb forms of the mood of reported speech alone: "sei", "habe", "werde"
    reported_endings: tuple[str, ...] = ()  # endings of verbs in that mood; leave out those of other moods
    questioners: tuple[str, ...] = ()  # open a question's line in a transcript: "Q:", "Pregunta:"
    answerers: tuple[str, ...] = ()  # open an answer's line, which is its subject's, the person interviewed: "A:"

    @cached_property
    def verbs_by_lemma(self) -> dict[str, tuple[Cue, ...]]:
        """The cues of each verb lemma, folded."""
        return _by_word(self.verbs)

    @cached_property
    def nouns_by_lemma(self) -> dict[str, tuple[Cue, ...]]:
        """The cues of each noun lemma, folded."""
        return _by_word(self.nouns)

    @cached_property
    def verb_lemmas(self) -> frozenset[str]:
        return frozenset(self.verbs_by_lemma)

    @cached_property
    def inverted(self) -> frozenset[str]:
        """Lemmas of cues whose speaker may follow them, when the language lets subjects do so."""
        asserting = {
            fold(w) for cue in self.verbs if cue.act is Act.ASSERT and "clause" in cue.takes for w in cue.words
        }
        return frozenset(asserting | set(map(fold, self.inverts))) if self.inverts else frozenset()

    @cached_property
    def relay_phrases(self) -> tuple[tuple[str, ...], ...]:
        """The words that lead to a source, folded, in order: "appris à Bamako auprès de la police" is the police's."""
        return tuple(tuple(fold(phrase).split()) for phrase in self.relays)

    @cached_property
    def one_word_sources(self) -> frozenset[str]:
        return frozenset(phrase[0] for phrase in self.phrases if len(phrase) == 1)

    @cached_property
    def phrases(self) -> tuple[tuple[str, ...], ...]:
        """The source phrases as folded words, longest first."""
        return tuple(sorted((tuple(fold(s).split()) for s in self.sources), key=lambda words: -len(words)))


def _by_word(cues: tuple[Cue, ...]) -> dict[str, tuple[Cue, ...]]:
    found: dict[str, tuple[Cue, ...]] = {}
    for cue in cues:
        for word in cue.words:
            found[fold(word)] = (*found.get(fold(word), ()), cue)
    return found
