"""How fast opinion moves: a random walk whose variance grows as the vote nears."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from formateur.votes.state_space.learned import Motion

CAMPAIGN_DAYS = 50.0
"""The campaign's own movement dies away with this number of days before the vote."""

CALM = 0.00025
"""Variance a day far from the vote, on the log of a list of 20 percent, before scaling."""

CAMPAIGN = 0.052
"""Variance that the campaign adds in all, on the same log, before scaling."""


def walked(
    days_before: NDArray[np.float64], until: NDArray[np.float64], motion: Motion
) -> NDArray[np.float64]:
    """Variance that opinion gathers between two days, on the log of a list of 20 percent.

    Parameters
    ----------
    days_before, until
        Days to the vote at the beginning and at the end; `until` is the smaller one.
    """
    calm = CALM * (days_before - until)
    near = np.exp(-until / CAMPAIGN_DAYS) - np.exp(-days_before / CAMPAIGN_DAYS)
    return np.asarray(motion.pace * (calm + motion.rush * CAMPAIGN * near))
