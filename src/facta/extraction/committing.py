"""From a word that commits to what it commits to and to who does. Leaves types, wordings and records to others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from facta.codebook import Codebook
from facta.codebook.grammar import written
from facta.codebook.hedges import Hedges
from facta.codebook.pledges import Cues, Pledges
from facta.extraction.auxiliaries import helpers
from facta.extraction.frames import cases, subject_of
from facta.extraction.trace import Rule
from facta.extraction.tree import Tree
from facta.extraction.words import Words, plain, which
from facta.records import Actor, Statement
from facta.text import fold

CLAUSES = ("xcomp", "ccomp", "advcl", "acl")
_STRENGTHS = ("commits", "intends", "proposes", "offers", "signs", "announces")
_OWNERS = ("nmod:poss", "det:poss", "poss")
_BETWEEN = frozenset({"PUNCT", "ADV", "PART", "ADP", "SCONJ"})  # between a cue and the infinitive that it governs
_CLIMBS = 4  # "vowed to continue and to step up"


class Commitments:
    """The words of `pledges.yml` of one language, ready to test tokens."""

    def __init__(self, page: Pledges, hedges: Hedges) -> None:
        self.page = page
        self.future = Words((*hedges.future, *hedges.reported_future))
        self.future_forms = Words(hedges.future_forms)
        self.future_verbs, self.present_endings = Words(hedges.future_verbs), tuple(map(fold, hedges.present_endings))
        self.endings = (*hedges.future_endings, *hedges.conditional_endings)
        self.cues = {name: _compiled(getattr(page, name)) for name in _STRENGTHS}
        self.first_person, self.third_person = Words(page.first_person), Words(page.third_person)
        self.same_side, self.own_nouns = Words(page.same_side), Words(page.own_nouns)
        self.passive, self.inanimate, self.talking = Words(page.passive), Words(page.inanimate), Words(page.talking)
        self.weak, self.degrees, self.asides = Words(page.weak), Words(page.degrees), Words(page.asides)
        self.until, self.since, self.spanning = Words(page.until), Words(page.since), Words(page.spanning)
        self.pacts, self.concluding = Words(page.pacts), Words(page.concluding)
        self.declaring = Words(page.declaring)
        self.unbinding, self.defiant, self.civil = Words(page.unbinding), Words(page.defiant), Words(page.civil)
        self.recipients, self.beneficiaries = Words(page.recipients), Words(page.beneficiaries)
        self.between, self.terms = Words(page.between), [tuple(map(plain, term.split())) for term in page.terms]
        self.classes = {name: Words(words) for name, words in page.classes.items()}
        violent = [deed for deed in page.deeds if deed.type in page.violent]
        self.classes["violence"] = Words(word for deed in violent for word in (*deed.verbs, *deed.nouns))
        self.deeds = [(deed, Words((*deed.verbs, *deed.adjectives)), Words(deed.nouns)) for deed in page.deeds]
        self.predicates = Words(word for deed in page.deeds for word in deed.adjectives)

    def is_to_come(self, tree: Tree, i: int) -> bool:
        """Whether the clause is in a future tense, or in a conditional that tells a promise: "retiraría"."""
        form = tree.tokens[i].form.casefold()
        return (
            any(self.future.has(t) for t in helpers(tree, i))
            or self.future_forms.has(tree.tokens[i])
            or (self.future_verbs.has(tree.tokens[i]) and fold(form).endswith(self.present_endings))
            or form.endswith(self.endings)
        )

    def strength(self, tree: Tree, i: int, part: int) -> str | None:
        """The strength of the cue at token `i` as a verb (0), noun (1) or adjective (2)."""
        return next((s for s in _STRENGTHS if self.cues[s][part].any_in(tree, [i])), None)

    def strength_of(self, tree: Tree, i: int) -> str | None:
        """The strength of the cue at token `i` as the part of speech that it is."""
        upos = tree.tokens[i].upos
        if upos == "VERB":
            return self.strength(tree, i, 0) or self.strength(tree, i, 2)
        return self.strength(tree, i, 1 if upos == "NOUN" else 2) if upos in ("NOUN", "ADJ") else None

    def rule(self, tree: Tree, i: int) -> Rule:
        """The entry of the codebook by which the token commits; the future tense where no word does."""
        parts = {"VERB": ("verbs", "adjectives"), "NOUN": ("nouns",)}.get(tree.tokens[i].upos, ("adjectives",))
        for strength in _STRENGTHS:
            for part in parts:
                if word := which(getattr(getattr(self.page, strength), part), tree, i):
                    return Rule("pledges", (strength, part), word)
        return Rule("hedges", ("future",))


def _compiled(cues: Cues) -> tuple[Words, Words, Words]:
    return Words(cues.verbs), Words(cues.nouns), Words(cues.adjectives)


@lru_cache(maxsize=32)
def commitments(codebook: Codebook) -> Commitments:
    """The pledge words of a codebook, compiled once."""
    return Commitments(codebook.page("pledges", Pledges), codebook.page("hedges", Hedges))


# ------------------------------------------------------------------------------------------------ what


def is_infinitive(tree: Tree, i: int) -> bool:
    """Whether the word is a bare "to leave", "salir", "вийти"."""
    if cases(tree, i) & tree.grammar.infinitives.markers:
        done = (written(tree.tokens[c].form) in tree.grammar.perfect_auxiliaries for c in tree.all_children(i, "aux"))
        return not any(done)
    return tree.tokens[i].upos == "VERB" and tree.grammar.is_infinitive(tree.tokens[i].form)


def is_content(tree: Tree, i: int) -> bool:
    """Whether a clause says what its head is about, and does not merely describe it as a relative clause does."""
    rules = tree.grammar.infinitives
    if cases(tree, i) & rules.purposive - rules.markers:
        return False  # "решение принято, чтобы повысить доверие": what it is for
    return tree.tokens[i].deprel != "acl:relcl" or any(
        tree.tokens[c].upos == "SCONJ" for c in tree.all_children(i, "mark")
    )


def complements(tree: Tree, cue: int) -> list[int]:
    """Clauses that say what is promised: below the word, below its light verb ("made a promise to leave"), or right
    behind it where the parse hangs them elsewhere."""
    found = [c for c in tree.all_children(cue, *CLAUSES) if is_content(tree, c)]
    if not found and tree.tokens[cue].upos == "VERB":
        found = list(_behind_listener(tree, cue))
    if any(_is_that_clause(tree, c) for c in found):  # "assurances, when handing over missiles, that …"
        found = [c for c in found if _is_that_clause(tree, c) or not _is_dated(tree, c)]
    head = tree.tokens[cue].head
    if tree.tokens[cue].upos == "NOUN" and head >= 0 and tree.tokens[cue].deprel in ("obj", "nsubj:pass"):
        found += [c for c in tree.all_children(head, *CLAUSES) if c > cue and is_infinitive(tree, c)]
        found = [c for c in found if is_content(tree, c)]
    if tree.tokens[cue].upos == "VERB":  # "promised in return to leave", "agreed with mediators to leave"
        beside = tree.all_children(cue, "obl", "obj", "iobj")
        found += [c for noun in beside for c in tree.all_children(noun, "acl") if noun > cue and is_infinitive(tree, c)]
    behind = _behind(tree, cue)
    return [*found, behind] if behind is not None and behind not in found else found


def _behind_listener(tree: Tree, cue: int) -> Iterator[int]:
    """That-clauses that the parse takes for a relative clause of the listener: "juró ante el obispo que dejará …"."""
    listeners = (c for c in tree.all_children(cue, "obl", "iobj", "obj") if c > cue)
    clauses = (c for listener in listeners for c in tree.all_children(listener, "acl"))
    yield from (c for c in clauses if tree.grammar.is_complementiser(tree.tokens[min(tree.subtree(c))].form))


def _is_that_clause(tree: Tree, i: int) -> bool:
    marks = tree.all_children(i, "mark")
    return any(tree.tokens[c].form.lower() in tree.grammar.complementisers for c in marks)


def _is_dated(tree: Tree, i: int) -> bool:
    """Whether the clause only tells when: it begins with an adverb of its own that opens it."""
    openers = [c for c in tree.all_children(i, "advmod", "mark") if c < i]
    return bool(openers) and not _is_that_clause(tree, i) and openers[0] == min(tree.subtree(i))


def _behind(tree: Tree, cue: int) -> int | None:
    """The infinitive that opens right after the word and its own short phrases."""
    last = cue
    if tree.tokens[cue].upos == "NOUN":
        last = max(tree.subtree(cue, lambda c: tree.relation(c) in (*CLAUSES, "conj", "appos", "parataxis")))
    for i in range(last + 1, len(tree.tokens)):
        if tree.tokens[i].upos == "VERB":
            return i if is_infinitive(tree, i) else None
        if tree.tokens[i].upos not in _BETWEEN or tree.tokens[i].form in (",", ";", "."):
            return None
    return None


@dataclass(frozen=True, slots=True)
class Promise:
    """The word that commits, and the verbs from the deed up to the clause that the word governs."""

    cue: int
    verbs: tuple[int, ...]


def committed_by(tree: Tree, i: int, words: Commitments) -> Promise | None:
    """What commits its subject to deed `i`, found through "continue to" and "and"; nothing that is told as done."""
    verbs: list[int] = []
    for _ in range(_CLIMBS):
        verbs.append(i)
        head, relation = tree.tokens[i].head, tree.relation(i)
        near = [head, *(tree.all_children(head, "obj", "nsubj") if head >= 0 else ()), *_before(tree, i)]
        near += [tree.tokens[head].head] if relation == "acl" else []
        for cue in near:
            if cue >= 0 and cue != i and _commits(tree, cue, i, words):
                return Promise(cue, tuple(verbs))
        if head < 0 or relation not in ("xcomp", "conj"):
            return None
        i = head
    return None


def _commits(tree: Tree, cue: int, act: int, words: Commitments) -> bool:
    strength, infinitive = words.strength_of(tree, cue), is_infinitive(tree, act)
    if strength is None or not (infinitive or words.is_to_come(tree, act)):
        return False
    if strength == "announces" and tree.tokens[cue].upos == "VERB" and infinitive:
        return False  # "were said to be leaving"
    return act in complements(tree, cue)


def _before(tree: Tree, i: int) -> list[int]:
    """Words before an infinitive that may govern it though the parse hangs it elsewhere."""
    if not is_infinitive(tree, i):
        return []
    return [j for j in range(max(0, i - 8), i) if tree.tokens[j].upos in ("NOUN", "VERB", "ADJ")][::-1]


# ------------------------------------------------------------------------------------------------ who


def holder_of(tree: Tree, noun: int) -> int | None:
    """Who holds a noun of commitment: "Kyiv's", "the Russian promise", "the promise of Kyiv", or the subject of "made
    a promise"."""
    owner = next((c for c in tree.children[noun] if tree.tokens[c].deprel in _OWNERS), None)
    if owner is not None:
        return owner
    for c in tree.children[noun]:
        relation, token = tree.relation(c), tree.tokens[c]
        if relation in ("compound", "amod") and token.upos in ("PROPN", "ADJ") and token.form[:1].isupper():
            return c
        named = token.upos == "PROPN" or (token.upos == "NOUN" and not is_content_noun(tree, c))
        if relation == "nmod" and named and (cases(tree, c) & tree.grammar.prepositions.owners or not cases(tree, c)):
            return c
    head = tree.tokens[noun].head
    return subject_of(tree, head) if head >= 0 and tree.tokens[noun].deprel == "obj" else None


def is_content_noun(tree: Tree, c: int) -> bool:
    """Whether a noun under a noun has a preposition that may introduce what is promised: "promise of peace"."""
    return bool(cases(tree, c) & tree.grammar.prepositions.topics)


def promiser(tree: Tree, subject: int | None, act: int, words: Commitments) -> int | None:
    """Who is to do a promised deed: the one who commits, unless the promised clause has a subject of its own that is no
    mere pronoun; of a deed that nobody promises, the subject given. `None` when nobody is named."""
    promise = committed_by(tree, act, words)
    if promise is None:
        return subject
    cue = promise.cue
    inner = next((c for verb in promise.verbs for c in tree.all_children(verb, "nsubj")), None)
    if inner is not None and not _refers_back(tree, inner, cue, words):
        return subject
    party = holder_of(tree, cue) if tree.tokens[cue].upos == "NOUN" else subject_of(tree, cue)
    if party is None:
        return None if subject == cue or inner is None else subject
    return party if party != cue else None


def _refers_back(tree: Tree, subject: int, cue: int, words: Commitments) -> bool:
    """Whether the subject is a pronoun behind the cue and nobody else acts between the two."""
    token = tree.tokens[subject]
    if token.upos != "PRON" or subject < cue or not words.third_person.has(token):
        return False
    return not any(
        tree.relation(i) == "nsubj" and tree.tokens[i].upos in ("NOUN", "PROPN") for i in range(cue + 1, subject)
    )


def speaker_at(tree: Tree, cue: int, statements: tuple[Statement, ...]) -> Actor | None:
    """The speaker of the statement that the committing word introduces."""
    span = tree.tokens[cue].span
    return next((s.speaker for s in statements if s.cue is not None and s.cue.overlaps(span)), None)
