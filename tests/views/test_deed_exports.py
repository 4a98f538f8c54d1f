"""Deeds in the formats of PLOVER, ACLED and HXL: their columns and lists, a row a deed, and nothing guessed."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from facta.codebook import Codebook
from facta.codebook.exports import Exports
from facta.codebook.plover import Plover
from facta.ledger import Ledger
from facta.records import (
    Actor,
    Claims,
    Counts,
    CrossCheck,
    Decision,
    Evidence,
    Figure,
    Finding,
    Group,
    Incident,
    Place,
    Precision,
    Report,
    Review,
    Scope,
    Span,
    Status,
    Story,
    When,
    digest,
)
from facta.views.exports import DEED_EXPORTS

ACLED_COLUMNS = [
    "event_id_cnty",
    "event_date",
    "year",
    "time_precision",
    "disorder_type",
    "event_type",
    "sub_event_type",
    "actor1",
    "assoc_actor_1",
    "inter1",
    "actor2",
    "assoc_actor_2",
    "inter2",
    "interaction",
    "civilian_targeting",
    "iso",
    "region",
    "country",
    "admin1",
    "admin2",
    "admin3",
    "location",
    "latitude",
    "longitude",
    "geo_precision",
    "source",
    "source_scale",
    "notes",
    "fatalities",
    "tags",
    "timestamp",
]
ACLED_EVENTS = {
    "Battles": "Government regains territory; Non-state actor overtakes territory; Armed clash",
    "Explosions/Remote violence": "Chemical weapon; Air/drone strike; Suicide bomb; Shelling/artillery/missile attack; "
    "Remote explosive/landmine/IED; Grenade",
    "Violence against civilians": "Sexual violence; Attack; Abduction/forced disappearance",
    "Protests": "Peaceful protest; Protest with intervention; Excessive force against protesters",
    "Riots": "Violent demonstration; Mob violence",
    "Strategic developments": "Agreement; Arrests; Change to group/activity; Disrupted weapons use; Headquarters or "
    "base established; Looting/property destruction; Non-violent transfer of territory; Other",
}
HXL_TAGS = [
    "#date+start",
    "#date+end",
    "#event+type",
    "#loc+name",
    "#adm1+name",
    "#adm2+name",
    "#geo+lat",
    "#geo+lon",
    "#country+name",
    "#country+code",
    "#affected+killed",
    "#affected+injured",
    "#meta+source",
    "#description",
    "#date+reported",
]
PLOVER_KEYS = [
    "id",
    "date",
    "enddate",
    "actor",
    "recipient",
    "event",
    "mode",
    "context",
    "quad_code",
    "event_scale",
    "event_loc",
    "event_text",
    "text",
    "text_info",
    "link",
    "cite_info",
    "coder",
    "coded_date",
    "comment",
]

FIRST = "Shells hit the market of Goma on Monday, killing dozens. The army denied it. Rebels will leave Sake by Friday."
SECOND = (
    "Rebels shelled the market in Goma, 12 people died and 30 were wounded. Police arrested a student. Talks may fail."
)
GOMA = Place(Span(25, 29), "Goma", "CD", -1.678, 29.222, Precision.TOWN, 216281, "North Kivu")
KIVU = Place(Span(25, 29), "North Kivu", "CD", -0.5, 29.0, Precision.REGION, 206938, "North Kivu")
LOST = Place(Span(25, 29), "Sake", candidates=("Sake", "Saké"))
MONDAY = When(None, date(2024, 2, 5), date(2024, 2, 5))
FEBRUARY = When(None, date(2024, 2, 1), date(2024, 2, 29))
REBELS = Actor(None, "M23", "r", "COD REB")
ARMY = Actor(None, "Congolese army", "a", "COD MIL")
RWANDA = Actor(None, "Rwandan army", "w", "RWA MIL", joined=(REBELS,))
TRADERS = Actor(None, "market traders", "t", "CVL")


def span(words: str, text: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def incident(text: str, words: str, clause: str, kind: str, **known: Any) -> Incident:
    found = {"mode": None, "trigger": span(words, text), "text": span(clause, text)} | known
    return Incident(id=digest(text, words, kind), type=kind, **found)


def figure(text: str, words: str, value: float | None, low: float, counts: str, **known: Any) -> Figure:
    return Figure(digest(text, words), span(words, text), value, low, value, counts, **known)


def first() -> Claims:
    report = Report.of(FIRST, "en", published=date(2024, 2, 6), publisher="Kivu Courier", url="https://kivu.example/1")
    shelled = {"mode": "heavy-weapons", "place": GOMA, "when": MONDAY, "recipient": TRADERS}
    incidents = (
        incident(FIRST, "hit", "Shells hit the market of Goma on Monday", "ASSAULT", **shelled),
        incident(FIRST, "leave", "Rebels will leave Sake", "CONCEDE", actor=REBELS, status=Status.PLANNED, place=LOST),
    )
    return Claims(report, incidents=incidents, figures=(figure(FIRST, "dozens", None, 24, "killed"),))


def second() -> Claims:
    report = Report.of(SECOND, "en", published=date(2024, 2, 7), publisher="Lake Radio")
    shelled = {"mode": "heavy-weapons", "place": GOMA, "when": MONDAY, "actor": REBELS, "status": Status.ATTRIBUTED}
    incidents = (
        incident(SECOND, "shelled", "Rebels shelled the market in Goma", "ASSAULT", **shelled),
        incident(SECOND, "arrested", "Police arrested a student", "COERCE", mode="arrest", place=KIVU, actor=ARMY),
        incident(SECOND, "fail", "Talks may fail", "CONSULT", status=Status.HYPOTHETICAL),
    )
    figures = (figure(SECOND, "12", 12, 12, "killed"), figure(SECOND, "30", 30, 30, "wounded"))
    return Claims(report, incidents=incidents, figures=figures)


def checked(everything: list[Claims]) -> CrossCheck:
    """One story with one group: the shelling that both reports tell."""
    one, other = (claims.incidents[0].id for claims in everything)
    counts = Counts(2, 2, 2)
    group = Group("g1", "incident", "ASSAULT", "Assault, Goma", (one, other), ("o1", "o2"), counts, GOMA, MONDAY)
    evidence = (
        Evidence(everything[0].report.id, Span(0, 6), one),
        Evidence(everything[1].report.id, Span(0, 6), other),
    )
    finding = Finding("f1", "g1", "deed", "corroborated", "Told by two origins.", evidence, counts)
    story = Story("s1", "Goma", tuple(claims.report.id for claims in everything))
    return CrossCheck(story, groups=(group,), findings=(finding,))


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(str(tmp_path / "deeds.db")) as opened:
        everything = [first(), second()]
        for claims in everything:
            opened.add(claims, "facta 9")
        opened.replace_checks([], [checked(everything)])
        yield opened


def kept(tmp_path: Path, *incidents: Incident, text: str = SECOND, **known: Any) -> Ledger:
    """A ledger with one report that claims the incidents alone."""
    opened = Ledger.open(str(tmp_path / "one.db"))
    report = Report.of(text, "en", **({"published": date(2024, 2, 7), "publisher": "Lake Radio"} | known))
    opened.add(Claims(report, incidents=incidents), "facta 9")
    return opened


def written(ledger: Ledger, form: str, per_claim: bool = False) -> str:
    return "".join(DEED_EXPORTS[form](ledger, None, per_claim))


def table(ledger: Ledger, form: str, per_claim: bool = False) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written(ledger, form, per_claim), newline="")))


def events(ledger: Ledger, per_claim: bool = False) -> list[dict[str, Any]]:
    return [json.loads(line) for line in written(ledger, "plover", per_claim).splitlines()]


# ---------------------------------------------------------------------------------------------- lists and columns


def test_acled_has_its_columns_and_a_row_a_deed(ledger: Ledger) -> None:
    rows = table(ledger, "acled")
    assert list(rows[0]) == ACLED_COLUMNS
    assert [row["sub_event_type"] for row in rows] == ["Shelling/artillery/missile attack", "Arrests"]
    shelling = rows[0]
    assert (shelling["event_date"], shelling["year"], shelling["time_precision"]) == ("2024-02-05", "2024", "1")
    assert (shelling["actor1"], shelling["inter1"]) == ("M23", "2")
    assert (shelling["actor2"], shelling["assoc_actor_2"]) == ("Civilians (Congo - Kinshasa)", "market traders")
    assert (shelling["inter2"], shelling["interaction"], shelling["civilian_targeting"]) == (
        "7",
        "27",
        "Civilian targeting",
    )
    assert (shelling["iso"], shelling["region"], shelling["admin1"]) == ("180", "Middle Africa", "North Kivu")
    assert (shelling["latitude"], shelling["longitude"], shelling["geo_precision"]) == ("-1.678", "29.222", "1")
    assert shelling["source"] == "Kivu Courier; Lake Radio"
    assert shelling["fatalities"] == "12"  # the lower of "12" and "dozens", which ACLED counts as 12
    assert "corroborated" in shelling["notes"]
    assert shelling["event_id_cnty"].startswith("COD")


def test_values_of_acled_come_from_its_lists(ledger: Ledger) -> None:
    sub_events = {name: listed.split("; ") for name, listed in ACLED_EVENTS.items()}
    for row in table(ledger, "acled", per_claim=True):
        assert row["sub_event_type"] in sub_events[row["event_type"]]
        assert row["disorder_type"] in ("Political violence", "Demonstrations", "Strategic developments")
        assert row["time_precision"] in "123"
        assert row["geo_precision"] in "123"
        assert row["inter1"] in ("", *"12345678")
        assert row["inter2"] in ("", *"12345678")
        assert row["interaction"] == "" or 10 <= int(row["interaction"]) <= 88
        assert date.fromisoformat(row["event_date"])
        assert int(row["fatalities"]) >= 0
        assert row["civilian_targeting"] in ("", "Civilian targeting")


def test_the_codebook_knows_the_lists_of_acled() -> None:
    exports = Codebook.load("en").common("exports", Exports)
    listed = {name: sorted(event.sub_events) for name, event in exports.acled.events.items()}
    assert listed == {name: sorted(listed.split("; ")) for name, listed in ACLED_EVENTS.items()}
    assert {rule.sub_event for rule in exports.acled.rules} <= exports.acled.event_of.keys()
    assert set(exports.acled.actors.values()) <= set(range(1, 9))
    assert exports.plover.quads.keys() == Codebook.load("en").common("plover", Plover).types.keys()


def test_hxl_has_its_row_of_tags(ledger: Ledger) -> None:
    header, tags, *rows = csv.reader(io.StringIO(written(ledger, "hxl"), newline=""))
    assert tags == HXL_TAGS
    assert len(header) == len(tags)
    assert not any(name.startswith("#") for name in header)
    row = dict(zip(tags, rows[0], strict=True))
    assert (row["#date+start"], row["#date+end"], row["#date+reported"]) == ("2024-02-05", "2024-02-05", "2024-02-06")
    assert (row["#event+type"], row["#loc+name"]) == ("Assault (heavy weapons)", "Goma")
    assert (row["#affected+killed"], row["#affected+injured"]) == ("12", "30")
    assert (row["#country+name"], row["#country+code"]) == ("Congo - Kinshasa", "COD")
    assert len(rows) == 2  # what is planned or supposed is no row


def test_plover_has_its_keys_and_codes(ledger: Ledger) -> None:
    types = Codebook.load("en").common("plover", Plover)
    found = events(ledger)
    assert [list(event) for event in found] == [PLOVER_KEYS] * 4
    for event in found:
        assert all(types.knows(kind, None) for kind in event["event"])
        assert event["quad_code"] in (1, 2, 3, 4)
        assert all({"code", "sector", "entity_text", "identifier_id"} <= entity.keys() for entity in event["actor"])
    shelling = found[0]
    assert (shelling["event"], shelling["mode"], shelling["event_scale"]) == (["ASSAULT"], ["heavy-weapons"], -9)
    assert shelling["actor"][0]["code"] == "COD"
    assert shelling["actor"][0]["sector"] == ["REB"]
    assert [source["status"] for source in shelling["text_info"]] == ["reported", "attributed"]
    assert shelling["link"] == ["https://kivu.example/1"]
    assert shelling["coder"] == "facta 9"


def test_plover_keeps_every_status_as_a_mode(ledger: Ledger) -> None:
    modes = {event["event_text"]: event["mode"] for event in events(ledger)}
    assert modes == {"hit": ["heavy-weapons"], "leave": ["future"], "arrested": ["arrest"], "fail": ["hypothetical"]}


# ---------------------------------------------------------------------------------------------- deeds and claims


def test_a_row_a_claim_where_it_is_asked_for(ledger: Ledger) -> None:
    assert [row["fatalities"] for row in table(ledger, "acled", per_claim=True)] == ["12", "12", "0"]
    assert len(events(ledger, per_claim=True)) == 5


def test_what_a_person_rejected_is_left_out(ledger: Ledger) -> None:
    def decide(number: int, decision: Decision) -> None:
        at = datetime(2024, 2, 8 + number, tzinfo=UTC)
        hit, text = first().incidents[0], digest(first().report.text)
        ledger.add_review(Review(f"r{number}", hit.id, decision, "Aïcha", at, "not theirs", "incident", text, hit.text))

    decide(1, Decision.REJECT)
    assert table(ledger, "acled")[0]["source"] == "Lake Radio"
    decide(2, Decision.CONFIRM)
    assert table(ledger, "acled")[0]["source"] == "Kivu Courier; Lake Radio"


def test_the_same_ledger_gives_the_same_files(ledger: Ledger) -> None:
    for form in DEED_EXPORTS:
        assert written(ledger, form) == written(ledger, form)


def test_an_empty_ledger_gives_headers_alone(tmp_path: Path) -> None:
    with Ledger.open(str(tmp_path / "empty.db")) as empty:
        assert written(empty, "plover") == ""
        assert written(empty, "acled").strip().split(",") == ACLED_COLUMNS
        assert written(empty, "hxl").count("\r\n") == 2


# ---------------------------------------------------------------------------------------------- which deed is which row

DEEDS = [
    ({"kind": "ASSAULT", "mode": "drone"}, "Air/drone strike"),
    ({"kind": "ASSAULT", "mode": "aerial"}, "Air/drone strike"),
    ({"kind": "ASSAULT", "mode": "abduct"}, "Abduction/forced disappearance"),
    ({"kind": "ASSAULT", "mode": "firearms", "actor": REBELS, "recipient": ARMY}, "Armed clash"),
    ({"kind": "ASSAULT", "mode": "firearms", "actor": ARMY, "recipient": REBELS}, "Armed clash"),
    ({"kind": "ASSAULT", "mode": "firearms", "actor": ARMY, "recipient": TRADERS}, "Attack"),
    ({"kind": "ASSAULT", "actor": REBELS}, "Attack"),
    ({"kind": "PROTEST", "mode": "demo"}, "Peaceful protest"),
    ({"kind": "PROTEST", "mode": "riot"}, "Violent demonstration"),
    ({"kind": "RETREAT", "mode": "withdraw"}, "Non-violent transfer of territory"),
    ({"kind": "AGREE"}, "Agreement"),
    ({"kind": "MOBILIZE", "mode": "troops"}, "Change to group/activity"),
    ({"kind": "CONSULT"}, None),
    ({"kind": "PROTEST", "mode": "strike"}, None),
    ({"kind": "ASSAULT", "status": Status.DENIED}, None),
    ({"kind": "ASSAULT", "status": Status.NEGATED}, None),
    ({"kind": "ASSAULT", "status": Status.PLANNED}, None),
    ({"kind": "ASSAULT", "status": Status.HYPOTHETICAL}, None),
    ({"kind": "ASSAULT", "historical": True}, None),
    ({"kind": "ASSAULT", "historical": True, "when": MONDAY}, "Attack"),
]


@pytest.mark.parametrize(("known", "expected"), DEEDS)
def test_deed_is_the_sub_event_that_acled_would_code(
    tmp_path: Path, known: dict[str, Any], expected: str | None
) -> None:
    told = incident(SECOND, "shelled", "Rebels shelled the market in Goma", **({"place": GOMA} | known))
    with kept(tmp_path, told) as ledger:
        assert [row["sub_event_type"] for row in table(ledger, "acled")] == ([expected] if expected else [])


PLACES = [(GOMA, "1", "-1.678"), (KIVU, "3", "-0.5"), (LOST, "3", ""), (None, "3", "")]


@pytest.mark.parametrize(("place", "precision", "latitude"), PLACES)
def test_place_is_as_precise_as_it_is_known(tmp_path: Path, place: Place | None, precision: str, latitude: str) -> None:
    told = incident(SECOND, "shelled", "Rebels shelled the market in Goma", "ASSAULT", place=place)
    with kept(tmp_path, told) as ledger:
        (row,) = table(ledger, "acled")
        assert (row["geo_precision"], row["latitude"]) == (precision, latitude)


DAYS = [
    (MONDAY, "2024-02-05", "1"),
    (When(None, date(2024, 2, 3), date(2024, 2, 6)), "2024-02-03", "2"),
    (FEBRUARY, "2024-02-01", "3"),
    (When(None), "2024-02-07", "2"),
    (None, "2024-02-07", "2"),
]


@pytest.mark.parametrize(("when", "day", "precision"), DAYS)
def test_day_is_as_precise_as_it_is_told(tmp_path: Path, when: When | None, day: str, precision: str) -> None:
    told = incident(SECOND, "shelled", "Rebels shelled the market in Goma", "ASSAULT", when=when)
    with kept(tmp_path, told) as ledger:
        (row,) = table(ledger, "acled")
        assert (row["event_date"], row["time_precision"]) == (day, precision)


def test_a_deed_without_any_day_is_no_row_of_acled(tmp_path: Path) -> None:
    told = incident(SECOND, "shelled", "Rebels shelled the market in Goma", "ASSAULT")
    with kept(tmp_path, told, published=None) as ledger:
        assert table(ledger, "acled") == []
        assert events(ledger)[0]["comment"] == "status: reported; no day told"


ACTORS = [
    (None, ("Unidentified Armed Group (Congo - Kinshasa)", "", "3")),
    (REBELS, ("M23", "", "2")),
    (ARMY, ("Congolese army", "", "1")),
    (RWANDA, ("Rwandan army", "M23", "8")),
    (TRADERS, ("Civilians (Congo - Kinshasa)", "market traders", "7")),
    (Actor(None, "gunmen"), ("gunmen", "", "3")),
    (Actor(None, "Rwanda", side="RWA"), ("Rwanda", "", "8")),
    (Actor(None, "They"), ("Unidentified Armed Group (Congo - Kinshasa)", "", "3")),
]


@pytest.mark.parametrize(("actor", "expected"), ACTORS)
def test_actor_has_the_kind_that_acled_gives_it(tmp_path: Path, actor: Actor | None, expected: tuple[str, ...]) -> None:
    told = incident(SECOND, "shelled", "Rebels shelled the market in Goma", "ASSAULT", actor=actor, place=GOMA)
    with kept(tmp_path, told) as ledger:
        (row,) = table(ledger, "acled")
        assert (row["actor1"], row["assoc_actor_1"], row["inter1"]) == expected


RECIPIENTS = [
    (TRADERS, ("Civilians (Congo - Kinshasa)", "market traders", "7", "37")),
    (ARMY, ("Congolese army", "", "1", "13")),
    (Actor(None, "Rwanda", side="RWA"), ("Rwanda", "", "8", "38")),
    (Actor(None, "the town of Goma", side="COD"), ("", "", "", "30")),  # a town is no party
    (None, ("", "", "", "30")),
]


@pytest.mark.parametrize(("recipient", "expected"), RECIPIENTS)
def test_whom_it_is_done_to_is_a_party_or_nobody(
    tmp_path: Path, recipient: Actor | None, expected: tuple[str, ...]
) -> None:
    told = incident(SECOND, "shelled", "Rebels shelled the market in Goma", "ASSAULT", recipient=recipient, place=GOMA)
    with kept(tmp_path, told) as ledger:
        (row,) = table(ledger, "acled")
        assert (row["actor2"], row["assoc_actor_2"], row["inter2"], row["interaction"]) == expected


def test_tolls_of_other_sentences_and_of_longer_times_do_not_count(tmp_path: Path) -> None:
    text = "Rebels shelled Goma. In all 90 people died. A drone hit Sake, bringing the dead to 41."
    shelled = incident(text, "shelled", "Rebels shelled Goma", "ASSAULT")
    hit = incident(text, "hit", "A drone hit Sake", "ASSAULT", mode="drone")
    figures = (figure(text, "90", 90, 90, "killed"), figure(text, "41", 41, 41, "killed", scope=Scope.CUMULATIVE))
    with Ledger.open(str(tmp_path / "tolls.db")) as ledger:
        report = Report.of(text, "en", published=date(2024, 2, 7))
        ledger.add(Claims(report, incidents=(shelled, hit), figures=figures), "facta 9")
        assert [row["fatalities"] for row in table(ledger, "acled")] == ["0", "0"]


def test_the_page_on_exports_has_the_tables_of_the_codebook() -> None:
    page = (Path(__file__).parents[2] / "docs/exports.md").read_text(encoding="utf-8")
    for rule in Codebook.load("en").common("exports", Exports).acled.rules:
        what = " ".join(filter(None, (rule.type, ", ".join(rule.modes)))) + ", armed parties on both sides" * rule.armed
        assert f"| {what} | {rule.sub_event} |" in page
    for name in (*ACLED_COLUMNS, *HXL_TAGS, *PLOVER_KEYS, *DEED_EXPORTS):
        assert f"`{name}`" in page, name
