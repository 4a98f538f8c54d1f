"""Time expressions of a report, resolved against its day of publication; times of day alone are left out."""

from __future__ import annotations

import re
from datetime import date, timedelta

from facta.codebook.numbers import Numbers
from facta.codebook.times import Pattern, Times
from facta.extraction.context import Context
from facta.extraction.status import Marks, is_future_form, marks
from facta.extraction.timespans import Days, Told, days_of
from facta.extraction.timing import time_of
from facta.extraction.tree import Tree
from facta.extraction.words import plain
from facta.records import NameKind, Span, Status, When

__all__ = ["find_times", "time_of"]

Found = tuple[re.Match[str], Pattern]
NIGHT = 2  # days; what is no longer than a night is a day from which "the next day" is counted
RANGE = ("day2", "month2", "year2")  # slots of expressions that say themselves where they end
EVENT = 60  # characters between "the day after" and the date of the event


def find_times(context: Context) -> tuple[When, ...]:
    """All time expressions in text order; `start` and `end` are `None` where the days cannot be known."""
    times = context.codebook.page("times", Times)
    numbers = context.codebook.page("numbers", Numbers)
    published = context.report.published
    found: list[When] = []
    narrated: date | None = None
    named: date | None = None
    paragraph = None
    for tree in context.trees:
        here = _paragraph(context, tree)
        narrated, paragraph = (narrated if here == paragraph else None), here
        told: list[tuple[Found, Days]] = []
        for match, pattern in _matches(context.text, tree, times):
            span = Span(match.start(), match.end())
            whence = Told(published, narrated, _looks_ahead(context, tree, span, times), named)
            if pattern.means == "ahead" and pattern.prefer != "next" and not whence.ahead:
                continue  # "the deadliest in four months"
            days = days_of(match, pattern, times, numbers, whence)
            if days and published and not _is_range(match) and _since(context.text, match, times):
                days = (days[0], max(published, days[0]))
            told.append(((match, pattern), days))
            if days and (days[1] - days[0]).days < NIGHT:
                narrated = days[1]
            if days and pattern.means in ("date", "month"):
                named = days[1]
        found += [When(Span(*match.span()), *(days or (None, None))) for (match, _), days in _anchored(told)]
    return tuple(found)


def _is_range(match: re.Match[str]) -> bool:
    """Does the expression itself say where it ends: "from 3 to 5 May"?"""
    return any(match.groupdict().get(name) for name in RANGE)


def _anchored(told: list[tuple[Found, Days]]) -> list[tuple[Found, Days]]:
    """Counts "the day after" from the day of the event where that follows: "the day after the quake of 6 February"."""
    anchored = list(told)
    for n, ((match, pattern), days) in enumerate(told[:-1]):
        (after, _), event = told[n + 1]
        follows = after.start() - match.end() < EVENT and "," not in match.string[match.end() : after.start()]
        counts = pattern.means == "after_event" and pattern.days != (0, 0) and days is None
        if counts and follows and event and event[0] == event[1]:
            day = event[0] + timedelta(pattern.days[0])
            anchored[n] = (match, pattern), (day, day)
    return anchored


def _paragraph(context: Context, tree: Tree) -> int:
    """Where the line of the sentence begins."""
    return context.text.rfind("\n", 0, tree.sentence.span.start) + 1


def _matches(text: str, tree: Tree, times: Times) -> list[Found]:
    """Matches that do not overlap: from the left, the longest at each place, the earlier pattern when equal. Names of
    persons are left out: "Theresa May"."""
    within, people = tree.sentence.span, _people(tree)
    found = [
        (m, p, n)
        for n, (regex, p) in enumerate(times.compiled)
        for m in regex.finditer(text, within.start, within.end)
        if not any(person.covers(Span(*m.span())) for person in people)
    ]
    chosen: list[Found] = []
    for match, pattern, _ in sorted(found, key=lambda f: (f[0].start(), -f[0].end(), f[2])):
        if match.end() > match.start() and (not chosen or match.start() >= chosen[-1][0].end()):
            chosen.append((match, pattern))
    return chosen


def _people(tree: Tree) -> list[Span]:
    """Names of two words and more that the reader takes for persons."""
    names = (n for n in tree.sentence.names if n.kind is NameKind.PERSON and n.last > n.first + 1)
    return [Span(tree.tokens[n.first].start, tree.tokens[n.last - 1].end) for n in names]


def _since(text: str, match: re.Match[str], times: Times) -> bool:
    """Does the time reach from its days to the day of publication?"""
    inside = re.match(r"\w+", match.group())
    opens = bool(inside) and bool(times.since_before.search(f"{match.group()[: inside.end()]} " if inside else ""))
    return opens or bool(times.since_before.search(text, max(0, match.start() - 24), match.start()))


def _looks_ahead(context: Context, tree: Tree, span: Span, times: Times) -> bool:
    """Does the time lie ahead: is its verb in a future form or promised, or is a deadline set that is not told of?"""
    tokens = tree.at(span)
    if not tokens:
        return False
    signs = marks(context.codebook)
    set_for = bool(times.deadline_before.search(context.text, max(0, span.start - 24), span.start))
    verb = next((i for i in tree.ancestors(tokens[0]) if _is_verbal(tree, i)), None)
    if verb is None:
        return set_for
    helpers = tree.all_children(verb, "aux", "cop")
    if not helpers and tree.tokens[verb].form.casefold() in times.past:  # "set out", which is not "is set to"
        return False
    forms = [tree.tokens[j].form for j in (verb, *helpers)]
    if any(is_one(form, times.future) for form in forms) or is_future_form(tree, verb, signs):
        return True
    told_of = any(is_one(form, times.past) for form in forms) and not _governs(tree, verb, signs)
    return _is_promised(tree, verb, signs) or (set_for and not told_of)


def _is_verbal(tree: Tree, i: int) -> bool:
    return tree.tokens[i].upos in ("VERB", "AUX") or tree.child(i, "cop", "aux") is not None


def _is_promised(tree: Tree, verb: int, signs: Marks) -> bool:
    """Is the verb an infinitive that a word such as "pledged" or "plan" governs?"""
    head, relation = tree.tokens[verb].head, tree.relation(verb)
    if head < 0 or relation not in ("xcomp", "ccomp", "acl") or tree.child(verb, "aux", "cop") is not None:
        return False
    bare = tree.child(verb, "nsubj") is None and tree.tokens[verb].deprel != "acl:relcl"
    return bare and _governs(tree, head, signs)


def _governs(tree: Tree, i: int, signs: Marks) -> bool:
    """Is the word one such as "pledged" or "plan", whose act lies ahead?"""
    return any(status is Status.PLANNED and group.any_in(tree, [i]) for status, group in signs.governors)


def is_one(form: str, words: tuple[str, ...]) -> bool:
    """Whether the form is one of the words, or has one of the endings among them: `*ed`."""
    return any(
        plain(form) == plain(word) or (word.startswith("*") and plain(form).endswith(plain(word[1:]))) for word in words
    )
