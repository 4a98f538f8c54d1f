"""The words that tell deeds, ready to look up, and a deed found by one of them in a sentence. Leaves senses to `senses`
and the looking to `triggers`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from facta.codebook import Codebook
from facta.codebook.incidents import Incidents, Trigger
from facta.extraction.context import Context
from facta.extraction.frames import Frame
from facta.extraction.trace import Rule
from facta.extraction.tree import Tree
from facta.extraction.words import Words, keys, plain
from facta.records import Span

ON_TOPIC = 0.25  # share of sentences with words of arms or armies from which a whole report counts as one on a conflict
FORCE = ("armed", "arms")  # the classes of a page that show arms or those who bear them
Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One word or phrase of the codebook with its part of speech and trigger, in the page's order."""

    order: int
    phrase: Phrase
    pos: str
    trigger: Trigger
    rule: Rule


@dataclass(frozen=True, slots=True)
class Spotted:
    """A trigger found in a sentence: its tokens, of which `frame.predicate` is the head."""

    frame: Frame
    tokens: tuple[int, ...]
    entry: Entry
    victim: bool = False  # the subject of the light verb suffers the deed

    @property
    def span(self) -> Span:
        """The trigger's characters: the whole phrase where its words stand together, else its head word."""
        together = max(self.tokens) - min(self.tokens) < len(self.tokens) + 1
        return self.frame.tree.span(self.tokens if together else [self.frame.predicate])

    @property
    def type(self) -> str:
        return self.entry.trigger.type

    def drop(self, reason: str) -> None:
        """Tell whoever listens why it is no incident."""
        self.frame.tree.trace.dropped("incident", self.span, self.entry.rule, reason)


class Vocabulary:
    """The triggers of one language, ready to look up by the first word."""

    def __init__(self, page: Incidents) -> None:
        self.page = page
        self._unions: dict[tuple[str, ...], Words] = {}
        self.light, self.victims, self.befalls = Words(page.light), Words(page.victims), Words(page.befalls)
        self.carriers, self.idioms = Words(page.carriers), Words(page.idioms)
        self.abilities, self.states = Words(page.abilities), Words(page.states)
        self.harms, self.effects, self.framing = Words(page.harms), Words(page.effects), Words(page.framing)
        self.exact: dict[str, list[Entry]] = {}
        self.stems: dict[str, list[Entry]] = {}
        self.endings: dict[str, list[Entry]] = {}
        for entry in _entries(page):
            first = entry.phrase[0]
            if first.endswith("*"):
                self.stems.setdefault(first[:3], []).append(entry)
            elif first.startswith("*"):
                self.endings.setdefault(first[-3:], []).append(entry)
            else:
                self.exact.setdefault(first, []).append(entry)

    def union(self, names: tuple[str, ...]) -> Words:
        """The words of several classes, as one."""
        if names not in self._unions:
            classes = self.page.classes
            self._unions[names] = Words(word for name in names for word in classes.get(name, ()))
        return self._unions[names]

    def entries(self, tree: Tree, i: int) -> list[Entry]:
        """Entries whose first word may be token `i`: longer phrases first, then the page's order."""
        found: dict[int, Entry] = {}
        for key in keys(tree.tokens[i]):
            candidates = self.exact.get(key, []) + self.stems.get(key[:3], []) + self.endings.get(key[-3:], [])
            found.update((entry.order, entry) for entry in candidates)
        return sorted(found.values(), key=lambda e: (-len(e.phrase), e.order))


def _entries(page: Incidents) -> Iterator[Entry]:
    order = 0
    for number, trigger in enumerate(page.triggers):
        for pos, key in (("verb", "verbs"), ("noun", "nouns"), ("adj", "adjectives")):
            for word in getattr(trigger, key):
                rule = Rule("incidents", ("triggers", number, key), word)
                yield Entry(order, tuple(plain(part) for part in word.split()), pos, trigger, rule)
                order += 1


@lru_cache(maxsize=32)
def vocabulary(codebook: Codebook) -> Vocabulary:
    """The triggers of a codebook, compiled once."""
    return Vocabulary(codebook.page("incidents", Incidents))


@dataclass(frozen=True, slots=True)
class Setting:
    """What the whole report is about, for words that are as common elsewhere."""

    conflict: bool
    elsewhere: bool

    @classmethod
    def of(cls, context: Context, words: Vocabulary) -> Setting:
        arms, other = words.union(FORCE), words.union(words.page.elsewhere)
        total = max(1, len(context.trees))
        warlike = sum(arms.any_in(tree, range(len(tree.tokens))) for tree in context.trees) / total
        found = sum(other.any_in(tree, range(len(tree.tokens))) for tree in context.trees)
        foreign = found / total if found > 1 else 0.0  # one sentence makes no report on sport
        return cls(warlike >= ON_TOPIC, foreign >= ON_TOPIC and foreign > warlike)
