import pytest

from copytaster.wire.language import language_code, language_of

SENTENCES = {
    "en": "The harbour of Vestvik is closed and two of the ferries have to wait for the pilot.",
    "de": (
        "Der Hafen ist geschlossen, und die zwei Fähren müssen auf den Lotsen "
        "warten, nicht der Rat."
    ),
    "fr": "Le port est fermé et les deux ferries doivent attendre que le pilote soit dans la baie.",
    "es": (
        "El puerto está cerrado y los dos barcos de la bahía esperan a que el "
        "piloto llegue con un guía."
    ),
    "it": (
        "Il porto è chiuso e i due traghetti della baia non sono al molo, come "
        "dice il capo del porto."
    ),
    "pt": (
        "O porto está fechado e os dois navios não podem entrar, como foi dito ao piloto na baía."
    ),
    "nl": "De haven is dicht en de twee boten moeten wachten op het tij, dat er nog niet is.",
    "sv": "Hamnen är stängd och de två färjorna får inte gå in, som det var sagt till lotsen.",
    "pl": (
        "Port jest zamknięty, a dwa promy nie mogą wejść do portu, jak to było w piątek po burzy."
    ),
    "tr": (
        "Liman kapalı ve iki feribot için bir kılavuz bu sabah da çok bekledi, ancak daha gelmedi."
    ),
    "fi": (
        "Satama on suljettu ja kaksi lauttaa odottaa, mutta se ei ole myös "
        "tänä vuonna uutta, kun hän kertoi."
    ),
    "ru": (
        "Порт закрыт до среды, и два парома ждут снаружи, сообщили власти. Это было в понедельник."
    ),
    "uk": "Порт закрито до середи, і два пороми чекають іззовні, повідомила її влада у понеділок.",
    "el": "Το λιμάνι είναι κλειστό και δύο πλοία περιμένουν έξω.",
    "ar": "الميناء مغلق حتى الأربعاء وتنتظر عبارتان في الخارج.",
    "fa": "بندر تا چهارشنبه بسته است و دو کشتی بیرون منتظر می‌مانند، گفت پلیس چابهار.",
    "he": "הנמל סגור עד יום רביעי ושתי מעבורות ממתינות בחוץ.",
    "hi": "बंदरगाह बुधवार तक बंद है और दो नावें बाहर प्रतीक्षा कर रही हैं।",
    "ja": "港は水曜日まで閉鎖され、二隻のフェリーが外で待っている。",
    "zh": "港口关闭至周三，两艘渡轮在外等候。",
    "ko": "항구는 수요일까지 폐쇄되며 두 척의 페리가 밖에서 기다리고 있다.",
}


@pytest.mark.parametrize("language", SENTENCES)
def test_one_sentence_is_enough_to_tell(language):
    assert language_of([SENTENCES[language]]) == language


@pytest.mark.parametrize(
    "text", ["", "42 - 17", "Rovers Union Harbour", "Los Angeles 7, San Diego 3"]
)
def test_names_and_figures_tell_nothing(text):
    assert language_of([text]) is None


def test_a_few_foreign_names_do_not_change_the_language():
    text = SENTENCES["en"] + " Its pilot is Александр Петров."
    assert language_of([text]) == "en"


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("en-US", "en"), ("nb_NO", "nb"), ("eng", "en"), ("GER", "de"), ("fr", "fr"),
        ("sv, en", "sv"),
        ("GB", None), ("", None), (None, None), ("ALL", None),
    ],
)  # fmt: skip
def test_the_tag_of_a_format_gives_a_code_or_none(tag, code):
    assert language_code(tag) == code
