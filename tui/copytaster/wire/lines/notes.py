"""Notes to editors: advisory lines, embargoes, and what a desk tells other desks.

"(Adds quotes, updates toll in paragraph 4)", "Editors: please kill …", "EMBARGOED UNTIL 1800 GMT".
They are kept and shown apart, for they are no part of the story.
"""

from __future__ import annotations

import re

from copytaster.wire.shapes import Shape

_ADVISORY = re.compile(
    r"\((adds?|updates?|corrects?|recasts?|refiles?|writes? through|edits?|new throughout|removes|"
    r"clarifies|fixes|drops|amends|with )\b.{3,400}\)\Z",
    re.IGNORECASE,
)
_TO_EDITORS = re.compile(
    r"(?:(?:attention,? )?(?:news )?editors?:|eds:|notes? to (?:news )?editors\b|attention editors|"
    r"editor's notes?:|hinweis an die redaktion|achtung redaktion|avis aux (?:rédactions|abonnés)|"
    r"embargo(?:ed)?\b.{0,30}\b(?:until|till|to|for|bis|jusqu)|sperrfrist\b|not for publication|"
    r"nicht zur veröffentlichung|strictly embargoed|(?:media|press) contacts?:|contact: )"
)


def is_note(text: str, shape: Shape) -> bool:
    """Whether the paragraph speaks to editors and not to readers."""
    return bool(advisory_in(text) or _TO_EDITORS.match(shape.key))


def advisory_in(text: str) -> str | None:
    """What an advisory line says was changed, without its brackets; None for other lines."""
    return text[1:-1].strip() if text[:1] == "(" and _ADVISORY.match(text) else None
