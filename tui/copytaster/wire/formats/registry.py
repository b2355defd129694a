"""The formats in the order of detection: the first that knows a file reads it."""

from __future__ import annotations

from typing import Final

from copytaster.wire.formats import (
    anpa,
    iptc7901,
    json_array,
    json_feed,
    json_lines,
    newsml12,
    newsmlg2,
    ninjs,
    nitf,
    other_json,
    plain,
)
from copytaster.wire.formats.format import Format
from copytaster.wire.incoming import Incoming

PLAIN: Final = plain.FORMAT
FORMATS: Final[tuple[Format, ...]] = (
    iptc7901.FORMAT,
    anpa.FORMAT,
    nitf.FORMAT,
    newsml12.FORMAT,
    newsmlg2.FORMAT,
    json_feed.FORMAT,
    ninjs.FORMAT,
    json_lines.FORMAT,
    json_array.FORMAT,
    other_json.FORMAT,
    PLAIN,
)


def format_of(incoming: Incoming) -> Format:
    """The format of a file; plain text where no other knows it."""
    return next(form for form in FORMATS if form.sniff(incoming))
