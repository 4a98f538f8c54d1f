"""Schema of `common/exports.yml`: how deeds coded by PLOVER are written in the formats of other projects."""

from __future__ import annotations

from functools import cached_property

from pydantic import Field

from facta.codebook.schema import Page


class PloverExport(Page):
    """The quadrant of each type, and the mode that a status adds."""

    quads: dict[str, int] = Field(default_factory=dict)
    modes: dict[str, str] = Field(default_factory=dict)


class AcledEvent(Page):
    """One of ACLED's event types."""

    disorder: str
    sub_events: tuple[str, ...]


class AcledRule(Page):
    """Which sub-event a deed of a type, and of one of the modes, is; `armed` asks for armed parties on both sides."""

    type: str
    modes: tuple[str, ...] = ()
    armed: bool = False
    sub_event: str


class AcledExport(Page):
    """ACLED's lists, and what of facta's makes each of them."""

    events: dict[str, AcledEvent] = Field(default_factory=dict)
    rules: tuple[AcledRule, ...] = ()
    actors: dict[str, int] = Field(default_factory=dict)  # kind of actor by PLOVER sector
    state: int = 1  # a country without a sector
    foreign: int = 8
    unidentified: int = 3
    crowds: dict[str, tuple[str, int]] = Field(default_factory=dict)  # who acts in an event type, and their kind
    civilians: tuple[str, int] = ("Civilians", 7)
    armed: tuple[int, ...] = ()  # kinds of actors with arms
    vague: dict[int, int] = Field(default_factory=dict)
    regions: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    iso: dict[str, int] = Field(default_factory=dict)

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

    killed: tuple[str, ...] = ()
    injured: tuple[str, ...] = ()


class Exports(Page):
    """The whole of `common/exports.yml`."""

    plover: PloverExport = PloverExport()
    acled: AcledExport = AcledExport()
    tolls: Tolls = Tolls()
    deadly: tuple[str, ...] = ()  # types of deeds that tolls belong to
    done: tuple[str, ...] = ()  # types that are done and not only said
