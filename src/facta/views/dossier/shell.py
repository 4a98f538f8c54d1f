"""Takes a template and its values, gives HTML that loads nothing: style and script inline, known by their hash."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import lru_cache, partial
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from facta.records import Group
from facta.views.dossier.days import day
from facta.views.interface import LANGUAGES, Interface, interface_in

_MARKDOWN_SIGNS = re.compile(r"[\\`*_{}\[\]<>#|~&]|^[-+]|(?<=^\d)\.|://|(?<=\bwww)\.")


@lru_cache(maxsize=len(LANGUAGES))
def environment(language: str = "en") -> Environment:
    """Templates with everything escaped, apart from Markdown, which has its own escapes; `_("Stories")` and
    `ngettext("%(num)s story", "%(num)s stories", n)` in them speak the language, as do the filters `words` (of a
    value), `day`, `number`, `label` and `codes` and the function `country`."""
    made = Environment(
        loader=PackageLoader("facta.views.dossier", "templates"),
        autoescape=lambda name: name is not None and name.endswith(".html.j2"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    interface = interface_in(language)
    made.install_gettext_callables(  # type: ignore[attr-defined]
        interface.gettext, interface.ngettext, newstyle=True, pgettext=interface.pgettext, npgettext=interface.npgettext
    )
    made.filters["md"] = markdown_text
    made.filters["words"] = interface.gettext  # for values: what `_()` gives counts as markup, and as a format
    made.filters["day"] = partial(day, interface=interface)
    made.filters["codes"] = interface.codes
    made.filters["number"] = interface.number
    made.filters["label"] = partial(label_of, interface=interface)
    made.globals |= {"country": interface.country, "in_english": in_english(language)}
    made.globals |= {"page_language": language, "page_languages": LANGUAGES}
    return made


def in_english(language: str) -> Markup:
    """The attribute for words that are English on every page, such as reasons; nothing where the page is English."""
    return Markup("") if language == "en" else Markup(' lang="en"')


def label_of(group: Group, interface: Interface) -> str:
    """What a group is called: codes in the page's language, a pledge's words in those of its report."""
    say = interface.gettext
    place = f", {group.place.name}" if group.place else ""
    head = group.label.removesuffix(place)
    tail = group.label[len(head) :]
    kind, _, mode = head.removesuffix(")").partition(" (")
    if group.kind == "figure" and head == group.type:
        return say(head) + tail
    if group.kind == "incident" and kind.upper() == group.type:
        return say(group.type).capitalize() + (f" ({say(mode)})" if mode else "") + tail
    return group.label


def markdown_text(text: str) -> str:
    """Text that Markdown shows as it is: on one line, with the signs that would mean something escaped."""
    return _MARKDOWN_SIGNS.sub(r"\\\g<0>", " ".join(re.split(r"\s+", text)))


@lru_cache(maxsize=2)
def asset(name: str) -> str:
    """The text of the style sheet or the script."""
    return files("facta.views.dossier").joinpath("templates", name).read_text(encoding="utf-8")


def policy() -> str:
    """A content security policy that allows this style and this script, by their hashes, and nothing else."""
    style, script = (_hash(asset(name)) for name in ("page.css", "page.js"))
    return (
        f"default-src 'none'; style-src '{style}'; script-src '{script}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def page(template: str, language: str = "en", **values: object) -> str:
    """A whole HTML page from a template."""
    shell = {"site": None, "css": Markup(asset("page.css")), "js": Markup(asset("page.js")), "policy": policy()}
    return environment(language).get_template(template).render(**shell, **values)


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
