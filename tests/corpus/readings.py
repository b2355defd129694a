"""What two more readers called the same, who saw neither the labels nor what the program finds.

`pairs/readers.tsv`: two names as in `pairs/alignment.tsv` or `pairs/seeds.tsv`, the reader (1 or
2), a label (`+`, `?`), and the numbers of the two sentences, from 1. They read the ten pairs of
seeds and 24 of the sample corpus, drawn among those with three labels `+` or more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import TypeAlias

from corpus.aligned import (
    ARGUABLE,
    DIFFERENT,
    SAME,
    LabelledPair,
    sample_pairs,
    seed_pairs,
)
from corpus.labels import HERE

Labels: TypeAlias = dict[tuple[int, int], str]
READERS = "1", "2"


def read_again(*, seeds: bool) -> Iterator[tuple[LabelledPair, LabelledPair, LabelledPair]]:
    """The pairs of articles that were read again: by the labels, by reader 1, by reader 2."""
    readings: defaultdict[tuple[str, str, str], Labels] = defaultdict(dict)
    for row in (HERE / "pairs" / "readers.tsv").read_text("utf-8").splitlines():
        ours, theirs, reader, label, i, j = row.split("\t")
        readings[ours, theirs, reader][int(i) - 1, int(j) - 1] = label
    for pair in seed_pairs() if seeds else sample_pairs():
        if (*pair.names, READERS[0]) in readings:
            one, two = (replace(pair, labels=readings[*pair.names, each]) for each in READERS)
            yield pair, one, two


def most_say(*readings: LabelledPair) -> LabelledPair:
    """What most readers call the same; what one of them does, or several find arguable, is `?`."""
    said: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    for each in readings:
        for pair, label in each.labels.items():
            said[pair].append(label)
    return replace(readings[0], labels={pair: _verdict(all_) for pair, all_ in said.items()})


def _verdict(said: list[str]) -> str:
    same, arguable = said.count(SAME), said.count(ARGUABLE)
    if same > 1:
        return SAME
    return ARGUABLE if same or arguable > 1 else DIFFERENT
