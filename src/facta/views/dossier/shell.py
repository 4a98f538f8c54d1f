"""Takes a template and its values, gives HTML that loads nothing: style and script inline, known by their hash."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import lru_cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from facta.views.dossier.days import many

_MARKDOWN_SIGNS = re.compile(r"[\\`*_{}\[\]<>#|~&]|^[-+]|(?<=^\d)\.|://|(?<=\bwww)\.")


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Templates with everything escaped, apart from Markdown, which has its own escapes."""
    made = Environment(
        loader=PackageLoader("facta.views.dossier", "templates"),
        autoescape=lambda name: name is not None and name.endswith(".html.j2"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    made.install_null_translations(newstyle=True)  # type: ignore[attr-defined]
    made.filters["md"] = markdown_text
    made.filters["many"] = many
    return made


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


def page(template: str, **values: object) -> str:
    """A whole HTML page from a template."""
    shell = {"site": None, "css": Markup(asset("page.css")), "js": Markup(asset("page.js")), "policy": policy()}
    return environment().get_template(template).render(**shell, **values)


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
