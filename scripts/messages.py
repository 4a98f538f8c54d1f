"""Collects the words of all pages and brings each language's catalogue up to date; `make messages` runs it.

New words get an empty translation, which a test reports; those that are no longer used go.
"""

from __future__ import annotations

import re
import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po, write_po

from facta.views.interface import LANGUAGES
from facta.views.terms import terms

VIEWS = Path(__file__).resolve().parents[1] / "src/facta/views"
METHODS = [("**.py", "python"), ("**.html.j2", "jinja2"), ("**.md.j2", "jinja2")]
OPTIONS = {"**.j2": {"trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}}
KEYWORDS = DEFAULT_KEYWORDS | {"msg": None, "say": None, "many": (1, 2)}
CLOCK = re.compile(r'^"(?:POT-Creation-Date|PO-Revision-Date|Last-Translator|Language-Team|Report-Msgid-Bugs-To|'
                   r'Generated-By|Project-Id-Version)[^\n]*\n', re.MULTILINE)  # fmt: skip


def main() -> None:
    """Write the catalogue of each language but English."""
    wanted = collected()
    for code in LANGUAGES:
        if code != "en":
            path = VIEWS / "locale" / code / "LC_MESSAGES" / "facta.po"
            path.write_text(updated(path, code, wanted), encoding="utf-8")
            sys.stderr.write(f"{path}: {len(wanted)} messages\n")


def collected() -> Catalog:
    """Every message of the templates, the modules and the records."""
    found = Catalog()
    options = {pattern: OPTIONS["**.j2"] for pattern, method in METHODS if method == "jinja2"}
    for file, _, message, comments, context in extract_from_dir(VIEWS, METHODS, options, KEYWORDS):
        found.add(message, None, [(file, 0)], auto_comments=comments, context=context)
    for term in terms():
        if term not in found:
            found.add(term, None, [("terms.py", 0)])
    return found


def updated(path: Path, code: str, wanted: Catalog) -> str:
    """The text of a catalogue with exactly the wanted messages, in the order of the English words."""
    known = read_po(BytesIO(path.read_bytes()), locale=code) if path.exists() else Catalog(locale=code)
    known.update(wanted, no_fuzzy_matching=True)
    known.obsolete.clear()
    known.header_comment = "# The words of facta's pages. Made by `make messages`; translations are written by hand."
    written = BytesIO()
    write_po(written, known, width=110, sort_output=True, ignore_obsolete=True, include_lineno=False)
    return CLOCK.sub("", written.getvalue().decode())


if __name__ == "__main__":
    main()
