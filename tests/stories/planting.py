"""Retellings of the sample corpus: house style changed, and if wanted one fact with it.

A retelling keeps what its article says but changes what desks change: marks of quotation, spelling,
figures for words, hedges that mean the same, the order of sentences, and it drops some. A planted
retelling has one figure, day, name or quote that does not agree with its article.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from copytaster.stories.comparing.comparison import compare
from copytaster.stories.comparing.differences import Difference
from copytaster.stories.comparing.splitting import news_sentences
from copytaster.stories.index.document import Document, document_of
from copytaster.wire.article import Article
from copytaster.wire.reading import stream
from corpus.labels import labelled_texts

WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
KINDS = {"number in words": ("number",), "name": ("name", "place")}
NAMES = ("Ottersund", "Velmar", "Drusko", "Hallgerd", "Ibarra", "Quennell")
HOUSE_STYLES = (
    (r"\bper cent\b", "percent"),
    (r" percent\b", "%"),
    (r"[“”]", '"'),
    (r"[‘’]", "'"),
    (r"\beleven\b", "11"),
    (r"\btwelve\b", "12"),
    (r"\bfourteen\b", "14"),
    (r"\b[Aa]bout (?=\d)", "around "),
    (r"\bmetres\b", "meters"),
    (r"\btonnes\b", "tons"),
    (r"\bfertiliser\b", "fertilizer"),
    (r"\bMr |\bMs ", ""),
    (r"\bharbour\b", "harbor"),
    (r" told reporters\b", " said"),
    (r"\(\d{4} GMT\) ", ""),
)


@dataclass(frozen=True, slots=True)
class Planted:
    """An article, its retelling, and the two wordings that do not agree (None: all agrees)."""

    original: Document
    retold: Document
    matter: str | None = None
    ours: str = ""
    theirs: str = ""

    def is_told_by(self, one: Difference) -> bool:
        """Whether a difference is the planted one; a name may be known as one of a place."""
        kinds = KINDS.get(self.matter or "", (self.matter,))
        told = one.ours in self.ours or self.ours in one.ours
        return told and one.matter.value in kinds


def told_and_raised(planted: Iterable[Planted], natural: Iterable[Planted]) -> tuple[int, int]:
    """How many of the planted differences are told, and how many are told of all these pairs."""
    found = alarms = 0
    for pair in planted:
        differences = compare(pair.original, pair.retold).differences
        found += any(map(pair.is_told_by, differences))
        alarms += len(differences)
    return found, alarms + sum(
        len(compare(one.original, one.retold).differences) for one in natural
    )


Plant = Callable[[str, random.Random], tuple[str, str, str] | None]


@cache
def english_articles() -> tuple[Document, ...]:
    """The sample articles in English with eight sentences or more."""
    read = (next(stream(text.path)) for text in labelled_texts())
    articles = (document_of(found) for found in read if isinstance(found, Article))
    return tuple(
        one for one in articles if one.language == "en" and len(news_sentences(one.text)) >= 8
    )


def natural_pairs(count: int, seed: int = 11) -> Iterator[Planted]:
    """Articles with retellings that agree with them."""
    chance = random.Random(seed)
    articles = english_articles()
    for number in range(count):
        article = articles[number % len(articles)]
        yield Planted(article, retold(article, news_sentences(article.text), chance))


def planted_pairs(count: int, seed: int = 5) -> Iterator[Planted]:
    """Articles with retellings of which each has one fact changed, kind after kind."""
    chance = random.Random(seed)
    articles, made, turn = english_articles(), 0, 0
    kinds = tuple(PLANTS.items())
    while made < count:
        article = articles[chance.randrange(len(articles))]
        matter, plant = kinds[turn % len(kinds)]
        pair = _planted(article, matter, plant, chance)
        if pair is not None:
            made, turn = made + 1, turn + 1
            yield pair


def _planted(article: Document, matter: str, plant: Plant, chance: random.Random) -> Planted | None:
    sentences = news_sentences(article.text)
    for place in chance.sample(range(len(sentences)), len(sentences)):
        if len(sentences[place].split()) < 6:
            continue
        changed = plant(sentences[place], chance)
        if changed is not None:
            told, ours, theirs = changed
            sentences[place] = told
            return Planted(article, retold(article, sentences, chance, told), matter, ours, theirs)
    return None


def retold(
    article: Document, sentences: list[str], chance: random.Random, always: str = ""
) -> Document:
    """Sentences of an article in another house style, some of them left out; never `always`."""
    styled = ((_restyled(one, chance), one) for one in sentences)
    kept = [one if one == always else style for style, one in styled]
    text = "\n".join(_edited(kept, chance, always))
    return replace(article, key=f"{article.key}-retold", text=text)


def _restyled(sentence: str, chance: random.Random) -> str:
    for pattern, style in HOUSE_STYLES:
        if chance.random() < 0.5:
            sentence = re.sub(pattern, style, sentence)
    return sentence


def _edited(sentences: list[str], chance: random.Random, always: str = "") -> list[str]:
    """Some sentences dropped, and two neighbours exchanged."""
    kept = [one for one in sentences if one == always or chance.random() < 0.85]
    place = chance.randrange(max(1, len(kept) - 1))
    kept[place : place + 2] = reversed(kept[place : place + 2])
    return kept


def _other_figure(sentence: str, chance: random.Random) -> tuple[str, str, str] | None:
    found = re.search(
        r"(?<![\w.,:$])[1-9]\d{0,2}(?:,\d{3})*(?![\d:.,]\d|\w|:| [ap]\.m| GMT)", sentence
    )
    if found is None or re.search(r"[A-Z]\w*\.? $", sentence[: found.start()]):
        return None
    value = int(found[0].replace(",", ""))
    other = f"{round(value * chance.choice((0.5, 1.5, 2, 3))) + 1:,}"
    return sentence[: found.start()] + other + sentence[found.end() :], found[0], other


def _other_number_word(sentence: str, chance: random.Random) -> tuple[str, str, str] | None:
    found = re.search(rf"\b(?:{'|'.join(WORDS)})\b(?! past| o'clock| in the (?:m|a|e))", sentence)
    if found is None:
        return None
    other = chance.choice([word for word in WORDS if word != found[0]])
    return sentence[: found.start()] + other + sentence[found.end() :], found[0], other


def _other_day(sentence: str, chance: random.Random) -> tuple[str, str, str] | None:
    found = re.search("|".join(DAYS), sentence)
    if found is None:
        return None
    other = chance.choice([day for day in DAYS if day not in sentence])
    return sentence[: found.start()] + other + sentence[found.end() :], found[0], other


def _other_name(sentence: str, chance: random.Random) -> tuple[str, str, str] | None:
    found = re.search(r"(?<=[a-z] )[A-Z][a-zé]{4,}(?=,? [a-z])", sentence)
    if found is None or found[0] in DAYS:
        return None
    other = chance.choice(NAMES)
    return sentence[: found.start()] + other + sentence[found.end() :], found[0], other


def _other_quote(sentence: str, chance: random.Random) -> tuple[str, str, str] | None:
    found = re.search(r"[\"“]([^\"“”]{30,})[\"”]", sentence)
    if found is None:
        return None
    words = found[1].split()
    places = [place for place, word in enumerate(words) if len(word) > 4 and word.isalpha()]
    if not places:
        return None
    words[chance.choice(places)] = chance.choice(("entirely", "perhaps", "window", "forgotten"))
    other = " ".join(words)
    return sentence.replace(found[1], other), found[1], other


PLANTS: dict[str, Plant] = {
    "number": _other_figure,
    "number in words": _other_number_word,
    "date": _other_day,
    "name": _other_name,
    "quote": _other_quote,
}
