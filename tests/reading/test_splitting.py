"""Sentences and words of ordinary press style, in each language."""

from __future__ import annotations

import pytest

from facta.reading.sentences import sentence_spans
from facta.reading.words import word_spans
from facta.records import Span


def sentences(text: str, language: str) -> list[str]:
    return [span.of(text) for span in sentence_spans(text, language)]


def words(text: str, language: str) -> list[str]:
    return [text[a:b] for a, b in word_spans(text, Span(0, len(text)), language)]


# A bar stands where a sentence ends.
SENTENCES = [
    ("en", "Gen. J. R. Okello met Dr. Lam.| They spoke."),
    ("en", "He flew to the U.S. President Tuma stayed."),
    ("en", "He flew to the U.S.| The president stayed."),
    ("en", "It fell 3.5 percent at 10 p.m. Monday.| Shops closed."),
    ("en", "“We will stay.| They know it,” she said.| “Really?” he asked."),
    ("en", "“We will stay.”| Nobody left.| (It was late.)| Then rain came."),
    ("en", "The army left the town.Nobody was hurt."),
    ("en", "It curbed all activity.met by protests."),
    ("en", "Read example.com or press.agency.org/file.html today.| Write to a.b@c.org."),
    ("en", "He paused… and went on.| Wait...| What?!| No. 5 is open.| He said no.| No one knew."),
    ("en", "First line\nsecond line\r\nthird"),
    ("es", "El Sr. Ruiz llegó a las 10 a. m. con la Sra. Gil.| ¿Quién habló?| ¡Nadie!"),
    ("es", "EE. UU. condenó el ataque.| «No iremos.»| Así terminó."),
    ("uk", "У м. Суми на вул. Т. Г. Шевченка сталася пожежа.| Загинули 1,5 тис. тварин та ін. у 2019 р. поблизу."),
    ("uk", "— Ні! — відповів голова.| — Так.| Він заявив: „Ми тут.“| Далі тиша."),
    ("ru", "В 1998 г. на ул. Мира жили И. И. Петров и др. люди.| Это был г. Омск."),
    ("ru", "«Мы уходим!» — сказал он.| «Нет».| Тогда все ушли."),
    ("fr", "M. Petit a parlé.| « Non. »| Il est parti à 10 h. avec Mme Roux."),
    ("de", "Am 13. März sagte Dr. Braun: „Wir gehen.“| Er kam am 3.| Der Rest z. B. blieb."),
    ("de", "»Ja.«| Das war im Jahr 2014.| Danach war Ruhe."),
    ("pl", "Gen. Nowak, ur. w 1970 r. w Łodzi, przyszedł 5. maja.| W mieście było cicho."),
    ("pt", "O Sr. Dias saiu às 8.| A Dra. Lima ficou."),
    ("it", "Il sig. Rossi parlò.| L'on. Verdi tacque.| «Basta!»| Nessuno rispose."),
    ("tr", "Prof. Kaya 5. katta oturuyor.| Bu ev eski."),
    ("ar", "قال الرئيس: «لا.»| ثم غادر.| هل وصل؟| نعم."),
    ("ar", "أعلن الجيش، صباح اليوم، وقف النار؛ ثم عاد القصف!| وقُتل 3.5 آلاف."),
    ("en", "He met J.R. Lam, Jr., of Lam & Co. in Washington, D.C., at 5 p.m.| It rained."),
    ("en", "“Why?” asked Gen. Tuma.| “Who ordered it?”| ‘Nobody,’ he was told.| “What? ”, she said."),
    ("en", "It rose 2.5 pct. to $3.4 bn.| Turnout: 45.6%.| See §3.2 of Res. 1701."),
    ("en", "Prices fell [...] by half.| “[W]e left (see p. 4).| They stayed.”"),
    ("en", "“Stop!” – the crowd shouted.| (Nobody did.)"),
    ("en", "Glory to all! 🇺🇳🙏| Thanks 👍🏽| The end ❤️| Bye 👍 and more"),
    ("es", "Ocurrió en 1998, etc. Carlos Gil calló, etc.| Nadie habló.| Murió en el 300 a. C.| Estaban solos."),
    ("es", "«¿Por qué?», preguntó.| “¡Basta! ”, gritó el Dr. P. Paz.| Cobró 5.000 EE. UU.| Ayer no."),
    ("uk", "Це було у 2014 р. Київ мовчав.| Це було у 2014 р.| Армія мовчала.| Минув рік.| Нічого."),
    ("uk", "До межі 400 м.| Далі поле.| У с. Веселе та м. Дніпро тихо…| Але ні."),
    ("uk", "«Хто там?» — спитав О. Бойко.| — «Я!»| Ще о 10.30 дня 01.03.2022 р. було тихо."),
    ("ru", "Он родился в 1970 г.| Население росло.| В 1970 г. Москва росла.| Прошёл час.| Всё."),
    ("ru", "В 1986 г. -- в мае -- А. С. Пушной и т. д. ушли.| (Смех.)| «Что?!»| — «Да…»"),
    ("fr", "« Qui ? » a-t-il dit.| Né vers 50 av. J.-C.| La ville brûla.| Le n° 5, M. J.-P. Roux, etc., suit."),
    ("de", "Am 5. März 2022 um 10.30 Uhr kam Ludwig XIV. nach Paris.| Um 500 v. Chr. war Ruhe.| Es war 9 Uhr.| Gut."),
    ("pl", "W XX w. ok. 5 tys. osób, m.in. gen. J. Kot, itd.| To ul. Długa 5.| „Nie!” – powiedział prof. Lis."),
    ("pt", "O navio saiu do mar.| Marinheiros ficaram.| A Sra. D. Ana, da R. Augusta, n. 5, caiu às 10h30."),
    ("it", "Alle ore 10.30 l'avv. G. Neri e la dott.ssa Blu tacquero.| “Perché?” chiese il gen. Po.| È il mar.| Fine."),
    ("tr", "T.C. Başkanı II. Dünya Savaşı'nı andı.| 5 Mart 2022'de saat 10.30'da geldi.| “Kim?” dedi.| Sn. Ak sustu."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "marked"), SENTENCES)
def test_sentences_end_where_they_should(language: str, marked: str) -> None:
    expected = [part.strip() for line in marked.splitlines() for part in line.split("|")]
    text = marked.replace("|", "")
    glued = {"The army left the town.Nobody": 23, "It curbed all activity.met": 23}
    for beginning, cut in glued.items():
        if text.startswith(beginning):
            expected = [text[:cut], text[cut:]]
    assert sentences(text, language) == expected


WORDS = [
    ("en", "He didn't; I’m O'Hara's, the dogs' cannot.", "He did n't ; I ’m O'Hara 's , the dogs ' can not ."),
    ("en", "A 10-year, U.S.-led anti-tank co-operation", "A 10 - year , U.S. - led anti-tank co-operation"),
    ("en", "$5m or 3.5% of 100,000 at 10:30 on 2014-05-03", "$ 5 m or 3.5 % of 100,000 at 10:30 on 2014-05-03"),
    ("en", "Mr. Lam (AT&T) wrote a.b@c.org, @desk #peace", "Mr. Lam ( AT&T ) wrote a.b@c.org , @desk #peace"),
    ("en", "see https://a.org/b?c=d. Or example.com!", "see https://a.org/b?c=d . Or example.com !"),
    ("en", "No. 5 said no.", "No. 5 said no ."),
    ("en", "Wait... what?! the 1990s, the 2nd", "Wait ... what ?! the 1990s , the 2nd"),
    ("en", "a 👨‍👩‍👧 🇺🇳 👍🏽 1️⃣ day", "a 👨‍👩‍👧 🇺🇳 👍🏽 1️⃣ day"),
    ("uk", "З'явилося пів’яблука, прем'єр-міністр О. Коваль", "З'явилося пів’яблука , прем'єр-міністр О. Коваль"),
    ("uk", "1 200 грн. за 5%, 21-го", "1 200 грн. за 5 % , 21-го"),
    ("ru", "Из-за 3-й волны, т. е. «шторма»", "Из-за 3-й волны , т. е. « шторма »"),
    ("fr", "L'État n’a qu'aujourd'hui dit-il", "L' État n’ a qu' aujourd'hui dit -il"),
    ("fr", "A-t-elle vu le rendez-vous, c'est-à-dire là ?", "A -t-elle vu le rendez-vous , c'est-à-dire là ?"),
    ("de", "Der US-Präsident kam am 13. März.", "Der US - Präsident kam am 13. März ."),
    ("es", "EE.UU. dio 5.000 ruso-ucranianos al 60%", "EE.UU. dio 5.000 ruso-ucranianos al 60 %"),
    ("it", "dell'Onu e l’Ue", "dell' Onu e l’ Ue"),
    ("tr", "Ankara'da 5. kat", "Ankara'da 5. kat"),
    ("tr", "ABD’nin 15.000'den fazla, %20'si", "ABD’nin 15.000'den fazla , % 20'si"),
    ("ar", "قال: «أين هو؟»، ثم سكت؛ 3.5% (أو 4٪)", "قال : « أين هو ؟ » ، ثم سكت ؛ 3.5 % ( أو 4 ٪ )"),
    ("en", "We’ve shan't he'd \"O'Neil's\" rock 'n' roll", "We ’ve sha n't he 'd \" O'Neil 's \" rock ' n ' roll"),
    ("en", "the ‘safe’ zone—said ``no''… [sic] {x} 5:1", "the ‘ safe ’ zone — said `` no '' … [ sic ] { x } 5:1"),
    ("en", "on 5/3/2022, 2022-03-05, 10:30:15, 3.14, +44", "on 5/3/2022 , 2022-03-05 , 10:30:15 , 3.14 , + 44"),
    ("en", "a\u00a0b\u202fc 10\u00a0km soft\u00adly", "a b c 10 km soft\u00adly"),
    ("en", "war\u200b now\u200e. \ufeffNext", "war \u200b now \u200e . \ufeff Next"),
    ("en", "t.me/news_1 and @UN_News: #Kyiv2022 :) =(", "t.me/news_1 and @UN_News : #Kyiv2022 :) =("),
    ("es", "¿Qué?. ¡Dígamelo! Dárselas", "¿ Qué ? . ¡ Dígamelo ! Dárselas"),
    ("pt", "Disse-lhe: «vendê-lo-ia», d'água", "Disse-lhe : « vendê-lo-ia » , d'água"),
    ("fr", "l‘armée, d'«Elle» jusqu’à l'on lorsqu'il", "l‘ armée , d' « Elle » jusqu’ à l'on lorsqu' il"),
    ("fr", "Pense-t-on? Puis-je? Donne-t-elle? prud'homme", "Pense -t-on ? Puis -je ? Donne -t-elle ? prud'homme"),
    ("de", "Ludwig XIV. starb; am 5. Mai z. B. und d.h.", "Ludwig XIV. starb ; am 5. Mai z. B. und d.h."),
    ("ru", "Минул час. Где-то в кв. 5", "Минул час . Где-то в кв. 5"),
    ("uk", "об'єкт, обʼєкт, об’єкт; Івано-Франківськ", "об'єкт , обʼєкт , об’єкт ; Івано-Франківськ"),
    ("pl", "„Nie” – d’Artagnan, XX-lecia", "„ Nie ” – d’Artagnan , XX-lecia"),
]


@pytest.mark.parametrize(("language", "text", "expected"), WORDS)
def test_words_are_split_as_in_the_treebanks(language: str, text: str, expected: str) -> None:
    assert words(text, language) == expected.split(" ")
