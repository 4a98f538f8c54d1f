"""German in the style of agencies and papers: who says what, what is done and promised, how many, when and where.

Sentences of our own on several conflicts; every table can fail row by row."""

from __future__ import annotations

from datetime import date

import pytest

from facta.records import Claims, Incident, Span, Statement
from tests.conftest import ClaimsOf

PUBLISHED = date(2024, 5, 15)  # a Wednesday


def in_text(claims: Claims, span: Span | None) -> str | None:
    return span.of(claims.report.text) if span else None


def speaker_of(claims: Claims, statement: Statement) -> str | None:
    return in_text(claims, statement.speaker.span) if statement.speaker else None


STATEMENTS = [
    # a particle at the clause's end belongs to the cue
    (
        "Der Außenminister kündigte am Dienstag an, die Botschaft werde bald wieder öffnen.",
        "Der Außenminister",
        "die Botschaft werde bald wieder öffnen",
        "assert",
    ),
    (
        "Das Innenministerium in Pristina teilte mit, dass zwei Beamte verletzt wurden.",
        "Das Innenministerium in Pristina",
        "zwei Beamte verletzt wurden",
        "assert",
    ),
    ("Die Armee wies die Vorwürfe am Abend zurück.", "Die Armee", "die Vorwürfe", "deny"),
    ("Baku warf Eriwan vor, die Feuerpause gebrochen zu haben.", "Baku", "die Feuerpause gebrochen zu haben", "accuse"),
    # speech behind what is said
    (
        "„Wir weichen keinen Meter zurück“, sagte der Kommandeur.",
        "der Kommandeur",
        "Wir weichen keinen Meter zurück",
        "assert",
    ),
    (
        "»Die Schulen bleiben zu«, erklärte die Bürgermeisterin von Cúcuta.",
        "die Bürgermeisterin von Cúcuta",
        "Die Schulen bleiben zu",
        "assert",
    ),
    ("Die Felder seien vermint, sagte ein Bauer.", "ein Bauer", "Die Felder seien vermint", "assert"),
    # content that follows without a conjunction
    (
        "Der Gouverneur von Nord-Darfur erklärte, die Rebellen hätten zwei Dörfer geplündert.",
        "Der Gouverneur von Nord-Darfur",
        "die Rebellen hätten zwei Dörfer geplündert",
        "accuse",
    ),
    (
        "Eine Anwohnerin berichtete, sie habe die ganze Nacht Schüsse gehört.",
        "Eine Anwohnerin",
        "sie habe die ganze Nacht Schüsse gehört",
        "assert",
    ),
    # infinitives
    (
        "Die Regierung in Khartum sagte zu, den Flughafen zu öffnen.",
        "Die Regierung in Khartum",
        "den Flughafen zu öffnen",
        "promise",
    ),
    (
        "Die Opposition forderte den Präsidenten auf, sofort zurückzutreten.",
        "Die Opposition",
        "sofort zurückzutreten",
        "demand",
    ),
    ("Die Miliz drohte, den Staudamm zu sprengen.", "Die Miliz", "den Staudamm zu sprengen", "threaten"),
    ("Der General bestritt, den Befehl gegeben zu haben.", "Der General", "den Befehl gegeben zu haben", "deny"),
    # sources
    (
        "Nach Angaben der Polizei starben bei dem Anschlag vier Menschen.",
        "der Polizei",
        "starben bei dem Anschlag vier Menschen",
        "assert",
    ),
    ("Laut dem Roten Kreuz fehlt es an Trinkwasser.", "Roten Kreuz", "fehlt es an Trinkwasser", "assert"),
    (
        "Medienberichten zufolge wurde der Konvoi bei Goma gestoppt.",
        "Medienberichten",
        "wurde der Konvoi bei Goma gestoppt",
        "assert",
    ),
    (
        "Die Strecke ist nach Worten des Ministers wieder frei.",
        "des Ministers",
        "wieder frei",
        "assert",
    ),
    (
        "Wie der Gouverneur mitteilte, wurden alle Geiseln befreit.",
        "der Gouverneur",
        "wurden alle Geiseln befreit",
        "assert",
    ),
    # questions and doubts
    ("Der Abgeordnete fragte, ob die Regierung den Bericht kenne.", "Der Abgeordnete", None, "ask"),
    ("Die Vermittler bezweifeln, dass die Waffenruhe hält.", "Die Vermittler", "die Waffenruhe hält", "doubt"),
    # nouns
    (
        "Die Forderung der Rebellen, alle Gefangenen freizulassen, blieb unerfüllt.",
        "der Rebellen",
        "alle Gefangenen freizulassen",
        "demand",
    ),
    (
        "Der Vorwurf der Regierung, dass Ruanda die Miliz bewaffnet, ist nicht neu.",
        "der Regierung",
        "Ruanda die Miliz bewaffnet",
        "accuse",
    ),
]


@pytest.mark.parametrize(("text", "speaker", "content", "act"), STATEMENTS)
def test_statement_has_speaker_content_and_act(
    text: str, speaker: str, content: str | None, act: str, claims_of: ClaimsOf
) -> None:
    claims = claims_of(text, "de")
    told = [s for s in claims.statements if speaker_of(claims, s) == speaker]
    assert told, [(speaker_of(claims, s), [in_text(claims, c) for c in s.content]) for s in claims.statements]
    assert act in [s.act.value for s in told]
    if content:
        assert content in [in_text(claims, c) for s in told for c in s.content]


def test_mood_of_reported_speech_goes_on_over_sentences(claims_of: ClaimsOf) -> None:
    claims = claims_of(
        "Die Brücke sei zerstört, sagte der Gouverneur. Die Suche habe begonnen. Tote gebe es nicht.", "de"
    )
    last = claims.statements[-1]
    assert [in_text(claims, c) for c in last.content] == ["Die Suche habe begonnen", "Tote gebe es nicht"]
    first = claims.statements[0]
    assert last.speaker
    assert first.speaker
    assert last.speaker.entity == first.speaker.entity


def test_afterthought_names_the_speaker(claims_of: ClaimsOf) -> None:
    claims = claims_of("Die Lage im Norden des Kosovo sei ruhig, so der Polizeichef.", "de")
    assert [in_text(claims, s.content[0]) for s in claims.statements] == ["Die Lage im Norden des Kosovo sei ruhig"]
    assert speaker_of(claims, claims.statements[0]) == "der Polizeichef"


INCIDENTS = [
    # text, word of the trigger, type, mode, status
    (
        "Russische Truppen haben Cherson mit Artillerie beschossen.",
        "beschossen",
        "ASSAULT",
        "heavy-weapons",
        "reported",
    ),
    ("Die Rebellen griffen am Sonntag einen Stützpunkt der Armee an.", "griffen", "ASSAULT", None, "reported"),
    (
        "Bei einem Drohnenangriff auf Port Sudan wurden drei Menschen verletzt.",
        "Drohnenangriff",
        "ASSAULT",
        "drone",
        "reported",
    ),
    (
        "Die israelische Luftwaffe bombardierte Ziele im Süden des Libanon.",
        "bombardierte",
        "ASSAULT",
        "aerial",
        "reported",
    ),
    ("Bewaffnete entführten zwei Helfer in der Nähe von Maiduguri.", "entführten", "ASSAULT", "abduct", "reported"),
    ("Aserbaidschanische Soldaten nahmen das Dorf Talisch ein.", "nahmen", "ASSAULT", None, "reported"),
    ("Die Polizei nahm in Belgrad mehrere Demonstranten fest.", "nahm", "COERCE", "arrest", "reported"),
    ("Die Behörden verhängten über Cali eine Ausgangssperre.", "Ausgangssperre", "COERCE", "curfew", "reported"),
    (
        "Die EU verhängte Sanktionen gegen zwei Generäle der Junta.",
        "verhängte Sanktionen",
        "SANCTION",
        None,
        "reported",
    ),
    ("Tausende demonstrierten in Tiflis gegen die Regierung.", "demonstrierten", "PROTEST", "demo", "reported"),
    ("Die Miliz ließ am Freitag 20 Geiseln frei.", "ließ", "RETREAT", "release", "reported"),
    ("Die Armee zog ihre Truppen aus Kidal ab.", "zog", "RETREAT", "withdraw", "reported"),
    ("Deutschland liefert der Ukraine weitere Flugabwehrsysteme.", "liefert", "AID", None, "reported"),
    ("Armenien und Aserbaidschan tauschten 32 Gefangene aus.", "tauschten", "COOPERATE", None, "reported"),
    ("Der türkische Präsident traf in Ankara den irakischen Außenminister.", "traf", "CONSULT", None, "reported"),
    ("Serbien hat Truppen an die Grenze zum Kosovo verlegt.", "verlegt", "MOBILIZE", "troops", "reported"),
    (
        "Die Vereinten Nationen verurteilten den Angriff auf das Flüchtlingslager.",
        "verurteilten",
        "ACCUSE",
        "disapprove",
        "reported",
    ),
    ("Die Rebellen lehnten den Vorschlag der Vermittler ab.", "lehnten", "REJECT", "change", "reported"),
    ("Der Kreml drohte dem Westen mit Vergeltung.", "drohte", "THREATEN", "violence", "reported"),
    ("Moskau und Kiew einigten sich auf ein Abkommen.", "einigten", "AGREE", None, "reported"),
    # on somebody's word, denied, to come, supposed, not done
    (
        "Die Armee habe das Krankenhaus beschossen, sagte ein Arzt in Omdurman.",
        "beschossen",
        "ASSAULT",
        "heavy-weapons",
        "attributed",
    ),
    (
        "Angeblich haben Soldaten in dem Dorf mehrere Bauern erschossen.",
        "erschossen",
        "ASSAULT",
        "firearms",
        "attributed",
    ),
    ("Die Miliz soll in Nyala Dutzende Zivilisten getötet haben.", "getötet", "ASSAULT", None, "attributed"),
    ("Das Militär bestreitet, das Lager bombardiert zu haben.", "bombardiert", "ASSAULT", "aerial", "denied"),
    ("Israel will den Grenzübergang Rafah angreifen.", "angreifen", "ASSAULT", None, "planned"),
    ("Die Regierung plant, das Kriegsrecht zu verhängen.", "Kriegsrecht", "COERCE", "martial-law", "planned"),
    ("Der Gesandte wird am Freitag die Rebellenführer treffen.", "treffen", "CONSULT", None, "planned"),
    ("Falls die Rebellen die Stadt stürmen, droht eine Katastrophe.", "stürmen", "ASSAULT", None, "hypothetical"),
    ("Die Truppen könnten den Flughafen angreifen.", "angreifen", "ASSAULT", None, "hypothetical"),
    ("Die Soldaten haben das Dorf nicht beschossen.", "beschossen", "ASSAULT", "heavy-weapons", "negated"),
]


def told(claims: Claims, word: str) -> list[Incident]:
    return [
        i
        for i in claims.incidents
        if word in (in_text(claims, i.trigger) or "") or (in_text(claims, i.trigger) or "-") in word
    ]


@pytest.mark.parametrize(("text", "trigger", "kind", "mode", "status"), INCIDENTS)
def test_incident_has_type_mode_and_status(
    text: str, trigger: str, kind: str, mode: str | None, status: str, claims_of: ClaimsOf
) -> None:
    claims = claims_of(text, "de")
    found = [(i.type, i.mode, i.status.value) for i in told(claims, trigger)]
    assert (kind, mode, status) in found, [
        (in_text(claims, i.trigger), i.type, i.mode, i.status.value) for i in claims.incidents
    ]


ELSEWHERE = [
    "Der Stürmer schoss in der Nachspielzeit das Tor zum Sieg.",
    "Der Film schlug an den Kinokassen ein wie eine Bombe.",
    "Die Zentralbank verstärkt den Kampf gegen die Inflation.",
    "Bei dem Erdbeben wurden vierzig Menschen getötet.",
    "Der Trainer griff nach dem Spiel den Schiedsrichter an.",
]


@pytest.mark.parametrize("text", ELSEWHERE)
def test_same_words_elsewhere_tell_no_assault(text: str, claims_of: ClaimsOf) -> None:
    assert [i.type for i in claims_of(text, "de").incidents if i.type == "ASSAULT"] == []


PARTIES = [
    # text, word of the trigger, actor, recipient
    ("Rebellen haben einen Konvoi der Armee überfallen.", "überfallen", "Rebellen", "einen Konvoi der Armee"),
    ("Der Konvoi wurde von Rebellen angegriffen.", "angegriffen", "Rebellen", "Der Konvoi"),
    ("Die Armee nahm zwölf Kämpfer gefangen.", "nahm", "Die Armee", "zwölf Kämpfer"),
]


@pytest.mark.parametrize(("text", "trigger", "actor", "recipient"), PARTIES)
def test_incident_has_actor_and_recipient(
    text: str, trigger: str, actor: str, recipient: str, claims_of: ClaimsOf
) -> None:
    claims = claims_of(text, "de")
    found = told(claims, trigger)[0]
    assert found.actor is not None
    assert in_text(claims, found.actor.span) == actor
    assert found.recipient is not None
    assert in_text(claims, found.recipient.span) == recipient


PLEDGES = [
    ("Die Regierung versprach, die Truppen aus dem Grenzgebiet abzuziehen.", "RETREAT"),
    ("Der Iran verpflichtete sich, die Urananreicherung zu begrenzen.", "RETREAT"),
    ("Die Rebellen sicherten zu, alle Geiseln freizulassen.", "RETREAT"),
    ("Die Hamas bot an, zehn Geiseln freizulassen.", "RETREAT"),
    ("Deutschland sagte zu, weitere Panzer zu liefern.", "AID"),
    ("Der Präsident kündigte an, er werde die Blockade der Stadt aufheben.", "RETREAT"),
    ("„Wir werden den Korridor öffnen“, sagte der Kommandeur.", "RETREAT"),
    ("Die Regierung ist bereit, die Gefangenen freizulassen.", "RETREAT"),
    ("Die Armee zog ihre Truppen ab.", None),
    ("Der Kommandeur weigerte sich, die Straße zu öffnen.", None),
    ("Die Gespräche werden am Freitag fortgesetzt.", None),
]


@pytest.mark.parametrize(("text", "kind"), PLEDGES)
def test_pledge_has_type_of_promised_deed(text: str, kind: str | None, claims_of: ClaimsOf) -> None:
    found = [p.type for p in claims_of(text, "de").pledges]
    assert found == ([kind] if kind else [])


FIGURES = [
    # text, value, low, high, what is counted
    ("Bei dem Angriff wurden zweiundvierzig Menschen getötet.", 42, 42, 42, "killed"),
    ("Mindestens 1.500 Zivilisten sind geflohen.", 1500, 1500, None, "displaced"),
    ("Rund 1,5 Millionen Flüchtlinge leben in dem Lager.", 1_500_000, 1_500_000, 1_500_000, "refugees"),
    ("Mehrere Dutzend Soldaten wurden verletzt.", None, 36, None, "wounded"),
    ("Hunderte Menschen werden vermisst.", None, 200, None, "missing"),
    ("Bis zu 300 Kämpfer nahmen an dem Angriff teil.", 300, None, 300, "troops"),
    ("Die Luftabwehr schoss 17 Drohnen ab.", 17, 17, 17, "drones"),
    ("Die Behörden sprachen von fünf Toten und 13 Verletzten.", 5, 5, 5, "killed"),
    ("Die Behörden sprachen von fünf Toten und 13 Verletzten.", 13, 13, 13, "wounded"),
    ("Berlin stellt 500 Millionen Euro für den Wiederaufbau bereit.", 500_000_000, 500_000_000, 500_000_000, "money"),
    ("Die Polizei nahm mehr als 60 Demonstranten fest.", 60, 60, None, "detained"),
]


@pytest.mark.parametrize(("text", "value", "low", "high", "counts"), FIGURES)
def test_figure_has_value_bounds_and_kind(
    text: str, value: float | None, low: float | None, high: float | None, counts: str, claims_of: ClaimsOf
) -> None:
    found = [(f.value, f.low, f.high, f.counts) for f in claims_of(text, "de").figures]
    assert (value, low, high, counts) in found, found


TIMES = [
    ("Am Montag wurde Goma angegriffen.", date(2024, 5, 13), date(2024, 5, 13)),
    ("In der Nacht zum Mittwoch beschossen Rebellen den Hafen.", date(2024, 5, 14), date(2024, 5, 15)),
    ("Am 3. Mai 2024 griffen Rebellen die Stadt an.", date(2024, 5, 3), date(2024, 5, 3)),
    ("Gestern griffen Rebellen die Stadt an.", date(2024, 5, 14), date(2024, 5, 14)),
    ("Vergangene Woche griffen Rebellen die Stadt an.", date(2024, 5, 6), date(2024, 5, 12)),
    ("Vor drei Tagen griffen Rebellen die Stadt an.", date(2024, 5, 12), date(2024, 5, 12)),
    ("Rebellen wollen am kommenden Dienstag die Stadt angreifen.", date(2024, 5, 21), date(2024, 5, 21)),
    ("Am Dienstagabend griffen Rebellen die Stadt an.", date(2024, 5, 14), date(2024, 5, 14)),
    ("Im April 2024 griffen Rebellen die Stadt an.", date(2024, 4, 1), date(2024, 4, 30)),
    ("In den vergangenen 24 Stunden griffen Rebellen die Stadt an.", date(2024, 5, 14), date(2024, 5, 15)),
]


@pytest.mark.parametrize(("text", "start", "end"), TIMES)
def test_time_is_counted_from_the_day_of_publication(text: str, start: date, end: date, claims_of: ClaimsOf) -> None:
    claims = claims_of(text, "de", published=PUBLISHED)
    assert {(i.when.start, i.when.end) for i in claims.incidents if i.when} == {(start, end)}


PLACES = [
    ("In Kiew gab es Luftalarm.", "UA", "Kyiv"),
    ("In Moskau wurde verhandelt.", "RU", "Moscow"),
    ("Bei Charkiw wurde gekämpft.", "UA", "Kharkiv"),
    ("In Tschernihiw fiel der Strom aus.", "UA", "Chernihiv"),
    ("In Bergkarabach wurde gekämpft.", "AZ", None),
    ("In Kairo trafen sich die Vermittler.", "EG", "Cairo"),
    ("In Rom trafen sich die Vermittler.", "IT", "Rome"),
    ("In Aleppo wurde gekämpft.", "SY", "Aleppo"),
    ("In Khartum wurde gekämpft.", "SD", "Khartoum"),
    ("In Eriwan wurde demonstriert.", "AM", "Yerevan"),
    ("In Belgrad wurde demonstriert.", "RS", "Belgrade"),
    ("Bei Saporischschja wurde gekämpft.", "UA", None),
    ("Bei Wowtschansk wurde gekämpft.", "UA", None),
    ("Kiews Bürgermeister sprach von vier Verletzten.", "UA", "Kyiv"),
    ("In Dschenin fielen Schüsse.", "PS", None),
    ("In Damaskus fielen Schüsse.", "SY", "Damascus"),
]


@pytest.mark.parametrize(("text", "country", "name"), PLACES)
def test_place_is_known_by_its_german_name(text: str, country: str, name: str | None, claims_of: ClaimsOf) -> None:
    found = [(p.country, p.name) for p in claims_of(text, "de").places]
    assert [code for code, _ in found] == [country], found
    assert name is None or found[0][1] == name
