"""Which articles are takes of one item: the same guid, or the same slug of one house on one day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from copytaster.stories.document import Document

NEAR_DAYS = 1


def versions(own: Document, other: Document) -> bool:
    """Whether two documents are takes of one item."""
    if own.guid and own.guid == other.guid:
        return True
    if not own.slug or slug_name(own) != slug_name(other):
        return False
    return own.day is None or other.day is None or abs(own.day - other.day) <= NEAR_DAYS


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
            guid = f"guid {document.guid}" if document.guid else None
            self.note(document.key, [name for name in (guid, slug_name(document)) if name])

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
        shared = (self.keys_of[name] for name in self.names_of.get(key, ()))
        return set().union(*shared) - {key}
