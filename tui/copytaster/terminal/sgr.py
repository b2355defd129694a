"""Styles of a terminal's cells, and the fewest bytes that lead from one to the next.

SGR is ECMA-48 §8.3.117 with the colours of ISO 8613-6 (38;5;n and 38;2;r;g;b); 21, 51 to 55 are
what rich writes and xterm understands. OSC 8 links are part of a style.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import reduce
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

OFF: Final = {
    "1": "22", "2": "22", "3": "23", "4": "24", "5": "25", "6": "25", "7": "27", "8": "28",
    "9": "29", "21": "24", "51": "54", "52": "54", "53": "55",
}  # fmt: skip
"""The code that ends each attribute."""

EXTENDED: Final = ("38", "48", "58")

SEEN_ON_BLANKS: Final = frozenset({"4", "5", "6", "7", "9", "21", "51", "52", "53"})
"""Attributes that show on a cell without a letter."""


@dataclass(frozen=True, slots=True)
class Pen:
    """What a cell is written with: SGR colours ("" is the terminal's own), attributes, a link."""

    fore: str = ""
    back: str = ""
    attributes: frozenset[str] = frozenset()
    link: str = ""

    def after(self, codes: str) -> Pen:
        """The pen once the SGR `codes` ("1;38;5;7", "" for a reset) have been received."""
        parameters = iter(codes.split(";"))
        return reduce(lambda pen, code: pen.then(code, parameters), parameters, self)

    def on_blank(self) -> Pen:
        """The pen as far as it can be seen on a blank cell: mostly, its background."""
        seen = self.attributes & SEEN_ON_BLANKS
        return Pen(self.fore if seen else "", self.back, seen, self.link if seen else "")

    def then(self, code: str, parameters: Iterator[str]) -> Pen:
        """The pen after one code, which takes the parameters of its colour from those behind."""
        if code in EXTENDED:
            return self._coloured(code, _colour(code, parameters))
        if code.strip("0") == "":
            return Pen(link=self.link)
        if code in OFF:
            return replace(self, attributes=self.attributes | {code})
        if code in OFF.values():
            left = frozenset(mark for mark in self.attributes if OFF[mark] != code)
            return replace(self, attributes=left)
        return self._coloured(code, "" if code in ("39", "49") else code)

    def _coloured(self, code: str, colour: str) -> Pen:
        if code[:-1] in ("3", "9"):
            return replace(self, fore=colour)
        return replace(self, back=colour) if code[:-1] in ("4", "10") else self


class Styles:
    """Pens by number, so that cells hold small integers; number 0 is the terminal's own style.

    `blank[number]` is the number of the pen as far as it shows on a blank cell.
    """

    def __init__(self) -> None:
        self.pens: list[Pen] = []
        self.blank: list[int] = []
        self._numbers: dict[Pen, int] = {}
        self._after: dict[tuple[int, str], int] = {}
        self._changes: dict[tuple[int, int], str] = {}
        self._number(Pen())

    def after(self, number: int, codes: str) -> int:
        """The style once the SGR `codes` have been received in style `number`."""
        known = self._after.get((number, codes))
        if known is None:
            known = self._after[number, codes] = self._number(self.pens[number].after(codes))
        return known

    def linked(self, number: int, link: str) -> int:
        """The style with this link in place of its own; "" takes the link away."""
        return self._number(replace(self.pens[number], link=link))

    def change(self, old: int, new: int) -> str:
        """The sequences that lead from one style to another, "" where they are the same."""
        known = self._changes.get((old, new))
        if known is None:
            known = self._changes[old, new] = transition(self.pens[old], self.pens[new])
        return known

    def _number(self, pen: Pen) -> int:
        number = self._numbers.get(pen)
        if number is None:
            number = self._numbers[pen] = len(self.pens)
            self.pens.append(pen)
            self.blank.append(number)
            self.blank[number] = self._number(pen.on_blank())
        return number


def transition(old: Pen, new: Pen) -> str:
    """The shortest sequences that turn `old` into `new`: only what differs, or a reset first."""
    link = "" if old.link == new.link else f"\x1b]8;;{new.link}\x1b\\"
    if (old.fore, old.back, old.attributes) == (new.fore, new.back, new.attributes):
        return link
    afresh = ";".join(_codes(Pen(), new))
    codes = min(";".join(_codes(old, new)), f"0;{afresh}" if afresh else "", key=len)
    return f"{link}\x1b[{codes}m"


def _codes(old: Pen, new: Pen) -> Iterator[str]:
    """The codes from `old` to `new` without a reset."""
    ended = {OFF[mark] for mark in old.attributes - new.attributes}
    yield from sorted(ended)
    yield from sorted(
        mark for mark in new.attributes if mark not in old.attributes or OFF[mark] in ended
    )
    if old.fore != new.fore:
        yield new.fore or "39"
    if old.back != new.back:
        yield new.back or "49"


def _colour(code: str, parameters: Iterator[str]) -> str:
    """The extended colour that `code` opens; a malformed one comes out as no colour."""
    kind = next(parameters, "")
    numbers = [next(parameters, "") for _ in range({"5": 1, "2": 3}.get(kind, 0))]
    return ";".join((code, kind, *numbers)) if numbers and all(numbers) else ""
