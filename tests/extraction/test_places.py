"""Place mentions: which words they are, what they resolve to, and which of them an act is tied to."""

from __future__ import annotations

import pytest

from facta.codebook import Codebook
from facta.extraction.context import Context
from facta.extraction.places import find_places, place_of, places_of, resolve_places
from facta.gazetteer import Gazetteer
from facta.reading import Reader
from facta.records import Place, Precision, Report, Span

Row = tuple[str, str, str | None, str]


def context_of(reader: Reader, gazetteer: Gazetteer, text: str, language: str) -> Context:
    return Context.of(reader.read(Report.of(text, language)), Codebook.load(language), gazetteer)


def rows(text: str, places: tuple[Place, ...]) -> list[Row]:
    return [(p.span.of(text), p.name, p.country, p.precision.value) for p in places]


RESOLVED: list[tuple[str, str, list[Row]]] = [
    # a region is not the town it is named after
    (
        "en",
        "Shells fell in the Sumy region and in Sumy, officials in Ukraine said.",
        [
            ("Sumy region", "Sumy Oblast", "UA", "region"),
            ("Sumy", "Sumy", "UA", "town"),
            ("Ukraine", "Ukraine", "UA", "country"),
        ],
    ),
    # a plural after joined names counts for all of them
    (
        "en",
        "Fighting raged in the Donetsk and Kherson regions of Ukraine.",
        [
            ("Donetsk", "Donetsk Oblast", "UA", "region"),
            ("Kherson regions", "Kherson Oblast", "UA", "region"),
            ("Ukraine", "Ukraine", "UA", "country"),
        ],
    ),
    # a region or country after a comma decides which town it is
    ("en", "A fire broke out in Paris, Texas.", [("Paris", "Paris", "US", "town"), ("Texas", "Texas", "US", "region")]),
    (
        "en",
        "The fire in Belgrade, in central Minnesota, is out.",
        [("Belgrade", "Belgrade", "US", "town"), ("central Minnesota", "Minnesota", "US", "region")],
    ),
    ("en", "A fire broke out in Paris, Ky.", [("Paris", "Paris", "US", "town"), ("Ky", "Kentucky", "US", "region")]),
    # a capital is no village that lies beside the others
    (
        "en",
        "Washington and London agreed.",
        [("Washington", "Washington", "US", "town"), ("London", "London", "GB", "town")],
    ),
    # treaties are called by places
    ("en", "They signed the Minsk agreement in Geneva.", [("Geneva", "Geneva", "CH", "town")]),
    # words of nearness and parts of countries
    (
        "en",
        "Rebels gathered near Aleppo in Syria.",
        [("Aleppo", "Aleppo", "SY", "near"), ("Syria", "Syria", "SY", "country")],
    ),
    ("en", "Clashes erupted in northern Mali.", [("northern Mali", "Mali", "ML", "region")]),
    # a capital in lower case is still one
    ("en", "The delegation from kyiv left.", [("kyiv", "Kyiv", "UA", "town")]),
    # historic regions and waters of our own list
    ("en", "Militias advanced in Darfur.", [("Darfur", "Darfur", "SD", "region")]),
    ("en", "A tanker burned in the Red Sea.", [("Red Sea", "Red Sea", None, "region")]),
    # persons and organisations named like towns are none
    ("en", "The Washington Post reported it.", []),
    ("en", "Paris Hilton arrived.", []),
    ("es", "El ejército bombardeó la región de Alepo.", [("región de Alepo", "Aleppo", "SY", "region")]),
    ("es", "En Jartum murieron tres personas.", [("Jartum", "Khartoum", "SD", "town")]),
    ("es", "Hubo combates cerca de Cali.", [("Cali", "Cali", "CO", "near")]),
    ("es", "El buque ardió en el mar Rojo.", [("mar Rojo", "Red Sea", None, "region")]),
    ("ru", "Над Красным морем сбит дрон.", [("Красным морем", "Red Sea", None, "region")]),
    ("fr", "Les rebelles ont fui le Darfour-Nord.", [("Darfour-Nord", "North Darfur", "SD", "region")]),
    ("de", "In Port-au-Prince fielen Schüsse.", [("Port-au-Prince", "Port-au-Prince", "HT", "town")]),
    ("uk", "За 15 км на північ від Покровська збито дрон.", [("Покровська", "Pokrovsk", "UA", "near")]),
    ("uk", "У Чернігові пролунали вибухи.", [("Чернігові", "Chernihiv", "UA", "town")]),
    ("uk", "Під Києвом тривали бої.", [("Києвом", "Kyiv", "UA", "near")]),
    ("uk", "На Харківщині поранено двох людей.", [("Харківщині", "Kharkiv Oblast", "UA", "region")]),
    ("uk", "Удари по Донецькій області.", [("Донецькій області", "Donetsk Oblast", "UA", "region")]),
    ("uk", "В Авдіївці зруйновано школу.", [("Авдіївці", "Avdiyivka", "UA", "town")]),
    ("uk", "У Хартумі точаться бої.", [("Хартумі", "Khartoum", "SD", "town")]),
]

REGIONS: list[tuple[str, str, list[str]]] = [
    ("en", "Leaders from Europe, Africa and Asia met in Accra.", ["Europe", "Africa", "Asia"]),
    ("en", "Fighting spread across the Middle East and the Horn of Africa.", ["Middle East", "Horn of Africa"]),
    ("es", "Viajaron por Europa, África y América Latina.", ["Europe", "Africa", "Latin America"]),
    ("es", "El buque cruzó el océano Atlántico hacia el Cáucaso.", ["Atlantic Ocean", "Caucasus"]),
    ("uk", "Лідери Європи, Африки та Азії зустрілися в Женеві.", ["Europe", "Africa", "Asia"]),
    ("uk", "Конфлікт на Близькому Сході та в Сахелі триває.", ["Middle East", "Sahel"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), REGIONS)
def test_continents_and_world_regions_are_never_towns(
    reader: Reader, gazetteer: Gazetteer, language: str, text: str, expected: list[str]
) -> None:
    found = find_places(context_of(reader, gazetteer, text, language))
    assert [p.name for p in found if p.precision is Precision.REGION and p.country is None] == expected


NO_TOWNS: list[tuple[str, str, list[str]]] = [
    # common words, peoples, persons and pieces of longer names are no towns
    ("en", "Troops arrived at the Hospital and the Market in Goma.", ["Goma"]),
    ("en", "The Sri Lankan navy and Ecuadorian officials left.", []),
    ("en", "Soldiers of Fort Hood were sent to Iraq.", ["Iraq"]),
    ("en", "Joan Nelson left Nairobi. Nelson said nothing.", ["Nairobi"]),
    ("es", "La reunión terminó en Quito. Hubo una Reunión más.", ["Quito"]),
    ("es", "Un ataque en La Paz dejó dos heridos.", ["La Paz"]),
    ("uk", "Мир настане, сказав міністр у Женеві. Порт працює.", ["Geneva"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), NO_TOWNS)
def test_words_and_pieces_of_names_are_no_towns(
    reader: Reader, gazetteer: Gazetteer, language: str, text: str, expected: list[str]
) -> None:
    found = find_places(context_of(reader, gazetteer, text, language))
    assert [p.name for p in found if p.precision is not Precision.UNRESOLVED] == expected


def test_a_province_named_elsewhere_decides_between_its_towns(reader: Reader, gazetteer: Gazetteer) -> None:
    text = "Police in Ohio said that a man was shot. He was from Mansfield."
    town = find_places(context_of(reader, gazetteer, text, "en"))[-1]
    assert (town.name, town.admin1) == ("Mansfield", "Ohio")


@pytest.mark.parametrize(("language", "text", "expected"), RESOLVED)
def test_places_resolve_with_their_precision(
    reader: Reader, gazetteer: Gazetteer, language: str, text: str, expected: list[Row]
) -> None:
    found = find_places(context_of(reader, gazetteer, text, language))
    assert rows(text, found) == expected


def test_a_name_with_two_equal_bearers_stays_unresolved(reader: Reader, gazetteer: Gazetteer) -> None:
    text = "The two sides met in Springfield."
    (place,) = find_places(context_of(reader, gazetteer, text, "en"))
    assert place.precision is Precision.UNRESOLVED
    assert place.lat is None
    assert len(place.candidates) > 1


def test_places_around_decide_between_towns_of_one_name(reader: Reader, gazetteer: Gazetteer) -> None:
    text = "Fire crews from Alexandria and Pineville met in Rapides Parish."
    found = find_places(context_of(reader, gazetteer, text, "en"))
    assert [(p.name, p.admin1) for p in found[:2]] == [("Alexandria", "Louisiana"), ("Pineville", "Louisiana")]


def test_given_names_are_resolved_and_unknown_ones_kept(reader: Reader, gazetteer: Gazetteer) -> None:
    text = "Malian troops left Kidal for Xyzzyville."
    context = context_of(reader, gazetteer, text, "en")
    words = ("Malian", "Kidal", "Xyzzyville")
    found = resolve_places(context, [Span(text.index(w), text.index(w) + len(w)) for w in words])
    assert [(p.name, p.country) for p in found] == [("Mali", "ML"), ("Kidal", "ML"), ("Xyzzyville", None)]


def test_country_beyond_a_border_does_not_draw_towns(reader: Reader, gazetteer: Gazetteer) -> None:
    text = "Colombia envió tropas a Arauquita, en la frontera con Venezuela."
    town = next(p for p in find_places(context_of(reader, gazetteer, text, "es")) if p.name == "Arauquita")
    assert town.country == "CO"


def test_country_of_the_story_decides_between_towns(reader: Reader, gazetteer: Gazetteer) -> None:
    text = "Ukraine and Russia disagree. Ukrainian officials said that Donetsk was hit."
    town = find_places(context_of(reader, gazetteer, text, "en"))[-1]
    assert (town.name, town.country) == ("Donetsk", "UA")


LOCATED: list[tuple[str, str, list[str]]] = [
    ("Rebels shelled the town of Goma on Monday.", "shelled", ["town of Goma"]),
    ("The army carried out air strikes on Aleppo.", "strikes", ["Aleppo"]),
    ("Troops pulled back from positions around Bakhmut and Avdiivka.", "positions", ["Bakhmut", "Avdiivka"]),
    ("Moscow announced a withdrawal.", "announced", []),
    ("France imposed sanctions on Russia.", "imposed", []),
    # the finest place, and not another's
    ("Rebels attacked an outpost north of Kidal in Mali.", "attacked", ["Kidal"]),
    ("Jets pounded Kobani and Ankara summoned the envoy.", "summoned", []),
    ("Kharkiv was bombarded overnight.", "bombarded", ["Kharkiv"]),
    ("Khartoum accused the rebels of attacking Omdurman.", "attacking", ["Omdurman"]),
]


@pytest.mark.parametrize(("text", "act", "expected"), LOCATED)
def test_acts_are_tied_to_locations_and_not_to_actors(
    reader: Reader, gazetteer: Gazetteer, text: str, act: str, expected: list[str]
) -> None:
    context = context_of(reader, gazetteer, text, "en")
    places = find_places(context)
    (tree,) = context.trees
    token = next(i for i, t in enumerate(tree.tokens) if t.form == act)
    assert [p.span.of(text) for p in places_of(tree, token, places)] == expected
    first = place_of(tree, token, places)
    assert (first.span.of(text) if first else None) == (expected[0] if expected else None)


def test_the_city_is_the_one_named_before(reader: Reader, gazetteer: Gazetteer) -> None:
    text = "Militants entered Mosul at dawn. Later they attacked the city again."
    context = context_of(reader, gazetteer, text, "en")
    tree = context.trees[1]
    token = next(i for i, t in enumerate(tree.tokens) if t.form == "attacked")
    place = place_of(tree, token, find_places(context))
    assert place is not None
    assert place.name == "Mosul"
