"""The formation model over many simulated houses: the chances of every draw, averaged.

The chances are never worked out at the mean of the seats: with a majority at stake the mean is a
house that hardly ever comes. What the seats do not change is worked out once; the rest is the same
as in `features`, in a loop over draws and over the coalitions of the players with seats.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from formateur.government.formation.coalition_sets import membership
from formateur.government.formation.failure import MOST_BEYOND
from formateur.government.formation.features import (
    FIXED,
    SEATED,
    SMALL_SHARE,
    extent,
    fixed_features,
    tradition,
)
from formateur.government.formation.head import fixed_head_features
from formateur.government.formation.kernel import Out, all_draws
from formateur.government.formation.model import FormationModel
from formateur.government.formation.scene import Scene
from formateur.government.formation.words import AGAINST, EFFECTS, Spoken

GOLDEN = 0.6180339887498949
"""Multiples of it, less their whole part, fill 0 to 1 evenly; they decide which cabinet is drawn,
by reservoir sampling (Chao, A general purpose unequal probability sampling plan, Biometrika 1982).
"""


class Ground(NamedTuple):
    """What the seats do not change, as the loop reads it; arrays over masks or players.

    Attributes
    ----------
    fixed
        Utility of the features that the seats do not change, and of words on parties.
    within
        Mask of the players that stand within the range of a coalition but outside it.
    low, high
        Rank of its leftmost and rightmost position.
    bits
        How many players are in a mask.
    rank
        Rank of every player's position from the left.
    praise
        What of `fixed` words for a coalition add, which does not make a house more open; empty
        when nothing was said.
    heads
        Utility of each player as head, but for the seats, shape (players,).
    heads_said
        Words on heads, shape (players, masks); no rows when there are none.
    """

    fixed: NDArray[np.float64]
    within: NDArray[np.int32]
    low: NDArray[np.int32]
    high: NDArray[np.int32]
    bits: NDArray[np.int32]
    rank: NDArray[np.int64]
    position: NDArray[np.float64]
    share_before: NDArray[np.float64]
    outgoing_head: NDArray[np.float64]
    praise: NDArray[np.float64]
    heads: NDArray[np.float64]
    heads_said: NDArray[np.float64]


class Weights(NamedTuple):
    """Coefficients of what the seats change, in the order of `SEATED`, and of heads."""

    minority: float
    short: float
    minimal: float
    surplus: float
    minority_members: float
    oversized: float
    side_short: float
    between: float
    gain: float
    log_share: float
    lead: float
    head_gain: float
    head_largest: float
    head_share: float
    head_member: float
    head_median: float
    surprise: float
    small_share: float
    failure_odds: float
    usual: float
    slope: float
    most_beyond: float


@dataclass(frozen=True, slots=True, eq=False)
class Averaged:
    """Chances over all draws.

    Attributes
    ----------
    joint
        Of every coalition under every head, float64, shape (2^players, players); together with
        the mean of `fails` they sum to 1.
    heads
        Of every head in every draw, if a government forms, float64, shape (draws, players).
    cabinets
        Mask of a coalition under every head in every draw, drawn by its chance if that head
        governs, int32, shape (draws, players); 0 under heads without a chance.
    minority
        Of a cabinet without a majority, if one forms.
    openness
        In every draw, the logarithm of the sum over coalitions of how good each is, less what was
        said against it: the lower, the harder it is to form one, shape (draws,).
    fails
        Chance of no government before the next election in every draw, shape (draws,).
    """

    joint: NDArray[np.float64]
    heads: NDArray[np.float64]
    cabinets: NDArray[np.int32]
    minority: float
    openness: NDArray[np.float64]
    fails: NDArray[np.float64]

    @property
    def coalitions(self) -> NDArray[np.float64]:
        """Of every coalition, shape (2^players,)."""
        summed: NDArray[np.float64] = self.joint.sum(axis=1)
        return summed


def average_over_draws(
    model: FormationModel,
    scene: Scene,
    seats: NDArray[np.int64],
    house: NDArray[np.int64],
    said: Spoken | None = None,
    *,
    base_rate: float = 0.0,
) -> Averaged:
    """Work out the chances of all coalitions and heads in every draw, and average them.

    Parameters
    ----------
    seats
        Of the players, int64, shape (draws, players); every draw has one with seats.
    house
        Seats of the house, shape (draws,).
    said
        What was said.
    base_rate
        Share of houses that bring no government; 0 when one is known to have formed.
    """
    draws, players = seats.shape
    out = Out(
        np.zeros((1 << players, players)),
        np.zeros((draws, players)),
        np.zeros((draws, players), np.int32),
        np.outer(np.arange(1, draws + 1) * GOLDEN % 1, np.ones(players)),
        *np.zeros((3, draws)),
    )
    all_draws(
        np.ascontiguousarray(seats, dtype=np.int64),
        np.ascontiguousarray(np.broadcast_to(house, draws), dtype=np.int64),
        ground_of(model, scene, said),
        weights_of(model, scene, base_rate),
        out,
    )
    return Averaged(
        out.joint / draws,
        out.heads,
        out.cabinets,
        float(out.minority.mean()),
        out.openness,
        out.fails,
    )


def ground_of(model: FormationModel, scene: Scene, said: Spoken | None) -> Ground:
    """Work out what the seats do not change."""
    players = len(scene.players)
    columns = fixed_features(scene)
    utility = np.zeros(1 << players)
    for name, weight in zip(FIXED, model.coalition, strict=False):  # those of the seats follow
        utility += weight * columns[name]
    heads_said, praise = np.zeros((0, 0)), np.zeros(0)
    if said is not None:
        spoken_for = np.array([name not in AGAINST for name in EFFECTS])
        praise = said.coalitions[:, spoken_for] @ model.words[spoken_for]
        utility += said.coalitions @ model.words
        if said.heads.any():
            heads_said = np.ascontiguousarray(said.heads @ model.words)
    inside = membership(players)
    low, high = extent(scene)
    places, rank = np.unique(scene.position, return_inverse=True)
    between = (scene.position > low[:, None]) & (scene.position < high[:, None]) & ~inside
    return Ground(
        utility,
        (between.astype(np.int64) << np.arange(players)).sum(axis=1).astype(np.int32),
        np.searchsorted(places, low).astype(np.int32),
        np.searchsorted(places, high).astype(np.int32),
        inside.sum(axis=1).astype(np.int32),
        rank.astype(np.int64),
        scene.position,
        scene.share_before if scene.known_before else np.full(players, np.nan),
        scene.outgoing_head.astype(np.float64),
        np.ascontiguousarray(praise),
        fixed_head_features(scene) @ model.head[3:],
        heads_said,
    )


def weights_of(model: FormationModel, scene: Scene, base_rate: float) -> Weights:
    """Return the coefficients of what the seats change in this country."""
    own = dict(zip(SEATED, model.coalition[len(FIXED) :].tolist(), strict=True))
    record = scene.record
    return Weights(
        minority=own["minority"]
        + own["minority_tradition"] * tradition(record.minority, record, "minority"),
        short=own["short"],
        minimal=own["minimal"],
        surplus=own["surplus"],
        minority_members=own["minority_members"],
        oversized=own["surplus_tradition"] * tradition(record.surplus, record, "surplus"),
        side_short=own["side_short"],
        between=own["left_between"],
        gain=own["gain"],
        log_share=own["log_share"],
        lead=own["lead"],
        head_gain=own["head_gain"],
        head_largest=own["head_largest"],
        head_share=float(model.head[0]),
        head_member=float(model.head[1]),
        head_median=float(model.head[2]),
        surprise=model.surprise,
        small_share=SMALL_SHARE,
        failure_odds=base_rate / (1 - base_rate),
        usual=model.deadlock.usual,
        slope=model.deadlock.slope,
        most_beyond=MOST_BEYOND,
    )
