"""The stories with their numbers and names, which stay the same while stories grow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from copytaster.stories.document import Document


@dataclass(frozen=True, slots=True)
class Story:
    """One story: `first` and `last` are day ordinals, `keys` its articles in order of time."""

    number: int
    title: str
    first: int | None
    last: int | None
    keys: tuple[str, ...]


@dataclass(slots=True)
class Storybook:
    """Which story each article is in, `number_of` by key, and which article each is named after.

    Numbers are never given twice: `next_number` is the first that was not.
    """

    number_of: dict[str, int] = field(default_factory=dict)
    named_after: dict[int, str] = field(default_factory=dict)
    next_number: int = 1

    def renumber(self, groups: Iterable[Sequence[str]]) -> None:
        """Takes new groups of keys; each keeps the number that most of its articles had.

        Where two groups claim one number, the one with more of its articles keeps it.
        """
        groups = [list(group) for group in groups]
        given = self._claimed(groups)
        numbers = [given.get(place) or self._new_number() for place in range(len(groups))]
        self.number_of = {
            key: number for number, group in zip(numbers, groups, strict=True) for key in group
        }
        self.named_after = {
            number: self.named_after[number]
            for number, group in zip(numbers, groups, strict=True)
            if self.named_after.get(number) in group
        }

    def story(self, number: int, keys: Iterable[str], text_of: TextOf) -> Story:
        """A story with its articles in order of time; named after the first that was in it."""
        documents = [text_of(key) or Document(key, "", "") for key in keys]
        documents.sort(key=order_of_time)
        name = self.named_after.setdefault(
            number, next((d.key for d in documents if d.title), documents[0].key)
        )
        days = [document.day for document in documents if document.day]
        return Story(
            number,
            next(
                document.title or _opening(document)
                for document in documents
                if document.key == name
            ),
            min(days, default=None),
            max(days, default=None),
            tuple(document.key for document in documents),
        )

    def _claimed(self, groups: Sequence[Sequence[str]]) -> dict[int, int]:
        """The old number of each group that keeps one, by the group's place."""
        claims = sorted(
            (-count, number, place)
            for place, group in enumerate(groups)
            for number, count in Counter(
                self.number_of[key] for key in group if key in self.number_of
            ).items()
        )
        given: dict[int, int] = {}
        for _, number, place in claims:
            if place not in given and number not in given.values():
                given[place] = number
        return given

    def _new_number(self) -> int:
        self.next_number += 1
        return self.next_number - 1


TextOf = Callable[[str], Document | None]


def order_of_time(document: Document) -> tuple[int, str, int, str, str]:
    """Day, moment, take, version and key: articles without a date come last, takes in order."""
    day = document.day or document.arrived or 1 << 30
    digits = "".join(filter(str.isdigit, document.take or document.version or ""))
    take = int(digits[:9]) if digits else 0
    return day, document.moment or "", take, document.version or "", document.key


def _opening(document: Document) -> str:
    words = document.text.split()
    return " ".join(words[:12])
