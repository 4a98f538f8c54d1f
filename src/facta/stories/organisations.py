"""From places, organisations and groups as each report names them to those that are one: by the gazetteer, by the
codebook, by equal names; "Ministry of Defence" of two countries stays two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from facta.records import NameKind
from facta.stories.bearers import Bearer
from facta.stories.company import Circle, Company
from facta.stories.titles import Title, Titles

Joined = tuple[list[Bearer], list[str]]  # the bearers of one entity, and why they are one
Leading = Mapping[str, str | None]  # by report, the country it is about


def join_places(places: Sequence[Bearer], titles: Titles) -> list[Joined]:
    """Places by the gazetteer's number, those it does not know by equal names."""
    keyed: dict[str, list[Bearer]] = defaultdict(list)
    for bearer in places:
        known = f"geonames {bearer.gazetteer}" if bearer.gazetteer else titles.sound_of(titles.words(bearer.name))
        keyed[known].append(bearer)
    return [(members, _same(members, key.startswith("geonames "))) for key, members in sorted(keyed.items())]


def _same(members: Sequence[Bearer], placed: bool) -> list[str]:
    why = "one entry of the gazetteer" if placed else "the same name"
    listed = _listed(members)
    return [f"{listed}: {why}"] if listed else []


def _listed(members: Sequence[Bearer]) -> str:
    """All spellings in quotation marks; nothing if there is one."""
    spellings = dict.fromkeys(spelling for b in members for spelling in b.spellings)
    return ", ".join(f'"{spelling}"' for spelling in spellings) if len(spellings) > 1 else ""


def join_bodies(bodies: Sequence[Bearer], titles: Titles, leading: Leading, company: Company) -> list[Joined]:
    """Organisations and groups by what their names say, each country's apart."""
    read = {(b.report, b.entity): titles.of(b) for b in bodies}
    keyed: dict[tuple[NameKind, str], list[Bearer]] = defaultdict(list)
    for bearer in bodies:
        title = read[bearer.report, bearer.entity]
        known = title.body or title.office
        keyed[NameKind.ORGANISATION if known else bearer.kind, title.key].append(bearer)
    joined: list[Joined] = []
    for _, members in sorted(keyed.items()):
        titled = [(b, read[b.report, b.entity]) for b in members]
        joined += [_one(titled)] if titled[0][1].body else _by_country(titled, leading, company)
    return joined


def _one(titled: Sequence[tuple[Bearer, Title]], whys: Sequence[str] = ()) -> Joined:
    members, title = [b for b, _ in titled], titled[0][1]
    listed = _listed(members)
    why = "the same name"
    if title.body:
        why = f"names of one organisation in the codebook, {title.body.name}"
    elif title.office:
        why = f"names of one office in the codebook, {title.office.name}"
    return members, [*([f"{listed}: {why}"] if listed else []), *dict.fromkeys(whys)]


def _by_country(titled: Sequence[tuple[Bearer, Title]], leading: Leading, company: Company) -> list[Joined]:
    """One entity a country. Where several countries have a body of the name, or every country has one, a report that
    tells no country means its own other mention, else the country that it is about, else the one whose body other
    reports name in this company."""
    told: dict[str, set[str]] = defaultdict(set)
    for bearer, title in titled:
        if title.country:
            told[title.country].add(bearer.report)
    several = len(told) > 1 or titled[0][1].office is not None
    circles = {country: company.circle(reports) for country, reports in sorted(told.items())} if several else {}
    parted: dict[str, list[tuple[Bearer, Title]]] = defaultdict(list)
    whys: dict[str, list[str]] = defaultdict(list)
    for bearer, title in titled:
        country, why = title.country, ""
        if country is None and several:
            country, why = _meant(bearer, told, leading, company, circles)
        elif country is None:
            country = next(iter(told), None)
        if why:
            whys[f"{country}"].append(f'"{bearer.name}" without a country is that of {country}, {why}')
        parted[country or (f"? {bearer.report}" if len(told) > 1 else "?")].append((bearer, title))
    return [_one(parted[country], whys[country]) for country in sorted(parted)]


def _meant(
    bearer: Bearer, told: Mapping[str, set[str]], leading: Leading, company: Company, circles: Mapping[str, Circle]
) -> tuple[str | None, str]:
    """The country of a body that is named without one, and why."""
    here = sorted(country for country, reports in told.items() if bearer.report in reports)
    if here:
        return (here[0], "which the report gives it elsewhere") if len(here) == 1 else (None, "")
    lead = leading.get(bearer.report)
    if lead in told or (lead and not told):
        return lead, "which its report is about"
    countries = sorted(told)
    number, why = company.choose(bearer, [circles[country] for country in countries])
    return (countries[number], why.removeprefix(", ")) if number is not None else (None, "")
