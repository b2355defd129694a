"""Pairs of near neighbours that have no more than their form in common; they join no story."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from copytaster.stories.index.index import Index
from copytaster.stories.index.surroundings import Surroundings
from copytaster.stories.links import Links
from copytaster.stories.reading import reading_of
from copytaster.stories.storybook import TextOf

Pair = tuple[str, str]


@dataclass(slots=True)
class Lookalikes:
    """The `pairs` of keys, each in order, of articles that differ in names and figures alone."""

    pairs: set[Pair] = field(default_factory=set)

    def look(
        self, row: int, index: Index, around: Surroundings, text_of: TextOf, least: float
    ) -> None:
        """Compares an article with the neighbours that are as near as `least`.

        A neighbour that was not measured yet will look itself.
        """
        key, own = index.keys[row], None
        for near in around.near(row, least):
            pair = _pair(key, index.keys[near])
            if pair in self.pairs:
                continue
            own = own or text_of(key)
            other = text_of(index.keys[near])
            if own and other and reading_of(own).of_one_form(reading_of(other)):
                self.pairs.add(pair)
                around.moved[row] = True

    def forget(self, keys: Collection[str]) -> None:
        """Forgets articles that have gone or are others now."""
        if self.pairs:
            gone = set(keys)
            self.pairs = {pair for pair in self.pairs if gone.isdisjoint(pair)}

    def parted(self, links: Links, index: Index, least: float) -> Links:
        """The links without those of lookalikes that score `least` and more."""
        rows = [
            (index.rows[one], index.rows[other])
            for one, other in self.pairs
            if one in index.rows and other in index.rows
        ]
        return links.without(rows, len(index.keys), least)


def _pair(key: str, other: str) -> Pair:
    return (key, other) if key < other else (other, key)
