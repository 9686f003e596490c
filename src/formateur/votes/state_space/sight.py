"""What the model saw of a campaign: enough to ask it more than where the lists stand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from formateur.votes.state_space.expectation import Expectation
from formateur.votes.state_space.learned import Motion
from formateur.votes.state_space.observations import Observations
from formateur.votes.state_space.tails import StandIn


@dataclass(frozen=True, slots=True, eq=False)
class Sight:
    """The polls as the filter read them, and the numbers of the campaign that fit them best.

    Attributes
    ----------
    seen
        The polls and the lists.
    readings
        What stands in for the readings and their tails.
    motion
        The pace and house effects that fit best.
    effects
        House effects as expected beforehand, shape (lists, houses).
    share
        Shares expected on the day of the vote, shape (lists,).
    vote
        Day of the vote, as an ordinal.
    """

    seen: Observations
    readings: StandIn
    motion: Motion
    effects: NDArray[np.float64]
    share: NDArray[np.float64]
    vote: int


def sight_of(
    seen: Observations, expected: Expectation, effects: NDArray[np.float64], vote: date
) -> Sight:
    """Keep of an estimate what events are looked at through.

    Parameters
    ----------
    effects
        House effects as expected beforehand, shape (lists, houses).
    """
    return Sight(
        seen=seen,
        readings=expected.level.readings,
        motion=expected.level.likely,
        effects=effects,
        share=expected.share[:-1],
        vote=vote.toordinal(),
    )
