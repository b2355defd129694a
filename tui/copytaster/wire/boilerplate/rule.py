"""What a boilerplate rule is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from copytaster.wire.article import Role


class Reach(StrEnum):
    """What a matching line says about the lines after it."""

    LINE = "line"
    """Nothing: it folds itself alone."""
    LIST = "list"
    """It heads a list of links to other stories."""
    FORM = "form"
    """It opens a prompt of a few lines: a newsletter, a subscription, an app."""
    TEASER = "teaser"
    """It ends a teaser, and the teaser's headline and date stand above it."""
    PANEL = "panel"
    """It opens a panel that a rule of the same name with Reach.END closes."""
    END = "end"
    """It closes the panel of the rule of its name."""


def phrases_of(*languages: str) -> tuple[str, ...]:
    """The phrases of several languages, each given as `one|another`."""
    return tuple("|".join(languages).split("|"))


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of line that is not the article.

    `phrases` are whole lines, `patterns` regular expressions for whole lines; both are compared
    with a line's key (`shapes.key_of`: folded case, straight quotes, single spaces, no decoration
    at the ends). Groups in patterns do not capture. `holds` are words of a key that say it
    wherever they stand, `ends` where they end it. `glued` are expressions for labels that outlets
    run into a headline ("RelatedHarbour reopens"); they are compared with the line itself.

    `longest` is the length in characters beyond which a line is no match. `reason` is what the
    reader shows of a folded line; "{line}" stands for the line. `closing` says that such a line,
    once the story is over, is followed by nothing of it.
    """

    name: str
    reason: str
    role: Role = Role.FURNITURE
    reach: Reach = Reach.LINE
    phrases: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    glued: tuple[str, ...] = ()
    longest: int = 200
    closing: bool = False
