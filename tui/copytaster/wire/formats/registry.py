"""The formats in the order of detection: the first that knows a file reads it."""

from __future__ import annotations

from typing import Final

from copytaster.wire.formats import (
    anpa,
    feeds,
    front_matter,
    html,
    iptc7901,
    json_array,
    json_feed,
    json_lines,
    mail,
    mbox,
    newsml12,
    newsmlg2,
    ninjs,
    nitf,
    other_json,
    other_xml,
    plain,
    wxr,
    zczc,
)
from copytaster.wire.formats.format import Format
from copytaster.wire.opening.incoming import Incoming

PLAIN: Final = plain.FORMAT
FORMATS: Final[tuple[Format, ...]] = (
    zczc.FORMAT,
    iptc7901.FORMAT,
    anpa.FORMAT,
    nitf.FORMAT,
    newsml12.FORMAT,
    newsmlg2.FORMAT,
    wxr.FORMAT,
    feeds.FORMAT,
    html.FORMAT,
    other_xml.FORMAT,
    json_feed.FORMAT,
    ninjs.FORMAT,
    json_lines.FORMAT,
    json_array.FORMAT,
    other_json.FORMAT,
    mbox.FORMAT,
    mail.FORMAT,
    front_matter.FORMAT,
    PLAIN,
)


def format_of(incoming: Incoming) -> Format:
    """The format of a file; plain text where no other knows it."""
    return next(form for form in FORMATS if form.sniff(incoming))
