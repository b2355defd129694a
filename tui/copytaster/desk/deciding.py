"""What is decided at the desk: each call writes to the ledger first, and says what it did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copytaster.desk.lists.lists import Lists
from copytaster.desk.lists.row_reader import RowReader
from copytaster.desk.words.rows import Deed, Verdict, View

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from copytaster.desk.catalogue.catalogue import Catalogue
    from copytaster.desk.deeds import Deeds
    from copytaster.desk.inbox.teaching import Scope, TaughtFile
    from copytaster.desk.ledger.fields import Item
    from copytaster.desk.ledger.steps import Event
    from copytaster.wire.article import Block


class Deciding:
    """The decisions of a desk, about rows by their numbers. The rows concerned are read anew."""

    def __init__(self, catalogue: Catalogue, deeds: Deeds, taught: TaughtFile) -> None:
        self._catalogue = catalogue
        self._rows = RowReader(catalogue.connection)
        self._lists = Lists(catalogue)
        self._deeds = deeds
        self._taught = taught

    @property
    def has_ledger(self) -> bool:
        """Whether what was decided is known here."""
        return self._deeds.has_ledger

    def limit_patience(self, seconds: float) -> None:
        """Have a decision fail that the ledger does not take for so long: a screen stands still."""
        self._deeds.limit_patience(seconds)

    def judge(self, numbers: Sequence[int], verdict: Verdict | None) -> Deed:
        """Keep or spike rows, or, with None, take the verdict back; one step to undo."""
        return self._done(self._deeds.judge(self._rows.items(numbers), verdict))

    def flag(self, numbers: Sequence[int], flagged: bool) -> Deed:
        """Flag rows, or take the flag away."""
        return self._done(self._deeds.flag(self._rows.items(numbers), flagged=flagged))

    def mark_read(self, numbers: Sequence[int], read: bool, *, by_hand: bool = True) -> Deed:
        """Mark rows as read or unread; not `by_hand`, because they were shown, is no step."""
        items = self._rows.items(numbers)
        return self._done(self._deeds.mark_read(items, read=read, by_hand=by_hand))

    def keep_alone(self, number: int, rest: Sequence[int]) -> Deed:
        """Keep a row and spike these others, copies of it left out; one step to undo."""
        own = self._rows.items([number])
        if not own:
            return Deed("nothing to keep here", ())
        others = [item for item in self._rows.items(rest) if item not in own]
        return self._done(self._deeds.keep_alone(own[0], others))

    def tag(self, numbers: Sequence[int], tags: Mapping[str, bool]) -> Deed:
        """Give rows tags, or take those away that map to False; one step to undo."""
        return self._done(self._deeds.tag(self._rows.items(numbers), tags))

    def note(self, numbers: Sequence[int], note: str) -> Deed:
        """Write a note on rows that never leaves the desk; an empty one takes it away."""
        return self._done(self._deeds.note(self._rows.items(numbers), note))

    def tags(self) -> list[str]:
        """Every tag that was given, the one given most often first."""
        return self._deeds.tags()

    def teach(self, number: int, blocks: Sequence[Block], scope: Scope, *, fold: bool) -> Deed:
        """Have blocks of a row's article folded, or never folded, as far as `scope` reaches."""
        article = self._catalogue.article(number)
        items = self._rows.items([number])
        if article is None or not items or not blocks:
            return Deed("nothing to fold here", ())
        lesson = self._taught.lesson(article, blocks, scope, fold=fold)
        return self._done(self._deeds.teach(items[0], lesson))

    def part(self, number: int) -> Deed:
        """Take a row's article out of its story, whatever the index says."""
        story = self._story(number)
        if len(story) < 2:
            return Deed("this article stands alone", ())
        return self._done(self._deeds.part(story[0], story[1:]))

    def join(self, number: int, other: int) -> Deed:
        """Make the articles of two rows one story, whatever the index says."""
        own, theirs = self._story(number), self._story(other)
        if not own or not theirs or own[0] == theirs[0]:
            return Deed("nothing to join here", ())
        return self._done(self._deeds.join(own[0], theirs[0], own, theirs))

    def undo(self) -> Deed | None:
        """Take back the last deed, whoever did it and however long ago; None where none stands."""
        deed = self._deeds.undo()
        return self._done(deed) if deed else None

    def history(self) -> list[Event]:
        """What was done, undone and redone, by whom and when, the last first."""
        return self._deeds.history()

    def redo(self) -> Deed | None:
        """Do again what was undone last; None where nothing was since the last deed."""
        deed = self._deeds.redo()
        return self._done(deed) if deed else None

    def _story(self, number: int) -> list[Item]:
        """The article of a row, and then all others of its story."""
        row = self._rows.row(number)
        story = View(query=f"story:{row.story}") if row and row.story else None
        own = self._rows.items([number])
        others = self._rows.items(self._lists.order(story)) if story else []
        return [*own, *(item for item in others if item not in own)]

    def _done(self, deed: Deed) -> Deed:
        self._rows.forget(deed.numbers)
        return deed
