"""The status of a deed in wordings that press reports often use, by language, over many conflicts and both sides."""

from __future__ import annotations

from datetime import date

import pytest

from tests.conftest import ClaimsOf

WORDINGS = [
    # en: told by the outlet
    ("en", "Shells rained down on Sloviansk overnight, killing a nurse.", "rained down", "reported"),
    ("en", "Gunmen who had ambushed the convoy fled across the border.", "ambushed", "reported"),
    ("en", "Kyrgyz border guards opened fire after a dispute over a water pipe.", "opened fire", "reported"),
    ("en", "It was in Benghazi that the militia seized the airport.", "seized", "reported"),
    ("en", "Israel has carried out an airstrike on Damascus, its third this week.", "airstrike", "reported"),
    ("en", "The troops entered the village in order to arrest the mayor and burned two houses.", "burned", "reported"),
    ("en", "Despite promises of calm, Azerbaijani forces shelled the village.", "shelled", "reported"),
    ("en", "Not only did the rebels bomb the bridge, they also mined the road.", "bomb", "reported"),
    ("en", "The rebels managed to capture the airport on Friday.", "capture", "reported"),
    ("en", "Police could not stop the crowd, which burned the embassy.", "burned", "reported"),
    ("en", "The militia has denied any involvement in the attack on the convoy.", "attack", "reported"),
    # en: somebody's word
    ("en", "The United Nations says at least 30 people were killed in the raid on Kadugli.", "killed", "attributed"),
    ("en", "In the words of the governor, the drones struck a maternity ward.", "struck", "attributed"),
    ("en", "Pakistan accuses India of shelling villages in Kashmir.", "shelling", "attributed"),
    ("en", "The strike, residents say, destroyed a bakery.", "strike", "attributed"),
    (
        "en",
        "Armenia's defence ministry reported that Azerbaijani troops had fired mortars at its positions.",
        "fired",
        "attributed",
    ),
    # en: denied
    ("en", "Ethiopia's army denies that it bombed the market in Togoga.", "bombed", "denied"),
    ("en", "Turkey rejected the claim that its aircraft had bombed the camp.", "bombed", "denied"),
    ("en", "The spokesman dismissed reports that soldiers had shot civilians.", "shot", "denied"),
    # en: not done
    ("en", "The army has never shelled the town.", "shelled", "negated"),
    ("en", "Neither side attacked the airport.", "attacked", "negated"),
    ("en", "Rwanda has yet to withdraw its troops.", "withdraw", "negated"),
    ("en", "The ship left port without firing a missile.", "firing", "negated"),
    ("en", "The police refused to shoot at the protesters.", "shoot", "negated"),
    ("en", "Soldiers stopped short of attacking the base.", "attacking", "negated"),
    ("en", "The rebels were unable to capture the city.", "capture", "negated"),
    ("en", "There were no air strikes on Idlib on Sunday.", "air strikes", "negated"),
    ("en", "A planned attack on the station was foiled by police.", "attack", "negated"),
    # en: to come
    ("en", "India is preparing to strike camps across the border.", "strike", "planned"),
    ("en", "The generals are about to attack Omdurman.", "attack", "planned"),
    ("en", "The United States is going to send tanks to Kyiv.", "send", "planned"),
    ("en", "Armenia and Azerbaijan are set to exchange prisoners on Monday.", "exchange", "planned"),
    ("en", "The plan to storm the hospital was drawn up in March.", "storm", "planned"),
    ("en", "The Ethiopian army announced its intention to withdraw from the town.", "withdraw", "planned"),
    # en: supposed
    ("en", "The mayor feared that the army would shell the city.", "shell", "hypothetical"),
    ("en", "Unless talks resume, the rebels will attack the capital.", "attack", "hypothetical"),
    ("en", "Should Sudan attack the dam, Ethiopia would respond.", "attack", "hypothetical"),
    ("en", "The missiles are capable of striking Seoul.", "striking", "hypothetical"),
    ("en", "NATO warned of a possible attack on the pipeline.", "attack", "hypothetical"),
    ("en", "Protesters called on the army to release the detainees.", "release", "hypothetical"),
    ("en", "It is unclear whether the rebels captured the airport.", "captured", "hypothetical"),
    ("en", "Had the army bombed the bridge, the convoy would have been cut off.", "bombed", "hypothetical"),
    # es: told by the outlet
    ("es", "El Ejército bombardeó anoche un campamento en el Catatumbo.", "bombardeó", "reported"),
    ("es", "Los guerrilleros, que habían secuestrado a dos soldados, huyeron al monte.", "secuestrado", "reported"),
    ("es", "Tras semanas de calma, Israel volvió a bombardear Rafah.", "bombardear", "reported"),
    ("es", "Los soldados entraron en la aldea y quemaron tres casas.", "quemaron", "reported"),
    ("es", "Fue la guerrilla la que atacó el oleoducto.", "atacó", "reported"),
    # es: somebody's word
    ("es", "Las tropas rusas atacaron Odesa, según la alcaldía.", "atacaron", "attributed"),
    ("es", "El alcalde denunció que los paramilitares asesinaron a dos maestros.", "asesinaron", "attributed"),
    ("es", "Azerbaiyán acusa a Armenia de bombardear sus posiciones.", "bombardear", "attributed"),
    ("es", "El presunto ataque ocurrió cerca de Alepo.", "ataque", "attributed"),
    ("es", "«Nos dispararon desde el tejado», relató una vecina.", "dispararon", "attributed"),
    # es: denied
    ("es", "El Gobierno desmintió que el Ejército hubiera bombardeado la escuela.", "bombardeado", "denied"),
    ("es", "Etiopía niega haber atacado el campamento.", "atacado", "denied"),
    ("es", "La guerrilla rechazó las acusaciones de haber secuestrado al alcalde.", "secuestrado", "denied"),
    # es: not done
    ("es", "Ninguno de los bandos atacó el puerto.", "atacó", "negated"),
    ("es", "Los rebeldes nunca atacaron el hospital.", "atacaron", "negated"),
    ("es", "El barco zarpó sin disparar un solo misil.", "disparar", "negated"),
    ("es", "La milicia se negó a liberar a los rehenes.", "liberar", "negated"),
    ("es", "Los insurgentes no lograron capturar la ciudad.", "capturar", "negated"),
    # es: to come
    ("es", "Rusia va a retirar sus tropas de la región.", "retirar", "planned"),
    ("es", "El ELN amenazó con atacar la refinería.", "atacar", "planned"),
    ("es", "Las fuerzas armadas se preparan para atacar la capital.", "atacar", "planned"),
    ("es", "Armenia anunció que retirará sus tropas del enclave.", "retirará", "planned"),
    # es: supposed
    ("es", "Los vecinos temen un ataque contra el pueblo.", "ataque", "hypothetical"),
    ("es", "Si el Ejército ataca, la guerrilla responderá.", "ataca", "hypothetical"),
    ("es", "Se desconoce si los rebeldes tomaron el aeropuerto.", "tomaron", "hypothetical"),
    ("es", "La ONU instó a Israel a liberar a los detenidos.", "liberar", "hypothetical"),
    ("es", "Los rebeldes podrían atacar el puente.", "atacar", "hypothetical"),
    # uk: told by the outlet
    ("uk", "Уночі бойовики обстріляли лікарню в Ідлібі.", "обстріляли", "reported"),
    ("uk", "Солдати, які захопили летовище, відступили до річки.", "захопили", "reported"),
    ("uk", "Ізраїльська авіація бомбардувала передмістя Дамаска.", "бомбардувала", "reported"),
    ("uk", "Армія увійшла в село і спалила три будинки.", "спалила", "reported"),
    # uk: somebody's word
    ("uk", "За словами губернатора, повстанці атакували порт.", "атакували", "attributed"),
    ("uk", "Очевидці розповіли, що солдати стріляли в демонстрантів.", "стріляли", "attributed"),
    ("uk", "Азербайджан звинуватив Вірменію в обстрілі своїх позицій.", "обстрілі", "attributed"),
    ("uk", "Війська нібито обстріляли школу.", "обстріляли", "attributed"),
    # uk: denied
    ("uk", "Ефіопія заперечує, що її армія бомбардувала ринок.", "бомбардувала", "denied"),
    ("uk", "Міністерство спростувало повідомлення про обстріл лікарні.", "обстріл", "denied"),
    # uk: not done
    ("uk", "Жодна зі сторін не атакувала аеропорт.", "атакувала", "negated"),
    ("uk", "Поліція відмовилася стріляти в протестувальників.", "стріляти", "negated"),
    ("uk", "Повстанцям не вдалося захопити місто.", "захопити", "negated"),
    ("uk", "Корабель вийшов з порту, не випустивши жодної ракети.", "випустивши", "negated"),
    # uk: to come
    ("uk", "Туреччина має намір атакувати базу.", "атакувати", "planned"),
    ("uk", "Вірменія відведе війська від кордону.", "відведе", "planned"),
    ("uk", "Бойовики погрожують підірвати міст.", "підірвати", "planned"),
    ("uk", "Ефіопія оголосила про намір вивести війська з міста.", "вивести", "planned"),
    # uk: supposed
    ("uk", "Мешканці побоюються обстрілу міста.", "обстрілу", "hypothetical"),
    ("uk", "Якби армія обстріляла міст, колона не пройшла б.", "обстріляла", "hypothetical"),
    ("uk", "Невідомо, чи повстанці захопили аеропорт.", "захопили", "hypothetical"),
    ("uk", "ООН закликала Ізраїль звільнити затриманих.", "звільнити", "hypothetical"),
    ("uk", "Бойовики можуть атакувати міст.", "атакувати", "hypothetical"),
]


@pytest.mark.parametrize(("language", "text", "word", "status"), WORDINGS)
def test_deed_has_the_status_that_its_wording_tells(
    claims_of: ClaimsOf, language: str, text: str, word: str, status: str
) -> None:
    found = [i for i in claims_of(text, language, date(2024, 5, 15)).incidents if word in i.trigger.of(text)]
    assert [i.status.value for i in found] == [status]
