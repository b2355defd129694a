"""Retellings of the sample corpus that say where: another place, or the same one told otherwise.

A phrase that says where is put into a sentence of an article, and another into its retelling, at
the end, in the middle or at the front; so that every wording is met in sentences of all kinds.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import cycle, islice

from copytaster.stories.comparing.splitting import news_sentences
from copytaster.stories.index.document import Document
from stories.planting import Planted, english_articles, retold

APART = (
    ("in Orlino", "in Hallgerd"),
    ("in Port Velmar", "in Quennell"),
    ("at Drusko", "at Ibarra"),
    ("near Orlino", "outside Hallgerd"),
    ("outside Velmar", "near Port Quennell"),
    ("in the village of Drusko", "in the village of Ibarra"),
    ("in the village of Orlino", "in the town of Velmar"),
    ("in the city of Quennell", "in Drusko"),
    ("in the Ibarra province", "in the Hallgerd province"),
    ("in Kenya", "in Uganda"),
    ("in Texas", "in Oklahoma"),
    ("ten miles north of Velmar", "ten miles north of Drusko"),
    ("north of the old bridge", "south of the old bridge"),
    ("in the northern hills", "in the southern hills"),
    ("from the western shore", "from the eastern shore"),
    ("at Orlino airport", "at Velmar airport"),
    ("on the island of Drusko", "on the island of Ibarra"),
    ("on the way to Orlino", "on the way to Hallgerd"),
    ("in central Velmar", "in central Quennell"),
    ("in the old town of Quennell", "in the old town of Drusko"),
    ("in St. Ibarra", "in Port Lisse"),
    ("in Orlino, officials said", "in Velmar, officials said"),
    ("in Hallgerd", "in Drusko, officials said"),
)
"""Two wordings that cannot both be true."""
AGREEING = (
    ("in Kyiv", "in Kiev"),
    ("in Orlino", "in Orlino, near Velmar"),
    ("in Kabul", "in Afghanistan"),
    ("in England", "in Britain"),
    ("in Texas", "in Dallas"),
    ("in the village of Orlino", "in Orlino"),
    ("near Drusko", "outside Drusko"),
    ("in Ibarra", "near Hallgerd"),
    ("in the district of Hallgerd", "in the city of Velmar"),
    ("in the province of Ibarra", "in Quennell"),
    ("in the Kenyan capital", "in Nairobi"),
    ("in Slavyansk", "in Sloviansk"),
    ("north of the old bridge", "north-east of the old bridge"),
    ("north of the old bridge", "east of the old bridge"),
    ("in Orlino and Drusko", "in Drusko and Orlino"),
    ("in New York City", "in New York"),
    ("in the capital, Quennell", "in Quennell"),
    ("in the U.S.", "in America"),
    ("in southern Ibarra", "in southeastern Ibarra"),
    ("at Heathrow", "in London"),
    ("in the Velmar suburb of Hallgerd", "in Velmar"),
    ("at La Guardia Airport", "in New York"),
    ("in Manhattan", "in New York"),
)
"""Two wordings that may both be true, as far as the two texts tell."""
_MIDDLE = re.compile(r"(?<=[a-z])(?=,? (?:on|after|when|as|and|but|who|which|where|because) )")
_FEWEST_WORDS = 8


def planted_places(count: int, seed: int = 7) -> Iterator[Planted]:
    """Articles with retellings that say of one sentence that it was elsewhere."""
    return _pairs(APART, count, seed, "place")


def natural_places(count: int, seed: int = 13) -> Iterator[Planted]:
    """Articles with retellings that tell the place of one sentence in another way."""
    return _pairs(AGREEING, count, seed, None)


def _pairs(
    wordings: Sequence[tuple[str, str]], count: int, seed: int, matter: str | None
) -> Iterator[Planted]:
    chance = random.Random(seed)
    articles = english_articles()
    for number, (ours, theirs) in enumerate(islice(cycle(wordings), count)):
        article = articles[chance.randrange(len(articles))]
        yield _pair(article, (ours, theirs), number // len(wordings), matter, chance)


def _pair(
    article: Document,
    wording: tuple[str, str],
    turn: int,
    matter: str | None,
    chance: random.Random,
) -> Planted:
    """One sentence with a phrase at its end, its middle or its front, turn by turn."""
    sentences = news_sentences(article.text)
    fit = [place for place, one in enumerate(sentences) if _fits(one)]
    place = chance.choice(fit)
    own, other = (_told(sentences[place], where, turn) for where in wording)
    original = [*sentences[:place], own, *sentences[place + 1 :]]
    changed = [*sentences[:place], other, *sentences[place + 1 :]]
    return Planted(
        replace(article, text="\n".join(original)),
        retold(article, changed, chance, always=other),
        matter,
        *wording,
    )


def _fits(sentence: str) -> bool:
    return len(sentence.split()) >= _FEWEST_WORDS and re.search(r"[a-z]\.$", sentence) is not None


def _told(sentence: str, where: str, turn: int) -> str:
    found = _MIDDLE.search(sentence)
    if turn % 3 == 1 and found is not None:
        return f"{sentence[: found.start()]} {where}{sentence[found.start() :]}"
    if turn % 3 == 2:
        return f"{where[0].upper()}{where[1:]}, {sentence}"
    return f"{sentence[:-1]} {where}."
