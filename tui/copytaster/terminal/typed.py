"""What is typed at the terminal, read in a thread, until the terminal is gone."""

from __future__ import annotations

import os
import selectors
from codecs import getincrementaldecoder
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from threading import Event

TICK: Final = 0.1
"""Seconds after which an unfinished sequence is looked at again, and whether to stop."""


def typed(descriptor: int, stopped: Event) -> Iterator[str]:
    """The text that comes in, piece by piece; "" for every `TICK` without any.

    It ends when `stopped` is set, or at the end of the input, where Textual's own loop spins.
    Bytes that are no UTF-8 come as �.
    """
    decode = getincrementaldecoder("utf-8")("replace").decode
    with selectors.SelectSelector() as selector:
        selector.register(descriptor, selectors.EVENT_READ)
        while not stopped.is_set():
            data = _read(descriptor) if selector.select(TICK) else None
            if data == b"":
                return
            yield decode(data) if data else ""


def _read(descriptor: int) -> bytes | None:
    try:
        return os.read(descriptor, 4096)
    except BlockingIOError:
        return None
    except OSError:
        return b""
