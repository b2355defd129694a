"""How many articles each basket holds, kept up to date as articles come and are decided about.

A basket is a byte a row. Where only few rows changed, only these are asked about; a basket whose
query looks beyond the row itself (at the clock, at other rows) is asked about anew, not more than
once in a few seconds. At 100,000 articles the first counting of a basket takes 10 to 50 ms, and an
arrival under 1; all of it happens in the back room.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from copytaster.desk.catalogue.catalogue import Catalogue
from copytaster.desk.keeping.saving import save_text
from copytaster.desk.lists.baskets import Basket
from copytaster.desk.lists.lists import Lists
from copytaster.desk.lists.states import decided_since
from copytaster.desk.query.language import Complaint, Name, Node, Not, Term, parse
from copytaster.desk.words.news import Tally
from copytaster.desk.words.rows import View

FILE_NAME = "seen.json"
FEW = 2_000  # changed rows, asked about one by one; of more, all are asked about
PATIENCE = 5.0
"""Seconds before a basket that looks beyond its rows is counted again after a change."""
MINUTE = 60.0
"""Seconds before one that goes by the clock is counted again although nothing has changed."""
_BEYOND = {"returned", "copy", "killed", "corrected"}
_CLOCK_NAMES = (Name.AGE, Name.DATE)


class Tallies:
    """The counts of the baskets over one catalogue, to whose connection a ledger is attached."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._lists = Lists(catalogue)
        self._seen = Seen(catalogue)
        self._counters: dict[Basket, _Counter] = {}

    def see(self, query: str) -> None:
        """What a basket of this query holds now is new no more."""
        self._seen.see(query, self._catalogue.change())
        for basket, counter in self._counters.items():
            if basket.query == query:
                counter.see()

    def count(self, baskets: Sequence[Basket]) -> Iterable[Tally]:
        """The baskets counted, one after the other, so that other work can be done in between."""
        self._counters = {
            basket: self._counters.get(basket) or _Counter(self._catalogue, self._lists, basket)
            for basket in baskets
        }
        for basket, counter in self._counters.items():
            counter.catch_up(self._seen.change(basket.query))
            yield Tally(basket.name, counter.count, counter.unseen)


class Seen:
    """Up to which change of a catalogue each query was looked into; kept beside the catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._path = catalogue.folder / FILE_NAME
        self._birth = catalogue.birth()
        self._changes = self._load()

    def change(self, query: str) -> int:
        """The change of the catalogue that was the last when the query was looked into."""
        return self._changes.get(query, 0)

    def see(self, query: str, change: int) -> None:
        """It is looked into now."""
        self._changes = {**self._load(), query: change}
        save_text(self._path, [json.dumps({"birth": self._birth, "seen": self._changes})])

    def _load(self) -> dict[str, int]:
        try:
            record = json.loads(Path(self._path).read_text("utf-8"))
            if record["birth"] != self._birth:
                return {}
            return {str(query): int(change) for query, change in record["seen"].items()}
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return {}


class _Counter:
    """The rows of one basket, and which of them are new."""

    def __init__(self, catalogue: Catalogue, lists: Lists, basket: Basket) -> None:
        self._catalogue = catalogue
        self._lists = lists
        self._query = basket.query
        tree = parse(basket.query)
        self._beyond = not isinstance(tree, Complaint) and looks_beyond(tree)
        self._by_clock = not isinstance(tree, Complaint) and goes_by_clock(tree)
        self._held = bytearray()
        self._new = bytearray()
        self._change = self._event = -1
        self._counted_at = 0.0

    @property
    def count(self) -> int:
        """How many rows there are in it."""
        return self._held.count(1)

    @property
    def unseen(self) -> int:
        """How many of them came since it was looked into."""
        return (int.from_bytes(self._held) & int.from_bytes(self._new)).bit_count()

    def see(self) -> None:
        """Nothing in it is new."""
        self._new = bytearray(len(self._new))

    def catch_up(self, seen: int) -> None:
        """Look at what was filed and decided since."""
        changes = self._catalogue.changes(max(self._change, 0))
        event, decided = decided_since(self._catalogue.connection, self._event)
        touched = {*changes.filed, *changes.gone, *decided}
        first = self._change < 0
        if not first and not self._is_due(touched):
            return
        self._make_room()
        self._note_new(changes.filed, max(seen, 0))
        if first or self._beyond or len(touched) > FEW:
            self._count_all()
        else:
            self._count_some(touched)
        self._change, self._event = changes.upto, event
        self._counted_at = time.monotonic()

    def _is_due(self, touched: set[int]) -> bool:
        """Whether it may hold other rows than when it was counted last."""
        waited = time.monotonic() - self._counted_at
        if self._by_clock and waited > MINUTE:
            return True
        return bool(touched) and (not self._beyond or waited > PATIENCE)

    def _count_all(self) -> None:
        self._held = bytearray(len(self._new))
        for number in self._lists.order(View(self._query)):
            self._held[number] = 1

    def _count_some(self, numbers: set[int]) -> None:
        for number in numbers:
            if number < len(self._held):
                self._held[number] = 0
        for number in self._lists.among(self._query, numbers):
            self._held[number] = 1

    def _note_new(self, filed: Sequence[int], seen: int) -> None:
        fresh = self._catalogue.changes(seen).filed if self._change < seen else filed
        for number in fresh:
            self._new[number] = 1

    def _make_room(self) -> None:
        size = self._catalogue.last_number() + 1
        for rows in (self._held, self._new):
            rows.extend(bytes(max(0, size - len(rows))))


def looks_beyond(node: Node) -> bool:
    """Whether a query asks for more than a row and the marks on it: the clock, or other rows."""
    return any(
        term.name in (*_CLOCK_NAMES, Name.STORY, Name.NEAR)
        or (term.name is Name.IS and term.value.lower() in _BEYOND)
        for term in _terms(node)
    )


def goes_by_clock(node: Node) -> bool:
    """Whether a query finds other rows as time goes by."""
    return any(term.name in _CLOCK_NAMES for term in _terms(node))


def _terms(node: Node) -> Iterator[Term]:
    if isinstance(node, Term):
        yield node
    elif isinstance(node, Not):
        yield from _terms(node.part)
    else:
        for part in node.parts:
            yield from _terms(part)
