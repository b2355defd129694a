"""The standard streams where they are not as they should be: closed, or on a disk that is full."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

_STREAMS = ("stdin", "stdout", "stderr")


def open_closed() -> None:
    """Have each stream that is closed lead nowhere, before a file of ours takes its number."""
    for number, name in enumerate(_STREAMS):
        if getattr(sys, name) is None:
            descriptor = os.open(os.devnull, os.O_RDWR)
            if descriptor != number:
                os.dup2(descriptor, number)
                os.close(descriptor)
            stream = open(number, "w" if number else "r", closefd=False)  # noqa: SIM115
            setattr(sys, name, stream)


def silence_stdout() -> None:
    """Let the interpreter's last flush go nowhere: whoever took our output takes no more."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
