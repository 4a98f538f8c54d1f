"""From a Reading to Claims: frames of the parse are read through the codebook. Leaves other reports out of sight."""

from __future__ import annotations

from facta.codebook import Codebook
from facta.extraction.cast import Cast
from facta.extraction.context import Context
from facta.extraction.figures import find_figures
from facta.extraction.incidents import find_incidents
from facta.extraction.places import find_places
from facta.extraction.pledges import find_pledges
from facta.extraction.statements import find_statements
from facta.extraction.times import find_times
from facta.extraction.trace import SILENT, Trace
from facta.gazetteer import Gazetteer
from facta.records import Claims, Reading

__all__ = ["extract"]


def extract(reading: Reading, codebook: Codebook, gazetteer: Gazetteer, trace: Trace = SILENT) -> Claims:
    """All that the report claims, each claim with the characters that say so; `trace` hears which rules fired."""
    context = Context.of(reading, codebook, gazetteer, trace)
    places = find_places(context)
    times = find_times(context)
    cast = Cast.of(context, places)
    statements = find_statements(context, cast, times)
    cast = cast.hearing(statements)
    incidents = find_incidents(context, cast, places, times, statements)
    return Claims(
        report=reading.report,
        names=cast.names,
        places=places,
        statements=statements,
        incidents=incidents,
        pledges=find_pledges(context, cast, places, times, statements, incidents),
        figures=find_figures(context, places, times, statements),
        vector=reading.vector,
    )
