"""What a figure is about: its unit or currency, the noun it counts, and counts of people harmed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from copytaster.stories.comparing.folding import folded_word, stem
from copytaster.stories.comparing.function_words import FUNCTION_WORDS

CURRENCIES = {
    "$": "USD", "us$": "USD", "usd": "USD", "dollar": "USD", "a$": "AUD", "c$": "CAD",
    "hk$": "HKD", "nz$": "NZD", "€": "EUR", "eur": "EUR", "euro": "EUR", "£": "GBP", "gbp": "GBP",
    "pound": "GBP", "sterling": "GBP", "¥": "JPY", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY",
    "₹": "INR", "rupee": "INR", "crown": "crown", "krone": "crown", "krona": "crown",
    "mark": "mark", "franc": "franc", "rouble": "RUB", "ruble": "RUB", "peso": "peso",
    "florin": "florin", "usd.": "USD",
}  # fmt: skip
UNITS = {
    "prozent": "percent",
    "percentage": "percentage point", "basis": "basis point", "km": "km", "mile": "mile",
    "meter": "meter", "m": "meter", "feet": "foot", "foot": "foot", "inch": "inch", "inche": "inch",
    "centimeter": "cm", "cm": "cm", "millimeter": "mm", "mm": "mm", "ton": "ton", "kg": "kg",
    "gram": "gram", "hectare": "hectare", "acre": "acre", "liter": "liter", "barrel": "barrel",
    "degree": "degree", "megawatt": "MW", "mw": "MW", "gw": "GW", "gigawatt": "GW",
    "second": "second", "minute": "minute", "hour": "hour", "day": "day", "week": "week",
    "month": "month", "year": "year", "decade": "decade",
}  # fmt: skip
_SAME_NOUN = {"home": "house", "men": "people", "women": "women", "person": "people"}
_NOUN = re.compile(r"[\s-]*([^\W\d_][\w’'-]*|%)")
_PER_CENT = re.compile(r"[\s-]*(?:%|(?:per\s?|pour\s|por\s)cent|por ciento|pct\b)", re.IGNORECASE)
_LONGEST_RUN = 3
_HAPPENED = {
    "dead": "dead die died dies dying death deaths toll kill kills killed killing lives bodies "
    "tote toten toter getötet gestorben mort morts tué tués muerto muertos",
    "injured": "hurt blessé blessés herido heridos",
    "missing": "missing unaccounted disparu disparus",
    "arrested": "custody festgenommen",
    "evacuated": "displaced homeless evakuiert",
    "trapped": "trapped stranded buried eingeschlossen",
}
_HAPPENED_IN_ANY_FORM = {
    "dead": "fatalit perish drown fallecid погиб",
    "injured": "injur wound verletz ранен",
    "missing": "disappear vermisst desaparecid",
    "arrested": "arrest detain arrêté detenid",
    "evacuated": "evacuat évacué evacuad",
    "trapped": "atrapad",
}
_CONCEPT_OF = {word: concept for concept, row in _HAPPENED.items() for word in row.split()}
_CONCEPT_OF_STEM = {
    stem: concept for concept, row in _HAPPENED_IN_ANY_FORM.items() for stem in row.split()
}
_STEMS = tuple(_CONCEPT_OF_STEM)
_WORD = re.compile(r"\w+")
_CLAUSE = re.compile(r"[,;:()–—\d]|\s-\s|\b(?:and|while|und|et|y|but|after|when|where|including)\b")
_ROSE_TO = re.compile(
    r"(?:toll|number of (?P<what>[a-z]+)|deaths|injuries)\b[^;]*?"
    r"\b(?:to|at|reached|passed|was|is|stands at)\s(?:(?:at least|more than|about|over)\s)?$",
    re.IGNORECASE,
)
_ROSE = ("toll", "number of", "deaths", "injuries")
"""What `_ROSE_TO` begins with, which is quick to look for."""
_OF_THEM = re.compile(r"\s+of\s+(?:the|them|those|whom|her|his|its|their)\b")
_A_FEW = r"(?:an?|\d+|one|two|three|four|five|six|seven|eight|nine|ten)"
_IN_A_SUM = re.compile(rf"\s[a-z]+\sand\s{_A_FEW}\s[a-z]+")
_END_OF_A_SUM = re.compile(rf"\b{_A_FEW}\s[a-z]+\sand\s$", re.IGNORECASE)
_MORE_OF_THEM = re.compile(r"\s(?:more|additional|further)\b(?! than)")
_OTHERS = re.compile(r"\sothers?\b")
_COUNTED_APART = ("dead", "arrested")
OTHERS = "others"
"""The measure of three other engineers: how many, but for those who are named."""
_AGO = re.compile(r"[\s-]*\w+\s(?:ago|later|earlier)\b")
_SPAN_OF = re.compile(r"\s(?:minute|hour|day|week|month|year)\s[a-z]")
_ONE = re.compile(r"\b(?:1|one|an?)$", re.IGNORECASE)
_REACH = 48
_KEPT = 64
_FAR = 160


def measure_of(sentence: str, end: int) -> tuple[str | None, str | None]:
    """The unit and the counted noun right behind a figure that ends at `end`, each or None.

    What is joined by a hyphen (a 14,200-tonne ship, a 60-vote bar) is the size of one thing, and no
    quantity.
    """
    if _PER_CENT.match(sentence, end):
        return "percent", None
    run = _run(sentence, end)
    if not run:
        return None, None
    folded = [folded_word(word) for word in run]
    if folded[0] in ("cubic", "square", "nautical"):
        return " ".join(folded[:2]), None
    if folded[0] == "year-old":
        return "year old", None
    for word in folded[:2]:
        if unit := UNITS.get(word) or CURRENCIES.get(word):
            if _AGO.match(sentence, end):
                return f"{unit} ago", None
            joined = sentence[end : end + 1] == "-" or _is_attribute(sentence, end, folded)
            return (f"{unit} each" if joined else unit), None
    noun = _noun(run, folded)
    return None, (f"{noun} each" if sentence[end : end + 1] == "-" else noun)


def _is_attribute(sentence: str, end: int, folded: Sequence[str]) -> bool:
    """Whether a span of time stands before its noun without a hyphen: a seven day event."""
    found = _SPAN_OF.match(sentence, end)
    return found is not None and len(folded) > 1 and not _ONE.search(sentence, 0, end)


def _run(sentence: str, end: int) -> list[str]:
    """The words behind a figure up to a mark or a word that begins something else."""
    run: list[str] = []
    while len(run) < _LONGEST_RUN and (found := _NOUN.match(sentence, end)):
        word = found[1]
        if word != "%" and word.casefold() in FUNCTION_WORDS:
            break
        run.append(word)
        end = found.end()
    return run


def _noun(run: list[str], folded: list[str]) -> str:
    """The first plural of a run, or its first word."""
    plural = (word for word, whole in zip(folded, run, strict=True) if _is_plural(whole))
    noun = next(plural, folded[0])
    return stem(_SAME_NOUN.get(noun, noun))


def _is_plural(word: str) -> bool:
    small = word.casefold()
    return small in ("people", "men", "women", "children") or (
        len(small) > 3 and small.endswith("s") and not small.endswith("ss")
    )


def what_happened(sentence: str, start: int, end: int) -> str | None:
    """What happened to those whom a figure without a unit counts, so that it can be held to others.

    In “two women and a man died” and “three other miners died” only a part of the dead is counted;
    others who are hurt beside some dead are all that are hurt.
    """
    concept = concept_near(sentence, start, end) if tells_of_people_harmed(sentence) else None
    if concept is None:
        return None
    if part := _part_of_a_sum(sentence, start, end):
        return f"{part} {concept}"
    more = _MORE_OF_THEM.match(sentence, end)
    others = concept in _COUNTED_APART and are_others(sentence, end) and _only(sentence, concept)
    return f"more {concept}" if more or others else concept


@lru_cache(maxsize=_KEPT)
def tells_of_people_harmed(sentence: str) -> bool:
    """Whether any word of it says so: most do not, and none of their figures is looked at."""
    text = sentence.casefold()
    if not _CONCEPT_OF.keys().isdisjoint(_WORD.findall(text)):
        return True
    return any(stem in text for stem in _STEMS) and _concept(text) is not None


def concept_near(sentence: str, start: int, end: int) -> str | None:
    """What happened to those whom a figure counts: dead, missing … by its own clause, or None."""
    if _OF_THEM.match(sentence, end):
        return None
    if rose := _risen(sentence, start):
        return _concept(rose["what"] or "toll")
    after = _CLAUSE.split(sentence[end : end + _REACH], maxsplit=1)[0]
    before = _CLAUSE.split(sentence[max(0, start - _REACH) : start])[-1]
    return _concept(after) or _concept(before[-_REACH // 2 :])


def _risen(sentence: str, start: int) -> re.Match[str] | None:
    """What rose to a figure that begins there, with *what* it is the number of."""
    before = sentence[max(0, start - _FAR) : start].casefold()
    if not any(words in before for words in _ROSE):
        return None
    return _ROSE_TO.search(sentence, max(0, start - _FAR), start)


def are_others(sentence: str, end: int) -> bool:
    """Whether a figure that ends there counts others than those who are named."""
    return _OTHERS.match(sentence, end) is not None


def _part_of_a_sum(sentence: str, start: int, end: int) -> str | None:
    """The noun of a figure that counts some of those who are counted: *two* women and a man."""
    found = _IN_A_SUM.match(sentence, end)
    found = found or _END_OF_A_SUM.search(sentence, max(0, start - _REACH), start)
    if found is None or _concept(found[0]):
        return None
    return measure_of(sentence, end)[1]


def _only(sentence: str, concept: str) -> bool:
    """Whether a sentence tells of nothing else that happened to people."""
    return all(happened == concept for happened in _concepts(sentence))


def _concept(text: str) -> str | None:
    return next(_concepts(text), None)


def _concepts(text: str) -> Iterator[str]:
    """What happened to people, by each word that tells it."""
    for word in _WORD.findall(text.casefold()):
        if concept := _CONCEPT_OF.get(word):
            yield concept
        elif word.startswith(_STEMS):
            yield next(of for stem, of in _CONCEPT_OF_STEM.items() if word.startswith(stem))
