"""What a clause says of its own verb: not done, to come, possible, under a condition. Leaves the words above it to
`governing`, and what all that makes of a deed to `status`."""

from __future__ import annotations

from facta.codebook.grammar import written
from facta.extraction.auxiliaries import helpers
from facta.extraction.frames import cases
from facta.extraction.marks import Marks
from facta.extraction.trace import Rule
from facta.extraction.tree import Tree
from facta.extraction.words import Words
from facta.records import Status, Token
from facta.text import fold


def is_inverted(tree: Tree, i: int, words: Marks) -> bool:
    """Whether an auxiliary before the subject makes the clause a condition: "Had the army attacked, …"."""
    subject = tree.child(i, "nsubj")
    before = tree.all_children(i, "aux", "cop") if subject is not None else []
    return any(c < (subject or 0) and words.inverted.has(tree.tokens[c]) and _opens(tree, c) for c in before)


def _opens(tree: Tree, i: int) -> bool:
    return i == 0 or tree.tokens[i - 1].upos in ("PUNCT", "SCONJ", "CCONJ")


def is_future_form(tree: Tree, i: int, words: Marks) -> bool:
    """Whether the verb is in a future tense without an auxiliary."""
    token = tree.tokens[i]
    if token.upos != "VERB":
        return False
    ending = bool(words.future_endings) and token.form.casefold().endswith(words.future_endings)
    if any(tree.tokens[c].deprel in ("nsubj:pass", "aux:pass") for c in tree.children[i]):
        return ending
    perfective = words.future_verbs.has(token) and fold(token.form).endswith(words.present_endings)
    return ending or perfective or fold(token.form) in words.future_forms.exact


def is_modal(tree: Tree, i: int, words: Marks) -> bool:
    """Whether the verb is put as what its subject will, would or can do."""
    aux = helpers(tree, i)
    modal = any(group.has(t) for group in (words.future, words.reported_future, words.possible) for t in aux)
    return modal or is_future_form(tree, i, words)


def has_condition(tree: Tree, i: int, words: Marks) -> bool:
    """Whether an if-clause hangs on the word, perhaps one without an "if": "had the truce failed, …"."""
    return any(is_condition(tree, c, words) for c in tree.all_children(i, "advcl"))


def is_condition(tree: Tree, i: int, words: Marks) -> bool:
    """Whether the clause says under which condition another holds: "if …", "de haber fracasado", "should it rise"."""
    return is_marked_condition(tree, i, words) or is_inverted(tree, i, words)


def is_marked_condition(tree: Tree, i: int, words: Marks) -> bool:
    """Whether a word such as "if" makes the clause a condition."""
    return words.conditions.any_in(tree, tree.all_children(i, "mark", "advmod", "case"))


def is_conditional(tree: Tree, i: int, words: Marks) -> bool:
    """Whether the verb is in a conditional mood, and does not itself say that something is possible: "podría"."""
    token, endings = tree.tokens[i], words.conditional_endings
    ends = bool(endings) and token.upos in ("VERB", "AUX") and token.form.casefold().endswith(endings)
    return ends and not words.possible.has(token)


def of_clause(tree: Tree, i: int, words: Marks) -> Status | None:
    """What auxiliaries, negators and conditions directly on the word say."""
    below = [tree.tokens[c] for c in _beside(tree, i) if not words.adding.phrase_at(tree, c)]  # "not only"
    if any(words.negators.has(t) for t in below):
        return _put(tree, i, Status.NEGATED, "negators", words.negators, below)
    if any(words.conditions.has(t) for t in below) or is_inverted(tree, i, words):
        return _put(tree, i, Status.HYPOTHETICAL, "conditions", words.conditions, below)
    conditioned = has_condition(tree, i, words)
    if conditioned and any(is_conditional(tree, c, words) for c in (i, *tree.all_children(i, "aux"))):
        return Status.HYPOTHETICAL
    if any(words.possible.has(t) for t in below):
        return _put(tree, i, Status.HYPOTHETICAL, "possible", words.possible, below)
    others = [t for t in below if t.upos != "AUX"]
    ahead = [*helpers(tree, i), *others]
    would = any(words.reported_future.has(t) for t in ahead)
    if would and is_done_already(tree, i):  # "would have attacked" did not
        return Status.HYPOTHETICAL
    bound = any(words.future.phrase_at(tree, c) for c in tree.all_children(i, "aux", "cop"))  # "are to meet"
    if any(words.future.has(t) for t in ahead) or would or bound or is_future_form(tree, i, words):
        status = Status.HYPOTHETICAL if conditioned else Status.PLANNED
        return _put(tree, i, status, "future", words.future, ahead)
    return None


def _put(tree: Tree, i: int, status: Status, key: str, words: Words, tokens: list[Token]) -> Status:
    """The status; whoever listens is told which of the tokens gives it to token `i`."""
    if tree.trace.on:
        by = next((token for token in tokens if words.has(token)), tree.tokens[i])
        tell(tree, by, key, f"makes “{tree.tokens[i].form}” {status}")
    return status


def tell(tree: Tree, by: Token, key: str, reason: str) -> None:
    tree.trace.fired("status", by.span, Rule("hedges", tuple(key.split(".")), by.form), reason)


def _beside(tree: Tree, i: int) -> list[int]:
    """The small words on the predicate and on its arguments: "nobody", "neither the army"; not "with no warning"."""
    beside = tree.all_children(i, "aux", "advmod", "det", "mark", "case", "discourse", "amod", "cc")
    beside += [c for c in tree.all_children(i, "parataxis") if tree.tokens[c].upos == "ADV"]  # ", можливо, звільнить"
    arguments = tree.all_children(i, "obl", "nsubj", "obj", "iobj")
    arguments = [c for c in arguments if not cases(tree, c) & tree.grammar.prepositions.instruments]
    beside += [d for c in arguments for d in tree.all_children(c, "det", "cc")]
    return beside + [c for c in arguments if tree.tokens[c].upos in ("PRON", "DET") or _is_none(tree, c)]


def _is_none(tree: Tree, i: int) -> bool:
    """Whether the argument is a pronoun that parsers take for a noun because of what hangs on it: "none of them"."""
    return tree.tokens[i].upos == "NOUN" and tree.child(i, "nmod") is not None and tree.child(i, "det", "amod") is None


def is_done_already(tree: Tree, i: int) -> bool:
    """Whether a finite clause is in a perfect."""
    aux = (tree.tokens[c] for c in tree.all_children(i, "aux"))
    perfect = tree.grammar.perfect_auxiliaries | tree.grammar.narrative_auxiliaries
    return any(written(token.lemma) in perfect or written(token.form) in perfect for token in aux)
