"""The stories with their numbers and names, which stay the same while stories grow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from copytaster.stories.index.document import Document
from copytaster.wire.conventions import place_of_take


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

    def renumber(
        self, groups: Iterable[Sequence[str]], concerned: Collection[str] | None = None
    ) -> dict[str, int | None]:
        """Takes new groups of the keys `concerned` (None: of all); the numbers that are new.

        A group keeps the number that most of its articles had. Where two groups claim one number,
        the one with more of its articles keeps it. A key that is in no group any more has None.
        """
        concerned = list(self.number_of) if concerned is None else concerned
        before = {key: self.number_of.pop(key, None) for key in concerned}
        groups = [list(group) for group in groups]
        given = _claimed(groups, before)
        for place, group in enumerate(groups):
            number = given.get(place) or self._new_number()
            self.number_of.update(dict.fromkeys(group, number))
        self._forget_names(before)
        now = {key: self.number_of.get(key) for group in (before, *groups) for key in group}
        return {key: number for key, number in now.items() if before.get(key) != number}

    def go_by(self, numbers: Mapping[str, int]) -> None:
        """Takes these as the numbers of all keys: those that were told to others."""
        self.number_of = dict(numbers)
        self.next_number = max(self.next_number, 1 + max(numbers.values(), default=0))

    def mates(self, keys: Iterable[str]) -> set[str]:
        """All keys of the stories that these are in."""
        numbers = {self.number_of[key] for key in keys if key in self.number_of}
        return {key for key, number in self.number_of.items() if number in numbers}

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

    def _forget_names(self, before: Mapping[str, int | None]) -> None:
        """A story whose namesake has left it takes a new name when it is told next."""
        for number in {number for number in before.values() if number is not None}:
            if self.number_of.get(self.named_after.get(number, "")) != number:
                self.named_after.pop(number, None)

    def _new_number(self) -> int:
        self.next_number += 1
        return self.next_number - 1


def _claimed(groups: Sequence[Sequence[str]], before: Mapping[str, int | None]) -> dict[int, int]:
    """The old number of each group that keeps one, by the group's place."""
    claims = sorted(
        (-count, number, place)
        for place, group in enumerate(groups)
        for number, count in Counter(before.get(key) for key in group).items()
        if number is not None
    )
    given: dict[int, int] = {}
    taken: set[int] = set()
    for _, number, place in claims:
        if place not in given and number not in taken:
            given[place] = number
            taken.add(number)
    return given


TextOf = Callable[[str], Document | None]


def order_of_time(document: Document) -> tuple[int, str, int, str, str]:
    """Day, moment, take, version and key: articles without a date come last, takes in order."""
    day = document.day or document.arrived or 1 << 30
    take = place_of_take(document.take or document.version)
    return day, document.moment or "", take, document.version or "", document.key


def _opening(document: Document) -> str:
    words = document.text.split()
    return " ".join(words[:12])
