"""What stands on somebody's word without a clause of its own below the cue: "according to X, …", "as X said, …",
"the announcement that …". A cue goes in; the clause that it belongs to comes out."""

from __future__ import annotations

from facta.codebook.speech import Speech
from facta.extraction.cues import CueHit
from facta.extraction.stretches import is_break, tidy
from facta.extraction.tree import Tree
from facta.records import Act, Span
from facta.text import fold

Found = tuple[Span, Act, int]  # content, act, and the content's head token
_VERBAL = ("VERB", "AUX")
_OPENING = ("„", "“", "»", "«", '"')
_CLAUSES = ("root", "ccomp", "advcl", "acl", "parataxis", "csubj")
_COMPLEMENTS = ("ccomp", "xcomp", "obj", "iobj")
_LEAST = 3  # words of a sentence that "as X said" vouches for


def sourced(hit: CueHit, speaker: int | None) -> Found | None:
    """ "According to X, …" and "…, according to X": the clause that the phrase belongs to."""
    tree = hit.tree
    if speaker is None:
        return _as_told(hit)
    mine = set(range(hit.first, hit.last)) | set(tree.subtree(speaker, lambda j: j < hit.first or _told(tree, j)))
    first, end = (hit.account.opens, hit.account.ends - 1) if hit.account else (hit.first, max(mine))
    before = [i for i in range(first) if tree.tokens[i].upos != "PUNCT"]
    told = any(tree.tokens[i].upos in _VERBAL for i in before)
    rest = _preceding(tree, first, speaker) if before else list(range(end + 1, len(tree.tokens)))
    if told and (clause := _around(tree, first, end)):
        rest = clause
    if before and not told and any(tree.tokens[i].upos == "VERB" for i in range(end + 1, len(tree.tokens))):
        rest = list(range(len(tree.tokens)))  # "The talks, according to X, were over."
    return (tidy(tree, rest), Act.ASSERT, rest[0]) if rest else None


def _as_told(hit: CueHit) -> Found | None:
    """ "Según dijo, the road is cut": what stands behind a phrase with a verb of its own and nobody named."""
    tokens = hit.tree.tokens
    told = any(tokens[i].upos in _VERBAL for i in range(hit.first, hit.last))
    if not told or hit.first > 0 or hit.last >= len(tokens) or tokens[hit.last].form != ",":
        return None
    rest = range(hit.last + 1, len(tokens))
    return (tidy(hit.tree, rest), Act.ASSERT, rest[0]) if rest else None


def _around(tree: Tree, first: int, end: int) -> list[int]:
    """The clause in whose midst the phrase stands, parted from it by no comma: "Die Firma plant nach Angaben der
    Gewerkschaft den Abbau"; nothing where none does."""
    if end + 1 < len(tree.tokens) and tree.tokens[end + 1].form in _OPENING:
        end += 1
    if end + 1 >= len(tree.tokens) or tree.tokens[end + 1].upos in ("PUNCT", "CCONJ", "SCONJ"):
        return []
    if tree.tokens[first - 1].upos == "PUNCT":
        return []
    verb = end + 1
    while tree.relation(verb) not in _CLAUSES and tree.tokens[verb].head >= 0:
        verb = tree.tokens[verb].head
    clause = tree.subtree(verb)
    return clause if clause[0] < first and clause[-1] > end else []


def _told(tree: Tree, i: int) -> bool:
    """Whether a clause hangs on the source by mistake: it begins after a comma without a relative pronoun."""
    if tree.relation(i) not in ("acl", "conj", "parataxis", "appos") or tree.tokens[i].upos not in _VERBAL:
        return False
    below = tree.subtree(i)
    parted = below[0] > 0 and "," in (tree.tokens[below[0]].form, tree.tokens[below[0] - 1].form)
    return parted and not any(tree.grammar.is_relative(tree.tokens[j].form) for j in below[:3])


def _preceding(tree: Tree, first: int, speaker: int) -> list[int]:
    """The clause before "according to": the main clause after a comma, else the nearest."""
    comma = tree.tokens[first - 1].form in (",", "—", "–", "”", '"')
    start = 0
    if not comma:
        head = tree.tokens[speaker].head
        clause = [head, *tree.ancestors(head)] if head >= 0 else []
        verb = next((j for j in clause if tree.relation(j) in ("ccomp", "advcl", "parataxis", "root", "conj")), None)
        if verb is not None and verb < first:
            start = min(j for j in tree.subtree(verb) if j < first)
    for j in range(first - 1, start, -1):
        if tree.tokens[j].form == ";":
            start = j + 1
            break
    return list(range(start, first))


def as_clause(hit: CueHit, speech: Speech) -> range | None:
    """The tokens of "as X said" beside or within the sentence that it vouches for."""
    tree, i = hit.tree, hit.head
    words = {fold(w) for w in speech.as_said}
    if not words or hit.kind != "verb" or not hit.takes("clause"):
        return None
    if tree.relation(i) not in ("advcl", "acl", "parataxis") or any(c > i for c in tree.all_children(i, *_COMPLEMENTS)):
        return None
    mine = [j for j in tree.subtree(i) if tree.tokens[j].upos != "PUNCT"]
    first = mine[0]
    if fold(tree.tokens[first].form) not in words or first + 1 >= i:
        return None
    last = next((j for j in range(i, max(mine) + 1) if is_break(tree, j)), max(mine) + 1)
    return range(first, last) if _parted(tree, first, last) else None


def as_said(hit: CueHit, speech: Speech) -> Found | None:
    """ "As X said, the road is cut", "The road, as X said, is cut": the sentence that the clause stands in."""
    inside, tree = as_clause(hit, speech), hit.tree
    if inside is None:
        return None
    words = [j for j in range(len(tree.tokens)) if j not in inside and tree.tokens[j].upos not in ("PUNCT", "SYM")]
    told = any(tree.tokens[j].upos in _VERBAL for j in words)
    return (tidy(tree, words), hit.act("clause"), words[0]) if len(words) >= _LEAST and told else None


def _parted(tree: Tree, first: int, last: int) -> bool:
    """Whether commas, dashes or the sentence's ends part the tokens from their sentence."""
    before = first == 0 or is_break(tree, first - 1)
    return before and (last >= len(tree.tokens) or tree.tokens[last].upos == "PUNCT")
