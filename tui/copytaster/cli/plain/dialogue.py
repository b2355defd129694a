"""What is answered to each word that is typed in `--plain`."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from copytaster.cli.plain.place import PlainPlace, file_date
from copytaster.cli.plain.telling import counted, headline, relative, text
from copytaster.cli.plain.words import WORDS, understood
from copytaster.commands import Need
from copytaster.desk.words.rows import Deed, Row, Verdict

LIST_LINES = 10


class Dialogue:
    """Words in, lines out; `over` once one has left."""

    def __init__(self, place: PlainPlace) -> None:
        self._place = place
        self._offered: list[int] = []
        self.over = False

    def begin(self) -> Sequence[str]:
        """The first lines: how much there is, how to go on, and the first article."""
        return [*self._where(""), "Type help for the words, quit to leave.", *self._here()]

    def answer(self, typed: str) -> list[str]:
        """What to say to a line that was typed; an empty one goes to the next article."""
        came = self._place.news()
        said = [f"{counted(came, 'article')} came in."] if came else []
        found = understood(typed or "next")
        if found is None:
            return [*said, "That is no word here. Type help for those there are."]
        word, rest = found
        if word.takes and not rest:
            return [*said, f"Type {word.usage}."]
        do: Callable[[str], Sequence[str]] = getattr(self, f"_{word.word}")
        return [*said, *do(rest)]

    def _next(self, rest: str) -> Sequence[str]:
        return self._to(self._place.at + 1, "This is the last article.")

    def _previous(self, rest: str) -> Sequence[str]:
        return self._to(self._place.at - 1, "This is the first article.")

    def _first(self, rest: str) -> Sequence[str]:
        return self._to(0, "")

    def _last(self, rest: str) -> Sequence[str]:
        return self._to(len(self._place.order) - 1, "")

    def _unread(self, rest: str) -> Sequence[str]:
        return self._here() if self._place.next_unread() else ["No unread article below."]

    def _list(self, rest: str) -> Sequence[str]:
        place = self._place
        numbers = place.order[place.at : place.at + LIST_LINES]
        self._offered = []
        rows = {row.number: row for row in place.desk.rows(numbers)}
        now = time.time()
        return [
            f"{place.at + far + 1}: {headline(rows[number], now)}"
            for far, number in enumerate(numbers)
            if number in rows
        ] or self._here()

    def _go(self, rest: str) -> Sequence[str]:
        if not rest.isdecimal():
            return ["Type go and a number."]
        at = int(rest) - 1
        if 0 <= at < len(self._offered):
            self._place.go_to_number(self._offered[at])
            return self._here()
        return self._to(at, "There is no such number.")

    def _read(self, rest: str, *, opened: bool = False) -> Sequence[str]:
        row = self._place.row
        article = self._place.desk.article(row.number) if row else None
        if row is None or article is None:
            return [row.problem if row and row.problem else Need.ARTICLE]
        self._place.desk.mark_read([row.number], True, by_hand=False)
        return list(text(article, file_date(row), opened=opened))

    def _folded(self, rest: str) -> Sequence[str]:
        return self._read(rest, opened=True)

    def _related(self, rest: str) -> Sequence[str]:
        row = self._place.row
        found = self._place.relatives(row) if row else []
        if found is None:
            return ["The articles are still being related. Ask again in a moment."]
        self._offered = [one.row.number for one in found]
        lines = [relative(at, one) for at, one in enumerate(found, 1)]
        return [*lines, "go NUMBER goes there."] if lines else ["Nothing here is related to it."]

    def _story(self, rest: str) -> Sequence[str]:
        row = self._place.row
        if row is None or row.story is None:
            return [Need.STORY]
        return self._narrowed(query=f"story:{row.story}")

    def _keep(self, rest: str) -> Sequence[str]:
        return self._judge(Verdict.KEPT)

    def _spike(self, rest: str) -> Sequence[str]:
        return self._judge(Verdict.SPIKED)

    def _flag(self, rest: str) -> Sequence[str]:
        row = self._place.row
        if row is None:
            return [Need.ARTICLE]
        return [self._place.desk.flag([row.number], flagged=not row.flagged).text]

    def _undo(self, rest: str) -> Sequence[str]:
        return self._turned(self._place.desk.undo(), "Nothing to undo.")

    def _redo(self, rest: str) -> Sequence[str]:
        return self._turned(self._place.desk.redo(), "Nothing to redo.")

    def _search(self, rest: str) -> Sequence[str]:
        return self._narrowed(search=rest)

    def _filter(self, rest: str) -> Sequence[str]:
        complaint = self._place.desk.complaint(rest)
        return [complaint] if complaint else self._narrowed(query=rest)

    def _all(self, rest: str) -> Sequence[str]:
        return self._narrowed()

    def _where(self, rest: str) -> Sequence[str]:
        counts = self._place.desk.counts()
        unread = f"{counts.unread:,} unread, {counts.kept:,} kept, {counts.spiked:,} spiked"
        listed = len(self._place.order)
        here = f"Article {self._place.at + 1:,} of {listed:,} in the list. " if listed else ""
        return [f"{here}{counted(counts.total, 'article')} on the desk: {unread}."]

    def _help(self, rest: str) -> Sequence[str]:
        return [f"{word.usage}, or {word.letter}: {word.does}." for word in WORDS]

    def _quit(self, rest: str) -> Sequence[str]:
        self.over = True
        return ["Goodbye."]

    def _narrowed(self, *, query: str = "", search: str = "") -> Sequence[str]:
        self._place.narrow(query=query, search=search)
        self._offered = []
        found = len(self._place.order)
        if not found:
            self._place.narrow()
            return ["Nothing matches. Everything is listed again."]
        return [f"{counted(found, 'article')} in the list.", *self._here()]

    def _judge(self, verdict: Verdict) -> Sequence[str]:
        row = self._place.row
        if row is None:
            return [Need.ARTICLE]
        deed = self._place.desk.judge([row.number], verdict)
        return [deed.text, *(self._here() if self._place.go(self._place.at + 1) else [])]

    def _turned(self, deed: Deed | None, otherwise: str) -> Sequence[str]:
        if deed is None:
            return [otherwise]
        if deed.numbers:
            self._place.go_to_number(deed.numbers[0])
        return [deed.text, *self._here()]

    def _to(self, at: int, otherwise: str) -> Sequence[str]:
        return self._here() if self._place.go(at) else [otherwise or "There is no article."]

    def _here(self) -> list[str]:
        row: Row | None = self._place.row
        if row is None:
            return ["There is no wire copy here yet."]
        return [f"{self._place.at + 1}: {headline(row, time.time())}"]
