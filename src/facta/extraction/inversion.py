"""Cues behind what they bring: ", prometió el alcalde", ", розповіли очевидці", "Про це повідомив мер".

A cue goes in; the head of the speaker's phrase behind it comes out, which parsers often take for an object, and the
sentence that the cue points back to.
"""

from __future__ import annotations

from facta.codebook.speech import Speech
from facta.extraction.cast import Cast
from facta.extraction.cues import CueHit
from facta.extraction.phrases import is_oblique, phrase
from facta.extraction.tree import Tree
from facta.text import fold

_NEAR = 6  # words before a cue that points back
_LEAST = 3  # words of the clause before the cue
_SMALL = ("AUX", "PRON", "ADV", "PART")  # words of the verb's group before it
_CLOSERS = ("”", "»", '"', "“")
_BREAKS = (",", ".", ";", ":", "(", "—", "–", "«", "“", '"')


def speaker_behind(hit: CueHit, cast: Cast, speech: Speech) -> int | None:
    """The head of the speaker's phrase, if the cue follows a clause and a comma and somebody is named right behind."""
    tree = hit.tree
    if hit.kind != "verb" or fold(hit.token.lemma) not in speech.inverted:
        return None
    if not _follows_clause(tree, group_start(hit)) and not pointed(hit, speech):
        return None
    end = next((i for i in range(hit.last, len(tree.tokens)) if tree.tokens[i].form in _BREAKS), len(tree.tokens))
    that = set(map(fold, speech.that))
    if any(tree.tokens[i].upos == "VERB" or fold(tree.tokens[i].form) in that for i in range(hit.last, end)):
        return None
    start = group_start(hit)
    quoted = start > 1 and tree.tokens[start - 2].form in _CLOSERS  # a subject within the quotation is another's
    if any(c < hit.head and (c >= start or not quoted) for c in tree.all_children(hit.head, "nsubj")):
        return None
    if hit.last < end and tree.relation(hit.last) == "nsubj" and tree.tokens[hit.last].upos == "PRON":
        return hit.last  # "пояснил он журналистам"
    return next((i for i in range(hit.last, end) if _is_speaker(tree, i, hit, cast, speech)), None)


def group_start(hit: CueHit) -> int:
    """Where the cue's verb begins with its small words: "…, [a déclaré] le maire", "…, [s'est félicité] le maire"."""
    first, tokens = hit.first, hit.tree.tokens
    while first > 0 and tokens[first - 1].upos in _SMALL:
        first -= 1
    return first


def _follows_clause(tree: Tree, first: int) -> bool:
    """Whether a comma stands before the token, and a clause or the end of a quotation before that."""
    if first < 2 or tree.tokens[first - 1].form != ",":
        return False
    if tree.tokens[first - 2].form in _CLOSERS:
        return True
    clause = any(tree.tokens[i].upos in ("VERB", "AUX") or tree.relation(i) == "nsubj" for i in range(first - 1))
    return first > _LEAST and clause  # "Среди погибших — дети, сообщили …": a clause without a verb


def _is_speaker(tree: Tree, i: int, hit: CueHit, cast: Cast, speech: Speech) -> bool:
    """Whether a phrase without preposition begins around the noun that names or describes a person or a body."""
    if tree.tokens[i].upos not in ("NOUN", "PROPN") or hit.last <= tree.tokens[i].head:
        return False
    if tree.child(i, "case") is not None or is_oblique(tree, i):
        return False
    if {fold(tree.tokens[i].form), fold(tree.tokens[i].lemma)} & set(map(fold, speech.texts)):
        return True  # "…, ont indiqué des sources militaires"
    words = [tree.tokens[j] for j in phrase(tree, i) if j >= hit.last]
    return cast.mention(tree, i) is not None or cast.sides.sector(words) is not None


def main_before(hit: CueHit) -> int:
    """The main word of the clause before the cue."""
    tree = hit.tree
    start = group_start(hit)
    verbs = [i for i in range(start) if tree.tokens[i].upos in ("VERB", "AUX")] or [start - 1]
    return next((i for i in verbs if tree.tokens[i].head < 0 or tree.tokens[i].head >= hit.first), verbs[-1])


def pointed(hit: CueHit, speech: Speech) -> bool:
    """Whether words at the start point back to the sentence before: "Про це повідомив мер", "Así lo dijo"."""
    before = [fold(t.form) for t in hit.tree.tokens[: hit.first]]
    points = any(before[: len(p.split())] == fold(p).split() for p in speech.pointers)
    article = hit.tree.relation(0) == "det" and hit.tree.tokens[0].head < hit.first  # "Das Ministerium sagte"
    return points and not article and hit.takes("clause") and len(before) <= _NEAR
