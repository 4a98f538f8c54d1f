"""Makes a process ready to serve: loads what every page needs, and has Python look for garbage less often.

A dossier makes some hundred thousand small objects and drops them again at once. Looking through all that is loaded
each time some of them have piled up takes longer than making the page, so what is loaded is set aside."""

from __future__ import annotations

import gc

from facta.gazetteer import Gazetteer
from facta.views.interface import LANGUAGES
from facta.views.map import Borders
from facta.views.server.render import environment

PILED_UP = 50_000  # new objects before the first look; Python's own 700 means some hundred looks a page


def warm() -> None:
    """Loads gazetteer, borders and templates; what is loaded by now is never looked through for garbage again."""
    Gazetteer.load()
    Borders.load()
    for language in LANGUAGES:
        environment(language).get_template("dossier.html.j2")
    gc.collect()
    gc.freeze()
    gc.set_threshold(PILED_UP, 20, 50)
