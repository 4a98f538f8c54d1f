"""What a deed is about: PLOVER contexts from the words of its clause and from its mode, in six languages."""

from __future__ import annotations

import pytest

from facta.codebook import Codebook, languages
from facta.codebook.contexts import Contexts
from facta.codebook.load import bundled
from facta.codebook.plover import Plover
from tests.conftest import ClaimsOf

ABOUT = [
    # language, sentence, type, contexts that it has, one that it has not
    ("en", "Peru recalled its ambassador from Quito.", "SANCTION", {"diplomatic"}, "health"),
    (
        "en",
        "Police in Lagos arrested two customs officers for taking bribes.",
        "COERCE",
        {"legal", "corruption"},
        "cbrn",
    ),
    ("en", "Gunmen attacked a cholera clinic near Goma.", "ASSAULT", {"health"}, "election"),
    ("en", "Oman expelled three spies.", "SANCTION", {"intelligence"}, "economic"),
    ("en", "Hackers launched a cyberattack on the port of Durban.", "COERCE", {"cyber"}, "asylum"),
    ("es", "Rebeldes atacaron un oleoducto en Arauca.", "ASSAULT", {"natural_resource"}, "election"),
    ("fr", "Des rebelles ont attaqué un camp de réfugiés près de Bria.", "ASSAULT", {"asylum"}, "cyber"),
    ("de", "Milizen griffen eine Moschee in Kaduna an.", "ASSAULT", {"religion_ethnicity"}, "election"),
    ("uk", "Бойовики обстріляли лікарню в Ідлібі.", "ASSAULT", {"military", "health"}, "election"),
    ("ru", "Боевики обстреляли лагерь беженцев под Гомой.", "ASSAULT", {"military", "asylum"}, "cyber"),
]


@pytest.mark.parametrize(("language", "text", "kind", "present", "absent"), ABOUT)
def test_deed_has_the_contexts_of_its_clause(
    claims_of: ClaimsOf, language: str, text: str, kind: str, present: set[str], absent: str
) -> None:
    deed = next(i for i in claims_of(text, language).incidents if i.type == kind)
    assert present <= set(deed.contexts)
    assert absent not in deed.contexts


def test_contexts_come_in_the_order_in_which_plover_lists_them(claims_of: ClaimsOf) -> None:
    deed = claims_of("Army doctors opened fire at a church near the border.").incidents[0]
    order = Codebook.load("en").common("plover", Plover).contexts
    assert len(deed.contexts) > 1
    assert list(deed.contexts) == sorted(deed.contexts, key=order.index)


def test_another_clause_lends_no_context(claims_of: ClaimsOf) -> None:
    text = "Rebels shelled the ridge, while doctors in the capital waited for vaccines."
    assert "health" not in claims_of(text).incidents[0].contexts


@pytest.mark.parametrize("language", list(languages(bundled())))
def test_each_language_has_words_for_all_contexts_and_no_other(language: str) -> None:
    words = Codebook.load(language).page("contexts", Contexts).words
    assert set(words) == set(Codebook.load(language).common("plover", Plover).contexts)
    assert all(len(listed) >= 5 for listed in words.values())


def test_contexts_that_a_mode_brings_exist() -> None:
    plover = Codebook.load("en").common("plover", Plover)
    for kind, brought in plover.implied.items():
        assert plover.knows(*kind.split("/"))
        assert set(brought) <= set(plover.contexts)
