"""The few articles that may be related to one, with their scores."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from copytaster.stories.index.agreement import agreed
from copytaster.stories.index.calibrate import calibrated, uncrowded
from copytaster.stories.index.index import Index
from copytaster.stories.index.outlook import Outlook
from copytaster.stories.index.surroundings import Surroundings
from copytaster.stories.index.vectors import Vectors

SHORTLIST = 30
LOOK_ALIKE = 0.25
_MOST_LOOK_ALIKES = 10
_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Candidate:
    """One article of a shortlist: its score, 0 to 1, and its cosine, whatever the days between."""

    key: str
    score: float
    cosine: float


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for: a vector, its day (0 for none), and its row where it is in the index."""

    vector: Vectors
    day: int
    row: int | None = None


def shortlist(
    query: Query,
    index: Index,
    around: Surroundings,
    also: Collection[int] = (),
    *,
    hasty: bool = False,
) -> list[Candidate]:
    """At least 30 candidates (where there are as many), best first, ties by key.

    Rows in `also` are among them whatever their score. In haste the crowd around an article that
    was never measured is taken to be that around the query. Scores are rounded to four digits, so
    that the order of arrival cannot be seen in the last ones.
    """
    cosines = index.cosines(query.vector)
    if query.row is not None:
        cosines[query.row] = -1.0
    near = index.nearby(cosines, query.day)
    outlook = Outlook.of(near, index.keys)
    if query.row is not None:
        around.note(index, query.row, outlook, near)
    rows = _rows(outlook, cosines, also, index)
    if not hasty:
        around.measure(index, rows)
    theirs = np.where(around.measured(rows), around.crowding[rows], outlook.crowding)
    crowdings = np.append(outlook.crowding, theirs).astype(np.float32)
    among = uncrowded(index.among(query.vector, query.day, rows), crowdings)
    scores = calibrated(agreed(among)[1:])
    found = (
        Candidate(index.keys[row], round(score, _DIGITS), cosine)
        for row, score, cosine in zip(
            rows.tolist(), scores.tolist(), cosines[rows].tolist(), strict=True
        )
    )
    return sorted(found, key=lambda candidate: (-candidate.score, candidate.key))


def _rows(
    outlook: Outlook, cosines: NDArray[np.float32], also: Collection[int], index: Index
) -> NDArray[np.int64]:
    """The rows of a shortlist, the best of the outlook first, then the others by key."""
    best = outlook.rows[:SHORTLIST]
    others = set(_look_alikes(cosines, index.keys)).union(also).difference(best.tolist())
    ordered = sorted(others, key=lambda row: index.keys[row])
    return np.concatenate([best, np.array(ordered, np.int64)])


def _look_alikes(cosines: NDArray[np.float32], keys: Sequence[str]) -> list[int]:
    """The rows of what may be the same text of whatever day: a copy is not bound to its week.

    Of a thousand equal ones ten are taken, by key: all have to be read (1.9 s of 1,357).
    """
    rows = np.flatnonzero(cosines >= LOOK_ALIKE)
    if len(rows) > _MOST_LOOK_ALIKES:
        least = np.partition(cosines[rows], -_MOST_LOOK_ALIKES)[-_MOST_LOOK_ALIKES]
        rows = rows[cosines[rows] >= least]
    alike = sorted(rows.tolist(), key=lambda row: (-cosines[row], keys[row]))
    return alike[:_MOST_LOOK_ALIKES]
