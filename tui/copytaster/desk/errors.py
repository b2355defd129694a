"""The one small tree of exceptions of the desk; expected failures are returned, not raised."""

from __future__ import annotations


class DeskError(Exception):
    """Something that the desk cannot go on with."""


class LedgerError(DeskError):
    """The ledger cannot be opened or written; the text says why in plain words."""
