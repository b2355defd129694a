"""What may go out, what is held back, and why."""

from dataclasses import replace

import pytest

from copytaster.desk.exporting.exportable import Exportable
from copytaster.desk.exporting.publishable import Hindrance
from copytaster.desk.words.rows import Row
from desk.making import article

NOON = 1_789_387_200.0
BLANK = Row(
    *(1, "a", "Fire", False, None, None, NOON, True, None, "usable", None, None, None, 1, 0, None),
    *("a.txt", 0, None, None, False, False, ()),
)


class Shelf:
    """A desk of a few rows and their articles."""

    def __init__(self, *pairs):
        self._rows = {row.number: row for row, _ in pairs}
        self._articles = {row.number: found for row, found in pairs}

    def rows(self, numbers):
        return [self._rows[number] for number in numbers if number in self._rows]

    def article(self, number):
        return self._articles[number]

    def order(self, view):
        return [] if view.query == "is:kill" else list(self._rows)

    def items(self, numbers):
        return []


def sort(*pairs):
    """What may go out of these, and what not."""
    return Exportable(Shelf(*pairs), clock=lambda: NOON).sort([row.number for row, _ in pairs])


def test_copies_go_out_once_and_what_has_no_text_not_at_all():
    found = sort(
        (BLANK, article("Fire")),
        (replace(BLANK, number=2), article("Fire")),
        (replace(BLANK, number=3, id="b"), None),
    )
    assert [each.title for each in found.free] == ["Fire"]
    assert found.held == ()


@pytest.mark.parametrize(
    ("recalled", "reason"),
    [("killed", Hindrance.KILLED), ("withdrawn", Hindrance.KILLED), ("corrected", None)],
)
def test_what_a_later_item_killed_is_held_and_what_it_corrected_is_not(recalled, reason):
    found = sort((replace(BLANK, recalled=recalled), article("Fire")))
    assert [why for _, why in found.held] == ([reason] if reason else [])
    assert len(found.all) == 1


def test_an_embargo_holds_until_it_is_over():
    waiting, over = article("a", embargo="2999-01-01"), article("b", embargo="2026-01-01")
    found = sort((BLANK, waiting), (replace(BLANK, number=2, id="b"), over))
    assert [why for _, why in found.held] == [Hindrance.EMBARGOED]
    assert found.free == (over,)
