"""The formats in the order of detection: the first that knows a file reads it."""

from __future__ import annotations

from typing import Final

from copytaster.wire.formats import newsml12, newsmlg2, nitf, plain
from copytaster.wire.formats.format import Format
from copytaster.wire.incoming import Incoming

PLAIN: Final = plain.FORMAT
FORMATS: Final[tuple[Format, ...]] = (
    nitf.FORMAT,
    newsml12.FORMAT,
    newsmlg2.FORMAT,
    PLAIN,
)


def format_of(incoming: Incoming) -> Format:
    """The format of a file; plain text where no other knows it."""
    return next(form for form in FORMATS if form.sniff(incoming))
