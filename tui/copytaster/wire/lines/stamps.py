"""Lines that are a date, a time, or both: "Published on 30/04/2024 - 16:38", "2 hours ago".

Recognised by vote: nearly every token of such a line is a figure, a month, a weekday, a zone or one
of the few words that stand around dates, in ten languages.
"""

from __future__ import annotations

import re
from datetime import date

from copytaster.wire.dates import month_number

_SHORT = {"janv": 1, "ene": 1, "gen": 1, "fév": 2, "févr": 2, "mrz": 3, "juil": 7, "sept": 9}
_SHORT |= {"ağu": 8, "eyl": 9, "kas": 11, "styczeń": 1, "luty": 2, "marzec": 3, "kwiecień": 4}
_SHORT |= {"czerwiec": 6, "lipiec": 7, "sierpień": 8, "wrzesień": 9, "październik": 10}
_SHORT |= {"listopad": 11, "grudzień": 12, "jänner": 1}

_DAYS = (
    "mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday "
    "sunday lundi mardi mercredi jeudi vendredi samedi dimanche montag dienstag mittwoch "
    "donnerstag "
    "freitag samstag sonnabend sonntag mo di mi do fr sa so lunes martes miércoles jueves viernes "
    "sábado domingo lunedì martedì mercoledì giovedì venerdì sabato domenica maandag dinsdag "
    "woensdag donderdag vrijdag zaterdag zondag pazartesi salı çarşamba perşembe cuma cumartesi "
    "pazar poniedziałek wtorek środa czwartek piątek sobota niedziela понедельник вторник среда "
    "четверг пятница суббота воскресенье segunda terça quarta quinta sexta feira today yesterday "
    "hoy heute gestern ayer hier vandaag bugün dün"
)
_AROUND = (
    "published updated update posted modified created last first at on the and of time edited am "
    "pm "
    "a.m p.m a.m. p.m. et est edt pt pst pdt ct cst cdt mt gmt utc bst cet cest mez mesz msk ist "
    "aest aedt eastern pacific ago hour hours hr hrs min mins minute minutes read day days week "
    "weeks "
    "month months second seconds sec date stand uhr veröffentlicht aktualisiert zuletzt erstellt "
    "vor "
    "stunde stunden minuten tagen tag um am vom publié publie mis à jour modifié le il y a heures "
    "heure jours dernière mise publicado actualizado actualización hace horas minutos días el "
    "las h "
    "pubblicato aggiornato ore il alle gepubliceerd bijgewerkt laatst om uur op güncelleme yayın "
    "güncellendi yayınlanma son tarihi saat önce dakika opublikowano aktualizacja godz ostatnia o "
    "опубликовано обновлено в на de del da das dos às du den der st nd rd th local issued version "
    "originally from since old jst sgt hkt wib pkt eat sast trt tsi gmt+2 gmt+1 atualizado "
    "lesezeit "
    "lecture temps tiempo lectura"
)
_WORDS = frozenset(_DAYS.split()) | frozenset(_AROUND.split())
_TOKEN = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]\.?)?|\d+")
_LONGEST = 140

_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?")
_DAY_MONTH = re.compile(
    r"\b(\d{1,2})(?:st|nd|rd|th|er|º|\.)?\s+(?:de\s+|"
    r"of\s+)?([^\W\d_]{3,})\.?,?\s+(?:de[l]?\s+)?(\d{4})\b"
)
_MONTH_DAY = re.compile(r"\b([^\W\d_]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b")
_FIGURES = re.compile(r"\b(\d{1,2})[./](\d{1,2})[./](\d{4})\b")
_CJK = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")


def is_stamp(text: str) -> bool:
    """Whether the whole line is a date or a time, with the words that stand around dates."""
    if len(text) > _LONGEST or not any(map(str.isdigit, text)):
        return False
    if text.endswith(".") and not text.casefold().endswith((".m.", " min.")):
        return False
    if _CJK.match(text) and len(text) < 40:
        return True
    tokens = _TOKEN.findall(text)
    if len(tokens) < 2:
        return False
    known = [token.casefold() for token in tokens if _is_known(token)]
    strange = [token for token in tokens if token[0].isalpha() and not _is_known(token)]
    return _dated(text, known) and (not strange or _begins_dated(tokens, strange))


def _month(word: str) -> int | None:
    return _SHORT.get(word) or month_number(word)


def _is_known(token: str) -> bool:
    word = token.casefold()
    return word in _WORDS or _month(word) is not None


def is_age(text: str) -> bool:
    """Whether the line is an age and nothing else: "22 hours ago", "vor 3 Stunden"."""
    return bool(_AGE.match(text))


_AGE = re.compile(
    r"(?:\d+ ?\w{1,7} ago|vor \d+ \w+|il y a \d+ \w+|hace \d+ \w+|\d+ \w+ (?:fa|önce|geleden|"
    r"temu|назад)"
    r"|há \d+ \w+)\Z",
    re.IGNORECASE,
)


def _dated(text: str, known: list[str]) -> bool:
    """A figure alone is no date: it needs a month, a clock, a full date or a word like "ago"."""
    return bool(
        any(_month(token) or token in _TELLING for token in known)
        or _CLOCK.search(text)
        or _FIGURES.search(text)
        or _ISO.search(text)
    )


_TELLING = frozenset(
    [
        "ago",
        "published",
        "updated",
        "posted",
        "veröffentlicht",
        "aktualisiert",
        "stand",
        "publié",
        "publicado",
        "actualizado",
        "pubblicato",
        "aggiornato",
        "gepubliceerd",
        "güncelleme",
        "opublikowano",
        "hace",
        "önce",
        "vor",
    ]
)
_CLOCK = re.compile(r"\b(?:[01]?\d|2[0-3])[:.h][0-5]\d\b")


def _begins_dated(tokens: list[str], strange: list[str]) -> bool:
    """A line may name its place or writer after the date: "21 mins ago 11:48 Jo Bell"."""
    if not (tokens[0][0].isdigit() or _is_known(tokens[0])):
        return False
    named = all(word[0].isupper() for word in strange)
    return named and len(strange) <= 3 and len(strange) * 3 <= len(tokens)


def day_of(text: str) -> str | None:
    """The first full date that a line names, as ISO 8601; None where it names none that exists.

    Of 04/05/2024 the day comes first, as everywhere but in the United States, unless it cannot.
    """
    if found := _ISO.search(text):
        return found[0] if _day(int(found[1]), int(found[2]), int(found[3])) else None
    if found := _CJK.search(text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    folded = text.casefold()
    if (found := _DAY_MONTH.search(folded)) and (month := _month(found[2])):
        return _day(int(found[3]), month, int(found[1]))
    if (found := _MONTH_DAY.search(folded)) and (month := _month(found[1])):
        return _day(int(found[3]), month, int(found[2]))
    if found := _FIGURES.search(text):
        first, second, year = int(found[1]), int(found[2]), int(found[3])
        return _day(year, second, first) or _day(year, first, second)
    return None


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
