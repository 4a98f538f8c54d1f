"""Gives every word of the records that pages show, so that the catalogue of each language has them all."""

from __future__ import annotations

from collections.abc import Iterator

from facta.codebook import Codebook
from facta.codebook.plover import Plover
from facta.codebook.units import Units
from facta.crosscheck import verdicts
from facta.records import Act, Decision, Form, NameKind, PassageRole, Precision, Scope, Stance, Status, Strength
from facta.views.dossier.marks import SIGNS
from facta.views.interface import msg

ENUMERATED = (Act, Decision, Form, NameKind, PassageRole, Precision, Scope, Stance, Status, Strength)
KINDS = (
    msg("statement"), msg("incident"), msg("deed"), msg("pledge"), msg("figure"),  # of claims and groups
    msg("utterance"), msg("wire"), msg("observation"),  # of origins
    msg("no place named"),  # a pledge's part
    msg("yes"), msg("no"), msg("hedged"), msg("historical"), msg("negated"), msg("approximate"),  # what weakens a claim
)  # fmt: skip


def terms() -> Iterator[str]:
    """Each word as the records have it; types of deeds in capitals, modes with blanks for hyphens."""
    for kind in ENUMERATED:
        yield from (str(member.value) for member in kind)
    yield from (text for name, text in vars(verdicts).items() if name.isupper() and isinstance(text, str))
    yield from (*SIGNS, *KINDS)
    codebook = Codebook.load("en")
    plover = codebook.common("plover", Plover)
    for name, known in plover.types.items():
        yield from (name, known.means)
        yield from (mode.replace("-", " ") for mode in known.modes)
    yield from (context.replace("_", " ") for context in plover.contexts)
    units = codebook.page("units", Units)
    yield from (*units.categories, *units.measures)
