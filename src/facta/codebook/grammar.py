"""Schema of `grammar.yml`: a language's closed classes of words and its endings, in the terms of grammars.

Everything is lower case. What the words say of a deed, a promise or a place stands in the other pages.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import Annotated

from pydantic import AfterValidator

from facta.codebook.load import bundled, languages, load_page
from facta.codebook.schema import Page


def written(form: str) -> str:
    """The form as this page writes words: in lower case, with a plain apostrophe."""
    return form.casefold().replace("’", "'").replace("ʼ", "'")


Forms = Annotated[frozenset[str], AfterValidator(lambda forms: frozenset(map(written, forms)))]
Endings = Annotated[tuple[str, ...], AfterValidator(lambda endings: tuple(map(written, endings)))]


class Determiners(Page):
    """The articles and demonstratives of all genders and cases; none where a language has no articles."""

    definite: Forms = frozenset()  # the
    indefinite: Forms = frozenset()  # a, an
    demonstrative: Forms = frozenset()  # this, that, these, those
    plural: Forms = frozenset()  # those of the others that stand before plurals only


class Infinitives(Page):
    """How an infinitive shows: by a word before it, by a syllable within it, or by its ending."""

    markers: Forms = frozenset()  # to, zu
    purposive: Forms = frozenset()  # bring what something is for: "moved in to retake", "entraron para", "um … zu"
    infixes: Endings = ()  # the syllable and the ending, `zu*en`: "abzuziehen"
    endings: Endings = ()  # "salir", "вийти"


class Prepositions(Page):
    """Prepositions by what the phrase that they open says."""

    agents: Forms = frozenset()  # who does it, in the passive: "shelled by the army"
    objects: Forms = frozenset()  # before an object that is a person: Spanish "detuvo a dos hombres"
    partitives: Forms = frozenset()  # what it is a part, an act or a bearer of: "the leader of the rebels"
    owners: Forms = frozenset()  # who holds what the noun before names: "the promise of Kyiv", "a pledge by Minsk"
    topics: Forms = frozenset()  # what a noun of saying is about, where it is no owner: "a promise of peace"
    targets: Forms = frozenset()  # whom or what an act hits: "fired on the convoy", "marched into the town"
    aims: Forms = frozenset()  # those of `targets` that tell a target of acts without object: "opened fire on"
    charges: Forms = frozenset()  # what somebody is charged with or kept from: "accused of", "blamed for"
    goals: Forms = frozenset()  # what one commits to: "committed to a truce"
    purposes: Forms = frozenset()  # what one is ready for: "ready for talks"
    contents: Forms = frozenset()  # what a noun of commitment promises: "a pledge of aid", "a deal on grain"
    instruments: Forms = frozenset()  # with what it is done: "answered with strikes"
    wishes: Forms = frozenset()  # what is asked for: "called for an inquiry"
    occasions: Forms = frozenset()  # the deed by which harm came: "killed in the strike", "wounded during the raid"
    settings: Forms = frozenset()  # those of `targets` that tell a mere place where their noun ends so: "на границе"
    names: Forms = frozenset()  # small words inside names of bodies, which acronyms leave out: of, for, and


class Grammar(Page):
    """One language's small words and endings."""

    determiners: Determiners = Determiners()
    relative_pronouns: Forms = frozenset()  # who, which, that
    complementisers: Forms = frozenset()  # bring a clause of content: that
    infinitives: Infinitives = Infinitives()
    gerunds: Endings = ()  # endings of verb forms that add a clause: "adding that", "añadiendo", "додаючи"
    verbal_nouns: Endings = ()  # endings of verb forms that stand as nouns: "a commitment to leaving"
    participles: Endings = ()  # endings of passive participles: "the town shelled last night"
    adverbs: Endings = ()  # endings of adverbs that parsers take for verbs: "to “sharply” cut"
    perfect_auxiliaries: Forms = frozenset()  # infinitives of what tells a thing done: "to have left"
    verb_second: bool = False  # stands second in main clauses, last in others: "…, sagte X", never "…, X sagte"
    passive_auxiliaries: Forms = frozenset()  # passive with a participle, future with an infinitive: "wird"
    narrative_auxiliaries: Forms = (
        frozenset()
    )  # of a perfect in which news is told as past: "a brûlé", "hat … verbrannt"
    short_passives: Endings = ()  # endings of passive participles that are predicates by themselves: "дом разрушен"
    obliques: Endings = ()  # endings of nouns in a case that no subject has: "сообщил агентству чиновник"
    locatives: Endings = ()  # endings of the case of a mere place: "нападение на границе", not "на границу"
    predicatives: Endings = ()  # endings of what a thing is called or made, in its own case: "назвал рассказ вымыслом"
    possessive_clitics: Forms = frozenset()  # 's
    verb_forms: Forms = frozenset()  # of verbs that parsers of many languages take for particles of another: "nie"
    subject_clitics: Forms = frozenset()  # pronouns tied to a verb before them, which are its subject: "a-t-il dit"
    perceiving: Forms = frozenset()  # verbs whose subject does not do what it perceives: "residents heard shelling"
    reflexives: Forms = frozenset()  # pronouns that are never a subject: "s'est-elle félicitée"
    prepositions: Prepositions = Prepositions()

    @cached_property
    def pointers(self) -> frozenset[str]:
        """Determiners by which a noun points back to what was told."""
        return self.determiners.definite | self.determiners.demonstrative

    def is_relative(self, form: str) -> bool:
        return written(form) in self.relative_pronouns

    def is_complementiser(self, form: str) -> bool:
        return written(form) in self.complementisers

    def is_gerund(self, form: str) -> bool:
        return written(form).endswith(self.gerunds)

    def is_verbal_noun(self, form: str) -> bool:
        return written(form).endswith(self.verbal_nouns)

    def is_participle(self, form: str) -> bool:
        return written(form).endswith(self.participles)

    def is_short_passive(self, form: str) -> bool:
        return bool(self.short_passives) and written(form).endswith(self.short_passives)

    def is_adverb(self, form: str) -> bool:
        return written(form).endswith(self.adverbs)

    def is_infinitive(self, form: str) -> bool:
        """Whether the form itself shows an infinitive, by its ending or by a syllable within."""
        word, rules = written(form), self.infinitives
        infixed = (infix.partition("*") for infix in rules.infixes)
        return word.endswith(rules.endings) or any(
            word.endswith(end) and 1 < word.find(inner, 2) < len(word) - len(inner + end) for inner, _, end in infixed
        )


@lru_cache(maxsize=1)
def grammars() -> tuple[Grammar, ...]:
    """The pages of all languages: a name may carry the small words of a language other than the report's."""
    return tuple(load_page(bundled(), language, "grammar", Grammar) for language in languages(bundled()))


@lru_cache(maxsize=1)
def articles() -> frozenset[str]:
    """The articles of all languages."""
    return frozenset[str]().union(*(g.determiners.definite | g.determiners.indefinite for g in grammars()))


@lru_cache(maxsize=1)
def name_words() -> frozenset[str]:
    """The small words inside names of all languages, and the articles there."""
    return articles().union(*(g.prepositions.names for g in grammars()))


def without_article(words: Sequence[str]) -> Sequence[str]:
    """The words of a name without an article at its start; "UN" in capitals is none."""
    first = words[0] if len(words) > 1 else ""
    bare = written(first) in articles() and not (len(first) > 1 and first.isupper())
    return words[1:] if bare else words
