"""The name of a take in as few cells as a narrow row can spare.

The short forms are those that agencies' own slugs use: `2ND LD-WRITETHRU` is `2LD-WT` (AP),
`CORRECTED` is `CORR`, `UPDATE 3` is `UPD 3` (Reuters).
"""

from __future__ import annotations

import re

_SHORT = {
    "WRITETHRU": "WT",
    "LEAD": "LD",
    "UPDATE": "UPD",
    "WRAPUP": "WRAP",
    "ROUNDUP": "RND",
    "CORRECTED": "CORR",
    "WITHDRAWN": "WDRN",
    "EXCLUSIVE": "EXCL",
    "NEWSBREAK": "BREAK",
    "BULLETIN": "BLTN",
    "REPEAT": "RPT",
}
_WORD = re.compile("|".join(_SHORT))
_ORDINAL = re.compile(r"(\d+)(?:ST|ND|RD|TH) (?=LD)")


def short_take(take: str) -> str:
    """`2LD-WT` for `2ND LD-WRITETHRU`; a take that has no short form stays as it is."""
    return _ORDINAL.sub(r"\1", _WORD.sub(lambda found: _SHORT[found[0]], take))
