"""A galley: text set in lines, no further than it was asked for, and whose paragraph each line is.

Galleys are the trays in which a newspaper's type was set, column by column, before it was made up
into pages.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from itertools import count

from copytaster.presentation.article_copy import Passage
from copytaster.presentation.looks import Line, plain_text
from copytaster.wire.article import Block
from copytaster.wire.told import letters_of


class Galley:
    """Lines by their place, and the paragraphs among them: the passages that show a block.

    Paragraphs are numbered from 0. A line belongs to one of them or to none.
    """

    def __init__(self, rest: Iterator[tuple[Line, Passage | None]]) -> None:
        self._rest = rest
        self._lines: list[Line] = []
        self._blocks: list[Block | None] = []
        self._paragraphs: list[Passage] = []
        self._spans: list[tuple[int, int]] = []

    def __len__(self) -> int:
        """How many lines are set by now."""
        return len(self._lines)

    def line(self, place: int) -> Line:
        """A line that is set."""
        return self._lines[place]

    def set_up_to(self, lines: int) -> None:
        """Set so many lines, as far as there is text."""
        while len(self._lines) < lines and self._set_one():
            pass

    def set_all(self) -> None:
        """Set the whole text."""
        while self._set_one():
            pass

    def passage(self, paragraph: int) -> Passage:
        """What a paragraph shows."""
        return self._paragraphs[paragraph]

    def span(self, paragraph: int) -> tuple[int, int]:
        """The first line of a paragraph and the one behind its last."""
        while self._spans[paragraph][1] == len(self._lines) and self._set_one():
            pass
        return self._spans[paragraph]

    def beside(self, paragraph: int, step: int) -> int:
        """The paragraph so many further on, or the last one that there is that way."""
        wanted = max(0, paragraph + step)
        while len(self._paragraphs) <= wanted and self._set_one():
            pass
        return min(wanted, len(self._paragraphs) - 1)

    def first_from(self, place: int) -> int | None:
        """The first paragraph that begins at a place or below; the last one where none does."""
        while (not self._spans or self._spans[-1][0] < place) and self._set_one():
            pass
        if not self._spans:
            return None
        found = bisect_left(self._spans, (place, 0))
        return min(found, len(self._spans) - 1)

    def showing(self, block: Block) -> int | None:
        """The paragraph that shows a block by its text and lines, a fold only if no other does."""
        fold = None
        for number in count():
            if self.beside(number, 0) != number:
                break
            blocks = self._paragraphs[number].blocks
            if any(each.text == block.text and each.lines == block.lines for each in blocks):
                if len(blocks) == 1:
                    return number
                fold = number
        return fold

    def letters_above(self, place: int, counts: Callable[[Block], bool]) -> int:
        """How many letters of the blocks that count stand above a line; blanks are none."""
        return sum(self._letters(line, counts) for line in range(min(place, len(self._lines))))

    def place_below(self, letters: int, counts: Callable[[Block], bool]) -> int:
        """The first line above which so many letters of the blocks that count stand."""
        place = 0
        while letters > 0 and (place < len(self._lines) or self._set_one()):
            letters -= self._letters(place, counts)
            place += 1
        return place

    def _letters(self, place: int, counts: Callable[[Block], bool]) -> int:
        block = self._blocks[place]
        return letters_of(plain_text(self._lines[place])) if block and counts(block) else 0

    def _set_one(self) -> bool:
        line, passage = next(self._rest, (None, None))
        if line is None:
            return False
        place = len(self._lines)
        self._lines.append(line)
        alone = passage.blocks if passage and len(passage.blocks) == 1 else (None,)
        self._blocks.append(alone[0])
        if passage is not None and passage.blocks:
            self._note(passage, place)
        return True

    def _note(self, passage: Passage, place: int) -> None:
        if self._paragraphs and self._paragraphs[-1] is passage:
            self._spans[-1] = (self._spans[-1][0], place + 1)
        else:
            self._paragraphs.append(passage)
            self._spans.append((place, place + 1))
