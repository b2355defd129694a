"""Which articles are takes of one item: the same guid, or the same slug of one house on one day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations

from copytaster.stories.index.document import Document

NEAR_DAYS = 1
MOST_TAKES = 24
_GUID = "guid "


def versions(own: Document, other: Document) -> bool:
    """Whether two documents are takes of one item."""
    if own.guid and own.guid == other.guid:
        return True
    if not own.slug or slug_name(own) != slug_name(other):
        return False
    return near(own.day, other.day)


def near(day: int | None, other: int | None) -> bool:
    """Whether two days are those of one item, as far as they are known."""
    return not day or not other or abs(day - other) <= NEAR_DAYS


def slug_name(document: Document) -> str | None:
    """The slug with its house, as all its takes have it, or None without a slug."""
    if not document.slug:
        return None
    return f"{(document.source or '').casefold()}/{' '.join(document.slug.casefold().split())}"


@dataclass(slots=True)
class Items:
    """The keys of the articles of each item: by guid, and by slug."""

    keys_of: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    names_of: dict[str, list[str]] = field(default_factory=dict)

    def add(self, documents: Iterable[Document]) -> None:
        """Notes the items of articles, new or replaced."""
        for document in documents:
            self.remove([document.key])
            self.note(document.key, _names(document))

    def note(self, key: str, names: list[str]) -> None:
        """Notes the names of the items that an article is a take of."""
        if names:
            self.names_of[key] = names
        for name in names:
            self.keys_of[name].add(key)

    def remove(self, keys: Iterable[str]) -> None:
        """Forgets articles."""
        for key in keys:
            for name in self.names_of.pop(key, ()):
                self.keys_of[name].discard(key)

    def others(self, key: str) -> set[str]:
        """The articles that have a name in common with this one."""
        return self._called(self.names_of.get(key, ())) - {key}

    def takes_of(self, document: Document) -> set[str]:
        """The articles that have a name in common with a document, which need not be noted."""
        return self._called(_names(document)) - {document.key}

    def _called(self, names: Iterable[str]) -> set[str]:
        return set().union(*(self.keys_of.get(name, ()) for name in names))

    def pairs(self) -> Iterator[tuple[str, str, bool]]:
        """Every two articles that have a name in common, and whether it is sure: a guid.

        What dozens of articles are called is the name of a series, not of an item.
        """
        for name, keys in self.keys_of.items():
            if 1 < len(keys) <= MOST_TAKES:
                sure = name.startswith(_GUID)
                yield from ((one, other, sure) for one, other in combinations(sorted(keys), 2))


def _names(document: Document) -> list[str]:
    """The names of the items that a document is a take of."""
    guid = f"{_GUID}{document.guid}" if document.guid else None
    return [name for name in (guid, slug_name(document)) if name]
