"""How far down a text one has come by reading, as opposed to leaping."""

from __future__ import annotations


class Passed:
    """The line above which everything was scrolled past, a page at most at a time."""

    def __init__(self) -> None:
        self.line = 0

    def scroll(self, old: int, new: int, page: int) -> None:
        """The top line went from one place to another."""
        if self.joins(old, page) and 0 < new - old <= page:
            self.line = max(self.line, new)

    def joins(self, top: int, page: int) -> bool:
        """Whether what is in sight from this line on follows on what was passed."""
        return top <= self.line + page
