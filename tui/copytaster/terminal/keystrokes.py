"""What is typed, as messages, whatever it is.

Textual's parser fails on some sequences that no keyboard sends but a broken line or a paste may
(`ESC [ : 2 ~`), and the thread that reads keys, and with it the program, would end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual._xterm_parser import XTermParser

if TYPE_CHECKING:
    from textual.message import Message


class Keystrokes:
    """Turns text from the terminal into keys, mouse moves and answers."""

    def __init__(self, debug: bool = False) -> None:
        self._debug = debug
        self._parser = XTermParser(debug)

    def messages(self, text: str) -> list[Message]:
        """The messages that a piece of text completes; "" says that nothing came for a while.

        What cannot be understood is dropped with the piece that it came in.
        """
        found: list[Message] = []
        try:
            found.extend(self._parser.feed(text) if text else ())
            found.extend(self._parser.tick())
        except Exception:  # noqa: BLE001 - a parser that is not ours, on input from anywhere
            self._parser = XTermParser(self._debug)
        return found
