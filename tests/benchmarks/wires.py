"""Made-up wires of a few forms, which differ in names and figures alone."""

from __future__ import annotations

import re
from random import Random

from copytaster.stories.index.document import Document

# A capital letter in brackets is a name, the same in all of an item; # is a figure.
FORMS = {
    "earnings": """[A] Holdings quarterly profit rises

[A] Holdings on Thursday reported third-quarter net income of $#.# million, or # cents a share,
compared with # cents a share a year earlier.

Revenue rose # percent to $# million. Analysts had expected earnings of # cents a share.

Shares of [A] Holdings rose # percent in premarket trading.""",
    "tables": """[A] CORP 3RD QTR NET

Shr # cts vs # cts

Net #,000 vs #,000

Revs #.# mln vs #.# mln

NOTE: [A] Corp said results include a gain of #,000 dlrs from the sale of assets.""",
    "fixing": """Crown fixed in [A]

The crown was fixed at #.# in [A], after #.# at the previous fixing. Dealers in [A] said trading was
quiet. The central bank did not intervene.""",
    "weather": """Weather forecast for [A]

[A]: Mostly cloudy with scattered showers. High #, low #. Winds from the north at # km/h.

Tomorrow sunny, high #. Chance of rain # percent.""",
    "result": """[A] #, [B] 0

[A] beat [B] #-0 on Saturday. [C] scored in the #th minute and [D] added a second after the break.

Attendance: #,480. [A] moved to third in the table with # points.

Coach [E] said his team deserved to win.""",
    "auction": """[A] treasury bill auction

The [A] treasury sold # million of #-month bills at an average yield of #.# percent, up from #.#
percent at the last auction. Bids totalled # million.""",
}
_SYLLABLES = ("bar", "dol", "fen", "gim", "hul", "jor", "kes", "lim", "mov", "nad", "pel", "rux")
_GAP = re.compile(r"\[[A-Z]\]|#")


def items_of(form: str, copies: int, day: int, days: int) -> list[Document]:
    """So many items of a form, spread over some days from `day`."""
    draw = Random(form)
    items = (_filled(FORMS[form], draw).split("\n\n", 1) for _ in range(copies))
    return [
        Document(f"{form}-{number}", title, text, day + draw.randrange(days))
        for number, (title, text) in enumerate(items)
    ]


def _filled(form: str, draw: Random) -> str:
    names = {gap: _name(draw) for gap in sorted(set(_GAP.findall(form)) - {"#"})}
    return _GAP.sub(lambda gap: names.get(gap[0]) or str(draw.randint(1, 900)), form)


def _name(draw: Random) -> str:
    return "".join(draw.choice(_SYLLABLES) for _ in range(3)).capitalize()
