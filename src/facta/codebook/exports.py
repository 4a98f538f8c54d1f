"""Schema of `common/exports.yml`: how deeds coded by PLOVER are written in the formats of other projects."""

from __future__ import annotations

from functools import cached_property

from pydantic import Field

from facta.codebook.schema import Page


class PloverExport(Page):
    """The quadrant of each type, and the mode that a status adds."""

    quads: dict[str, int] = Field(default_factory=dict)  # quadrant by type
    modes: dict[str, str] = Field(default_factory=dict)  # mode by status


class AcledEvent(Page):
    """One of ACLED's event types."""

    disorder: str  # its disorder type
    sub_events: tuple[str, ...]  # its sub-event types


class AcledRule(Page):
    """Which sub-event a deed of a type, and of one of the modes, is; `armed` asks for armed parties on both sides."""

    type: str  # PLOVER type
    modes: tuple[str, ...] = ()  # PLOVER modes; any if left out
    armed: bool = False  # asks for armed parties on both sides
    sub_event: str  # what such a deed is


class AcledExport(Page):
    """ACLED's lists, and what of facta's makes each of them."""

    events: dict[str, AcledEvent] = Field(default_factory=dict)  # event types with their sub-events
    rules: tuple[AcledRule, ...] = ()  # the first that fits gives the sub-event
    actors: dict[str, int] = Field(default_factory=dict)  # kind of actor by PLOVER sector
    state: int = 1  # a country without a sector
    foreign: int = 8  # kind of forces of another country
    unidentified: int = 3  # kind of an actor that is not known
    crowds: dict[str, tuple[str, int]] = Field(default_factory=dict)  # who acts in an event type, and their kind
    civilians: tuple[str, int] = ("Civilians", 7)  # name and kind of civilians
    armed: tuple[int, ...] = ()  # kinds of actors with arms
    vague: dict[int, int] = Field(default_factory=dict)  # what vague tolls count, by their least
    regions: dict[str, tuple[str, ...]] = Field(default_factory=dict)  # countries by region
    iso: dict[str, int] = Field(default_factory=dict)  # ISO number by country

    @cached_property
    def event_of(self) -> dict[str, str]:
        """Event type of each sub-event."""
        return {sub_event: name for name, event in self.events.items() for sub_event in event.sub_events}

    @cached_property
    def region_of(self) -> dict[str, str]:
        """Region of each country, by alpha-2 code."""
        return {code: region for region, codes in self.regions.items() for code in codes}


class Tolls(Page):
    """The counts of `units.yml` that make the columns of killed and injured."""

    killed: tuple[str, ...] = ()  # counts that make the toll of dead
    injured: tuple[str, ...] = ()  # counts that make the toll of wounded


class Exports(Page):
    """The whole of `common/exports.yml`."""

    plover: PloverExport = PloverExport()
    acled: AcledExport = AcledExport()
    tolls: Tolls = Tolls()
    deadly: tuple[str, ...] = ()  # types of deeds that tolls belong to
    done: tuple[str, ...] = ()  # types that are done and not only said
