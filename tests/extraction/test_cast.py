"""Names, bearers, pronouns, roles and sides, through whole texts."""

from __future__ import annotations

import pytest

from facta.codebook import Codebook
from facta.extraction.cast import Cast
from facta.extraction.context import Context
from facta.extraction.places import find_places
from facta.gazetteer import Gazetteer
from facta.reading import Reader
from facta.records import Actor, Report


class Company:
    """A text with its cast, asked by word."""

    def __init__(self, reader: Reader, gazetteer: Gazetteer, text: str, language: str = "en") -> None:
        self.text = text
        reading = reader.read(Report.of(text, language))
        self.context = Context.of(reading, Codebook.load(language), gazetteer)
        self.cast = Cast.of(self.context, find_places(self.context))

    def actor(self, word: str, nth: int = 0) -> Actor:
        places = [(t.index, i) for t in self.context.trees for i, k in enumerate(t.tokens) if k.form == word]
        actor = self.cast.actor(*places[nth])
        assert actor is not None
        return actor


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Mayor Hanna Berg left Malmo. She returned on Friday.", "She", "Hanna Berg"),
        ("The mayor of Goma, Jean Bosco, spoke. The mayor asked for help.", "mayor", "Jean Bosco"),
        ("Doctor Lina Haddad, who left Homs, spoke.", "who", "Lina Haddad"),
        ("Volodymyr Kovalenko spoke. Kovalenko left.", "Kovalenko", "Volodymyr Kovalenko"),
        ("Kenya closed the border. It said nothing.", "It", "Kenya"),
    ],
)
def test_pronoun_role_and_last_name_lead_to_the_fullest_name(
    reader: Reader, gazetteer: Gazetteer, text: str, word: str, name: str
) -> None:
    assert Company(reader, gazetteer, text).actor(word, -1).name == name


def test_two_people_of_one_last_name_stay_two_and_the_bare_name_stays_open(
    reader: Reader, gazetteer: Gazetteer
) -> None:
    company = Company(reader, gazetteer, "Ana Morales met Pedro Morales in Quito. Morales signed the paper.")
    first, second, bare = (company.actor("Morales", nth) for nth in range(3))
    assert first.entity != second.entity
    assert bare.entity is None
    assert bare.candidates == ("Ana Morales", "Pedro Morales")


@pytest.mark.parametrize(
    ("text", "word", "side"),
    [
        ("Sudanese army spokesman Nabil Abdalla spoke.", "Nabil", "SDN MIL"),
        ("Colombian President Gustavo Petro spoke.", "Gustavo", "COL GOV"),
        ("The Kremlin refused.", "Kremlin", "RUS GOV"),
        ("The White House refused.", "House", "USA GOV"),
        ("Hamas refused.", "Hamas", "PSE REB"),
        ("Israeli forces left.", "forces", "ISR MIL"),
        ("Reuters confirmed it.", "Reuters", "MED"),
        ("The United Nations objected.", "Nations", "IGO"),
        ("Ethiopia refused.", "Ethiopia", "ETH GOV"),
    ],
)
def test_side_comes_from_the_words_around_a_name(
    reader: Reader, gazetteer: Gazetteer, text: str, word: str, side: str
) -> None:
    assert Company(reader, gazetteer, text).actor(word).side == side


def test_names_are_in_text_order_and_slice_to_themselves(reader: Reader, gazetteer: Gazetteer) -> None:
    company = Company(reader, gazetteer, "Hanna Berg told Reuters that Malmo was calm. Berg left.")
    found = [n.span.of(company.text) for n in company.cast.names]
    assert found == ["Hanna Berg", "Reuters", "Malmo", "Berg"]
    assert company.cast.names[0].entity == company.cast.names[3].entity


def test_entity_is_the_same_in_two_reports_that_use_the_same_full_name(reader: Reader, gazetteer: Gazetteer) -> None:
    one = Company(reader, gazetteer, "Mayor Hanna Berg spoke in Malmo.").actor("Hanna")
    other = Company(reader, gazetteer, "Yesterday Hanna Berg left.").actor("Hanna")
    assert one.entity == other.entity
