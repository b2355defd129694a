"""The language of a text as ISO 639-1: by script, and among languages in Latin script by a vote.

The vote counts the most frequent little words of each language. It is asked only where the file
itself names no language, or none that exists.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

_STOP_WORDS = {
    "en": "the of and to in that is was for on with as said he it at by from has be are have",
    "de": "der die und den das von mit im ist des auf für nicht ein eine sich dem zu am nach bei",
    "fr": "le la les de des et du une est dans que qui pour pas sur au par il avec sont aux ce",
    "es": "el la los de que y las del en una por con para es su al como más no se lo sus fue",
    "it": "il di che la e è per del un della in una le non si da con dei sono al nel gli alla",
    "pt": "de que o a e do da em os no um uma para com não dos na as por mais foi ao são das",
    "nl": "de het een van en in is dat op te zijn met voor niet aan er die ook bij om naar",
    "sv": "och i att det som en på är av för med till den har inte om ett de var från men vi",
    "da": "og i at det en den er som til på de med af for ikke der han har et var fra men blev",
    "nb": "og i det som en på er av for med til å ikke den har de et var fra om men ble seg etter",
    "fi": "ja on ei että se oli hän mukaan myös kun ovat mutta sen joka vuoden tai jo ole kuin",
    "is": "og að í á sem er um til við það var hann en ekki af með fyrir hefur þess frá því",
    "pl": "w i na z się nie do to że jest o za od po jak przez dla ale są był które ze tym",
    "cs": "a v se na je že s z do o to za by ve pro jako ale po které jsou byl podle také už",
    "hu": "a az és hogy nem is egy volt ez meg de csak már el vagy mint szerint azt még ezt",
    "ro": "de în și a la cu că pe nu din care o un este pentru mai fost sunt să au ca ce",
    "hr": "i je u na se da su za od s a o koji će što bi iz ne kao do nije godine ali također",
    "tr": "ve bir bu da de için ile olarak olan daha gibi çok sonra ise kadar en ancak oldu her",
    "ca": "de la el que i a les els en del per un una amb és no al ha es va són més dels com",
    "id": "yang dan di dengan untuk dari itu pada ini dalam tidak akan juga oleh ke adalah telah",
    "et": "ja on ei et oli see kui ka mis ta aga oma nii ning seda pole kes veel mille siis",
    "vi": "của và là các có được cho trong người với không đã những này một để khi về ở",
}
_VOTES: dict[str, tuple[str, ...]] = {}
for _language, _words in _STOP_WORDS.items():
    for _word in _words.split():
        _VOTES[_word] = (*_VOTES.get(_word, ()), _language)

_SCRIPTS = (
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("bn", re.compile(r"[\u0980-\u09ff]")),
    ("ta", re.compile(r"[\u0b80-\u0bff]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("ka", re.compile(r"[\u10a0-\u10ff]")),
    ("hy", re.compile(r"[\u0530-\u058f]")),
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
)
_LETTERS = {
    "ru": (("uk", "іїєґ"), ("be", "ў"), ("sr", "ђћџјљњ"), ("mk", "ѓќѕ"), ("bg", "")),
    "ar": (("ur", "ٹڈڑےں"), ("fa", "پچژگی"), ("ar", "")),
}
_WORD = re.compile(r"[^\W\d_]+(?:['’.][^\W\d_]+)*")
_SAMPLE = 6000
_FEWEST_VOTES = 3
_LEAST_SHARE = 0.08
_LETTER_VOTE = 0.5
_OTHER_CODES = (
    "af am ar as az be bg bn bo bs cy dz el eo eu fa fo fy ga gd gl gu ha he hi hy ig ja ka kk "
    "km kn "
    "ko ku ky la lb lo lt lv mg mk ml mn mr ms mt my ne nn no om or pa ps qu rm ru rw sd se si "
    "sk sl "
    "sm so sq sr sw ta te tg th ti tk tl to ts ug uk ur uz wo xh yi yo zh zu"
)
_KNOWN = frozenset(_STOP_WORDS) | frozenset(_OTHER_CODES.split())
_THREE_LETTERS = {
    "eng": "en", "deu": "de", "ger": "de", "fra": "fr", "fre": "fr", "spa": "es", "ita": "it",
    "por": "pt", "nld": "nl", "dut": "nl", "swe": "sv", "dan": "da", "nor": "nb", "nob": "nb",
    "fin": "fi", "pol": "pl", "rus": "ru", "jpn": "ja", "zho": "zh", "chi": "zh", "ara": "ar",
    "tur": "tr", "iw": "he", "jp": "ja",
}  # fmt: skip


def language_code(tag: str | None) -> str | None:
    """The ISO 639-1 code in a tag such as `en-US`, `nb_NO` or `eng`; None where there is none."""
    if not tag:
        return None
    code = re.split(r"[-_;, ]", tag.strip().lower())[0]
    code = _THREE_LETTERS.get(code, code)
    return code if code in _KNOWN else None


def language_of(texts: Iterable[str]) -> str | None:
    """The language that most of this text is in; None where it is too short to tell."""
    sample = _sample(texts)
    return _by_script(sample) or latin_language(sample)


def _sample(texts: Iterable[str]) -> str:
    taken, size = [], 0
    for text in texts:
        taken.append(text[: _SAMPLE - size])
        size += len(taken[-1])
        if size >= _SAMPLE:
            break
    return " ".join(taken)


def _by_script(sample: str) -> str | None:
    """The language of a script that a fifth of the letters or more are in."""
    if sample.isascii():
        return None
    letters = max(1, sum(map(str.isalpha, sample)))
    counts = {name: len(script.findall(sample)) for name, script in _SCRIPTS}
    if counts["ja"] > 0.1 * (counts["ja"] + counts["zh"]):
        counts["ja"] += counts["zh"]
    name = max(counts, key=lambda each: counts[each])
    if counts[name] * 5 < letters:
        return None
    return _by_letters(name, sample.lower())


def _by_letters(name: str, sample: str) -> str:
    """Which language of a script: the first that has a few letters of its own in the text."""
    for language, own in _LETTERS.get(name, ()):
        if own and sum(map(sample.count, own)) * 200 > len(sample):
            return language
    bulgarian = name == "ru" and "ы" not in sample and "э" not in sample and len(sample) > 200
    return "bg" if bulgarian else name


def latin_language(sample: str) -> str | None:
    """The language in Latin script that most of the little words are of; None for too few."""
    votes: dict[str, float] = defaultdict(float)
    words = _WORD.findall(sample.lower())
    for word in words:
        for language in _VOTES.get(word, ()):
            votes[language] += 1 if len(word) > 1 else _LETTER_VOTE
    ranked = sorted(votes.items(), key=lambda vote: vote[1], reverse=True)[:2]
    if not ranked or ranked[0][1] < max(_FEWEST_VOTES, len(words) * _LEAST_SHARE):
        return None
    tie = len(ranked) > 1 and ranked[1][1] == ranked[0][1]
    return None if tie else ranked[0][0]
