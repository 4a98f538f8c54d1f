"""`facta entity` and the filters of `facta claims`, on a ledger of reports in three languages."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from facta.codebook import Codebook
from facta.errors import FactaError, UsageError
from facta.gazetteer import Gazetteer
from facta.ledger import Ledger
from facta.pipeline import Pipeline
from facta.reading import Reader
from facta.records import Report
from facta.settings import Settings
from facta.sources import passages
from facta.views.cli import app

REPORTS = (
    ("en", "Gazette", date(2024, 3, 4),
     "Shells on Goma\n\nRwandan army spokesman Ronald Rwivanga denied on Monday that Rwandan troops had shelled Goma.\n"
     "Congolese President Félix Tshisekedi said that Rwandan soldiers attacked Goma.\n"
     "French President Claire Dupont said France would send aid. UN envoy Bintou Keita said the shelling must end.\n"
     "AFP journalists heard explosions in Sake."),
    ("es", "El Cauce", date(2024, 3, 6),
     "Ataque en Goma\n\nEl presidente congoleño, Félix Tshisekedi, afirmó que soldados ruandeses atacaron Goma.\n"
     "El portavoz del ejército ruandés, Ronald Rwivanga, negó el ataque."),
    ("uk", "Вісник", date(2024, 3, 9),
     "Обстріл Гоми\n\nПрезидент Конго Фелікс Чісекеді заявив, що руандійські війська обстріляли Гому.\n"
     "За словами Рональда Рвіванги, руандійська армія не стріляла."),
    ("en", "Herald", date(2024, 3, 9),
     "Two ministers named Berg\n\nFinance minister Anna Berg met defence minister Karl Berg in Malmo. Berg said the"
     " talks were good."),
)  # fmt: skip


@pytest.fixture(scope="module")
def filled(reader: Reader, gazetteer: Gazetteer, tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("entities") / "facta.db"
    pipeline = Pipeline(Settings())
    vars(pipeline).update(reader=reader, gazetteer=gazetteer)
    with Ledger.open(str(where)) as ledger:
        for language, publisher, day, text in REPORTS:
            found = passages(text, Codebook.load(language))
            report = Report.of(text, language, publisher=publisher, published=day, passages=found)
            ledger.add(pipeline.claims(report), pipeline.made_by)
        pipeline.recheck(ledger)
    return where


@pytest.fixture
def ledger(filled: Path, tmp_path: Path) -> Path:
    """A copy that a test may change."""
    return Path(shutil.copy(filled, tmp_path / "facta.db"))


def run(where: Path, *arguments: str) -> str:
    """What the command prints; its error is raised."""
    done = CliRunner().invoke(app, [*arguments, "--ledger", str(where)])
    if isinstance(done.exception, FactaError):
        raise done.exception
    assert done.exit_code == 0, done.output
    return done.stdout


def found(where: Path, *arguments: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(run(where, "claims", *arguments, "--json"))
    return rows


def names(where: Path) -> set[str]:
    with Ledger.open(str(where), create=False) as opened:
        return {entity.name for entity in opened.entities()}


def test_speaker_is_found_in_every_script_and_language(filled: Path) -> None:
    for asked in ("Rwivanga", "rwivanga", "Рвіванга"):
        said = found(filled, "--kind", "statement", "--speaker", asked)
        assert {row["report"]["language"] for row in said} == {"en", "es", "uk"}, asked


def test_speaker_and_act_narrow_together(filled: Path) -> None:
    denied = found(filled, "--speaker", "Rwivanga", "--act", "deny")
    assert denied
    assert {row["act"] for row in denied} == {"deny"}
    assert not found(filled, "--speaker", "Dupont", "--act", "deny")


def test_claims_are_found_by_country_and_sector_of_whoever_says_or_does_it(filled: Path) -> None:
    for country in ("RWA", "rw", "Rwanda"):
        rows = found(filled, "--country", country)
        assert rows
        assert all("RWA" in row["side"] for row in rows)
    assert all(row["side"].split()[-1] == "MIL" for row in found(filled, "--sector", "MIL"))
    assert found(filled, "--sector", "IGO", "--kind", "statement")


def test_since_and_until_bound_the_days(filled: Path) -> None:
    days = {row["report"]["published"] for row in found(filled, "--since", "2024-03-05", "--until", "2024-03-07")}
    assert days == {"2024-03-06"}


def test_place_is_found_by_its_country(filled: Path) -> None:
    assert found(filled, "--place", "Goma", "--kind", "incident")
    assert len(found(filled, "--place", "Congo - Kinshasa")) >= len(found(filled, "--place", "Goma"))


def test_unknown_country_is_an_error(filled: Path) -> None:
    with pytest.raises(UsageError, match="no country 'Atlantis'"):
        run(filled, "claims", "--country", "Atlantis")


def test_entity_shows_spellings_roles_sides_statements_and_reasons(filled: Path) -> None:
    shown = run(filled, "entity", "Tshisekedi")
    for part in (
        "Félix Tshisekedi ×2 (en, es)",
        "Фелікс Чісекеді ×1 (uk)",
        "Congolese President: 2024-03-04",
        "Президент Конго: 2024-03-09",
        "COD GOV ×",
        "2024-03-06",
        "(El Cauce)",
        "Why these spellings are one:",
    ):
        assert part in shown, part


def test_entity_in_json_names_each_stance_with_its_reason(filled: Path) -> None:
    for asked, stance in (("Rwivanga", "party"), ("Dupont", "third party"), ("Bintou Keita", "observer")):
        stances = json.loads(run(filled, "entity", asked, "--json"))["stances"]
        assert [s["stance"] for s in stances] == [stance], asked
        assert all(s["reason"] for s in stances)


def test_story_tells_where_everybody_stands_and_why(filled: Path) -> None:
    stories = json.loads(run(filled, "stories", "--json"))
    origins = {o["label"]: o for story in stories for o in story["origins"]}
    stances = {label: origin["stance"] for label, origin in origins.items()}
    assert stances["Agence France-Presse journalists"] == "press witness"
    assert stances["Claire Dupont"] == "third party"
    assert "COD" in origins["Ronald Rwivanga"]["reason"]
    assert all(origin["reason"] for origin in origins.values())


def test_entity_says_so_when_nothing_or_several_fit(filled: Path) -> None:
    with pytest.raises(UsageError, match="no entity in the ledger is written like 'Nobody'"):
        run(filled, "entity", "Nobody")
    with pytest.raises(UsageError, match=r"choose one by its id: .*Anna Berg.*Karl Berg"):
        run(filled, "entity", "Berg")


def test_name_that_may_be_either_of_two_is_shown_with_both(filled: Path) -> None:
    assert "Berg (Anna Berg or Karl Berg?)" in run(filled, "claims", "--kind", "statement")
    open_to = json.loads(run(filled, "entity", "Anna Berg", "--json"))["unresolved"]
    assert [said["speaker"]["candidates"] for said in open_to] == [["Anna Berg", "Karl Berg"]]


def test_merge_survives_a_rerun_and_can_be_taken_back(ledger: Path) -> None:
    before = names(ledger)
    run(ledger, "entity", "merge", "Anna Berg", "Karl Berg", "--note", "one in the register", "--by", "ines")
    with Ledger.open(str(ledger), create=False) as opened:
        Pipeline(Settings()).recheck(opened)
    merged = json.loads(run(ledger, "entity", "Anna Berg", "--json"))
    assert {s["spelling"] for s in merged["spellings"]} >= {"Anna Berg", "Karl Berg"}
    assert any("ines decided" in reason and "one in the register" in reason for reason in merged["reasons"])
    assert [decision["decision"] for decision in merged["decisions"]] == ["merge"]
    run(ledger, "entity", "undo", "--by", "ines")
    assert names(ledger) == before


def test_split_parts_a_spelling_and_can_be_taken_back(ledger: Path) -> None:
    before = names(ledger)
    whole = {s["spelling"] for s in json.loads(run(ledger, "entity", "Rwivanga", "--json"))["spellings"]}
    part = next(s for s in whole if not s.isascii())
    run(ledger, "entity", "split", "Ronald Rwivanga", part, "--by", "ines")
    rest = json.loads(run(ledger, "entity", "Ronald Rwivanga", "--json"))
    assert part not in {s["spelling"] for s in rest["spellings"]}
    run(ledger, "entity", "undo", "--by", "ines")
    assert names(ledger) == before
    with pytest.raises(UsageError, match="no such decision"):
        run(ledger, "entity", "undo")


def test_one_entity_cannot_be_merged_with_itself(ledger: Path) -> None:
    with pytest.raises(UsageError, match="one entity already"):
        run(ledger, "entity", "merge", "Tshisekedi", "Félix Tshisekedi")
