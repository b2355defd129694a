"""What commands would need and is not there now: the reason that help and palette give."""

from __future__ import annotations

from copytaster.commands import Need
from copytaster.screens.reading.desk_screen import DeskScreen


def missing(screen: DeskScreen) -> frozenset[Need]:
    """What the article on show lacks."""
    row = screen.row
    there = {
        Need.ARTICLE: row is not None and not row.problem,
        Need.STORY: row is not None and row.story is not None,
        Need.RELATED: bool(screen.relatives),
        Need.PARAGRAPH: screen.reader.chosen is not None,
        Need.SEARCH: bool(screen.view.search),
        Need.MARK: screen.articles.has_anchor,
    }
    return frozenset(need for need, met in there.items() if not met)
