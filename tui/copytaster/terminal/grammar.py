"""What may be written to the terminal: the program's own sequences, painting, and printable text.

`OWN` are the sequences that a Textual program writes by itself, one or more to a write: modes,
queries, the title, the clipboard, the bell. `PAINT` is what the driver draws with. Anything else in
the output came from somewhere else, and `foreign` finds it.
"""

from __future__ import annotations

import re
from typing import Final

SYNC_START: Final = "\x1b[?2026h"
SYNC_END: Final = "\x1b[?2026l"

_PRINTABLE = "[^\x00-\x1f\x7f-\x9f\ud800-\udfff]"
_END = "(?:\x07|\x1b\\\\)"
_MODES = "7|25|100[0-7]|101[56]|1049|200[4]|20(?:26|27|31|48)"

_OWN = "|".join(
    (
        rf"\x1b\[\?(?:{_MODES})[hl]",
        r"\x1b\[\?20(?:26|27|31|48)\$p",
        r"\x1b\[[>=]\d{1,3}u|\x1b\[<u",
        r"\x1b\[[0-6] q",
        r"\x1b\[2[23];[012]t",
        rf"\x1b\]52;[cp]?;[A-Za-z0-9+/=]*{_END}",
        rf"\x1b\]22;[a-z-]*{_END}",
        rf"\x1b\][02];{_PRINTABLE}*{_END}",
        rf"\x1b\]1[01];\?{_END}",
        r"\x07",
    )
)
LINK: Final = r"(?:https?://|mailto:)[!-~]{1,2000}"
"""The links that may be made clickable: printable ASCII, and never a file or a command."""

_PAINT = "|".join(
    (
        r"\x1b\[\d*(?:;\d+)?H",
        r"\x1b\[[\d;]*m",
        r"\x1b\[\d*[CKX]",
        r"\r\n",
        rf"\x1b\]8;;(?:{LINK})?\x1b\\",
        rf"{_PRINTABLE}++",
    )
)

OWN: Final = re.compile(f"(?:{_OWN})+")
PAINT: Final = re.compile(f"(?:{_PAINT})*")
_OURS: Final = re.compile(f"(?:{_OWN}|{_PAINT})+")


def foreign(output: str) -> list[str]:
    """The pieces of what was written that are neither a sequence of ours nor printable text."""
    pieces: list[str] = []
    position = 0
    while position < len(output):
        ours = _OURS.match(output, position)
        if ours:
            position = ours.end()
        else:
            pieces.append(output[position : position + 20])
            position += 1
    return pieces
