"""The agency that a dateline credits: `SKARHAVEN, Sept 14 (Norwire) - An explosion …`.

The form is that of Reuters, AP, AFP, dpa and Xinhua alike: a place in front, the agency in
parentheses, then a dash. It names the source; an attribution within the text does not.
"""

from __future__ import annotations

import re

_CREDIT = re.compile(
    r"[^\W\d_][^()\n]{1,70}\((?P<agency>[^\W\d_][\w.&'’ -]{1,30})\)\s*(?:-{1,2}|–|—)\s"
)


def credited_agency(lede: str) -> str | None:
    """The agency in the dateline that begins this paragraph, or None."""
    match = _CREDIT.match(lede.lstrip())
    if match is None or not _is_place(lede.lstrip().split("(", 1)[0]):
        return None
    agency = match["agency"].strip()
    words = agency.split()
    return agency if len(words) == 1 or all(word[0].isupper() for word in words) else None


def _is_place(front: str) -> bool:
    """Whether what stands before is a place and perhaps a day, not the beginning of a sentence."""
    words = [word for word in re.split(r"[\s,./-]+", front) if word]
    named = [word for word in words if word[0].isupper() or word[0].isdigit()]
    return bool(words) and len(words) <= 8 and len(named) >= len(words) - 1
