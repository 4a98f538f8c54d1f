"""From a parsed sentence to frames: who does what to whom, for verbs and nouns. Knows no vocabulary of deeds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from facta.codebook.grammar import written
from facta.extraction.tree import Tree, base
from facta.records import Span

SUBJECTS = ("nsubj", "csubj")
_CLAUSAL = ("advcl", "acl", "ccomp", "parataxis", "csubj", "conj")
_OWNERS = ("poss", "nmod:poss")


@dataclass(frozen=True, slots=True)
class Frame:
    """A predicate and the head words of its arguments, indices in the sentence of `tree`."""

    tree: Tree
    predicate: int
    agent: int | None = None
    patient: int | None = None
    passive: bool = False
    light: int | None = None  # the verb that carries a noun of deed: "launched" of "launched an attack"

    @property
    def verb(self) -> int:
        """The word that bears tense and negation."""
        return self.predicate if self.light is None else self.light


def frame_of(tree: Tree, i: int, light: int | None = None) -> Frame:
    """The frame of predicate `i`; a noun of deed under a light verb takes the verb's subject as its agent."""
    if tree.tokens[i].upos in ("NOUN", "PROPN") and not is_clause(tree, i):
        return _nominal(tree, i, light)
    return _verbal(tree, i)


def is_clause(tree: Tree, i: int) -> bool:
    """Whether the noun or adjective is itself the predicate of a clause: "is a rotation"."""
    return tree.child(i, "cop") is not None and tree.tokens[i].upos == "ADJ"


def is_passive(tree: Tree, i: int) -> bool:
    """Whether the verb's subject, said or left out, is its patient."""
    kinds = [tree.tokens[c].deprel for c in tree.children[i]]
    if any(kind in ("nsubj:pass", "aux:pass", "csubj:pass", "expl:pass") for kind in kinds):  # "el pacto se firmó"
        return True
    token = tree.tokens[i]
    if _is_gapped(tree, i):
        return True
    if tree.grammar.is_short_passive(token.form) and token.upos in ("VERB", "ADJ"):
        return True
    if any(base(kind) in SUBJECTS for kind in kinds):
        return False
    if tree.relation(i) in ("acl", "amod") and token.deprel != "acl:relcl" and "aux" not in map(base, kinds):
        return tree.grammar.is_participle(token.form)
    return False


def _is_gapped(tree: Tree, i: int) -> bool:
    """Whether the participle shares the auxiliary of a passive before it: "two were killed and seven wounded"."""
    head = tree.tokens[i].head
    if tree.relation(i) != "conj" or head > i or tree.child(i, "aux", "obj") is not None:
        return False
    auxiliary = any(tree.tokens[c].deprel == "aux:pass" for c in tree.children[head])
    return auxiliary and tree.grammar.is_participle(tree.tokens[i].form)


def cases(tree: Tree, i: int) -> frozenset[str]:
    """The prepositions of a phrase, in lower case."""
    return frozenset(written(tree.tokens[c].form) for c in tree.all_children(i, "case", "mark"))


def hits(tree: Tree, i: int, prepositions: frozenset[str]) -> bool:
    """Whether one of the prepositions of a target opens the phrase, and its noun is in no case of a mere place."""
    found, grammar = cases(tree, i) & prepositions, tree.grammar
    placed = bool(grammar.locatives) and written(tree.tokens[i].form).endswith(grammar.locatives)
    return bool(found - grammar.prepositions.settings if placed else found)


def _verbal(tree: Tree, i: int) -> Frame:
    passive = is_passive(tree, i)
    by, subject = _by_phrase(tree, i), subject_of(tree, i)
    agent, patient = tree.argument(i, "ARG0"), tree.argument(i, "ARG1", "ARG2")
    if passive:
        agent = by if by is not None else (agent if agent != subject else None)
        patient = subject if subject is not None else _noun_above(tree, i) or patient
    else:
        own = tree.child(i, *SUBJECTS)
        if agent is None or own is not None or tree.relation(i) == "conj":
            agent = subject if subject is not None else agent
        elif (
            _is_perceived(tree, i, tree.tokens[i].head)
            or _is_charge(tree, i)
            or (_is_aim(tree, i) and agent == tree.tokens[i].head)
        ):
            agent = subject  # "plans to supply": the plans supply nothing
        reflexives = tree.grammar.reflexives  # "s'est emparé de": nothing is done to "se"
        patient = None if patient is not None and written(tree.tokens[patient].form) in reflexives else patient
        things = (c for c in tree.all_children(i, "obj") if c != agent and tree.tokens[c].upos != "ADV")
        objects = [c for c in things if written(tree.tokens[c].form) not in reflexives]  # "mató a más de veinte"
        if own is None and len(objects) == 2 and objects[0] < i < objects[1] and not tree.grammar.verb_second:
            agent = objects.pop(0)  # one form for subject and object: "Кенія направить 600 поліцейських"
        below = objects[-1 if tree.grammar.verb_second else 0] if objects else None  # "liefert der Ukraine [Panzer]"
        patient = below if below is not None else (patient if patient != agent else None)
        patient = patient if patient is not None else _shared_object(tree, i)
        patient = patient if patient is not None else _oblique(tree, i, tree.grammar.prepositions.targets)
    return Frame(tree, i, resolve_relative(tree, agent), resolve_relative(tree, patient), passive)


def _shared_object(tree: Tree, i: int) -> int | None:
    """The object that stands behind the next verb, where only "and" parts the two: "attacked and burned the clinic"."""
    joined = (c for c in tree.all_children(i, "conj") if c > i and tree.tokens[c].upos == "VERB")
    c = next((c for c in joined if all(t.upos in ("CCONJ", "ADV") for t in tree.tokens[i + 1 : c])), None)
    return tree.child(c, "obj") if c is not None and tree.child(c, *SUBJECTS) is None else None


def _is_charge(tree: Tree, i: int) -> bool:
    """Whether the deed is what an object is charged with: "accused Sudan of shelling"."""
    head = tree.tokens[i].head
    charged = tree.relation(i) in ("advcl", "amod") and bool(cases(tree, i) & tree.grammar.prepositions.charges)
    return charged and head >= 0 and _controller(tree, head) is not None


def _is_aim(tree: Tree, i: int) -> bool:
    """Whether an infinitive hangs on a noun: "an effort to open the road"."""
    return tree.relation(i) == "acl" and tree.tokens[i].deprel != "acl:relcl" and tree.child(i, "mark") is not None


def _by_phrase(tree: Tree, i: int) -> int | None:
    by = tree.grammar.prepositions.agents
    agents = (c for c in tree.all_children(i, "obl") if tree.tokens[c].deprel == "obl:agent" or cases(tree, c) & by)
    return next(agents, None)


def _oblique(tree: Tree, i: int, prepositions: frozenset[str]) -> int | None:
    return next((c for c in tree.all_children(i, "obl", "nmod") if hits(tree, c, prepositions)), None)


def aim_of(tree: Tree, i: int) -> int | None:
    """Whom or what an act without object is aimed at: "opened fire on the convoy"."""
    return _oblique(tree, i, tree.grammar.prepositions.aims)


def _noun_above(tree: Tree, i: int) -> int | None:
    return tree.tokens[i].head if tree.relation(i) in ("acl", "amod") and tree.tokens[i].head >= 0 else None


def subject_of(tree: Tree, i: int) -> int | None:
    """The subject of the verb: its own, a coordinated verb's, or the one that controls it."""
    for _ in range(6):
        own = tree.child(i, *SUBJECTS)
        if own is not None:
            return resolve_relative(tree, own)
        head, relation = tree.tokens[i].head, tree.relation(i)
        if head < 0:
            return None
        if relation == "acl":
            return _described(tree, i, head)
        if _is_perceived(tree, i, head):
            return _controller(tree, head)
        held = relation == "xcomp" or (
            relation in ("advcl", "acl", "amod") and cases(tree, i) & tree.grammar.prepositions.charges
        )
        if held and (controlled := _controller(tree, head)) is not None:
            return controlled
        if relation not in ("conj", "xcomp", "advcl", "parataxis", "ccomp"):
            return None
        if relation in ("ccomp", "parataxis") and tree.tokens[i].upos != "VERB":
            return None
        i = head
    return None


def _is_perceived(tree: Tree, i: int, head: int) -> bool:
    """Whether a verb without a subject tells what another's subject perceived: "residents heard shelling"."""
    form, grammar = tree.tokens[i].form, tree.grammar
    if tree.relation(i) not in ("ccomp", "xcomp") or cases(tree, i):
        return False
    bare = grammar.is_verbal_noun(form) or grammar.is_infinitive(form)
    return bare and written(tree.tokens[head].form) in grammar.perceiving


def _described(tree: Tree, i: int, noun: int) -> int | None:
    """Who does what a clause under a noun tells: the noun ("troops entering"), or its owner ("their plan to enter")."""
    if tree.tokens[i].deprel == "acl:relcl" or tree.child(i, "mark") is None:
        return None if is_passive(tree, i) else noun
    owner = next((c for c in tree.children[noun] if tree.tokens[c].deprel in _OWNERS), None)
    if owner is not None:
        return owner
    if tree.relation(noun) == "obj" and tree.tokens[noun].head >= 0:
        return tree.child(tree.tokens[noun].head, *SUBJECTS)
    return None


def _controller(tree: Tree, verb: int) -> int | None:
    """The object that a verb like "urged" makes the subject of what follows."""
    objects = tree.all_children(verb, "obj", "iobj") or _cased_objects(tree, verb)
    return next((c for c in objects if written(tree.tokens[c].form) not in tree.grammar.reflexives), None)


def _cased_objects(tree: Tree, verb: int) -> list[int]:
    """Objects that the reader takes for obliques for their preposition: "acusó a [Venezuela] de"."""
    marks = tree.grammar.prepositions.objects
    below = (c for c in tree.all_children(verb, "obl") if c > verb and tree.tokens[c].upos in ("NOUN", "PROPN", "PRON"))
    return [c for c in below if (own := cases(tree, c)) and own <= marks]


def resolve_relative(tree: Tree, i: int | None) -> int | None:
    """The noun that a relative pronoun stands for, or the token itself."""
    if i is None or not tree.grammar.is_relative(tree.tokens[i].form) or tree.tokens[i].upos == "NOUN":
        return i
    for above in tree.ancestors(i):
        if tree.relation(above) == "acl":
            return tree.tokens[above].head
    return i


def _nominal(tree: Tree, i: int, light: int | None) -> Frame:
    agent, patient = tree.argument(i, "ARG0"), tree.argument(i, "ARG1")
    if light is None and agent is not None and agent not in tree.subtree(i):
        agent = None  # nobody in the phrase did it: "Iran opened an inquiry into the strikes"
    patient = patient if patient != i else None
    of, owner, words = None, None, tree.grammar.prepositions
    for c in tree.children[i]:
        kind, marks = tree.tokens[c].deprel, cases(tree, c)
        if marks & words.agents:
            agent = c
        elif hits(tree, c, words.targets) and tree.relation(c) in ("nmod", "obl") and patient is None:
            patient = c
        elif (marks & words.partitives or kind == "nmod:gobj") and of is None:
            of = c
        elif (
            kind in _OWNERS or (tree.tokens[c].upos == "PROPN" and base(kind) in ("compound", "nmod") and not marks)
        ) and owner is None:
            owner = c
    patient = patient if patient is not None else of
    agent = agent if agent is not None else owner
    head = tree.tokens[i].head
    if agent is None and light is None and tree.tokens[i].deprel == "nsubj" and not is_passive(tree, head):
        agent = _by_phrase(tree, head)  # hung on the verb: "the shelling of the port by rebels continued"
    if light is not None and (subject := subject_of(tree, light)) is not None:
        if is_passive(tree, light):
            agent = _by_phrase(tree, light) if agent is None else agent
        else:
            agent = subject if agent is None or subject != i else agent
            patient = patient if patient is not None else _oblique(tree, light, tree.grammar.prepositions.targets)
    agent = agent if agent != patient else None
    return Frame(tree, i, resolve_relative(tree, agent), resolve_relative(tree, patient), light=light)


def is_relative(tree: Tree, i: int) -> bool:
    """Whether the clause describes a noun: by its relation, or by a pronoun that is all the subject it has."""
    if tree.tokens[i].deprel == "acl:relcl":
        return True
    opened = any(tree.grammar.is_relative(tree.tokens[c].form) for c in tree.all_children(i, "mark"))
    own = tree.child(i, *SUBJECTS)
    stands_for_noun = own is not None and tree.grammar.is_relative(tree.tokens[own].form)  # "states that impose a cap"
    return tree.relation(i) == "acl" and (stands_for_noun or (opened and own is None))


def clause_head(tree: Tree, i: int) -> int:
    """The predicate of the clause that token `i` belongs to."""
    for above in tree.ancestors(i):
        if tree.relation(i) in (*_CLAUSAL, "xcomp", "root"):
            break
        i = above
    return i


def clause(tree: Tree, i: int) -> list[int]:
    """The tokens of the clause around predicate `i`, clauses of their own left out."""
    head = clause_head(tree, i)

    def apart(c: int) -> bool:
        below = tree.relation(c) in ("advcl", "parataxis", "ccomp") or (
            tree.relation(c) == "conj" and _has_subject(tree, c)
        )
        return below and i not in tree.subtree(c)

    return tree.subtree(head, apart)


def _has_subject(tree: Tree, i: int) -> bool:
    return tree.child(i, *SUBJECTS) is not None


def clause_span(tree: Tree, i: int) -> Span:
    """The characters of the clause around predicate `i`."""
    return tree.span(clause(tree, i))


def governors(tree: Tree, i: int) -> Iterator[tuple[int, str]]:
    """Words in whose complement `i` stands, nearest first, with the relation through which it does."""
    for above in tree.ancestors(i):
        yield above, tree.relation(i)
        i = above
