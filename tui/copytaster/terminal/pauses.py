"""Garbage collection, kept out of the way of keys.

A full collection of what Textual imports takes 30 ms, and it came in the middle of a key: with it
off during the start, then all that lives for good frozen and the thresholds raised, the 99th
percentile of a key at 100,000 rows went from 91 to 32 ms (design/terminal.md).
"""

from __future__ import annotations

import gc
import sys

THRESHOLDS = (50_000, 20, 100)
SWITCH_SECONDS = 0.0005


def hold() -> None:
    """Collect nothing while the program starts."""
    gc.disable()


def settle() -> None:
    """The program stands: take what is there for permanent, and collect rarely from now on.

    Threads give way ten times sooner than by default, which costs nothing measurable.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(*THRESHOLDS)
    gc.enable()
    sys.setswitchinterval(SWITCH_SECONDS)


def let_go() -> None:
    """The program is over, or did not come to stand: collect as usual."""
    gc.enable()
