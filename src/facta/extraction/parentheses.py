"""Cues thrown into the sentence that they report: "The dam, the engineers said, had been weakened", "…, said X on
Monday, …", "…, according to X, …". A cue goes in; the tokens of the parenthesis come out, told by commas and dashes
and not by the parse, which is often wrong there."""

from __future__ import annotations

from facta.codebook.speech import Speech
from facta.extraction.cues import CueHit
from facta.extraction.phrases import is_oblique
from facta.extraction.stretches import is_break
from facta.extraction.tree import Tree
from facta.text import fold

_CLOSED = ("”", '"', "»", "''", "’")
_VERBAL = ("VERB", "AUX")
_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "ADP", "PART", "SYM", "X")
_ADVERBIAL = ("obl", "advmod", "case", "nmod", "advcl", "fixed")
_BEFORE, _BEHIND = 14, 12  # words of a parenthesis before and behind its cue, at most


def parenthesis(hit: CueHit, speech: Speech) -> range | None:
    """The tokens of the parenthesis that holds the cue, commas left out; none when the cue leads its clause."""
    tree, tokens = hit.tree, hit.tree.tokens
    if hit.kind != "verb" or not hit.takes("clause") or tree.grammar.is_gerund(hit.token.form):
        return None
    left = _left(hit, speech)
    right = _right(hit, left, speech) if left is not None else None
    if left is None or right is None or (tree.grammar.verb_second and left < hit.first):
        return None
    behind = any(t.upos != "PUNCT" for t in tokens[right:])
    told = any(t.upos in _VERBAL for t in (*tokens[:left], *(tokens[right:] if behind else ())))
    words = sum(t.upos != "PUNCT" for t in tokens[:left])
    return range(left, right) if told and words >= (1 if behind else 2) else None


def _left(hit: CueHit, speech: Speech) -> int | None:
    """The first token behind the mark before the cue, if only a speaker's phrase and adverbs stand between."""
    tree, tokens = hit.tree, hit.tree.tokens
    silent = {fold(w) for w in speech.silent}
    i = hit.first
    while i > max(0, hit.first - _BEFORE) and not _is_mark(tree, i - 1):
        i -= 1
        word = tokens[i]
        helps = word.upos in ("ADV", "AUX") or word.form in (".", "-")
        standing = word.upos in ("PRON", "SCONJ") or (word.upos == "DET" and tree.relation(i) != "det")
        relative = tree.grammar.is_relative(word.form) and standing
        if not (word.upos in _NOMINAL or helps) or relative or fold(word.form) in silent:
            return None
    bare = all(tokens[j].upos in ("ADV", "AUX", "PUNCT") for j in range(i, hit.first))
    return None if i == 0 or not _is_mark(tree, i - 1) or (bare and i < hit.first) else i


def _right(hit: CueHit, left: int, speech: Speech) -> int | None:
    """The mark behind the cue, if circumstances alone stand between, or the speaker where none stands before."""
    tree, tokens = hit.tree, hit.tree.tokens
    that = {fold(w) for w in (*speech.that, *speech.questions)}
    i = hit.last
    while i < len(tokens) and not is_break(tree, i) and not _ends(tree, i):
        if tokens[i].upos in _VERBAL or fold(tokens[i].form) in that or i - hit.last > _BEHIND:
            return None
        i += 1
    if left < hit.first:
        return i if i == hit.last or _circumstance(tree, hit.last) else None
    subjects = tree.all_children(hit.head, "nsubj")
    inverted = _names(tree, hit.last, i) and not any(c < hit.first for c in subjects)
    return i if inverted else None


def _ends(tree: Tree, i: int) -> bool:
    """Whether the sentence or a part of it ends here; the dot of "No. 120" ends none."""
    return tree.tokens[i].form in (";", "?", "!") or (tree.tokens[i].form == "." and i + 2 >= len(tree.tokens))


def _is_mark(tree: Tree, i: int) -> bool:
    return is_break(tree, i) or tree.tokens[i].form in _CLOSED


def _circumstance(tree: Tree, i: int) -> bool:
    """Whether a time, place or manner begins here: "on Monday", "late on Monday", "Tuesday"."""
    while tree.relation(i) in ("compound", "amod", "det", "nummod") and tree.tokens[i].head > i:
        i = tree.tokens[i].head
    return tree.tokens[i].upos in ("ADP", "ADV") or tree.relation(i) in _ADVERBIAL


def _names(tree: Tree, first: int, end: int) -> bool:
    """Whether somebody is named between the cue and the mark: ", said the mayor of Goma on Friday,"."""
    named = (i for i in range(first, end) if tree.tokens[i].upos in ("PROPN", "NOUN", "PRON"))
    return any(tree.relation(i) not in ("obl", "nmod", "obj") for i in named)


def speaker_in(hit: CueHit, inside: range) -> int | None:
    """The head of the speaker's phrase in the parenthesis: before the cue, else behind it."""
    tree = hit.tree
    sides = (range(inside.start, hit.first), range(hit.last, inside.stop))
    for side in sides:
        for i in side:
            token = tree.tokens[i]
            apart = token.head not in side or tree.tokens[token.head].upos not in ("NOUN", "PROPN", "PRON", "NUM")
            if apart and token.upos in ("NOUN", "PROPN", "PRON", "NUM") and tree.child(i, "case") is None:
                if is_oblique(tree, i):
                    continue
                return i
    return None


def interjection(hit: CueHit, inside: range) -> tuple[int, int]:
    """Where the characters of a parenthesis begin and end, its commas and dashes with them."""
    tree, tokens = hit.tree, hit.tree.tokens
    left, right = inside.start, inside.stop
    opens = left > 0 and is_break(tree, left - 1)
    closes = right < len(tokens) and is_break(tree, right)
    return tokens[left - opens].start, tokens[right - (not closes)].end


def is_left_behind(hit: CueHit, inside: range, speech: Speech) -> bool:
    """Whether what follows the parenthesis goes on with the saying and not with what is said: "…, X said, adding",
    "…, said X, head of the mission"; the sentence before must be whole."""
    tree, right = hit.tree, inside.stop + 1
    if right >= len(tree.tokens) or not any(t.upos in _VERBAL for t in tree.tokens[: inside.start]):
        return False
    first = tree.tokens[right]
    that = fold(first.form) in set(map(fold, speech.that))
    clause = fold(first.form) in set(map(fold, speech.meanwhile)) or (tree.grammar.is_relative(first.form) and not that)
    inverted = inside.start == hit.first
    return clause or (tree.grammar.is_gerund(first.form) and first.upos == "VERB") or inverted


def source_phrase(hit: CueHit, speaker: int) -> range | None:
    """The tokens of "according to X" up to the next comma or dash; none where no such mark sets the phrase off."""
    tree, end = hit.tree, max(hit.last, speaker + 1)
    if hit.account:
        return range(hit.account.opens, hit.account.ends)
    if hit.first > 0 and not _is_mark(tree, hit.first - 1):
        return None
    while end < len(tree.tokens) and not is_break(tree, end) and tree.tokens[end].form not in (".", ";", ":"):
        end += 1
    return range(hit.first, end)
