"""From texts or CoNLL-U tokens to parsed CoNLL-U lines. Reading and printing lines is left to the command line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from facta.errors import BadRecord
from facta.reading.reader import Reader
from facta.records import NamedSpan, NameKind, Report, Sentence, Token

Row = tuple[str, ...]
_COLUMNS = 10
_TAGS = {NameKind.PERSON: "PER", NameKind.ORGANISATION: "ORG", NameKind.PLACE: "LOC", NameKind.GROUP: "ORG"}
_AT_ONCE = 64  # sentences of a token file that are read together
# English clitics are words of their own, as the model was trained: "do" and "n't", "Kyiv" and "'s".
_CLITIC = re.compile(r"(?i)(?:n['’]t|['’](?:s|re|ve|ll|d|m)|['’]|not|na)")


@dataclass(slots=True)
class Given:
    """One sentence of a CoNLL-U input: its comments and the surface words that its tokens make."""

    comments: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)


def parse_text(reader: Reader, report: Report) -> Iterator[str]:
    """Lines of CoNLL-U for a text that facta splits itself, with offsets into it; a document a report."""
    paragraph = -1
    for number, sentence in enumerate(reader.read(report).sentences, 1):
        begins = [f"# newdoc id = {report.id}"] if number == 1 else []
        if "\n" in report.text[paragraph : sentence.span.start] or paragraph < 0:
            begins.append("# newpar")
        paragraph = sentence.span.end
        written = " ".join(sentence.span.of(report.text).split())
        comments = [*begins, f"# sent_id = {report.id}-{number}", f"# text = {written}"]
        yield from _lines(sentence, comments, offsets=True)


def parse_tokens(reader: Reader, lines: Iterable[str], language: str, source: str = "-") -> Iterator[str]:
    """Lines of CoNLL-U for words that are given; comments are kept, and words are never split or joined anew."""
    waiting = given_sentences(lines, language, source)
    while several := list(islice(waiting, _AT_ONCE)):
        parsed = reader.read_words([given.words for given in several], language)
        for given, sentence in zip(several, parsed, strict=True):
            yield from _lines(sentence, given.comments, offsets=False)


def given_sentences(lines: Iterable[str], language: str, source: str = "-") -> Iterator[Given]:
    """The sentences of a CoNLL-U input: multiword tokens as written, English clitics apart, empty nodes left out."""
    given, rows = Given(), list[Row]()
    for number, raw in enumerate(lines, 1):
        line = raw.rstrip("\r\n").lstrip("\ufeff" if number == 1 else "")
        if line.startswith("#"):
            given.comments.append(line)
        elif line.strip():
            rows.append(_row(line, f"{source}:{number}"))
        elif rows:
            given.words = list(_surface(rows, language))
            yield given
            given, rows = Given(), []
    if rows:
        given.words = list(_surface(rows, language))
        yield given


def _row(line: str, where: str) -> Row:
    columns = tuple(line.split("\t"))
    if len(columns) < 2 or not re.fullmatch(r"\d+(?:[-.]\d+)?", columns[0]) or not columns[1].strip():
        raise BadRecord(where, f"not a CoNLL-U token: {line[:60]!r}", "number and word are split by a tab")
    return columns


def _surface(rows: Iterable[Row], language: str) -> Iterator[str]:
    """The words as they stand in the text."""
    kept = [row for row in rows if "." not in row[0]]
    position = 0
    while position < len(kept):
        row = kept[position]
        position += 1
        if "-" not in row[0]:
            yield row[1]
            continue
        last = int(row[0].split("-")[1])
        parts = []
        while position < len(kept) and "-" not in kept[position][0] and int(kept[position][0]) <= last:
            parts.append(kept[position][1])
            position += 1
        yield from parts if language == "en" and _clitics(row[1], parts) else [row[1]]


def _clitics(form: str, parts: list[str]) -> bool:
    return "".join(parts) == form and all(_CLITIC.fullmatch(part) for part in parts[1:])


def _lines(sentence: Sentence, comments: list[str], offsets: bool) -> Iterator[str]:
    yield from comments
    names = _name_tags(sentence.names)
    roles: dict[int, list[str]] = {}
    for role in sentence.roles:
        roles.setdefault(role.predicate, []).append(f"{role.argument + 1}:{role.label}")
    predicates = frozenset(sentence.predicates)
    for i, token in enumerate(sentence.tokens):
        notes = [f"NER={names[i]}"] if i in names else []
        if i in predicates:
            notes.append("Pred=Yes")
        if i in roles:
            notes.append("Roles=" + "|".join(roles[i]))
        if token.fact is not None:
            notes.append(f"Fact={token.fact:g}")
        if offsets:
            notes += [f"start={token.start}", f"end={token.end}"]
        yield "\t".join(_columns(i, token, notes))
    yield ""


def _columns(i: int, token: Token, notes: list[str]) -> list[str]:
    misc = "|".join(notes) or "_"
    return [str(i + 1), token.form, token.lemma, token.upos, "_", "_", str(token.head + 1), token.deprel, "_", misc]


def _name_tags(names: Iterable[NamedSpan]) -> dict[int, str]:
    """BIO tags of the words that are part of a name."""
    tags = {}
    for name in names:
        for i in range(name.first, name.last):
            tags[i] = f"{'B' if i == name.first else 'I'}-{_TAGS[name.kind]}"
    return tags
