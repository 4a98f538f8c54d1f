"""Sentences of the Russian-language press, a row each: who says what, who did what, who promises, how many, where.

The texts were written for these tests, in the manner of agencies and independent outlets of several countries, on
several conflicts and with both sides of each. What a party calls its own operation is a name here and nothing more.
"""

from __future__ import annotations

from datetime import date

import pytest

from tests.conftest import ClaimsOf

PUBLISHED = date(2025, 5, 14)  # a Wednesday

SAID: list[tuple[str, str, str, str]] = [
    # Clause, dash, colon, and the speaker before or behind.
    (
        "Министр обороны Армении заявил, что войска отведены от границы.",
        "Министр",
        "войска отведены от границы",
        "assert",
    ),
    (
        "«Ни один снаряд не упал на рынок», — сказал представитель Минобороны Азербайджана.",
        "представитель",
        "Ни один снаряд не упал на рынок",
        "assert",
    ),
    (
        "— Мы сидели в подвале два дня, — рассказывает жительница Исфары Зебо Каримова.",
        "Зебо Каримова",
        "Мы сидели в подвале два дня",
        "assert",
    ),
    (
        "Пресс-секретарь Кремля сообщил: «Переговоры продолжатся в четверг».",
        "Пресс-секретарь",
        "Переговоры продолжатся в четверг",
        "assert",
    ),
    (
        "«Договор не подписан, — подчеркнула глава МИД Молдавии. — Но мы близки к цели».",
        "глава",
        "Договор не подписан",
        "assert",
    ),
    (
        "Взрывы слышны в трёх районах, сообщил мэр Харькова Игорь Мельник.",
        "Игорь Мельник",
        "Взрывы слышны в трёх районах",
        "assert",
    ),
    (
        "Склад боеприпасов уничтожен, утверждают в Минобороны России.",
        "Минобороны",
        "Склад боеприпасов уничтожен",
        "assert",
    ),
    ("В Генштабе ВСУ заявили, что враг отступил.", "Генштаб", "враг отступил", "assert"),
    ("В ХАМАС заявили, что не получали ответа от посредников.", "ХАМАС", "не получали ответа от посредников", "assert"),
    # Sources.
    (
        "По словам губернатора Баткенской области, ранены двое пограничников.",
        "губернатора",
        "ранены двое пограничников",
        "assert",
    ),
    (
        "По данным Минздрава сектора Газа, за сутки погибли 34 человека.",
        "Минздрав",
        "за сутки погибли 34 человека",
        "assert",
    ),
    ("Как сообщает ТАСС, рейсы отменены до вечера.", "ТАСС", "рейсы отменены до вечера", "assert"),
    ("Орудия, по информации наблюдателей, вернулись на позиции.", "наблюдателей", "Орудия", "assert"),
    (
        "Пограничники открыли огонь первыми, утверждает Бишкек.",
        "Бишкек",
        "Пограничники открыли огонь первыми",
        "accuse",
    ),
    ("Со слов очевидцев, стреляли со стороны леса.", "очевидцев", "стреляли со стороны леса", "assert"),
    ("Мэр осмотрел квартал. По его словам, разрушены четыре дома.", "Мэр", "разрушены четыре дома", "assert"),
    (
        "Ночью дроны атаковали порт. Об этом сообщил губернатор Олег Рысь.",
        "Олег Рысь",
        "Ночью дроны атаковали порт",
        "assert",
    ),
    # Telegram.
    ("«Все живы», — написал губернатор Курской области в своём телеграм-канале.", "губернатор", "Все живы", "assert"),
    ("Губернатор написал в Telegram, что пожар потушен.", "Губернатор", "пожар потушен", "assert"),
    # "О том, что", "ли", "чтобы", infinitives.
    ("Посол сообщил о том, что переговоры отложены.", "Посол", "переговоры отложены", "assert"),
    ("Дамаск потребовал, чтобы Израиль прекратил удары.", "Дамаск", "Израиль прекратил удары", "demand"),
    (
        "Генсек ООН призвал стороны немедленно прекратить огонь.",
        "Генсек",
        "стороны немедленно прекратить огонь",
        "demand",
    ),
    (
        "Тирасполь обратился к Москве и попросил защитить жителей региона.",
        "Тирасполь",
        "защитить жителей региона",
        "demand",
    ),
    # Denials, accusations, promises, threats, doubts.
    (
        "Минобороны Таджикистана опровергло сообщения о захвате заставы.",
        "Минобороны",
        "сообщения о захвате заставы",
        "deny",
    ),
    ("Армия Израиля отрицает, что стреляла по очереди за хлебом.", "Армия", "стреляла по очереди за хлебом", "deny"),
    ("Ереван обвинил Баку в обстреле посёлка.", "Ереван", "Баку в обстреле посёлка", "accuse"),
    ("Баку обвинил Ереван в нарушении перемирия.", "Баку", "Ереван в нарушении перемирия", "accuse"),
    ("МИД России осудил высылку дипломатов.", "МИД", "высылку дипломатов", "accuse"),
    ("Власти Судана пообещали открыть дорогу для конвоев.", "Власти", "открыть дорогу для конвоев", "promise"),
    ("Хуситы пригрозили топить суда в Красном море.", "Хуситы", "топить суда в Красном море", "threaten"),
    ("Эксперт усомнился, что отвод войск состоится.", "Эксперт", "отвод войск состоится", "doubt"),
    ("«Когда вернут наших сыновей?» — спросила мать пленного.", "мать", "Когда вернут наших сыновей?", "ask"),
    # What the content does when the verb only says "said".
    ("«Это геноцид», — заявил посол Палестины.", "посол", "Это геноцид", "accuse"),
    ("«Мы не причастны к взрыву», — сказал командир повстанцев.", "командир", "Мы не причастны к взрыву", "deny"),
    ("«Соседи должны отвести артиллерию», — сказал премьер.", "премьер", "Соседи должны отвести артиллерию", "demand"),
]


@pytest.mark.parametrize(("text", "speaker", "content", "act"), SAID)
def test_speaker_content_and_act_are_found(
    claims_of: ClaimsOf, text: str, speaker: str, content: str, act: str
) -> None:
    statements = claims_of(text, language="ru", published=PUBLISHED).statements
    found = [(s.speaker.name if s.speaker else "", s.content[0].of(text), s.act.value) for s in statements]
    assert any(speaker in name and said.startswith(content) and act == kind for name, said, kind in found), found


PARTED: list[tuple[str, str | None, list[str]]] = [
    # The reporter between two dashes within the marks.
    (
        "«Мост взорван, — сообщил капитан Лев Рогов. — Обхода нет».",
        "Лев Рогов",
        ["Мост взорван", "Обхода нет"],
    ),
    # Who was told, and who told it.
    ("Дорога закрыта, пояснил он журналистам.", None, ["Дорога закрыта"]),
    (
        "Груз задержан, сообщил агентству Reuters высокопоставленный чиновник.",
        "высокопоставленный чиновник",
        ["Груз задержан"],
    ),
    ("Врач рассказал «Азаттыку», что раненых вывезли.", "Врач", ["раненых вывезли"]),
    # A body named behind the cue, and one in a case of its name.
    ("Мост закрыт, уточнили в мэрии.", "мэрии", ["Мост закрыт"]),
    ("В Пентагоне заявили, что колонна остановилась.", "Пентагоне", ["колонна остановилась"]),
    # A colon without quotation marks, two words that make one cue, a noun whose owner stands between.
    ("Оператор сети утверждает: атаки не было.", "Оператор сети", ["атаки не было"]),
    ("Премьер дал понять, что уступит.", "Премьер", ["уступит"]),
    ("Стороны услышали требование Каира открыть границу.", "Каира", ["открыть границу"]),
    ("Посол сделал заявление о том, что визит отложен.", "Посол", ["визит отложен"]),
]


@pytest.mark.parametrize(("text", "speaker", "contents"), PARTED)
def test_one_statement_has_all_that_is_said(
    claims_of: ClaimsOf, text: str, speaker: str | None, contents: list[str]
) -> None:
    statements = claims_of(text, language="ru", published=PUBLISHED).statements
    found = [
        (s.speaker.span.of(text) if s.speaker and s.speaker.span else None, [c.of(text).rstrip(",") for c in s.content])
        for s in statements
    ]
    assert found == [(speaker, contents)]


SAID_OF_TIMES = ["По данным на 13 мая, пострадавших нет.", "Согласно расписанию, паром отходит в семь."]


@pytest.mark.parametrize("text", SAID_OF_TIMES)
def test_day_or_timetable_says_nothing(claims_of: ClaimsOf, text: str) -> None:
    assert claims_of(text, language="ru", published=PUBLISHED).statements == ()


OURS = [
    "Напомним, в мае стороны обменялись пленными.",
    "Стоит отметить, что мост закрыли ещё в прошлом году.",
]


@pytest.mark.parametrize("text", OURS)
def test_outlet_that_reminds_its_readers_makes_no_statement(claims_of: ClaimsOf, text: str) -> None:
    assert claims_of(text, language="ru", published=PUBLISHED).statements == ()


DEEDS: list[tuple[str, str, str | None, str, str]] = [
    ("Российские войска обстреляли Херсон из артиллерии.", "ASSAULT", "heavy-weapons", "войска", "Херсон"),
    ("Украинская армия обстреляла Белгород.", "ASSAULT", "heavy-weapons", "армия", "Белгород"),
    ("Израиль нанёс авиаудар по лагерю Джабалия.", "ASSAULT", "aerial", "Израиль", "лагерю"),
    ("Боевики выпустили по Ашкелону двенадцать ракет.", "ASSAULT", "heavy-weapons", "Боевики", "ракет"),
    ("Беспилотник ударил по автобусу, трое пассажиров погибли.", "ASSAULT", None, "", ""),
    ("У рынка в Идлибе прогремел взрыв.", "ASSAULT", "explosives", "", ""),
    ("Таджикские пограничники открыли огонь по рабочим.", "ASSAULT", "firearms", "пограничники", "рабочим"),
    ("Кыргызские военные атаковали заставу.", "ASSAULT", None, "военные", "заставу"),
    ("Вооружённые люди похитили двух журналистов.", "ASSAULT", "abduct", "люди", "журналистов"),
    ("Военные пытали пленных, говорится в докладе.", "ASSAULT", "torture", "Военные", "пленных"),
    ("Повстанцы захватили город Саракиб.", "ASSAULT", None, "Повстанцы", "город"),
    ("В результате обстрела погибли двое детей.", "ASSAULT", None, "", "детей"),
    ("Полиция разогнала протестующих слезоточивым газом.", "ASSAULT", "crowd-control", "Полиция", "протестующих"),
    ("Полиция Тирасполя задержала двух оппозиционеров.", "COERCE", "arrest", "Полиция", "оппозиционеров"),
    ("Власти Судана ввели в столице комендантский час.", "COERCE", "curfew", "Власти", ""),
    ("Роскомнадзор заблокировал сайт издания.", "COERCE", "censor", "Роскомнадзор", "сайт"),
    ("Азербайджан перебросил к границе два батальона.", "MOBILIZE", "troops", "Азербайджан", "батальона"),
    ("Белоруссия начала военные учения у польской границы.", "MOBILIZE", "troops", "Белоруссия", ""),
    ("США ввели санкции против трёх компаний.", "SANCTION", None, "США", "компаний"),
    ("Литва высылает двух российских дипломатов.", "SANCTION", "expel", "Литва", "дипломатов"),
    ("Россия выслала четырёх румынских дипломатов.", "SANCTION", "expel", "Россия", "дипломатов"),
    ("Суд приговорил активиста к восьми годам колонии.", "SANCTION", "convict", "Суд", "активиста"),
    ("Тысячи человек вышли на митинг против правительства.", "PROTEST", "demo", "", ""),
    ("Фермеры перекрыли трассу у границы с Украиной.", "PROTEST", "obstruct", "Фермеры", ""),
    ("Заключённый журналист объявил голодовку.", "PROTEST", "hunger", "журналист", ""),
    ("Тегеран пригрозил ударить по базам.", "THREATEN", "violence", "Тегеран", ""),
    ("МИД вызвал посла Израиля.", "ACCUSE", "disapprove", "МИД", "посла"),
    ("Прокуратура возбудила уголовное дело против генерала.", "ACCUSE", "investigate", "Прокуратура", ""),
    ("Армения отклонила предложение Баку.", "REJECT", "change", "Армения", "предложение"),
    ("ХАМАС отказался от переговоров.", "REJECT", "meet", "ХАМАС", ""),
    ("Лига арабских государств призвала стороны прекратить огонь.", "REQUEST", None, "Лига", ""),
    ("Президент Киргизии встретился с президентом Таджикистана.", "CONSULT", None, "Президент", ""),
    ("Стороны договорились о разведении войск.", "AGREE", None, "Стороны", ""),
    ("Парламент ратифицировал мирный договор.", "SUPPORT", None, "Парламент", "договор"),
    ("Россия и Украина обменялись пленными.", "COOPERATE", None, "Россия", ""),
    ("Германия передала Киеву пять танков.", "AID", None, "Германия", "танков"),
    ("Красный Крест доставил 20 тонн муки в Степанакерт.", "AID", None, "Красный Крест", "муки"),
    ("Таджикистан вывел войска из посёлка.", "RETREAT", "withdraw", "Таджикистан", "войска"),
    ("Боевики освободили троих заложников.", "RETREAT", "release", "Боевики", "заложников"),
    ("Сирийские повстанцы сложили оружие.", "RETREAT", "disarm", "повстанцы", ""),
    ("Министр обороны ушёл в отставку.", "RETREAT", "resign", "Министр", ""),
]


@pytest.mark.parametrize(("text", "kind", "mode", "actor", "recipient"), DEEDS)
def test_deed_has_its_type_mode_and_parties(
    claims_of: ClaimsOf, text: str, kind: str, mode: str | None, actor: str, recipient: str
) -> None:
    incidents = claims_of(text, language="ru", published=PUBLISHED).incidents
    found = [
        (i.type, i.mode, i.actor.name if i.actor else "", i.recipient.name if i.recipient else "") for i in incidents
    ]
    fits = [(a.casefold(), r.casefold()) for t, m, a, r in found if t == kind and mode in (None, m)]
    assert any(actor.casefold() in a and recipient.casefold() in r for a, r in fits), found


STATUS = [
    ("Армия не обстреливала больницу.", "ASSAULT", "negated"),
    ("Москва отрицает, что обстреляла рынок.", "ASSAULT", "denied"),
    ("Киев отверг обвинения в обстреле рынка.", "ASSAULT", "denied"),
    ("По словам мэра, артиллерия обстреляла порт.", "ASSAULT", "attributed"),
    ("Боевики якобы захватили мост у города Купянск.", "ASSAULT", "attributed"),
    ("Военные планируют атаковать город.", "ASSAULT", "planned"),
    ("Армия будет обстреливать позиции повстанцев.", "ASSAULT", "planned"),
    ("Если войска атакуют город, посол уедет.", "ASSAULT", "hypothetical"),
    ("Военные могли обстрелять школу.", "ASSAULT", "hypothetical"),
    ("Он призвал вывести войска из региона.", "RETREAT", "hypothetical"),
    ("Войска вышли из города, артиллерия обстреляла порт.", "ASSAULT", "reported"),
    ("Баку обвинил Ереван в обстреле посёлка.", "ASSAULT", "attributed"),
]


@pytest.mark.parametrize(("text", "kind", "status"), STATUS)
def test_deed_has_its_status(claims_of: ClaimsOf, text: str, kind: str, status: str) -> None:
    incidents = claims_of(text, language="ru", published=PUBLISHED).incidents
    found = [(i.type, i.status.value, i.trigger.of(text)) for i in incidents]
    assert any((kind, status) == (t, s) for t, s, _ in found), found


NO_DEEDS = [
    ("Нападающий забил гол после углового удара.", "ASSAULT"),
    ("Фильм взорвал прокат в первые выходные.", "ASSAULT"),
    ("Рубль упал, доллар атаковал отметку в сто рублей.", "ASSAULT"),
    ("Задержка рейса составила два часа.", "COERCE"),
    ("Министр обороны прибыл в столицу.", "ASSAULT"),
    ("Певец выпустил новый альбом.", "RETREAT"),
    ("Магазин объявил об освобождении от уплаты за доставку.", "RETREAT"),
    ("Синоптики предупредили об ударе стихии.", "ASSAULT"),
]


@pytest.mark.parametrize(("text", "kind"), NO_DEEDS)
def test_words_of_another_sense_tell_no_deed(claims_of: ClaimsOf, text: str, kind: str) -> None:
    incidents = claims_of(text, language="ru", published=PUBLISHED).incidents
    assert kind not in [i.type for i in incidents], [(i.type, i.trigger.of(text)) for i in incidents]


PLEDGED: list[tuple[str, str, str, str, date | None]] = [
    (
        "Ереван пообещал освободить пленных до конца года.",
        "Ереван",
        "RETREAT",
        "освободить пленных",
        date(2025, 12, 31),
    ),
    ("Баку обязался открыть дорогу для конвоев.", "Баку", "RETREAT", "открыть дорогу", None),
    (
        "Россия заявила, что резко сократит военную активность под Киевом.",
        "Россия",
        "RETREAT",
        "сократит военную активность",
        None,
    ),
    (
        "Израиль отведёт войска из города до воскресенья, заявил министр обороны Ариэль Пас.",
        "Израиль",
        "RETREAT",
        "отведёт войска",
        date(2025, 5, 18),
    ),
    ("Таджикистан согласился отвести войска от границы.", "Таджикистан", "RETREAT", "отвести войска", None),
    ("Германия предоставит Молдавии генераторы.", "Германия", "AID", "предоставит Молдавии генераторы", None),
    ("ХАМАС готов освободить десять заложников.", "ХАМАС", "RETREAT", "освободить десять заложников", None),
    ("Франция обещает поставить Армении радары и ракеты.", "Франция", "AID", "поставить Армении радары", None),
    (
        "Кишинёв гарантирует, что пропустит гуманитарный груз.",
        "Кишинёв",
        "RETREAT",
        "пропустит гуманитарный груз",
        None,
    ),
    ("Киргизия решила открыть границу для беженцев.", "Киргизия", "RETREAT", "открыть границу", None),
    ("Хуситы поклялись прекратить атаки, если блокаду снимут.", "Хуситы", "RETREAT", "прекратить атаки", None),
    ("«Мы выведем технику из города», — заявил командир повстанцев.", "командир", "RETREAT", "выведем технику", None),
]


@pytest.mark.parametrize(("text", "by", "kind", "act", "until"), PLEDGED)
def test_pledge_has_its_party_deed_and_day(
    claims_of: ClaimsOf, text: str, by: str, kind: str, act: str, until: date | None
) -> None:
    pledges = claims_of(text, language="ru", published=PUBLISHED).pledges
    found = [(p.by.name if p.by else "", p.type, p.act, p.until_on) for p in pledges]
    assert any(by in b and t == kind and act in a and u == until for b, t, a, u in found), found


NO_PLEDGES = [
    "Таджикистан отвёл войска от границы.",
    "Переговоры пройдут в пятницу.",
    "Командир отказался открыть дорогу.",
    "Министр пообещал рассказать о поездке в понедельник.",
    "Франция должна прислать врачей.",
    "Аналитики ожидают, что Армения отведёт войска.",
]


@pytest.mark.parametrize("text", NO_PLEDGES)
def test_deed_forecast_refusal_or_demand_is_no_pledge(claims_of: ClaimsOf, text: str) -> None:
    assert [p.act for p in claims_of(text, language="ru", published=PUBLISHED).pledges] == []


COUNTED: list[tuple[str, list[tuple[float | None, float | None, float | None, str]]]] = [
    ("Погибли 12 человек, ещё 30 ранены.", [(12, 12, 12, "killed"), (30, 30, 30, "wounded")]),
    ("Ранены не менее 40 мирных жителей.", [(40, 40, None, "wounded")]),
    ("Страна приняла более 1,5 млн беженцев.", [(1500000, 1500000, None, "refugees")]),
    ("Около 100 тыс. человек бежали из города.", [(100000, 100000, 100000, "displaced")]),
    ("Десятки домов разрушены.", [(None, 20, None, "buildings")]),
    ("Свыше двух тысяч пленных вернулись домой.", [(2000, 2000, None, "prisoners")]),
    ("ПВО сбила 14 беспилотников.", [(14, 14, 14, "drones")]),
    ("Убиты от 20 до 25 боевиков.", [(None, 20, 25, "killed")]),
    ("Полиция задержала полторы сотни демонстрантов.", [(150, 150, 150, "detained")]),
    ("За сутки армия нанесла 78 авиаударов.", [(78, 78, 78, "strikes")]),
    ("Погибли трое детей, двое взрослых пропали без вести.", [(3, 3, 3, "killed"), (2, 2, 2, "missing")]),
    ("В плену остаются до 60 заложников.", [(60, None, 60, "hostages")]),
]


@pytest.mark.parametrize(("text", "expected"), COUNTED)
def test_figure_has_value_bounds_and_what_it_counts(
    claims_of: ClaimsOf, text: str, expected: list[tuple[float | None, float | None, float | None, str]]
) -> None:
    figures = claims_of(text, language="ru", published=PUBLISHED).figures
    assert [(f.value, f.low, f.high, f.counts) for f in figures] == expected


UNCOUNTED = [
    "Миномёт калибра 82 мм стрелял из леса.",
    "Боец 36 лет из 93-й бригады вернулся домой.",
    "Поезд № 15 прибыл в 18:30.",
]


@pytest.mark.parametrize("text", UNCOUNTED)
def test_calibres_ages_units_and_hours_are_no_figures(claims_of: ClaimsOf, text: str) -> None:
    assert [f.text.of(text) for f in claims_of(text, language="ru", published=PUBLISHED).figures] == []


PLACES = [
    ("Бои идут в Чернигове.", "Чернигове", "UA", "town"),
    ("Взрывы слышны под Харьковом.", "Харьковом", "UA", "near"),
    ("Колонна беженцев вышла из Степанакерта.", "Степанакерта", "AZ", "town"),
    ("Врачи вернулись в Газу.", "Газу", "PS", "region"),
    ("Обстрел начался в Кишинёве.", "Кишинёве", "MD", "town"),
    ("В Алеппо отключён свет.", "Алеппо", "SY", "town"),
    ("В Черниговской области ранены трое.", "Черниговской области", "UA", "region"),
    ("Стрельба слышна в Баткенской области.", "Баткенской области", "KG", "region"),
    ("Посол прибыл в Тирасполь.", "Тирасполь", "MD", "town"),
    ("Патруль обстрелян в центре Бендер.", "центре Бендер", "MD", "town"),
    ("Груз доставлен в Худжанд.", "Худжанд", "TJ", "town"),
    ("Конвой задержан в Хартуме.", "Хартуме", "SD", "town"),
    ("Дроны атаковали Белгород.", "Белгород", "RU", "town"),
    ("Госпиталь в Хан-Юнисе разрушен.", "Хан-Юнисе", "PS", "town"),
    ("Мост взорван в Приднестровье.", "Приднестровье", "MD", "region"),
]


@pytest.mark.parametrize(("text", "written", "country", "precision"), PLACES)
def test_place_is_found_in_any_case(claims_of: ClaimsOf, text: str, written: str, country: str, precision: str) -> None:
    places = claims_of(text, language="ru", published=PUBLISHED).places
    found = [(p.span.of(text), p.country, p.precision.value) for p in places]
    assert found == [(written, country, precision)]


NOWHERE = [
    "Олег Донской, глава администрации, осмотрел школу.",
    "Перемирие вступит в силу до воскресенья.",
]


@pytest.mark.parametrize("text", NOWHERE)
def test_names_and_common_words_are_no_places(claims_of: ClaimsOf, text: str) -> None:
    assert [p.name for p in claims_of(text, language="ru", published=PUBLISHED).places] == []


WHEN = [
    ("В среду войска обстреляли порт.", date(2025, 5, 14), date(2025, 5, 14)),
    ("В понедельник вечером войска обстреляли порт.", date(2025, 5, 12), date(2025, 5, 12)),
    ("Вчера вечером войска обстреляли порт.", date(2025, 5, 13), date(2025, 5, 13)),
    ("В ночь на 5 марта войска обстреляли порт.", date(2025, 3, 4), date(2025, 3, 5)),
    ("В ночь на среду войска обстреляли порт.", date(2025, 5, 13), date(2025, 5, 14)),
    ("Ночью войска обстреляли порт.", date(2025, 5, 13), date(2025, 5, 14)),
    ("Накануне войска обстреляли порт.", date(2025, 5, 13), date(2025, 5, 13)),
    ("За последние сутки войска обстреляли порт.", date(2025, 5, 13), date(2025, 5, 14)),
    ("За последние 48 часов войска обстреляли порт.", date(2025, 5, 12), date(2025, 5, 14)),
    ("Две недели назад войска обстреляли порт.", date(2025, 4, 28), date(2025, 5, 4)),
    ("На прошлой неделе войска обстреляли порт.", date(2025, 5, 5), date(2025, 5, 11)),
    ("3 мая 2023 года войска обстреляли порт.", date(2023, 5, 3), date(2023, 5, 3)),
    ("В конце апреля войска обстреляли порт.", date(2025, 4, 21), date(2025, 4, 30)),
]


@pytest.mark.parametrize(("text", "start", "end"), WHEN)
def test_deed_has_its_days(claims_of: ClaimsOf, text: str, start: date, end: date) -> None:
    incidents = claims_of(text, language="ru", published=PUBLISHED).incidents
    assert [(i.when.start, i.when.end) if i.when else None for i in incidents] == [(start, end)]


def test_a_short_participle_read_as_a_noun_still_makes_a_clause(claims_of: ClaimsOf) -> None:
    text = "Генштаб ВСУ сообщил, что атака отбита."
    (said,) = claims_of(text, "ru").statements
    assert (said.speaker.name if said.speaker else None) == "Генштаб ВСУ"
    assert [span.of(text) for span in said.content] == ["атака отбита"]
