"""Takes a story's check, its reports' claims and the entities, gives the dossier: the page that an analyst hands on.

One self-contained file, the same bytes for the same input. It decides nothing: every word on it comes from a record.
"""

from __future__ import annotations

from collections.abc import Sequence

from facta.records import Claims, CrossCheck, Entity
from facta.views.dossier import shell
from facta.views.dossier.index import Link
from facta.views.dossier.page import page_of
from facta.views.interface import interface_in

__all__ = ["html", "markdown"]


def html(
    check: CrossCheck,
    claims: Sequence[Claims],
    entities: Sequence[Entity],
    links: Sequence[Link] = (),
    home: str = "",
    language: str = "en",
) -> str:
    """The dossier as one HTML file. `links` are the ledger's entity links; `home` is the address of the list of
    stories, where there is one; `language` is that of the page's own words."""
    page = page_of(check, claims, entities, links, interface=interface_in(language))
    return shell.page("dossier.html.j2", language, page=page, home=home)


def markdown(
    check: CrossCheck,
    claims: Sequence[Claims],
    entities: Sequence[Entity],
    links: Sequence[Link] = (),
    language: str = "en",
) -> str:
    """The dossier as Markdown: the same rows without drawings, quotes to the letter."""
    page = page_of(check, claims, entities, links, interface=interface_in(language))
    return shell.environment(language).get_template("dossier.md.j2").render(page=page)
