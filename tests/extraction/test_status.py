"""Whether a deed is told as done, somebody's word, denied, planned, supposed or not done; in three languages."""

from __future__ import annotations

from datetime import date

import pytest

from tests.conftest import ClaimsOf

STATUSES = [
    # plain
    ("en", "Rebels shelled the port of Hodeidah.", "shelled", "reported"),
    ("en", "The army did not only shell the port; rebels bombed the airport too.", "bombed", "reported"),
    ("en", "After the rebels attacked the convoy, aid workers fled.", "attacked", "reported"),
    ("en", "Troops used mortars to shell the village.", "shell", "reported"),
    ("es", "Los rebeldes atacaron el puerto.", "atacaron", "reported"),
    ("uk", "Бойовики обстріляли порт.", "обстріляли", "reported"),
    # somebody's word
    ("en", "Rebels shelled the port, the governor said.", "shelled", "attributed"),
    ("en", "According to the UN, troops bombed two schools.", "bombed", "attributed"),
    ("en", '"They burned our village," a farmer told reporters.', "burned", "attributed"),
    ("en", "Troops reportedly shelled the port.", "shelled", "attributed"),
    ("en", "The alleged attack took place near Aleppo.", "attack", "attributed"),
    ("en", "Ankara accused Kurdish fighters of bombing the station.", "bombing", "attributed"),
    ("es", "Según la ONU, los soldados bombardearon dos escuelas.", "bombardearon", "attributed"),
    ("es", "Los rebeldes habrían atacado el puerto.", "atacado", "attributed"),
    ("uk", "Бойовики обстріляли порт, повідомив губернатор.", "обстріляли", "attributed"),
    # denied
    ("en", "The army denied shelling the port.", "shelling", "denied"),
    ("en", "Kigali denied that its troops attacked the camp.", "attacked", "denied"),
    ("es", "El ministro negó haber atacado el puerto.", "atacado", "denied"),
    ("uk", "Речник заперечив, що армія обстріляла лікарню.", "обстріляла", "denied"),
    # not done
    ("en", "Rebels did not shell the port.", "shell", "negated"),
    ("en", "No attack was reported in Gao.", "attack", "negated"),
    ("en", "The guards prevented an attack on the embassy.", "attack", "negated"),
    ("en", "Troops failed to capture the town.", "capture", "negated"),
    ("es", "Los rebeldes no atacaron el puerto.", "atacaron", "negated"),
    ("es", "La policía evitó un ataque contra la embajada.", "ataque", "negated"),
    ("uk", "Бойовики не обстріляли порт.", "обстріляли", "negated"),
    # to come
    ("en", "Israel plans to invade southern Lebanon.", "invade", "planned"),
    ("en", "The foreign minister will visit Juba on Friday.", "visit", "planned"),
    ("en", "Washington will act quickly to send weapons to Taiwan.", "send", "planned"),
    ("en", "The junta has decided to attack the rebels.", "attack", "planned"),
    ("en", "The militia vowed to attack the base again.", "attack", "planned"),
    ("en", "Turkey has decided to “radically” reduce its military activity.", "reduce", "planned"),
    ("en", "A decision was made to withdraw the troops, the general said.", "withdraw", "planned"),
    ("en", "Armenia is ready to pull back its troops.", "pull back", "planned"),
    ("en", "Pakistan opted to suspend its drone strikes.", "suspend", "planned"),
    ("en", "Hamas promised in return to release the women.", "release", "planned"),
    ("es", "Se tomó la decisión de retirar las tropas, dijo el ministro.", "retirar", "planned"),
    ("es", "El gobierno está dispuesto a retirar las tropas.", "retirar", "planned"),
    ("uk", "Обстріли тривали попри обіцянку Москви скоротити військову активність.", "скоротити", "planned"),
    ("uk", "Уряд готовий відвести війська.", "відвести", "planned"),
    ("es", "El presidente visitará Caracas el viernes.", "visitará", "planned"),
    ("es", "El ejército planea atacar el puerto.", "atacar", "planned"),
    ("uk", "Армія планує атакувати порт.", "атакувати", "planned"),
    # supposed
    ("en", "If rebels attack the port, ships cannot sail.", "attack", "hypothetical"),
    ("en", "Pakistan could attack Indian positions.", "attack", "hypothetical"),
    ("en", "Rebels may have shelled the port.", "shelled", "hypothetical"),
    ("en", "The UN urged Sudan to release the prisoners.", "release", "hypothetical"),
    ("en", "Residents fear an attack on the town.", "attack", "hypothetical"),
    ("en", "Will the troops attack the town?", "attack", "hypothetical"),
    ("es", "Si los rebeldes atacan el puerto, habrá hambre.", "atacan", "hypothetical"),
    ("es", "La ONU pidió liberar a los prisioneros.", "liberar", "hypothetical"),
    ("uk", "Якщо бойовики атакують порт, кораблі не вийдуть.", "атакують", "hypothetical"),
    ("uk", "ООН закликала звільнити полонених.", "звільнити", "hypothetical"),
]


@pytest.mark.parametrize(("language", "text", "trigger", "status"), STATUSES)
def test_status_of_a_deed(claims_of: ClaimsOf, language: str, text: str, trigger: str, status: str) -> None:
    found = {i.trigger.of(text): str(i.status) for i in claims_of(text, language=language).incidents}
    got = next((s for words, s in found.items() if trigger in words or words in trigger), None)
    assert got == status, found


@pytest.mark.parametrize(
    ("text", "hedged"),
    [
        ("Troops reportedly shelled the port.", True),
        ("The so-called withdrawal of troops began on Monday.", True),
        ("The suspected attack on the embassy wounded two guards.", True),
        ("Troops shelled the port.", False),
    ],
)
def test_hedged_deed_says_so(claims_of: ClaimsOf, text: str, hedged: bool) -> None:
    assert claims_of(text).incidents[0].hedged is hedged


@pytest.mark.parametrize(
    ("text", "historical"),
    [
        ("Russia annexed Crimea in 2014.", True),
        ("Mourners marked the anniversary of the massacre in Srebrenica.", True),
        ("Troops shelled the port on Monday.", False),
    ],
)
def test_background_is_historical(claims_of: ClaimsOf, text: str, historical: bool) -> None:
    assert claims_of(text, published=date(2024, 5, 15)).incidents[0].historical is historical


def test_source_is_the_innermost_statement(claims_of: ClaimsOf) -> None:
    text = "The governor said that rebels shelled the port."
    claims = claims_of(text)
    assert claims.incidents[0].source == claims.statements[0].id
