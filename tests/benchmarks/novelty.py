"""What is new, measured: an article against 50 takes that were read, and the page of 500 articles.

    python tests/benchmarks/novelty.py [TAKES] [ARTICLES]

The takes are made here: 25 sentences of 24 words each, two in five of them copied from earlier
takes, one copy in five with another figure. Times are of the processor, the median of seven runs,
in milliseconds.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator

from copytaster.stories.comparing.chronicle import Telling, chronicle
from copytaster.stories.comparing.novelty import Acquaintance, _ready, novelty
from copytaster.stories.comparing.shelf import Shelf

SENTENCES = 25
WORDS = 24
RUNS = 7
DEFAULTS = ("50", "500")
SYLLABLES = ("bar", "dol", "fen", "gim", "hul", "jor", "kes", "lim", "mov", "nad", "pel", "rux")


def word(chance: random.Random) -> str:
    """A made-up word, some of them names."""
    made = "".join(chance.choices(SYLLABLES, k=chance.randint(1, 3)))
    return made.capitalize() if chance.random() < 0.15 else made


def sentence(chance: random.Random) -> str:
    """A made-up sentence with a figure in it."""
    words = [word(chance) for _ in range(WORDS - 1)]
    words.insert(chance.randrange(1, WORDS - 1), str(chance.randrange(2, 9_000)))
    return " ".join(words).capitalize() + "."


def takes(count: int, chance: random.Random) -> Iterator[list[str]]:
    """Takes of one story, the later ones partly copied from the earlier."""
    told: list[str] = []
    for _ in range(count):
        own = [
            copied(chance.choice(told), chance)
            if told and chance.random() < 0.4
            else sentence(chance)
            for _ in range(SENTENCES)
        ]
        told += own
        yield own


def copied(original: str, chance: random.Random) -> str:
    """A copy, now and then with another figure."""
    if chance.random() >= 0.2:
        return original
    return " ".join(
        str(chance.randrange(2, 9_000)) if part.isdigit() else part for part in original.split()
    )


def median(measured: Callable[[], object], before: Callable[[], object] | None = None) -> float:
    """The median time of seven runs, in milliseconds of the processor."""
    times = []
    for _ in range(RUNS):
        if before:
            before()
        start = time.process_time()
        measured()
        times.append(1_000 * (time.process_time() - start))
    return statistics.median(times)


def main() -> None:
    """Measure and print."""
    count, articles = (int(word) for word in [*sys.argv[1:], *DEFAULTS[len(sys.argv) - 1 :]])
    chance = random.Random(2026)
    *read, own = takes(count + 1, chance)
    sentences = [each for take in read for each in take]
    shelf = Shelf(sentences)
    found = [one.acquaintance.value for one in novelty(own, shelf)]
    counts = ", ".join(f"{found.count(how.value)} {how.value}" for how in Acquaintance)
    print(f"{len(own)} sentences against {len(shelf):,} of {count} takes: {counts}")
    print(f"  sentences put on the shelf      {median(lambda: Shelf(sentences)):8.1f} ms")
    print(f"  novelty, the first time         {_first(own, sentences):8.1f} ms")
    print(f"  novelty, the shelf in place     {median(lambda: novelty(own, shelf)):8.1f} ms")
    told = [
        Telling(str(n), f"outlet {n % 40}", take) for n, take in enumerate(takes(articles, chance))
    ]
    print(f"story of {articles} articles")
    print(f"  who had it first, all of it     {median(lambda: chronicle(told)):8.1f} ms")


def _first(own: list[str], sentences: list[str]) -> float:
    return median(lambda: novelty(own, Shelf(sentences)), _ready.cache_clear)


if __name__ == "__main__":
    main()
