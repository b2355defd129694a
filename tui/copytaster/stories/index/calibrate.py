"""From raw scores to a score from 0 to 1 that means the same for every query.

The raw score less half the crowding of both articles is put through a logistic curve, so that 0.5
is where an article begins to tell the same story. The middle lies where one threshold gives the
best F1 on roundups and events (raw .17 to .18); where no article is dated, as in rumours, stories
begin lower, so that what is called the same story there is surer than it need be.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

CROWDING_SHARE = 0.5
MIDDLE = 0.18
WIDTH = 0.05


def uncrowded(scores: NDArray[np.float32], crowdings: NDArray[np.float32]) -> NDArray[np.float32]:
    """The scores (n, n) of all pairs of a few less half the crowding (n,) of both."""
    less = np.float32(CROWDING_SHARE) * (crowdings[:, None] + crowdings)
    return np.asarray(scores - less, np.float32)


def calibrated(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """The likelihood (n,) of the same story, 0 to 1."""
    likelihood = 1.0 / (1.0 + np.exp((MIDDLE - scores) / WIDTH))
    return np.asarray(likelihood, np.float32)
