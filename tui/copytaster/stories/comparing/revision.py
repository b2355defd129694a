"""Two versions of one item: what the new one adds, cuts and changes, in its own words first."""

from __future__ import annotations

from dataclasses import dataclass

from copytaster.stories.comparing.comparison import Comparison, PairKind, compare
from copytaster.stories.comparing.differences import Difference, Matter
from copytaster.stories.index.document import document_of
from copytaster.stories.items import versions
from copytaster.wire.article import Article


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A sentence (or some) of the old version, and what stands for it in the new one."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Revision:
    """What a new version did to the old one.

    `advisory` is the agency's own line about it ("(Updates toll in paragraph 1)"), or None.
    `figures` are the numbers that changed (12, 15), hedges counted: at least 12, at least 15.
    """

    advisory: str | None
    added: tuple[str, ...]
    cut: tuple[str, ...]
    changed: tuple[Rewrite, ...]
    figures: tuple[Difference, ...]
    comparison: Comparison


def revision(old: Article, new: Article) -> Revision:
    """What changed from one version of an item to the next; advisory lines are not compared."""
    found = compare(document_of(old), document_of(new))
    return Revision(
        advisory=new.advisory,
        added=tuple(found.their_sentences[number] for number in found.only_theirs),
        cut=tuple(found.our_sentences[number] for number in found.only_ours),
        changed=tuple(_rewrites(found)),
        figures=tuple(one for one in found.differences if one.matter is Matter.NUMBER),
        comparison=found,
    )


def revision_if_one(old: Article, new: Article) -> Revision | None:
    """What changed, where the new article is a version of the old by guid or slug or its own word.

    A house that files without slugs says so in the headline (UPDATE 2, CORRECTED) or an advisory,
    and repeats a sentence, be it with another toll in it.
    """
    if versions(document_of(old), document_of(new)):
        return revision(old, new)
    if new.source is None or new.source != old.source or not (new.take or new.advisory):
        return None
    found = revision(old, new)
    return found if any(pair.copied for pair in found.comparison.pairs) else None


def _rewrites(found: Comparison) -> list[Rewrite]:
    """The aligned sentences that are not word for word the same."""
    pairs = (
        Rewrite(
            " ".join(found.our_sentences[number] for number in pair.ours),
            " ".join(found.their_sentences[number] for number in pair.theirs),
        )
        for pair in found.pairs
        if pair.kind is not PairKind.SAME or pair.score < 1
    )
    return [pair for pair in pairs if pair.old != pair.new]
