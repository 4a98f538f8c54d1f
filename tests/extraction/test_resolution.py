"""Who speaks: pronouns, roles, last names and groups lead to the one they stand for; what could be either stays open.

Every row is a text, the number of the statement (-1 is the last), and the speaker's name, or all candidates."""

from __future__ import annotations

import pytest

from facta.records import Actor
from tests.conftest import ClaimsOf

Row = tuple[str, int, str | tuple[str, ...]]

ENGLISH: tuple[Row, ...] = (
    # pronouns
    ("Mayor Hanna Berg visited the port. She said that two cranes were broken.", -1, "Hanna Berg"),
    ("General Omar Hadi arrived in Homs on Friday. He said the road was open.", -1, "Omar Hadi"),
    ("Spokeswoman Lina Haddad met reporters. “We are leaving,” she said.", -1, "Lina Haddad"),
    ("Defence minister Pavel Novak denied it. He added that no troops had left.", -1, "Pavel Novak"),
    ("Governor Rosa Diaz said the dam held. According to her, nobody was hurt.", -1, "Rosa Diaz"),
    ("President Amadou Sow spoke after the talks. He told reporters that the truce would last.", -1, "Amadou Sow"),
    ("Kenya closed the border on Monday. It said the measure was temporary.", -1, "Kenya"),
    ("The rebels left the town. They said the army had shelled it.", -1, "rebels"),
    ("Colonel Ivan Marku, who commands the brigade, said the bridge was gone.", -1, "Ivan Marku"),
    ("Teacher Asha Noor fled Malakal with her son. “We walked for days,” she recalled.", -1, "Asha Noor"),
    # roles
    ("The mayor of Goma, Jean Bosco, met aid groups. The mayor said water was short.", -1, "Jean Bosco"),
    ("Foreign minister Elena Popa flew to Vienna. The minister said talks would resume.", -1, "Elena Popa"),
    ("Army spokesman Nabil Abdalla spoke on Sunday. The spokesman denied that troops had fired.", -1, "Nabil Abdalla"),
    ("Governor Tarek Aziz opened the shelter. “It holds 300 people,” the governor said.", -1, "Tarek Aziz"),
    ("UN envoy Martha Klein met both sides. The envoy urged them to stop.", -1, "Martha Klein"),
    ("Prime Minister Ion Rusu resigned. The prime minister said he was tired.", -1, "Ion Rusu"),
    # last names
    ("Volodymyr Kovalenko spoke in Lutsk. Kovalenko said the plant was safe.", -1, "Volodymyr Kovalenko"),
    ("Police chief Ana Lopez said four men were held. Lopez denied that shots were fired.", -1, "Ana Lopez"),
    ("Félix Ngoma leads the aid group. “The camp is full,” Ngoma said.", -1, "Félix Ngoma"),
    ("Alexei Karmin met residents. According to Karmin, the gas was cut.", -1, "Alexei Karmin"),
    # groups, seats and the unnamed
    ("The Kremlin said that it had not seen the plan.", -1, "Kremlin"),
    ("Moscow said its forces had left the island.", -1, "Moscow"),
    ("Nairobi denied that its troops had crossed the border.", -1, "Nairobi"),
    ("Sudanese authorities said the airport was closed.", -1, "Sudanese authorities"),
    ("A US official who asked not to be named said the strike had failed.", -1, "US official"),
    ("The White House said the president would travel to Seoul.", -1, "White House"),
    # two remain
    ("Ana Morales met Pedro Morales in Quito. Morales said the pact was signed.", -1, ("Ana Morales", "Pedro Morales")),
    ("Minister Karl Berg met minister Anna Berg in Malmo. Berg said the deal was off.", -1, ("Anna Berg", "Karl Berg")),
    ("Minister Jan Vos met minister Piet Smit in Ghent. The minister said it was off.", -1, ("Jan Vos", "Piet Smit")),
)  # fmt: skip
SPANISH: tuple[Row, ...] = (
    ("La alcaldesa Rosa Díaz visitó el puerto. Ella afirmó que había dos heridos.", -1, "Rosa Díaz"),
    ("El gobernador Luis Peña llegó el viernes. Él dijo que la carretera estaba abierta.", -1, "Luis Peña"),
    ("El alcalde de Cali, Jorge Iván Ospina, se reunió con vecinos. El alcalde pidió calma.", -1, "Jorge Iván Ospina"),
    ("La ministra Elena Ruiz viajó a Viena. La ministra aseguró que las conversaciones seguirán.", -1, "Elena Ruiz"),
    ("El portavoz Martín Soto habló el domingo. El portavoz negó que hubiera disparos.", -1, "Martín Soto"),
    ("El presidente Gustavo Prado habló en Bogotá. Prado dijo que no habrá tregua.", -1, "Gustavo Prado"),
    ("La jefa de la policía, Ana López, informó de cuatro detenidos. López negó los disparos.", -1, "Ana López"),
    ("Félix Ngoma dirige la organización. «El campo está lleno», dijo Ngoma.", -1, "Félix Ngoma"),
    ("El general Omar Hadi llegó a Homs. Según Hadi, la ruta está abierta.", -1, "Omar Hadi"),
    ("El Kremlin afirmó que no había visto el plan.", -1, "Kremlin"),
    ("La Casa Blanca aseguró que el presidente viajará a Seúl.", -1, "Casa Blanca"),
    ("Moscú dijo que sus fuerzas habían salido de la isla.", -1, "Moscú"),
    ("Las autoridades sudanesas dijeron que el aeropuerto estaba cerrado.", -1, "autoridades sudanesas"),
    ("Tomás Rincón vive en Arauca. «Huimos de noche», contó Rincón.", -1, "Tomás Rincón"),
    ("La enviada de la ONU, Martha Klein, pidió calma. Klein añadió que habrá más reuniones.", -1, "Martha Klein"),
    ("Ana Morales se reunió con Pedro Morales en Quito. Morales dijo que el acuerdo está firmado.", -1,
     ("Ana Morales", "Pedro Morales")),
    ("El ministro Jan Vos se reunió con el ministro Piet Smit. El ministro dijo que no habrá acuerdo.", -1,
     ("Jan Vos", "Piet Smit")),
)  # fmt: skip
UKRAINIAN: tuple[Row, ...] = (
    ("Мер Ганна Берг відвідала порт. Вона сказала, що два крани зламані.", -1, "Ганна Берг"),
    ("Генерал Омар Хаді прибув до Хомса. Він сказав, що дорога відкрита.", -1, "Омар Хаді"),
    ("Губернатор Павло Новак відкрив укриття. Губернатор повідомив, що воно вміщує 300 людей.", -1, "Павло Новак"),
    ("Міністерка Олена Попа прилетіла до Відня. Міністерка заявила, що переговори тривають.", -1, "Олена Попа"),
    ("Речник армії Набіль Абдалла виступив у неділю. Речник заперечив, що військові стріляли.", -1, "Набіль Абдалла"),
    ("Володимир Коваленко виступив у Луцьку. Коваленко сказав, що завод працює.", -1, "Володимир Коваленко"),
    ("Ігор Терехов зустрівся з мешканцями. За словами Терехова, газу немає.", -1, "Ігор Терехов"),
    ("Начальниця поліції Анна Лопес повідомила про затриманих. Лопес заперечила, що були постріли.", -1, "Анна Лопес"),
    ("Фелікс Нгома керує організацією. «Табір переповнений», — сказав Нгома.", -1, "Фелікс Нгома"),
    ("У Кремлі заявили, що не бачили плану.", -1, "Кремлі"),
    ("Кремль заявив, що не бачив плану.", -1, "Кремль"),
    ("Білий дім повідомив, що президент поїде до Сеула.", -1, "Білий дім"),
    ("Москва заявила, що її війська залишили острів.", -1, "Москва"),
    ("Посланниця ООН Марта Кляйн закликала до спокою. Кляйн додала, що зустрічі триватимуть.", -1, "Марта Кляйн"),
    ("Президент Амаду Соу виступив після переговорів. Він запевнив, що перемир’я триватиме.", -1, "Амаду Соу"),
    ("Ана Моралес зустрілася з Педро Моралесом у Кіто. Моралес сказав, що угоду підписано.", -1, "Педро Моралесом"),
    ("Ана Моралес зустрілася з Педро Моралесом у Кіто. Моралес сказала, що угоду підписано.", -1,
     ("Ана Моралес", "Педро Моралесом")),
    ("Іван Бойко приїхав з Петром Бойком до Ніжина. Бойко сказав, що міст закрито.", -1,
     ("Іван Бойко", "Петром Бойком")),
    ("Міністр Ян Вос зустрівся з міністром Пітом Смітом. Міністр заявив, що угоди не буде.", -1,
     ("Пітом Смітом", "Ян Вос")),
)  # fmt: skip


def speaker(claims_of: ClaimsOf, row: Row, language: str) -> Actor:
    statements = claims_of(row[0], language=language).statements
    assert statements, "no statement"
    found = sorted(statements, key=lambda s: s.content[0].start if s.content else 0)[row[1]].speaker
    assert found is not None, "no speaker"
    return found


def holds(claims_of: ClaimsOf, row: Row, language: str) -> None:
    found = speaker(claims_of, row, language)
    if isinstance(row[2], str):
        assert (found.name, found.candidates) == (row[2], ())
    else:
        assert (found.entity, found.candidates) == (None, row[2])


@pytest.mark.parametrize("row", ENGLISH, ids=lambda row: row[0][:60])
def test_english_speaker_is_the_one_meant(claims_of: ClaimsOf, row: Row) -> None:
    holds(claims_of, row, "en")


@pytest.mark.parametrize("row", SPANISH, ids=lambda row: row[0][:60])
def test_spanish_speaker_is_the_one_meant(claims_of: ClaimsOf, row: Row) -> None:
    holds(claims_of, row, "es")


@pytest.mark.parametrize("row", UKRAINIAN, ids=lambda row: row[0][:60])
def test_ukrainian_speaker_is_the_one_meant(claims_of: ClaimsOf, row: Row) -> None:
    holds(claims_of, row, "uk")
