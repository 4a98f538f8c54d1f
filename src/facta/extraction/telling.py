"""Which of the deeds spotted in a sentence are told as deeds: conditions, abilities, descriptions and backgrounds of
other deeds are left out, and harm is tied to what caused it. Leaves senses to `triggers`, statuses to `status`."""

from __future__ import annotations

from collections.abc import Iterator

from facta.extraction.committing import is_infinitive
from facta.extraction.frames import cases, is_relative
from facta.extraction.senses import in_classes
from facta.extraction.status import Marks, is_aim, is_marked_condition, is_modal
from facta.extraction.tree import Tree
from facta.extraction.triggers import Spotted, Vocabulary
from facta.records import Span

_FROM_CAUSE = ("conj", "advcl", "acl", "xcomp", "parataxis")


def told(found: list[Spotted], words: Vocabulary, marks: Marks) -> list[Spotted]:
    """The deeds that the sentence tells or announces, in text order."""
    kept = []
    for one in found:
        against = next(_objections(one, found, words, marks), None)
        if against is None:
            kept.append(one)
        else:
            one.drop(against)
    return kept


def _objections(one: Spotted, found: list[Spotted], words: Vocabulary, marks: Marks) -> Iterator[str]:
    """What speaks against its being told as a deed, each found when it is asked for."""
    others = [other for other in found if other is not one]
    if _is_named_by_other(one, others, words):
        yield "another deed of the sentence tells it: a borne noun, what is asked for, or `embracing`"
    if _is_condition(one, others, marks):
        yield "it is only the condition of another deed"
    if _is_ability(one, words, marks):
        yield "it is an ability, a wish or an aim: `abilities`, `aimed`"
    if _is_description(one, words):
        yield "`describing`: the participle only says where a thing comes from"
    if _is_way_of_weapon(one, others, words):
        yield "the participle only says of a weapon how it came to do another deed"
    if _is_kind_of_actor(one, marks):
        yield "the clause only says of what kind the actor is"
    if _is_use(one, marks):
        yield "the clause says what somebody or something could do"
    if _is_background(one, words):
        yield "`states`, `framing`: it only dates or frames something else"


def _is_named_by_other(one: Spotted, others: list[Spotted], words: Vocabulary) -> bool:
    """The aid in "provided military aid", "agreed to impose a price cap", the inquiry in "called for an inquiry"; but
    "called for the release of the nurses" names whom the release would concern."""
    tree, i = one.frame.tree, one.frame.verb
    noun, wanted = one.entry.pos == "noun", tree.grammar.prepositions.wishes
    for other in others:
        if noun and one.entry.trigger.borne and one.frame.light == other.frame.predicate:
            return True
        above = tree.tokens[one.frame.predicate].head == other.frame.predicate
        asked = noun and above and other.type in words.page.asking and one.frame.patient is None
        if asked and cases(tree, one.frame.predicate) & wanted:
            return True
        embraced = tree.tokens[i].head == other.frame.predicate and tree.relation(i) == "xcomp"
        if embraced and other.type in words.page.embracing and one.type not in words.page.forcible:
            return True
    return False


def _is_condition(one: Spotted, others: list[Spotted], marks: Marks) -> bool:
    """The attack in "will strike back if attacked": the main clause tells the deed, this one only when."""
    tree = one.frame.tree
    for i in (one.frame.verb, *tree.ancestors(one.frame.verb)):
        if tree.relation(i) == "advcl" and is_marked_condition(tree, i, marks):
            main = _main_clause(tree, tree.tokens[i].head)
            own = tree.child(i, "nsubj")
            named = own is not None and tree.tokens[own].upos in (
                "NOUN",
                "PROPN",
            )  # "if Chad attacks, Niger will respond"
            return not named and any(other.frame.verb in main for other in others)
    return False


def _main_clause(tree: Tree, head: int) -> list[int]:
    """The predicates of the clause under which a condition hangs: "will be forced to strike and to take the town"."""

    def another(c: int) -> bool:
        return tree.relation(c) not in ("xcomp", "ccomp", "conj")

    return tree.subtree(head, another)


def _is_ability(one: Spotted, words: Vocabulary, marks: Marks) -> bool:
    """The ability, weapon or wish to do something is no deed, nor is what a civil deed is meant for."""
    tree, i = one.frame.tree, one.frame.verb
    able = tree.relation(i) == "acl" and tree.tokens[i].deprel != "acl:relcl" and is_infinitive(tree, i)
    if not (able or is_aim(tree, i, marks)) or marks.achieved.any_in(tree, tree.ancestors(i)):
        return False
    head = tree.tokens[tree.tokens[i].head]
    if tree.relation(i) == "acl":
        return words.abilities.has(head)
    return one.type not in words.page.aimed and not is_modal(tree, tree.tokens[i].head, marks)


def _is_description(one: Spotted, words: Vocabulary) -> bool:
    """Where a thing comes from: "used missiles supplied by Iran" tells of the missiles, not of the supply."""
    frame = one.frame
    tree, i = frame.tree, frame.predicate
    participle = tree.relation(i) == "acl" and tree.tokens[i].deprel != "acl:relcl" and frame.passive
    if not participle or one.type not in words.page.describing:
        return False
    return in_classes(tree, [tree.tokens[i].head], ("arms", "goods"), words)


def _is_way_of_weapon(one: Spotted, others: list[Spotted], words: Vocabulary) -> bool:
    """The launch in "a drone launched from Chad struck the depot", which is part of that strike."""
    frame = one.frame
    tree, i = frame.tree, frame.predicate
    if tree.relation(i) != "acl" or tree.tokens[i].deprel == "acl:relcl" or not frame.passive:
        return False
    weapon = tree.tokens[i].head
    doing = any(other.type == one.type and other.frame.agent == weapon for other in others)
    return doing and in_classes(tree, [weapon], ("arms",), words)


def _is_kind_of_actor(one: Spotted, marks: Marks) -> bool:
    """Whoever does it is not said to have done it: "will not sell to countries that impose a cap"."""
    tree = one.frame.tree
    clause = one.frame.verb
    head = tree.tokens[clause].head
    if not is_relative(tree, clause) or one.frame.agent != head or head < 0:
        return False
    noun = tree.tokens[head]
    bare = noun.upos == "NOUN" and noun.form.casefold() != noun.lemma.casefold()
    if not bare or tree.child(head, "det", "nummod", "amod", "nmod", "compound") is not None:
        return False
    return any(is_modal(tree, above, marks) for above in tree.ancestors(head))


def _is_use(one: Spotted, marks: Marks) -> bool:
    """What a thing or somebody could do: "missiles that can hit the capital", "men who might surrender"."""
    tree, i = one.frame.tree, one.frame.verb
    while tree.relation(i) in ("xcomp", "conj"):
        i = tree.tokens[i].head
    auxiliaries = [tree.tokens[c] for c in tree.all_children(i, "aux")]
    return tree.tokens[i].deprel == "acl:relcl" and any(marks.possible.has(t) for t in auxiliaries)


def _is_background(one: Spotted, words: Vocabulary) -> bool:
    """A war or invasion that only says since when, amid what or over what something else happens."""
    tree, i = one.frame.tree, one.frame.predicate
    if one.entry.pos != "noun" or not words.states.has(tree.tokens[i]) or one.frame.light is not None:
        return False
    if tree.relation(i) not in ("obl", "nmod"):
        return False
    framed = any(words.framing.has(tree.tokens[c]) for c in tree.all_children(i, "case"))
    return framed and not any(tree.tokens[j].upos == "NUM" for j in tree.subtree(i))


def causes_of(one: Spotted, found: list[Spotted], words: Vocabulary) -> tuple[Span, ...]:
    """The triggers of the deeds in the sentence whose harm this one is: "a strike killed two and wounded five"."""
    tree, i = one.frame.tree, one.frame.predicate
    if one.entry.pos != "verb" or not words.effects.has(tree.tokens[i]):
        return ()
    harm = words.harms.has(tree.tokens[i])
    others = (other for other in found if other is not one and other.type == one.type)
    return tuple(o.span for o in others if _is_cause(one, o) or (harm and _is_one_act(one, o)))


def _is_cause(one: Spotted, other: Spotted) -> bool:
    """The other is a noun that does it, or in which it happens: "two were killed in the strike"."""
    tree, i, noun = one.frame.tree, one.frame.predicate, other.frame.predicate
    if other.entry.pos != "noun":
        return False
    if noun == one.frame.agent or (tree.tokens[i].head == noun and tree.tokens[i].deprel == "acl:relcl"):
        return True
    below = tree.tokens[noun].head == i and tree.relation(noun) == "obl"
    return below and bool(cases(tree, noun) & tree.grammar.prepositions.occasions)


def _is_one_act(one: Spotted, other: Spotted) -> bool:
    """The harm is joined to the act, or to other harm: "attacked the convoy, killing five and wounding two"."""
    tree, i, act = one.frame.tree, one.frame.predicate, other.frame.predicate
    if act > i:
        return False
    joined = tree.tokens[i].head in (act, other.frame.verb) and tree.relation(i) in _FROM_CAUSE
    alone = tree.child(i, "nsubj") is None or one.frame.passive
    return joined and alone and tree.child(i, "mark") is None
