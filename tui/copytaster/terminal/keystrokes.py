"""What is typed, as messages, whatever it is.

Textual's parser fails on some sequences that no keyboard sends but a broken line or a paste may
(`ESC [ : 2 ~`), and the thread that reads keys, and with it the program, would end. And it loses an
Esc that comes in one piece with the key behind it, as it does over a slow line: `Esc :` would be
`^ :`, or `:` alone. Here that is `alt+colon`, with `:` as its character; who has no use for that
key takes it for the two that it may have been.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from textual._xterm_parser import XTermParser
from textual.events import Key

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from textual.message import Message

ESCAPE: Final = "escape"
_SPLIT: Final = re.compile(
    r"(?P<paste>\x1b\[200~)"
    r"|(?P<string>\x1b(?:\]\d|P[\d>!])[^\x07\x1b]*(?:\x07|\x1b\\))"
    r"|\x1b(?!\[|O|\]\d|P[\d>!])(?P<key>[^\x1b\t\x7f])"
    r"|(?P<escape>\x1b(?=\x1b))"
)
_PASTED: Final = re.compile(r"\x1b\[201~")
_BEGUN: Final = re.compile(r"\x1b+[\]P]?\Z")
_PASTED_BEGUN: Final = re.compile(r"\x1b(?:\[(?:2(?:01?)?)?)?\Z")


class Keystrokes:
    """Turns text from the terminal into keys, mouse moves and answers."""

    def __init__(self, debug: bool = False) -> None:
        self._debug = debug
        self._parser = XTermParser(debug)
        self._begun = ""
        self._pasting = False

    def messages(self, text: str) -> list[Message]:
        """The messages that a piece of text completes; "" says that nothing came for a while.

        What cannot be understood is dropped with the piece that it came in.
        """
        found: list[Message] = []
        try:
            found.extend(self._parser.tick())
            found.extend(self._understood(text))
        except Exception:  # noqa: BLE001 - a parser that is not ours, on input from anywhere
            self._begin_anew()
        return found

    def _begin_anew(self) -> None:
        self._parser = XTermParser(self._debug)
        self._begun, self._pasting = "", False

    def _understood(self, text: str) -> Iterator[Message]:
        whole, self._begun = self._begun + text, ""
        unfinished = _PASTED_BEGUN if self._pasting else _BEGUN
        if (text or self._pasting) and (begun := unfinished.search(whole)):
            whole, self._begun = whole[: begun.start()], begun[0]
        while not text and whole.startswith("\x1b"):
            yield Key(ESCAPE, "\x1b")
            whole = whole[1:]
        while whole:
            whole = yield from (self._pasted(whole) if self._pasting else self._first(whole))

    def _first(self, text: str) -> Generator[Message, None, str]:
        """The messages of the first part of a text, up to a key with Esc before it; the rest.

        As on any terminal, Esc ends a sequence that had begun.
        """
        found = _SPLIT.search(text)
        if found is None:
            yield from self._parser.feed(text)
            return ""
        ends_others = found.lastgroup in ("key", "escape")
        before = text[: found.start() if ends_others else found.end()]
        yield from self._parser.feed(before) if before else ()
        if ends_others:
            self._parser = XTermParser(self._debug)
        if found.lastgroup == "key":
            yield from self._with_alt(found["key"])
        elif found.lastgroup == "escape":
            yield Key(ESCAPE, "\x1b")
        self._pasting = found.lastgroup == "paste"
        return text[found.end() :]

    def _pasted(self, text: str) -> Generator[Message, None, str]:
        """A part of what is pasted, in which no Esc makes a key of what comes after; the rest."""
        found = _PASTED.search(text)
        end = found.start() if found else len(text)
        yield from self._parser.feed(inside) if (inside := text[:end].replace("\x1b", "")) else ()
        yield from self._parser.feed(found[0]) if found else ()
        self._pasting = found is None
        return text[found.end() :] if found else ""

    def _with_alt(self, character: str) -> Iterator[Key]:
        for key in self._parser._sequence_to_key_events(character, alt=True):  # noqa: SLF001
            name = key.key.removeprefix("alt+")
            yield Key(f"alt+{name}", character)
