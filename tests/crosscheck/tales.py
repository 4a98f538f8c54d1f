"""Small stories of several conflicts with the verdict that a careful reader would give; people and towns invented."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from facta.records import Span, Status
from tests.crosscheck.builders import Draft

MAYOR = ("Oleh Stanko", "UKR GOV")
GOVERNOR = ("Iryna Halych", "UKR GOV")
MINISTER = ("Pavel Gromin", "RUS GOV")
RUSSIANS = ("Russian forces", "RUS MIL")
UKRAINIANS = ("Ukrainian forces", "UKR MIL")
OBSERVER = ("Red Cross", "IGO")
ABROAD = ("Jean Moreau", "FRA GOV")
WITNESSES = ("AFP journalists", "MED")
REBEL = ("Elias Duro", "COL REB")
GENERAL = ("Rafael Soto", "COL MIL")
ARMY = ("the army", "COL MIL")
FRONT = ("Alto Front", "COL REB")
BAKU = ("Anar Quliyev", "AZE GOV")
YEREVAN = ("Aram Petrosian", "ARM GOV")


@dataclass(frozen=True)
class Tale:
    """Reports, the kind of finding asked for, and what it should say."""

    name: str
    reports: tuple[Draft, ...]
    kind: str
    verdict: str
    origins: int | None = None
    says: str = ""  # words that the reason must hold
    parts: dict[str, str] | None = None


def paper(publisher: str, published: str = "2024-03-02", language: str = "en") -> Draft:
    return Draft(publisher, published, language)


def told(publisher: str, who: tuple[str, str | None] | None, published: str = "2024-03-02", **known: object) -> Draft:
    """A report of one deed, by default the Russian shelling of Belgrin on 1 March."""
    row = {"actor": RUSSIANS, **known}
    return paper(publisher, published).deed(by=who, **row)  # type: ignore[arg-type]


DEEDS = (
    Tale("one official speaks", (told("A", MAYOR),), "deed", "single origin", 1, "Oleh Stanko"),
    Tale("only the outlet tells", (told("A", None),), "deed", "single origin", 1, "own voice"),
    Tale("two officials of one side", (told("A", MAYOR), told("B", GOVERNOR)), "deed", "corroborated by one side", 2),
    Tale("an official and an observer", (told("A", MAYOR), told("B", OBSERVER)), "deed", "corroborated", 2),
    Tale("an official and a third state", (told("A", MAYOR), told("B", ABROAD)), "deed", "corroborated", 2),
    Tale("the accused admits it", (told("A", MAYOR), told("B", MINISTER)), "deed", "corroborated", 2),
    Tale("one speaker in two papers", (told("A", MAYOR), told("B", MAYOR)), "deed", "single origin", 1),
    Tale(
        "one speaker twice, on two days",
        (
            paper("A").deed(by=MAYOR, actor=RUSSIANS, said="2024-03-01"),
            paper("B", "2024-03-04").deed(by=MAYOR, actor=RUSSIANS, said="2024-03-04"),
        ),
        "deed",
        "single origin",
        1,
    ),
    Tale(
        "the outlet repeats whom it cites",
        (told("A", MAYOR).deed(actor=RUSSIANS, hedged=True).deed(actor=RUSSIANS, verb="bombarded"),),
        "deed",
        "single origin",
        1,
    ),
    Tale(
        "a state and its official are one voice",
        (told("A", ("Ukrainian officials", "UKR GOV")).deed(by=MAYOR, actor=RUSSIANS),),
        "deed",
        "single origin",
        1,
    ),
    Tale("two papers in their own voice", (told("A", None), told("B", None)), "deed", "corroborated", 2),
    Tale(
        "the accused denies it",
        (told("A", MAYOR), told("B", MINISTER, status=Status.DENIED)),
        "deed",
        "disputed",
        1,
        "denied by Pavel Gromin",
    ),
    Tale("only the denial is reported", (told("A", MINISTER, status=Status.DENIED),), "deed", "denied", 1),
    Tale(
        "each side says that it was the other",
        (
            paper("A").deed(by=BAKU, actor=("Aram units", "ARM MIL"), place="Lachin Pass"),
            paper("B").deed(by=YEREVAN, actor=("Baku units", "AZE MIL"), place="Lachin Pass"),
        ),
        "deed",
        "disputed",
        2,
        "says that it was",
    ),
    Tale(
        "a passive told by one and an actor by the other",
        (paper("A").deed(by=GOVERNOR, actor=None), told("B", MAYOR)),
        "deed",
        "corroborated by one side",
        2,
    ),
    Tale(
        "night and morning after",
        (told("A", MAYOR, day="2024-02-29/2024-03-01"), told("B", GOVERNOR)),
        "deed",
        "corroborated by one side",
        2,
    ),
)

BROKEN_PLEDGE = paper("A", "2024-02-29").pledge(MINISTER)
PLEDGES = (
    Tale(
        "only the other side tells of shelling",
        (BROKEN_PLEDGE, told("B", MAYOR), told("C", GOVERNOR)),
        "pledge",
        "contradicted by one side only",
        2,
        "two origins, all of the opposing side",
        {"Belgrin": "contradicted by one side only"},
    ),
    Tale(
        "observers tell of shelling too",
        (BROKEN_PLEDGE, told("B", MAYOR), told("C", OBSERVER)),
        "pledge",
        "contradicted by reports",
        2,
    ),
    Tale(
        "the outlet itself tells of shelling", (BROKEN_PLEDGE, told("B", None)), "pledge", "contradicted by reports", 1
    ),
    Tale(
        "the other side's word against a denial",
        (BROKEN_PLEDGE, told("B", MAYOR), told("C", MINISTER, status=Status.DENIED)),
        "pledge",
        "disputed",
        1,
        "denied by Pavel Gromin",
    ),
    Tale(
        "withdrawal seen from abroad",
        (BROKEN_PLEDGE, told("B", ABROAD, kind="RETREAT", verb="withdrew from")),
        "pledge",
        "kept so far",
        1,
    ),
    Tale(
        "withdrawal told by one side, shelling by the other",
        (BROKEN_PLEDGE, told("B", MINISTER, kind="RETREAT", verb="withdrew from"), told("C", MAYOR)),
        "pledge",
        "disputed",
        2,
    ),
    Tale("nothing since", (BROKEN_PLEDGE, told("B", MAYOR, place="Farovka")), "pledge", "no deeds reported yet"),
    Tale(
        "shelling before the pledge",
        (BROKEN_PLEDGE, told("B", MAYOR, day="2024-02-20")),
        "pledge",
        "no deeds reported yet",
    ),
    Tale(
        "history recalled",
        (BROKEN_PLEDGE, told("B", MAYOR, day=None, historical=True)),
        "pledge",
        "no deeds reported yet",
    ),
    Tale(
        "the other side's own deeds",
        (BROKEN_PLEDGE, told("B", MINISTER, actor=UKRAINIANS)),
        "pledge",
        "no deeds reported yet",
    ),
    Tale(
        "nobody says whose shells",
        (BROKEN_PLEDGE, told("B", WITNESSES, actor=None, place="Orlets")),
        "pledge",
        "no deeds reported yet",
        None,
        "deeds of nobody named (Orlets, near it) are told by AFP journalists",
    ),
    Tale(
        "the region around the town",
        (BROKEN_PLEDGE, told("B", None, place="Belgrin region")),
        "pledge",
        "contradicted by reports",
        1,
        "Belgrin region, the region around it",
    ),
    Tale(
        "kept in one town and broken in the other",
        (
            paper("A", "2024-02-29").pledge(MINISTER, places=("Belgrin", "Farovka")),
            told("B", OBSERVER, kind="RETREAT", verb="withdrew from"),
            told("C", OBSERVER, place="Farovka"),
        ),
        "pledge",
        "contradicted by reports",
        1,
        "",
        {"Belgrin": "kept so far", "Farovka": "contradicted by reports"},
    ),
    Tale(
        "the rebels pledge and the army accuses",
        (
            paper("A", "2024-02-29").pledge(REBEL, places=("Puerto Alto",)),
            paper("B").deed(by=GENERAL, actor=FRONT, recipient=ARMY, place="Puerto Alto"),
        ),
        "pledge",
        "contradicted by one side only",
        1,
    ),
    Tale(
        "the army pledges and the rebels accuse",
        (
            paper("A", "2024-02-29").pledge(GENERAL, places=("Puerto Alto",)),
            paper("B").deed(by=REBEL, actor=ARMY, recipient=FRONT, place="Puerto Alto"),
        ),
        "pledge",
        "contradicted by one side only",
        1,
    ),
    Tale(
        "a day still to come",
        (paper("A").pledge(MINISTER, from_on=date(2024, 3, 9), places=("Belgrin",)),),
        "pledge",
        "too early",
    ),
    Tale("support in general", (paper("A").pledge(MINISTER, "to support peace", "SUPPORT"),), "pledge", "not testable"),
    Tale("nobody in particular", (paper("A").pledge(None, speaker=MAYOR),), "pledge", "not testable"),
)

CORRIDOR = "to open a corridor for civilians"
MORE_PLEDGES = (
    Tale(
        "observers hear nothing",
        (BROKEN_PLEDGE, told("B", OBSERVER, status=Status.NEGATED)),
        "pledge",
        "kept so far",
        1,
    ),
    Tale(
        "only the promising side says that nothing happened",
        (BROKEN_PLEDGE, told("B", MINISTER, status=Status.NEGATED)),
        "pledge",
        "no deeds reported yet",
    ),
    Tale(
        "the other side doubts it",
        (BROKEN_PLEDGE, paper("B").doubt(MAYOR, actor=RUSSIANS)),
        "pledge",
        "no deeds reported yet",
        None,
        "Doubted by Oleh Stanko",
    ),
    Tale(
        "shelling does not break a corridor",
        (paper("A", "2024-02-29").pledge(MINISTER, CORRIDOR), told("B", OBSERVER)),
        "pledge",
        "no deeds reported yet",
    ),
    Tale(
        "closing it does",
        (
            paper("A", "2024-02-29").pledge(MINISTER, CORRIDOR),
            told("B", OBSERVER, kind="COERCE", verb="closed", mode="restrict"),
        ),
        "pledge",
        "contradicted by reports",
        1,
    ),
    Tale(
        "a promise not to withdraw is broken by withdrawing",
        (
            paper("A", "2024-02-29").pledge(MINISTER, "will not leave", negated=True),
            told("B", OBSERVER, kind="RETREAT", verb="left"),
        ),
        "pledge",
        "contradicted by reports",
        1,
    ),
    Tale(
        "a condition",
        (paper("A", "2024-02-29").pledge(MINISTER, condition=Span(0, 4)), told("B", MAYOR)),
        "pledge",
        "not testable",
    ),
)

FIGURES = (
    Tale(
        "at least six and at least a hundred are not one toll",
        (
            paper("A").figure("at least 6 killed", 6, by=MAYOR, low=6, high=None),
            paper("B").figure("at least 140 killed", 140, by=OBSERVER, low=140, high=None),
        ),
        "figure",
        "figures differ",
        2,
    ),
    Tale(
        "two tolls",
        (paper("A").figure("12 killed", 12, by=MAYOR), paper("B").figure("30 killed", 30, by=MINISTER)),
        "figure",
        "figures differ",
        2,
        '"12 killed" (Oleh Stanko); "30 killed" (Pavel Gromin)',
    ),
    Tale(
        "more than ten and twelve can both be right",
        (
            paper("A").figure("more than 10 killed", 10, by=MAYOR, low=10, high=None),
            paper("B").figure("12 killed", 12, by=MINISTER),
        ),
        "figure",
        "corroborated",
        2,
    ),
    Tale(
        "two claimants in one report, and the place told once",
        (
            paper("A").figure("6 dead", 6, by=MAYOR).deed(by=MAYOR, actor=RUSSIANS),
            paper("B").deed(by=MAYOR, actor=RUSSIANS).figure("5 dead", 5, by=OBSERVER, place=None),
        ),
        "figure",
        "figures differ",
        2,
    ),
    Tale("one claimant", (paper("A").figure("12 killed", 12, by=MAYOR),), "figure", "single origin", 1),
)
