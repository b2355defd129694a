"""Whether two figures are told of different times, and so are no contradiction."""

from __future__ import annotations

from collections.abc import Iterable

from copytaster.stories.comparing.facts import Facts
from copytaster.stories.comparing.figures import Figure
from copytaster.stories.comparing.moments import Moment, Precision


def told_of_other_times(
    ours: Facts, a: Figure, theirs: Facts, b: Figure, precisions: Iterable[Precision]
) -> bool:
    """Whether beside two figures two moments of one kind stand that are not the same."""
    for precision in precisions:
        mine, other = _nearest(ours, a, precision), _nearest(theirs, b, precision)
        if mine and other and not mine.agrees(other):
            return True
    return False


def _nearest(facts: Facts, figure: Figure, precision: Precision) -> Moment | None:
    """The moment of a kind that stands nearest to a figure of its sentence."""
    moments = (one for one in facts.moments if one.precision is precision)
    return min(moments, key=lambda one: _between(one, figure), default=None)


def _between(moment: Moment, figure: Figure) -> int:
    """How many characters lie between the two."""
    return max(moment.start - figure.end, figure.start - moment.end)
