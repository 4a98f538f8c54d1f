"""Schema of `common/publishers.yml`: news agencies, and outlets by owner. From a publisher's name to its family."""

from __future__ import annotations

from functools import cached_property
from urllib.parse import urlsplit

from facta.codebook.schema import Page
from facta.text import fold


class Outlet(Page):
    """One outlet: its usual name, other spellings, and the domains that it publishes on."""

    name: str  # usual name
    aliases: tuple[str, ...] = ()  # other spellings
    domains: tuple[str, ...] = ()  # on which it publishes


class Family(Page):
    """Outlets of one owner. They count as one publisher when publishers are counted."""

    owner: str  # who owns the outlets
    outlets: tuple[Outlet, ...]  # they count as one publisher


class Agency(Page):
    """A news agency that others print. `signatures` are phrases that only this agency closes its texts with."""

    name: str  # usual name
    spellings: tuple[str, ...] = ()  # as credits write it
    signatures: tuple[str, ...] = ()  # phrases that only this agency closes its texts with


class Publishers(Page):
    """`common/publishers.yml`."""

    families: tuple[Family, ...] = ()
    agencies: tuple[Agency, ...] = ()

    def family(self, publisher: str | None, url: str | None = None) -> str | None:
        """The owner of the outlet, or the publisher itself in folded spelling; `None` when neither is known.

        Two reports are of one publisher when their families are equal.
        """
        if publisher and (owner := self.owners.get(fold(publisher.strip()))):
            return owner
        host = (urlsplit(url).hostname or "").removeprefix("www.") if url else ""
        parts = host.split(".")
        for start in range(len(parts) - 1):
            if owner := self.owners_by_domain.get(".".join(parts[start:])):
                return owner
        return fold(publisher.strip()) if publisher else host or None

    @cached_property
    def owners(self) -> dict[str, str]:
        """Owner by folded name of outlet, owner or agency."""
        names: dict[str, str] = {}
        for family in self.families:
            outlets = (name for outlet in family.outlets for name in (outlet.name, *outlet.aliases))
            names.update((fold(name), family.owner) for name in (family.owner, *outlets))
        for agency in self.agencies:
            for name in (agency.name, *agency.spellings):
                names.setdefault(fold(name), agency.name)
        return names

    @cached_property
    def owners_by_domain(self) -> dict[str, str]:
        """Owner by domain, such as "example.org"."""
        return {d: family.owner for family in self.families for outlet in family.outlets for d in outlet.domains}
