"""Two articles sentence by sentence: how much of each stands again in the other."""

from __future__ import annotations

from dataclasses import dataclass

from copytaster.stories.index.document import Document
from copytaster.stories.reading import reading_of
from copytaster.stories.sentences import copied_share, found_again

COPY_SHARE = 0.6
_FEWEST_COPIED = 2


@dataclass(frozen=True, slots=True)
class Likeness:
    """The sentences of two articles, and which share of each found a partner in the other."""

    own: tuple[str, ...]
    other: tuple[str, ...]
    share_of_own: float
    share_of_other: float
    one_form: bool

    @property
    def copied(self) -> bool:
        """Whether the shorter of the two is nearly all in the other, and tells the same."""
        fewest = min(len(self.own), len(self.other))
        return not self.one_form and fewest >= _FEWEST_COPIED and self.share >= COPY_SHARE

    @property
    def share(self) -> float:
        """The share of the shorter one's sentences that stand in the other."""
        return self.share_of_own if len(self.own) < len(self.other) else self.share_of_other


def likeness_of(own: Document, other: Document) -> Likeness:
    """Two documents compared sentence by sentence."""
    ours, theirs = reading_of(own), reading_of(other)
    sentences, others = ours.sentences, theirs.sentences
    alike = found_again(sentences, others)
    share_of_own, share_of_other = copied_share(alike)
    one_form = ours.of_one_form(theirs)
    return Likeness(sentences, others, share_of_own, share_of_other, one_form)
