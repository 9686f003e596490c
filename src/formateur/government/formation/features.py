"""What speaks for a coalition and against it, as numbers.

Every name of `FEATURES` is one column. Those of `FIXED` do not depend on the seats that were won,
so that over many draws they are worked out once; the others are worked out here for one house, and
in `kernel` for many.

The left-right positions are those of experts, from 0 to 10. Seats are shares of the house.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from formateur.government.formation.coalition_sets import mask_of, membership, sum_over_pairs
from formateur.government.formation.record import PSEUDO_YEARS, Record
from formateur.government.formation.scene import Scene

FIXED = (
    "further_members",
    "single",
    "single_tradition",
    "range",
    "never_in_office",
    "outgoing_again",
    "familiarity",
    "familiar_pairs",
    "years_as_head",
    "extreme",
    "outgoing_head",
)
"""Features that the seats do not change."""

SEATED = (
    "minority",
    "short",
    "minimal",
    "surplus",
    "minority_members",
    "minority_tradition",
    "surplus_tradition",
    "side_short",
    "left_between",
    "gain",
    "log_share",
    "lead",
    "head_gain",
    "head_largest",
)
"""Features that hang on the seats."""

FEATURES = (*FIXED, *SEATED)

USUAL = {"minority": 0.3, "surplus": 0.2, "single": 0.25, "together": 0.25}
"""What a country without a record is taken to do: shares of the years in office."""

CENTRE, FAR = 5.0, 2.5
"""A position counts as extreme as far as it lies more than `FAR` from the `CENTRE`."""

YEARS_WITHOUT_OFFICE = 3.0
"""Years in the house (faded) without office from which a party counts as never in office."""

SMALL_SHARE = 0.1
"""The share of seats whose logarithm is the zero of ``log_share``."""

Columns = Mapping[str, NDArray[np.float64]]


def tradition(years: float, record: Record, kind: str) -> float:
    """Return how much more than usual a kind of cabinet has governed, on the logit."""
    usual = USUAL[kind]
    return _logit((years + PSEUDO_YEARS * usual) / (record.years + PSEUDO_YEARS)) - _logit(usual)


def familiarity(record: Record) -> NDArray[np.float64]:
    """Return how much more than usual pairs have governed together, logit, (players, players)."""
    usual = USUAL["together"]
    share = (record.together + PSEUDO_YEARS * usual) / (record.apart + PSEUDO_YEARS)
    logit = np.log(share / (1 - share)) - _logit(usual)
    return np.where(np.eye(len(share), dtype=bool), 0.0, logit)


def fixed_features(scene: Scene) -> Columns:
    """Return the features of `FIXED`, each float64, shape (2^players,)."""
    inside = membership(len(scene.players))
    members = inside.astype(np.float64)
    count = members.sum(axis=1)
    record = scene.record
    pairs = sum_over_pairs(familiarity(record))
    never = (record.in_office <= 0) & (record.in_house > YEARS_WITHOUT_OFFICE)
    far = np.maximum(np.abs(scene.position - CENTRE) - FAR, 0)
    single = (count == 1).astype(np.float64)
    again = np.zeros(len(inside))
    if scene.outgoing_complete:
        again[mask_of(scene.outgoing)] = 1.0
    low, high = extent(scene)
    return {
        "further_members": count - 1,
        "single": single,
        "single_tradition": single * tradition(record.single, record, "single"),
        "range": (high - low) / 10,
        "never_in_office": members @ never,
        "outgoing_again": again,
        "familiarity": pairs / np.maximum(count * (count - 1) / 2, 1),
        "familiar_pairs": pairs,
        "years_as_head": members @ (record.as_head / (record.years + PSEUDO_YEARS)),
        "extreme": members @ far,
        "outgoing_head": members @ scene.outgoing_head,
    }


def seated_features(scene: Scene, seats: NDArray[np.int64], house: int) -> Columns:
    """Return the features of `SEATED` for one house, each float64, shape (2^players,).

    Parameters
    ----------
    seats
        Seats of the players, shape (players,).
    house
        Seats of the house, no fewer than those of the players.
    """
    inside = membership(len(scene.players))
    members = inside.astype(np.float64)
    held = inside @ seats
    least = np.where(inside, seats, house).min(axis=1)
    share = held / house
    minority = (2 * held <= house).astype(np.float64)
    minimal = (minority == 0) & (2 * (held - least) <= house)
    record, count = scene.record, members.sum(axis=1)
    oversized = (minority == 0) & ~minimal & (count > 1)
    own = players_terms(scene, seats / house)
    return {
        "minority": minority,
        "short": minority * np.maximum(0.5 - share, 0),
        "minimal": minimal.astype(np.float64),
        "surplus": (1 - minority) * (share - 0.5),
        "minority_members": minority * (count - 1),
        "minority_tradition": minority * tradition(record.minority, record, "minority"),
        "surplus_tradition": oversized * tradition(record.surplus, record, "surplus"),
        "side_short": minority * np.maximum(0.5 - own_side(scene, seats / house), 0),
        "left_between": between(scene, seats > 0),
        **{name: members @ value for name, value in own.items()},
    }


def players_terms(scene: Scene, share: NDArray[np.float64]) -> Columns:
    """Return what each player adds to the features that are sums over members, (players,).

    Parameters
    ----------
    share
        Share of the seats, shape (players,).
    """
    largest = share == share.max()
    second = np.sort(share)[-2] if len(share) > 1 else 0.0
    gain = share - scene.share_before if scene.known_before else np.zeros(len(share))
    return {
        "gain": gain,
        "log_share": np.log(np.maximum(share, 1e-9) / SMALL_SHARE),
        "lead": largest * (share.max() - second) * 10,
        "head_gain": scene.outgoing_head * np.minimum(gain, 0) * 10,
        "head_largest": (scene.outgoing_head & largest).astype(np.float64),
    }


def extent(scene: Scene) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the leftmost and the rightmost position in every coalition, (2^players,)."""
    inside = membership(len(scene.players))
    low = np.where(inside, scene.position, np.inf).min(axis=1)
    high = np.where(inside, scene.position, -np.inf).max(axis=1)
    low[0] = high[0] = 0.0  # nobody
    return low, high


def own_side(scene: Scene, share: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the seats on the side of a coalition, shares, (2^players,).

    Those of every player up to its rightmost member when it stands left of the centre, and up to
    its leftmost one when it stands right of it: who would rather see it govern than the others.
    """
    inside = membership(len(scene.players)).astype(np.float64)
    low, high = extent(scene)
    held = np.maximum(inside @ share, 1e-12)
    left = (inside @ (share * scene.position)) / held < CENTRE
    up_to = (scene.position[None, :] <= high[:, None]) @ share
    down_to = (scene.position[None, :] >= low[:, None]) @ share
    side: NDArray[np.float64] = np.where(left, up_to, down_to)
    return side


def between(scene: Scene, present: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Count the players with seats that stand within a coalition's range but outside it."""
    inside = membership(len(scene.players))
    low, high = extent(scene)
    within = (scene.position > low[:, None]) & (scene.position < high[:, None])
    counted: NDArray[np.float64] = (within & ~inside & present).sum(axis=1).astype(np.float64)
    return counted


def feature_matrix(scene: Scene, seats: NDArray[np.int64], house: int) -> NDArray[np.float64]:
    """Return all features of all coalitions but nobody, shape (2^players - 1, features)."""
    columns = {**fixed_features(scene), **seated_features(scene, seats, house)}
    return np.column_stack([columns[name] for name in FEATURES])[1:]


def _logit(share: float) -> float:
    return float(np.log(share / (1 - share)))
