"""“Did you mean …?”, for a name that is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def suggestion(name: str, known: Iterable[str]) -> str:
    """“; did you mean “unread”?”, or nothing where no known name is near."""
    from rapidfuzz import process

    near = process.extractOne(name, list(known), score_cutoff=60)
    return f"; did you mean “{near[0]}”?" if near else ""
