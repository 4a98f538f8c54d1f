"""What the extractors of one report share: its reading as trees, the codebook of its language, and the gazetteer."""

from __future__ import annotations

from dataclasses import dataclass

from facta.codebook import Codebook
from facta.codebook.geography import Geography
from facta.codebook.grammar import Grammar
from facta.codebook.offices import Offices
from facta.codebook.speech import Speech
from facta.extraction.clitics import related
from facta.extraction.inverted import righted
from facta.extraction.mending import mended
from facta.extraction.misread import verbs_restored
from facta.extraction.prepositions import preposed
from facta.extraction.statewords import States
from facta.extraction.trace import SILENT, Trace
from facta.extraction.tree import Tree
from facta.gazetteer import Gazetteer
from facta.records import PassageRole, Reading, Report, Span
from facta.text import fold


@dataclass(frozen=True, slots=True)
class Context:
    """One report on its way through extraction; extractors read it and never change it."""

    reading: Reading
    codebook: Codebook
    gazetteer: Gazetteer
    trees: tuple[Tree, ...]
    trace: Trace = SILENT  # hears what is decided

    @classmethod
    def of(cls, reading: Reading, codebook: Codebook, gazetteer: Gazetteer, trace: Trace = SILENT) -> Context:
        trees: list[Tree] = []
        prepositions = codebook.page("geography", Geography).folded["preposition_words"]
        grammar, states = codebook.page("grammar", Grammar), States.of(codebook, gazetteer)
        speech, offices = codebook.page("speech", Speech), codebook.page("offices", Offices)
        cues, people = (
            speech.inverted,
            frozenset((*offices.role_sectors, *offices.body_sectors, *map(fold, speech.texts))),
        )
        for index, sentence in enumerate(reading.sentences):
            last = trees[-1] if trees else None
            between = reading.report.text[last.sentence.span.end : sentence.span.start] if last else "\n"
            sentence = preposed(
                related(mended(verbs_restored(sentence, grammar), grammar), grammar, speech.verb_lemmas), prepositions
            )
            sentence = righted(sentence, cues, people, grammar) if cues else sentence
            previous, lands = None if {"\n", "\r"} & set(between) else last, states.within(sentence)
            trees.append(Tree(sentence, index, codebook, previous, trace, lands.named, lands.described))
        return cls(reading, codebook, gazetteer, tuple(trees), trace)

    @property
    def report(self) -> Report:
        return self.reading.report

    @property
    def text(self) -> str:
        return self.reading.report.text

    def role(self, span: Span) -> PassageRole:
        """The role of the passage in which the span begins."""
        for passage in self.report.passages:
            if passage.span.start <= span.start < passage.span.end:
                return passage.role
        return PassageRole.BODY
