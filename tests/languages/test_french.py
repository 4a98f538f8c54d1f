"""French press style, sentence by sentence: who says what, deeds and their status, promises, figures, times and places.

All sentences were written for these tests; both sides of several conflicts speak and act in them.
"""

from __future__ import annotations

from datetime import date

import pytest

from facta.records import Claims, Span
from tests.conftest import ClaimsOf

PUBLISHED = date(2024, 5, 15)  # a Wednesday


def quoted(claims: Claims, span: Span | None) -> str | None:
    return span.of(claims.report.text) if span else None


# text, words in the speaker's mention, content, act
STATEMENTS = [
    ("« Le pont est fermé », a déclaré mardi un porte-parole.", "porte-parole", "Le pont est fermé", "assert"),
    ("Le ministre Ali Diallo a reçu la presse mardi. « Nous ne partirons pas », a-t-il prévenu.", "-t-il",
     "Nous ne partirons pas", "threaten"),
    ("Les soldats, affirme le gouverneur, ont quitté la zone.", "gouverneur", "Les soldats", "assert"),
    ("Selon l'armée rwandaise, aucun soldat n'a passé la ligne.", "armée", "aucun soldat n'a passé la ligne", "deny"),
    ("D'après des sources médicales, l'hôpital manque de sang.", "sources", "l'hôpital manque de sang", "assert"),
    ("Pour le médiateur togolais, le dialogue reste possible.", "médiateur", "le dialogue reste possible", "assert"),
    ("De l'avis de l'ambassadrice, rien n'est joué.", "ambassadrice", "rien n'est joué", "assert"),
    ("À en croire le Kremlin, la ville est calme.", "Kremlin", "la ville est calme", "assert"),
    ("Deux postes sont tombés, a-t-on appris de source militaire.", "source", "Deux postes sont tombés", "assert"),
    ("Deux agents sont morts, a appris l'AFP auprès du parquet.", "parquet", "Deux agents sont morts", "assert"),
    ("Le convoi a été bloqué, ont indiqué jeudi des habitants.", "habitants", "Le convoi a été bloqué", "assert"),
    ("Moscou a accusé Kiev d'avoir visé un marché.", "Moscou", "Kiev d'avoir visé un marché", "accuse"),
    ("Kiev reproche à Budapest de bloquer les fonds.", "Kiev", "à Budapest de bloquer les fonds", "accuse"),
    ("L'armée malienne nie avoir tiré sur des bergers.", "armée", "avoir tiré sur des bergers", "deny"),
    ("Erevan dément que ses troupes aient avancé.", "Erevan", "ses troupes aient avancé", "deny"),
    ("La CPI appelle Khartoum à livrer les suspects.", "CPI", "Khartoum à livrer les suspects", "demand"),
    ("Le pape exhorte les camps à épargner les civils.", "pape", "les camps à épargner les civils", "demand"),
    ("L'ELN menace de quitter la table des négociations.", "ELN", "de quitter la table des négociations", "threaten"),
    ("Ankara doute que la trêve dure.", "Ankara", "la trêve dure", "doubt"),
    ("« Où sont nos fils ? », demande une mère de Mekele.", "mère", "Où sont nos fils ?", "ask"),
    ("Le général se dit prêt à négocier.", "général", "prêt à négocier", "promise"),
    ("L'affirmation de Bakou selon laquelle la route est sûre est contestée.", "Bakou", "la route est sûre", "assert"),
    ("La promesse du M23 de quitter Goma n'a pas été tenue.", "M23", "de quitter Goma", "promise"),
    ("Le gouverneur a fait savoir que l'eau était coupée.", "gouverneur", "l'eau était coupée", "assert"),
    ("L'ONU met en garde contre une aggravation de la famine.", "ONU", "une aggravation de la famine", "threaten"),
    ("« La ville tient, assure le maire, et elle tiendra. »", "maire", "La ville tient", "promise"),
    ("« Ils ont tout brûlé », raconte à RFI Awa Diarra.", "Awa Diarra", "Ils ont tout brûlé", "accuse"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "content", "act"), STATEMENTS)
def test_statement_has_its_speaker_and_content(
    claims_of: ClaimsOf, text: str, speaker: str, content: str, act: str
) -> None:
    claims = claims_of(text, "fr", PUBLISHED)
    found = [s for s in claims.statements if content in [quoted(claims, span) for span in s.content]]
    assert found, [[quoted(claims, span) for span in s.content] for s in claims.statements]
    assert found[0].speaker is not None
    assert speaker in (quoted(claims, found[0].speaker.span) or "")


def test_acts_of_french_cues(claims_of: ClaimsOf) -> None:
    """Most acts are told by the cue; the few that the content decides may be missed."""
    right = 0
    for text, _, content, act in STATEMENTS:
        claims = claims_of(text, "fr", PUBLISHED)
        found = [s for s in claims.statements if content in [quoted(claims, span) for span in s.content]]
        right += bool(found) and found[0].act.value == act
    assert right >= 0.8 * len(STATEMENTS), f"{right} of {len(STATEMENTS)}"


# text, word of the trigger, type, mode, status
INCIDENTS = [
    ("Des drones russes ont frappé un dépôt de carburant à Odessa.", "frappé", "ASSAULT", "drone", "reported"),
    ("L'artillerie azérie a pilonné deux villages.", "pilonné", "ASSAULT", "heavy-weapons", "reported"),
    ("L'aviation israélienne a bombardé la banlieue sud de Beyrouth.", "bombardé", "ASSAULT", "aerial", "reported"),
    ("Des hommes armés ont ouvert le feu sur un marché de Gao.", "ouvert le feu", "ASSAULT", "firearms", "reported"),
    ("Des jihadistes ont enlevé quarante lycéens à Kaduna.", "enlevé", "ASSAULT", "abduct", "reported"),
    ("Les soldats ont incendié une trentaine de cases à Moura.", "incendié", "ASSAULT", "destroy", "reported"),
    ("Le M23 s'est emparé de la ville de Bukavu.", "emparé", "ASSAULT", None, "reported"),
    ("L'armée malienne a repris le contrôle de Kidal.", "repris", "ASSAULT", None, "reported"),
    ("La police a arrêté douze opposants à Conakry.", "arrêté", "COERCE", "arrest", "reported"),
    ("Un couvre-feu a été instauré à Nouméa.", "couvre-feu", "COERCE", "curfew", "reported"),
    ("Moscou a massé des troupes à la frontière ukrainienne.", "massé", "MOBILIZE", "troops", "reported"),
    ("L'UE a imposé des sanctions contre trois généraux.", "sanctions", "SANCTION", None, "reported"),
    ("Le Niger a expulsé l'ambassadeur de France.", "expulsé", "SANCTION", "expel", "reported"),
    ("Un tribunal a condamné le journaliste à seize ans de prison.", "condamné", "SANCTION", "convict", "reported"),
    ("Des milliers d'opposants ont manifesté à Tbilissi.", "manifesté", "PROTEST", "demo", "reported"),
    ("Le détenu observe une grève de la faim.", "grève de la faim", "PROTEST", "hunger", "reported"),
    ("Kinshasa a accusé Kigali d'avoir bombardé un camp de déplacés.", "accusé", "ACCUSE", "allege", "reported"),
    ("L'ONU a condamné l'attaque contre l'hôpital.", "condamné", "ACCUSE", "disapprove", "reported"),
    ("Le Hamas a rejeté la proposition israélienne.", "rejeté", "REJECT", "change", "reported"),
    ("Bogota a refusé de négocier avec l'ELN.", "refusé", "REJECT", "meet", "reported"),
    ("Le ministre arménien a rencontré le président turc.", "rencontré", "CONSULT", None, "reported"),
    ("Les deux présidents se sont entretenus par téléphone.", "téléphone", "CONSULT", "phone", "reported"),
    ("Les deux pays sont parvenus à un accord de paix.", "accord", "AGREE", None, "reported"),
    ("Le gouvernement a décrété un cessez-le-feu unilatéral.", "cessez-le-feu", "CONCEDE", None, "reported"),
    ("L'Irlande a reconnu l'État de Palestine.", "reconnu", "SUPPORT", None, "reported"),
    ("Israël et le Hamas ont échangé des prisonniers.", "échangé", "COOPERATE", None, "reported"),
    ("Berlin a livré des chars à l'Ukraine.", "livré", "AID", None, "reported"),
    ("Les troupes françaises se sont retirées du Niger.", "retirées", "RETREAT", "withdraw", "reported"),
    ("Le Hamas a libéré quatre otages.", "libéré", "RETREAT", "release", "reported"),
    ("Washington a levé les sanctions contre la Syrie.", "levé", "RETREAT", "access", "reported"),
    ("Pyongyang a menacé de frapper Séoul.", "menacé", "THREATEN", "violence", "reported"),
    ("L'ONU a appelé les belligérants à cesser les combats.", "appelé", "REQUEST", "change", "reported"),
    # on somebody's word, denied, to come, supposed, not done
    ("Kinshasa a accusé Kigali d'avoir bombardé un camp.", "bombardé", "ASSAULT", "aerial", "attributed"),
    ("L'armée aurait tué dix villageois à Djibo.", "tué", "ASSAULT", None, "attributed"),
    ("Selon l'ONU, les miliciens ont massacré des civils.", "massacré", "ASSAULT", None, "attributed"),
    ("L'armée a démenti avoir bombardé l'école.", "bombardé", "ASSAULT", "aerial", "denied"),
    ("L'armée n'a pas bombardé l'hôpital.", "bombardé", "ASSAULT", "aerial", "negated"),
    ("Le Kremlin prévoit de déployer des missiles en Biélorussie.", "déployer", "MOBILIZE", "weapons", "planned"),
    ("Les rebelles attaqueront la ville dimanche.", "attaqueront", "ASSAULT", None, "planned"),
    ("Les rebelles pourraient attaquer la capitale.", "attaquer", "ASSAULT", None, "hypothetical"),
    ("Si les rebelles attaquaient la ville, l'armée riposterait.", "riposterait", "ASSAULT", None, "hypothetical"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "kind", "mode", "status"), INCIDENTS)
def test_deed_has_its_type_and_status(
    claims_of: ClaimsOf, text: str, word: str, kind: str, mode: str | None, status: str
) -> None:
    claims = claims_of(text, "fr", PUBLISHED)
    found = {
        (i.type, i.mode, i.status.value)
        for i in claims.incidents
        if any(word in (quoted(claims, span) or "") for span in (i.trigger, *i.evidence))
    }
    assert (kind, mode, status) in found, [(quoted(claims, i.trigger), i.type, i.mode) for i in claims.incidents]


ELSEWHERE = [
    "Le film a explosé le box-office.",
    "Lille a attaqué fort en première mi-temps et son attaquant a tiré au but.",
    "Le gouvernement s'attaque à l'inflation et à la dette.",
    "Les manifestants ont rendu hommage aux victimes.",
    "Le ministère de la Défense a publié un communiqué de presse.",
]


@pytest.mark.parametrize("text", ELSEWHERE)
def test_words_of_war_elsewhere_are_no_deeds(claims_of: ClaimsOf, text: str) -> None:
    assert [i.type for i in claims_of(text, "fr", PUBLISHED).incidents] == []


# text, words in the promiser's mention, type, until
PLEDGES = [
    ("Le M23 s'est engagé à retirer ses troupes de Goma.", "M23", "RETREAT", None),
    ("« Nous libérerons les otages d'ici vendredi », promet le ministre.", "ministre", "RETREAT", date(2024, 5, 17)),
    ("Israël a annoncé qu'il suspendrait ses frappes pendant trois jours.", "Israël", "RETREAT", None),
    ("La France accepte de fournir des avions à l'Ukraine.", "France", "AID", None),
    ("Le gouvernement arménien s'est engagé à restituer quatre villages.", "gouvernement", "RETREAT", None),
    ("Le M23 a proposé de retirer ses troupes si Kinshasa acceptait un dialogue.", "M23", "RETREAT", None),
    ("La Turquie a promis de ne plus bombarder le nord de l'Irak.", "Turquie", "RETREAT", None),
    ("Le président a promis d'envoyer deux milliards d'euros d'aide à Kiev.", "président", "AID", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "by", "kind", "until"), PLEDGES)
def test_promise_has_its_party_and_type(claims_of: ClaimsOf, text: str, by: str, kind: str, until: date | None) -> None:
    claims = claims_of(text, "fr", PUBLISHED)
    found = [(p.type, p.until_on) for p in claims.pledges if p.by and by in (quoted(claims, p.by.span) or "")]
    assert (kind, until) in found, [(p.type, p.act) for p in claims.pledges]


NO_PLEDGES = [
    "Le M23 a retiré ses troupes de Goma.",
    "Le Hezbollah refuse de rendre ses armes.",
    "Les pourparlers reprendront lundi à Doha.",
    "La Russie a menacé de frapper Kiev.",
]


@pytest.mark.parametrize("text", NO_PLEDGES)
def test_deeds_refusals_and_threats_are_no_promises(claims_of: ClaimsOf, text: str) -> None:
    assert [p.act for p in claims_of(text, "fr", PUBLISHED).pledges] == []


# text, words of the figure, low, high, what it counts
FIGURES = [
    ("L'attaque a tué quatre-vingt-dix-sept soldats.", "quatre-vingt-dix-sept soldats", 97, 97, "killed"),
    ("Au moins 12 500 personnes ont fui la ville.", "Au moins 12 500 personnes", 12500, None, "displaced"),
    ("Une dizaine de civils ont été tués à Djibo.", "Une dizaine de civils", 10, 10, "killed"),
    ("Plusieurs centaines de blessés ont été soignés.", "Plusieurs centaines de blessés", 300, None, "wounded"),
    ("Plus de 300 personnes ont été tuées depuis janvier.", "Plus de 300 personnes", 300, None, "killed"),
    ("Entre 20 et 30 missiles ont visé Kharkiv.", "Entre 20 et 30 missiles", 20, 30, "missiles"),
    ("Le raid a fait 20 à 30 blessés.", "20 à 30 blessés", 20, 30, "wounded"),
    ("Le pays accueille 1,5 million de réfugiés.", "1,5 million de réfugiés", 1500000, 1500000, "refugees"),
    ("Berlin a débloqué trois milliards d'euros.", "trois milliards d'euros", 3e9, 3e9, "money"),
    ("Moins d'une centaine d'otages sont en vie.", "Moins d'une centaine d'otages", None, 100, "hostages"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "low", "high", "counts"), FIGURES)
def test_figure_has_its_bounds_and_what_it_counts(
    claims_of: ClaimsOf, text: str, words: str, low: float | None, high: float | None, counts: str
) -> None:
    claims = claims_of(text, "fr", PUBLISHED)
    found = {(quoted(claims, f.text), f.low, f.high, f.counts) for f in claims.figures}
    assert (words, low, high, counts) in found, found


# text with one deed, first and last day
TIMES = [
    ("L'armée a bombardé le village mardi.", date(2024, 5, 14), date(2024, 5, 14)),
    ("L'armée a bombardé le village hier soir.", date(2024, 5, 14), date(2024, 5, 14)),
    ("L'armée a bombardé le village dans la nuit de lundi à mardi.", date(2024, 5, 13), date(2024, 5, 14)),
    ("L'armée a bombardé le village le 3 mai.", date(2024, 5, 3), date(2024, 5, 3)),
    ("L'armée a bombardé le village mercredi 8 mai.", date(2024, 5, 8), date(2024, 5, 8)),
    ("L'armée a bombardé le village avant-hier.", date(2024, 5, 13), date(2024, 5, 13)),
    ("L'armée a bombardé le village il y a trois jours.", date(2024, 5, 12), date(2024, 5, 12)),
    ("L'armée a bombardé le village la semaine dernière.", date(2024, 5, 6), date(2024, 5, 12)),
    ("L'armée a bombardé le village en mars 2023.", date(2023, 3, 1), date(2023, 3, 31)),
    ("L'armée bombardera le village demain.", date(2024, 5, 16), date(2024, 5, 16)),
]


@pytest.mark.parametrize(("text", "start", "end"), TIMES)
def test_deed_has_its_days(claims_of: ClaimsOf, text: str, start: date, end: date) -> None:
    claims = claims_of(text, "fr", PUBLISHED)
    assert [(i.when.start, i.when.end) for i in claims.incidents if i.when] == [(start, end)]


# text, place as written, country, English name
PLACES = [
    ("Des combats ont éclaté à Kiev.", "Kiev", "UA", "Kyiv"),
    ("Des combats ont éclaté à Moscou.", "Moscou", "RU", "Moscow"),
    ("Une bombe a explosé à Bagdad.", "Bagdad", "IQ", "Baghdad"),
    ("Les négociateurs se sont réunis au Caire.", "Caire", "EG", "Cairo"),
    ("Des obus sont tombés sur Alep.", "Alep", "SY", "Aleppo"),
    ("L'armée a pris un village en Cisjordanie.", "Cisjordanie", "PS", "West Bank"),
    ("Des soldats sont morts en République démocratique du Congo.", "République démocratique du Congo", "CD", None),
    ("Des navires ont été attaqués au large du Yémen.", "Yémen", "YE", "Yemen"),
    ("Des rebelles ont attaqué un poste en Centrafrique.", "Centrafrique", "CF", None),
    ("Le sommet s'est tenu à Addis-Abeba.", "Addis-Abeba", "ET", None),
]


@pytest.mark.parametrize(("text", "written", "country", "name"), PLACES)
def test_place_is_known_by_its_french_name(
    claims_of: ClaimsOf, text: str, written: str, country: str, name: str | None
) -> None:
    claims = claims_of(text, "fr", PUBLISHED)
    found = [p for p in claims.places if written in (quoted(claims, p.span) or "")]
    assert [p.country for p in found] == [country], claims.places
    assert name is None or found[0].name == name
