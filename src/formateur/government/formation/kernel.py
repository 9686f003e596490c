"""The loops of `over_draws`, compiled."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from formateur.law.kernel.compiled import compiled

if TYPE_CHECKING:
    from formateur.government.formation.over_draws import Ground, Weights

CENTRE = 5.0

SMALL = 12.0
"""Coalitions whose utility is so far below the highest get no account of words on heads."""

HOPELESS = 15.0
"""Half of a distance in utility beyond which a coalition has no chance at all."""

WORTH = 3e-4
"""Coalitions less likely than this in a draw are booked under their largest member as head."""


class Out(NamedTuple):
    """What the loop fills: sums of `joint` over draws, the others by draw.

    `joint` counts a draw by the chance that it brings a government; `heads` and `minority` hold
    given that it does. `cabinets` is one coalition drawn for every head in every draw, by `spare`,
    numbers from 0 to 1 that are used up.
    """

    joint: NDArray[np.float64]
    heads: NDArray[np.float64]
    cabinets: NDArray[np.int32]
    spare: NDArray[np.float64]
    minority: NDArray[np.float64]
    openness: NDArray[np.float64]
    fails: NDArray[np.float64]


class _House(NamedTuple):
    """One draw: the players with seats, from the first on, and sums over positions."""

    players: NDArray[np.int64]
    seats: NDArray[np.int64]
    own: NDArray[np.float64]
    up_to: NDArray[np.float64]
    down_to: NDArray[np.float64]
    present: int
    house: int
    median: int


class _Sums(NamedTuple):
    """Scratch, by coalition of the players with seats."""

    mask: NDArray[np.int32]
    held: NDArray[np.int32]
    least: NDArray[np.int32]
    most: NDArray[np.int32]
    largest: NDArray[np.int32]
    members: NDArray[np.int32]
    own: NDArray[np.float64]
    leaning: NDArray[np.float32]
    utility: NDArray[np.float64]


class _Draw(NamedTuple):
    """All that the loops of one draw read, and their scratch."""

    house: _House
    ground: Ground
    weights: Weights
    sums: _Sums
    into: NDArray[np.float64]


@compiled
def _house(seats: NDArray[np.int64], house: int, ground: Ground, weights: Weights) -> _House:
    players = np.flatnonzero(seats)
    held = seats[players]
    share = held / house
    order = np.sort(share)
    second = order[-2] if len(order) > 1 else 0.0
    own = np.zeros(len(players))
    up_to = np.zeros(len(seats))
    present = 0
    for k in range(len(players)):
        one = players[k]
        present |= 1 << one
        up_to[ground.rank[one]] += share[k]
        largest = 1.0 if share[k] == order[-1] else 0.0
        own[k] = weights.log_share * np.log(share[k] / weights.small_share)
        own[k] += weights.lead * largest * (order[-1] - second) * 10
        own[k] += weights.head_largest * largest * ground.outgoing_head[one]
        gain = share[k] - ground.share_before[one]
        if not np.isnan(gain):
            own[k] += weights.gain * gain
            own[k] += weights.head_gain * ground.outgoing_head[one] * min(gain, 0.0) * 10
    down_to = np.zeros(len(seats))
    total = up_to.sum()
    reached = 0.0
    for rank in range(len(seats)):
        down_to[rank] = total - reached
        reached += up_to[rank]
        up_to[rank] = reached
    return _House(players, held, own, up_to, down_to, present, house, _median(seats, ground.rank))


@compiled
def _median(seats: NDArray[np.int64], rank: NDArray[np.int64]) -> int:
    reached, total = 0, seats.sum()
    for place in range(len(seats)):
        for one in range(len(seats)):
            if rank[one] == place:
                reached += seats[one]
                if 2 * reached >= total:
                    return one
    return 0


@compiled
def _utilities(of: _Draw) -> float:
    """Fill the scratch; return the highest utility. Each coalition grows from a smaller one."""
    house, ground, weights, sums = of.house, of.ground, of.weights, of.sums
    best = -np.inf
    for k in range(len(house.players)):
        bit = 1 << k
        for without in range(bit):
            one = without | bit
            mask = sums.mask[without] | (1 << house.players[k])
            held = sums.held[without] + house.seats[k]
            sums.mask[one] = mask
            sums.held[one] = held
            sums.least[one] = min(sums.least[without], house.seats[k])
            larger = house.seats[k] > sums.most[without]
            sums.most[one] = house.seats[k] if larger else sums.most[without]
            sums.largest[one] = house.players[k] if larger else sums.largest[without]
            sums.members[one] = sums.members[without] + 1
            sums.own[one] = sums.own[without] + house.own[k]
            sums.leaning[one] = (
                sums.leaning[without] + house.seats[k] * ground.position[house.players[k]]
            )
            utility = ground.fixed[mask] + sums.own[one]
            utility += weights.between * ground.bits[ground.within[mask] & house.present]
            utility += _size(one, mask, house, of)
            sums.utility[one] = utility
            best = max(best, utility)
    return best


@compiled
def _size(one: int, mask: int, house: _House, of: _Draw) -> float:
    ground, weights, sums = of.ground, of.weights, of.sums
    held, count = sums.held[one], sums.members[one]
    share = held / house.house
    if 2 * held <= house.house:
        left = sums.leaning[one] < CENTRE * held
        side = house.up_to[ground.high[mask]] if left else house.down_to[ground.low[mask]]
        return float(
            weights.minority
            + weights.short * (0.5 - share)
            + weights.minority_members * (count - 1)
            + weights.side_short * max(0.5 - side, 0.0)
        )
    utility = weights.surplus * (share - 0.5)
    if 2 * (held - sums.least[one]) <= house.house:
        return float(utility + weights.minimal)
    return float(utility + (weights.oversized if count > 1 else 0.0))


@compiled
def _heads(one: int, of: _Draw) -> float:
    """Fill the chances of the members as head; return the logarithm of what words do to it."""
    house, ground, weights, sums, into = of.house, of.ground, of.weights, of.sums, of.into
    held, mask, most = sums.held[one], sums.mask[one], sums.most[one]
    top, said = -np.inf, ground.heads_said.shape[0] > 0
    for k in range(len(house.players)):
        if not one >> k & 1:
            continue
        player = house.players[k]
        into[k] = ground.heads[player] + weights.head_share * house.seats[k] / held
        into[k] += weights.head_member if house.seats[k] == most else 0.0
        into[k] += weights.head_median if player == house.median else 0.0
        top = max(top, into[k])
    plain, moved = 0.0, 0.0
    for k in range(len(house.players)):
        if not one >> k & 1:
            into[k] = 0.0
            continue
        into[k] = np.exp(into[k] - top)
        plain += into[k]
        if said:
            into[k] *= np.exp(ground.heads_said[house.players[k], mask])
        moved += into[k]
    for k in range(len(house.players)):
        into[k] /= moved
    return float(np.log(moved / plain))


@compiled
def _openness(size: int, best: float, of: _Draw) -> float:
    """Add what words do to heads; return how open the house is with nothing said in favour."""
    ground, sums = of.ground, of.sums
    total = 0.0
    for one in range(1, size):
        utility = sums.utility[one] - ground.praise[sums.mask[one]]
        if ground.heads_said.shape[0] > 0 and sums.utility[one] > best - SMALL:
            moved = _heads(one, of)
            sums.utility[one] += moved
            utility += min(moved, 0.0)
        if utility - best > -2 * HOPELESS:
            total += np.exp(utility - best)
    return float(best + np.log(total))


@compiled
def _failure(openness: float, weights: Weights) -> float:
    beyond = min(max(openness - weights.usual, -weights.most_beyond), weights.most_beyond)
    odds = weights.failure_odds * np.exp(-weights.slope * beyond)
    return float(odds / (1 + odds))


@compiled
def all_draws(
    seats: NDArray[np.int64],
    house: NDArray[np.int64],
    ground: Ground,
    weights: Weights,
    out: Out,
) -> None:
    """Fill `out` with the chances of every draw, given that a government forms."""
    masks = len(ground.fixed)
    sums = _Sums(
        np.zeros(masks, np.int32),
        np.zeros(masks, np.int32),
        np.full(masks, 1 << 30, np.int32),
        np.zeros(masks, np.int32),
        np.zeros(masks, np.int32),
        np.zeros(masks, np.int32),
        np.zeros(masks),
        np.zeros(masks, np.float32),
        np.zeros(masks),
    )
    into = np.zeros(seats.shape[1])
    for draw in range(len(seats)):
        drawn = _house(seats[draw], house[draw], ground, weights)
        of = _Draw(drawn, ground, weights, sums, into)
        size = 1 << len(drawn.players)
        best = _utilities(of)
        spoken = len(ground.praise) > 0
        if spoken:
            out.openness[draw] = _openness(size, best, of)
            best = sums.utility[1:size].max()
        total, flat = 0.0, 0.0
        for one in range(1, size):
            half = (sums.utility[one] - best) / 2
            root = np.exp(half) if half > -HOPELESS else 0.0
            sums.utility[one] = root
            flat += root
            total += root * root
        if not spoken:
            out.openness[draw] = best + np.log(total)
        out.fails[draw] = _failure(out.openness[draw], weights)
        _book(draw, of, (1 - weights.surprise) / total, weights.surprise / flat, out)


@compiled
def _book(draw: int, of: _Draw, sure: float, other: float, out: Out) -> None:
    drawn, sums, into = of.house, of.sums, of.into
    forms = 1 - out.fails[draw]
    for one in range(1, 1 << len(drawn.players)):
        root = sums.utility[one]
        chance = root * (sure * root + other)
        mask = sums.mask[one]
        if 2 * sums.held[one] <= drawn.house:
            out.minority[draw] += chance
        if chance > WORTH:
            _heads(one, of)
            for k in range(len(drawn.players)):
                if one >> k & 1:
                    out.joint[mask, drawn.players[k]] += forms * chance * into[k]
                    _add(draw, drawn.players[k], mask, chance * into[k], out)
            continue
        out.joint[mask, sums.largest[one]] += forms * chance
        _add(draw, sums.largest[one], mask, chance, out)


@compiled
def _add(draw: int, head: int, mask: int, chance: float, out: Out) -> None:
    """Book a coalition under a head; it replaces the one drawn so far by its part of the sum."""
    out.heads[draw, head] += chance
    part, level = chance / out.heads[draw, head], out.spare[draw, head]
    if level < part:
        out.cabinets[draw, head] = mask
    out.spare[draw, head] = level / part if level < part else (level - part) / (1 - part)
