"""From a sentence to the tokens of a commitment: cue, act, party. Leaves actors and types to pledges."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from facta.codebook import Codebook
from facta.codebook.pledges import Cues, Pledges
from facta.extraction.frames import cases, subject_of
from facta.extraction.status import Marks, is_future_form
from facta.extraction.tree import Tree
from facta.extraction.words import Words

_STRENGTHS = ("commits", "intends", "proposes", "offers", "signs", "announces")
_CLAUSES = ("xcomp", "ccomp", "advcl", "acl")
_TOWARDS = frozenset({"to", "of", "for", "on", "in", "a", "de", "con", "en", "до", "про", "від", "щодо", "на"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A commitment in a sentence: `by` is the party's head word, `act` the head of what it commits to, `first` the
    token from which the wording runs, `cue` the word that commits; `clause` says whether the act is a verb's clause."""

    tree: Tree
    cue: int
    act: int
    by: int | None
    strength: str
    first: int | None = None
    clause: bool = True
    negated: bool = False
    weak: bool = False


class Commitments:
    """The words of `pledges.yml` of one language, ready to test tokens."""

    def __init__(self, page: Pledges) -> None:
        self.page = page
        self.cues = {name: _compiled(getattr(page, name)) for name in _STRENGTHS}
        self.first_person, self.same_side = Words(page.first_person), Words(page.same_side)
        self.own_nouns, self.passive, self.inanimate = Words(page.own_nouns), Words(page.passive), Words(page.inanimate)
        self.weak, self.degrees = Words(page.weak), Words(page.degrees)
        self.until, self.since = Words(page.until), Words(page.since)
        self.classes = {name: Words(words) for name, words in page.classes.items()}
        self.deeds = [(deed, Words(deed.verbs), Words(deed.nouns)) for deed in page.deeds]

    def strength(self, tree: Tree, i: int, part: int) -> str | None:
        """The strength of the cue at token `i` as a verb (0), noun (1) or adjective (2)."""
        return next((s for s in _STRENGTHS if self.cues[s][part].any_in(tree, [i])), None)


def _compiled(cues: Cues) -> tuple[Words, Words, Words]:
    return Words(cues.verbs), Words(cues.nouns), Words(cues.adjectives)


@lru_cache(maxsize=32)
def commitments(codebook: Codebook) -> Commitments:
    """The pledge words of a codebook, compiled once."""
    return Commitments(codebook.page("pledges", Pledges))


def cues_in(tree: Tree, words: Commitments, marks: Marks) -> Iterator[Cue]:
    """Commitments told by a word that commits, in text order; future tenses are found by `futures_in`."""
    for i, token in enumerate(tree.tokens):
        if token.upos == "VERB":
            yield from _verbal(tree, i, words, marks)
        elif token.upos == "NOUN":
            yield from _nominal(tree, i, words, marks)
        if token.upos == "ADJ" or (token.upos == "VERB" and tree.child(i, "cop") is not None):
            yield from _adjectival(tree, i, words, marks)


def _verbal(tree: Tree, i: int, words: Commitments, marks: Marks) -> Iterator[Cue]:
    strength = words.strength(tree, i, 0)
    if strength is None or is_unreal(tree, i, marks):
        return
    subject, passive = subject_of(tree, i), tree.child(i, "cop") is not None
    weak = words.weak.has(tree.tokens[i])
    for act in tree.all_children(i, *_CLAUSES):
        future = is_future(tree, act, marks)
        infinitive = tree.relation(act) in ("xcomp", "ccomp", "advcl") and _is_infinitive(tree, act)
        if strength == "announces":
            if not (future and tree.relation(act) == "ccomp"):
                continue
        elif not (future or infinitive) or _is_background(tree, act, marks):
            continue
        by = subject if infinitive or passive else tree.child(act, "nsubj")
        yield Cue(
            tree, i, act, by if by is not None else subject, strength, None, True, is_negated(tree, act, marks), weak
        )
    if strength in ("announces", "intends"):
        return
    noun = tree.child(i, "obj") if strength != "commits" or tree.child(i, "xcomp", "ccomp") is None else None
    towards = [c for c in tree.all_children(i, "obl") if cases(tree, c) & {"to", "a", "до"}]
    for act in [*([noun] if noun is not None else []), *towards]:
        if tree.tokens[act].upos in ("NOUN", "VERB"):
            yield Cue(tree, i, act, subject, strength, None, False, False, weak)


def _nominal(tree: Tree, i: int, words: Commitments, marks: Marks) -> Iterator[Cue]:
    strength = words.strength(tree, i, 1)
    if strength is None:
        return
    denied = any(marks.negators.has(tree.tokens[c]) for c in tree.all_children(i, "det", "advmod"))
    owner = next(
        (c for c in tree.all_children(i, "nmod", "det") if tree.tokens[c].deprel in ("nmod:poss", "det:poss")), None
    )
    party = owner if owner is not None else _holder(tree, i)
    weak = words.weak.has(tree.tokens[i])
    head = tree.tokens[i].head
    clauses = tree.all_children(i, "acl", "ccomp", "xcomp", "advcl")
    if head >= 0 and tree.relation(i) in ("nsubj", "obj") and tree.tokens[i].deprel != "nsubj":
        clauses += [c for c in tree.all_children(head, "xcomp", "advcl", "ccomp") if c > i]
    for act in clauses:
        if _is_background(tree, act, marks):
            continue
        future = is_future(tree, act, marks)
        if future if strength == "announces" else future or _is_infinitive(tree, act) or _is_gerund(tree, act):
            by = tree.child(act, "nsubj") if future else party
            negated = denied or is_negated(tree, act, marks)
            yield Cue(
                tree,
                i,
                act,
                by if by is not None else party,
                strength,
                owner if not future else None,
                True,
                negated,
                weak,
            )
            return
    if strength == "announces" or denied:
        return
    towards = [c for c in tree.all_children(i, "nmod", "obl") if c > i and cases(tree, c) & _TOWARDS]
    if towards:
        yield Cue(tree, i, towards[0], party, strength, owner if owner is not None else i, False, denied, weak)


def _holder(tree: Tree, i: int) -> int | None:
    """Who holds a noun of commitment: "Kyiv's", "the promise of Kyiv", or the subject of "made a promise"."""
    for c in tree.children[i]:
        if (
            tree.relation(c) in ("compound", "amod")
            and tree.tokens[c].upos in ("PROPN", "ADJ")
            and tree.tokens[c].form[:1].isupper()
        ):
            return c
        if tree.relation(c) == "nmod" and cases(tree, c) & {"of", "by", "de"} and tree.tokens[c].upos == "PROPN":
            return c
    head = tree.tokens[i].head
    return subject_of(tree, head) if head >= 0 and tree.tokens[i].deprel == "obj" else None


def _adjectival(tree: Tree, i: int, words: Commitments, marks: Marks) -> Iterator[Cue]:
    strength = words.strength(tree, i, 2)
    if strength is None or is_unreal(tree, i, marks) or is_negated(tree, i, marks):
        return
    subject = subject_of(tree, i)
    for act in tree.all_children(i, "xcomp", "advcl", "ccomp", "obl"):
        clause = _is_infinitive(tree, act) or _is_gerund(tree, act)
        if (clause or cases(tree, act) & {"to", "for", "a"}) and subject is not None:
            yield Cue(tree, i, act, subject, strength, subject, clause, is_negated(tree, act, marks))
            return


def futures_in(tree: Tree, words: Commitments, marks: Marks) -> Iterator[Cue]:
    """Clauses in a future tense whose subject can decide on the act: "Germany will provide training"."""
    for i, token in enumerate(tree.tokens):
        if token.upos != "VERB" or not is_future(tree, i, marks) or words.passive.any_in(tree, [i]):
            continue
        subject = subject_of(tree, i)
        if subject is None or words.inanimate.has(tree.tokens[subject]) or _is_background(tree, i, marks):
            continue
        if tree.tokens[subject].head == i and tree.tokens[subject].deprel == "nsubj:pass":
            continue
        first = subject if subject < i else None
        yield Cue(tree, i, i, subject, "commits", first, True, is_negated(tree, i, marks))


# ------------------------------------------------------------------------------------------------ grammar


def is_future(tree: Tree, i: int, marks: Marks) -> bool:
    """Whether the clause has a future auxiliary, or a future ending of its own."""
    aux = [tree.tokens[c] for c in tree.all_children(i, "aux")]
    if any(marks.possible.has(t) for t in aux):
        return False
    return is_future_form(tree, i, marks) or any(marks.future.has(t) or marks.reported_future.has(t) for t in aux)


def is_negated(tree: Tree, i: int, marks: Marks) -> bool:
    """Whether a negator stands on the word."""
    below = tree.all_children(i, "advmod", "aux", "det", "mark", "cc")
    below += [d for c in tree.all_children(i, "obl") for d in tree.all_children(c, "det")]
    return any(marks.negators.has(tree.tokens[c]) for c in below)


def is_unreal(tree: Tree, i: int, marks: Marks) -> bool:
    """Whether the commitment itself is negated, only possible, or asked for."""
    below = [tree.tokens[c] for c in tree.all_children(i, "aux", "advmod", "mark")]
    if any(marks.negators.has(t) or marks.possible.has(t) or marks.conditions.has(t) for t in below):
        return True
    head = tree.tokens[i].head
    return head >= 0 and tree.relation(i) == "xcomp" and tree.tokens[head].upos != "AUX"


def _is_background(tree: Tree, i: int, marks: Marks) -> bool:
    """Whether the clause only modifies: an if-clause, or one that says why or when."""
    if tree.relation(i) == "acl" and tree.tokens[i].deprel == "acl:relcl":
        return True
    return any(marks.conditions.has(tree.tokens[c]) for c in tree.all_children(i, "mark", "advmod"))


def _is_infinitive(tree: Tree, i: int) -> bool:
    if any(tree.tokens[c].form.casefold() == "to" for c in tree.all_children(i, "mark", "case")):
        return True
    return tree.tokens[i].upos == "VERB" and tree.tokens[i].form.casefold().endswith(
        ("ar", "er", "ir", "arse", "erse", "irse", "ти", "тися", "тись")
    )


def _is_gerund(tree: Tree, i: int) -> bool:
    return tree.tokens[i].form.casefold().endswith("ing") and tree.tokens[i].upos in ("VERB", "NOUN")
