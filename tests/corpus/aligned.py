"""Which sentences of two articles a careful reader called the same.

`pairs/alignment.tsv` is about the sample corpus: two names, a label, and the openings of the two
sentences. `pairs/seeds.tsv` is about the user's five files, of which it holds no text: the hashes
in their names, a label, and the numbers of the two sentences, from 1. The labels: `+` they tell the
same, `-` they do not, `?` two readers would differ; all other pairs are `-`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from copytaster.stories.comparing.alignment import align
from copytaster.stories.comparing.splitting import news_sentences
from copytaster.stories.comparing.telling import tell_both
from copytaster.stories.index.document import document_of
from copytaster.wire.article import Article
from copytaster.wire.reading import stream
from corpus.labels import HERE, SAMPLES

OPENING = 60
SEEDS = HERE.parents[2] / "shared" / "data" / "seeds"
SAME, DIFFERENT, ARGUABLE = "+", "-", "?"


@dataclass(frozen=True, slots=True, eq=False)
class LabelledPair:
    """Two articles as sentences, and the label of pairs of them by their numbers from 0."""

    names: tuple[str, str]
    ours: list[str]
    theirs: list[str]
    labels: dict[tuple[int, int], str]

    def same(self) -> set[tuple[int, int]]:
        """The pairs that tell the same."""
        return {pair for pair, label in self.labels.items() if label == SAME}


@dataclass(frozen=True, slots=True)
class Score:
    """How many pairs were found that are right or wrong, and how many were missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """The share of what is right that was found."""
        return self.right / max(1, self.right + self.missed)


def score(pair: LabelledPair, found: set[tuple[int, int]]) -> Score:
    """What was found against the labels; arguable pairs do not count."""
    said = [pair.labels.get(one, DIFFERENT) for one in found]
    return Score(said.count(SAME), said.count(DIFFERENT), len(pair.same() - found))


def aligned_pairs(ours: list[str], theirs: list[str]) -> set[tuple[int, int]]:
    """The sentences that the program aligns, two by two."""
    found = align(*tell_both(ours, theirs))
    return {(i, j) for one in found for i in one.ours for j in one.theirs}


def sample_pairs() -> Iterator[LabelledPair]:
    """The labelled pairs of articles of the sample corpus."""
    rows: defaultdict[tuple[str, str], list[tuple[str, str, str]]] = defaultdict(list)
    for row in (HERE / "pairs" / "alignment.tsv").read_text("utf-8").splitlines():
        ours, theirs, label, own, other = row.split("\t")
        rows[ours, theirs].append((label, own, other))
    for names, labelled in rows.items():
        ours, theirs = map(sample_sentences, names)
        labels = {
            (i, j): label
            for label, own, other in labelled
            for i in _opening_with(own, ours)
            for j in _opening_with(other, theirs)
        }
        yield LabelledPair(names, ours, theirs, labels)


def _opening_with(opening: str, sentences: list[str]) -> Iterator[int]:
    return (number for number, one in enumerate(sentences) if one[:OPENING] == opening)


@cache
def sample_sentences(name: str) -> list[str]:
    """The sentences of a sample article, named as in stories.tsv."""
    path, _, part = name.partition("#")
    for article in stream(SAMPLES / path):
        if isinstance(article, Article) and article.part == int(part or article.part):
            return news_sentences(document_of(article).text)
    raise LookupError(name)


def seed_pairs() -> Iterator[LabelledPair]:
    """The ten labelled pairs of seeds; none where the seeds are not beside this checkout."""
    rows: defaultdict[tuple[str, str], dict[tuple[int, int], str]] = defaultdict(dict)
    for row in (HERE / "pairs" / "seeds.tsv").read_text("utf-8").splitlines():
        ours, theirs, label, i, j = row.split("\t")
        rows[ours, theirs][int(i) - 1, int(j) - 1] = label
    for names, labels in rows.items() if SEEDS.is_dir() else ():
        ours, theirs = map(_seed_sentences, names)
        yield LabelledPair(names, ours, theirs, labels)


@cache
def _seed_sentences(name: str) -> list[str]:
    (path,) = SEEDS.glob(f"*_{name}.txt")
    article = next(stream(Path(path)))
    assert isinstance(article, Article)
    return news_sentences(document_of(article).text)
