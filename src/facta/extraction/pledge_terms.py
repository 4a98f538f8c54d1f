"""From a commitment in a sentence to its terms: the condition, and the first and the last day. No parties, no deeds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from facta.codebook import Codebook
from facta.codebook.grammar import written
from facta.codebook.numbers import Numbers
from facta.codebook.pledges import Pledges
from facta.codebook.times import Times
from facta.extraction.committing import CLAUSES, Commitments
from facta.extraction.context import Context
from facta.extraction.numbers import find_numbers
from facta.extraction.pledge_cues import Cue
from facta.extraction.status import Marks
from facta.extraction.tree import Tree
from facta.extraction.words import adjacent
from facta.records import Span, When

_DAYS = {"hour": 1 / 24, "day": 1.0, "weekend": 2.0, "week": 7.0, "month": 30.0, "year": 365.0}
_WEEK = timedelta(7)
_SMALL = ("ADP", "DET", "ADV", "SCONJ", "PART", "ADJ", "VERB")  # "as of", "a partir del", "starting in"


def condition_of(cue: Cue, words: Commitments, marks: Marks) -> Span | None:
    """The words under which the act is promised: an if-clause, or "in exchange for the hostages"."""
    tree = cue.tree
    for i in (cue.act, cue.cue):
        for c in tree.all_children(i, "advcl"):
            if any(marks.conditions.has(tree.tokens[m]) for m in tree.all_children(c, "mark", "advmod")):
                return _from_mark(tree, c, marks)
    near = {*tree.subtree(cue.act, lambda c: _apart(tree, c)), *tree.subtree(cue.cue, lambda c: _apart(tree, c))}
    return next((span for head, span in _terms(tree, words, {cue.act, cue.cue}) if head in near), None)


def _apart(tree: Tree, i: int) -> bool:
    """Whether the word opens a clause beside the one above it."""
    return tree.relation(i) == "parataxis" or (tree.relation(i) == "conj" and tree.child(i, "nsubj") is not None)


def _from_mark(tree: Tree, clause: int, marks: Marks) -> Span:
    """The clause from its "if" on, where a comma parts what else was hung on it."""
    inside = tree.subtree(clause)
    mark = next((i for i in inside if i < clause and marks.conditions.has(tree.tokens[i])), inside[0])
    parted = any(tree.tokens[i].form == "," for i in inside if i < mark)
    return tree.span([i for i in inside if i >= mark] if parted else inside)


def _terms(tree: Tree, words: Commitments, outside: set[int]) -> Iterator[tuple[int, Span]]:
    """Phrases that open a condition: the word they hang on, and all that they open."""
    for i in range(len(tree.tokens)):
        for term in words.terms:
            opening = adjacent(tree, i, term)
            loose = len(term) == 1 and i > 0 and tree.tokens[i - 1].form == ","  # ", mientras la otra parte …"
            if opening is None or loose:
                continue
            top, inside = _opened(tree, opening, outside)
            if len(inside) > len(opening):
                yield tree.tokens[top].head, tree.span(inside)


def _opened(tree: Tree, opening: list[int], outside: set[int]) -> tuple[int, list[int]]:
    """The highest word of the phrase or clause that begins with the words, and all its words; none `outside`."""
    first, best = opening[0], (opening[0], opening)
    for word in opening:
        for top in (word, *tree.ancestors(word)):
            inside = tree.subtree(top)
            if inside[0] < first or outside & set(inside):
                break
            if len(inside) > len(best[1]):
                best = top, inside
    return best


def first_day(cue: Cue, context: Context, words: Commitments, times: tuple[When, ...]) -> date | None:
    """The day from which the act is promised: "from Monday"."""
    days = (when.start for i, when in _dated(cue, times) if words.since.any_in(cue.tree, _opens(cue.tree, i)))
    spans = (when.start for i, when in _dated(cue, times) if words.spanning.any_in(cue.tree, [i]))
    return _ahead(next(days, None) or next(spans, None), context.report.published)


def last_day(cue: Cue, context: Context, words: Commitments, times: tuple[When, ...]) -> date | None:
    """The day until which, or by which, the act is promised: "until 5 May", "within 48 hours"."""
    days = (when.end for i, when in _dated(cue, times) if words.until.any_in(cue.tree, [*_opens(cue.tree, i), i]))
    spans = (when.end for i, when in _dated(cue, times) if words.spanning.any_in(cue.tree, [i]))
    day = _ahead(next(days, None) or next(spans, None), context.report.published)
    return day or _due(cue, context)


def _opens(tree: Tree, i: int) -> list[int]:
    """The small words right before a time, a noun that it is a part of among them: "by the end [of June]"."""
    part = written(tree.tokens[i].form) in tree.grammar.prepositions.partitives
    found: list[int] = []
    for j in range(i - 1, max(-1, i - 5), -1):
        if tree.tokens[j].upos not in _SMALL and not (part and tree.tokens[j].upos == "NOUN"):
            break
        found.append(j)
    return found


def _dated(cue: Cue, times: tuple[When, ...]) -> Iterator[tuple[int, When]]:
    """Times that stand with the act, those in its own words first, each with its first word."""
    tree = cue.tree
    inside = set(tree.subtree(cue.act, lambda c: c in cue.leave))
    beside = set(tree.subtree(cue.cue, lambda c: tree.relation(c) in (*CLAUSES, "conj", "parataxis"))) | inside
    found = [(at[0], when) for when in times if when.span is not None and (at := tree.at(when.span))]
    yield from (pair for pair in found if pair[0] in inside)
    yield from (pair for pair in found if pair[0] in beside - inside)


def _ahead(day: date | None, told_on: date | None) -> date | None:
    """The day, a week later where a weekday of a promise was taken for the last one."""
    past = day is not None and told_on is not None and timedelta(0) < told_on - day < _WEEK
    return day + _WEEK if day is not None and past else day


# ------------------------------------------------------------------------------------------------ lengths of time


def _due(cue: Cue, context: Context) -> date | None:
    """The day by which an act promised "within two weeks" is due, counted from publication."""
    published, tree = context.report.published, cue.tree
    within = _within(context.codebook)
    if published is None or within is None:
        return None
    places = {tree.tokens[i].start for i in {*tree.subtree(cue.act), *tree.subtree(cue.cue)}}
    for match in within.finditer(context.text, tree.sentence.span.start, tree.sentence.span.end):
        if match.start() in places and (days := _length(match, context.codebook)) is not None:
            return published + timedelta(days)
    return None


@lru_cache(maxsize=32)
def _within(codebook: Codebook) -> re.Pattern[str] | None:
    """Matches "within" and a length of time, in the words of the language."""
    page, times = codebook.page("pledges", Pledges), codebook.page("times", Times)
    units = sorted((form for forms in times.units.values() for form in forms), key=len, reverse=True)
    if not page.within or not units:
        return None
    openings = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(page.within, key=len, reverse=True))
    number = r"(?:(?P<number>\d{1,3}|[^\W\d_]+(?:-[^\W\d_]+)?)\s+)?"
    return re.compile(rf"(?<!\w)(?:{openings})\s+{number}(?P<unit>{'|'.join(units)})(?!\w)", re.IGNORECASE)


def _length(match: re.Match[str], codebook: Codebook) -> int | None:
    """The whole days of a length of time, of which one is meant where no number is told."""
    written, count = match["number"], 1.0
    if written:
        found = find_numbers(written, Span(0, len(written)), codebook.page("numbers", Numbers))
        count = found[0].value if found and found[0].value is not None else 1.0
    unit = codebook.page("times", Times).unit(match["unit"])
    return max(1, round(count * _DAYS[unit])) if unit in _DAYS else None
