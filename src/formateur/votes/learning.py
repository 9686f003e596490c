"""Learning the reference's error table from past elections."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from formateur.facts import Election, as_of
from formateur.votes.average import average
from formateur.votes.cells import Cell, lineage, poll_cells
from formateur.votes.closed_error import closing_factor
from formateur.votes.error_scale import Horizon
from formateur.votes.reading import read_polls
from formateur.votes.unprinted import Unprinted
from formateur.votes.windows import choose_polls

HORIZONS = (1, 3, 7, 14, 30, 60, 100, 150, 250)
"""Days to the vote at which the error is measured."""

DEGREES_OF_FREEDOM = 4
FEWEST_HOUSES = 3
"""Averages of fewer houses are not measured."""

FEWEST_ELECTIONS = 5
"""Horizons measured on fewer elections are left out of a table."""

SMALLEST_RESULT = 0.01
"""Lists that got less than this share are not measured."""

ASSUMED = Unprinted(below_threshold_centre=0.5, other_in_seat_polls=0.02)
"""What is taken until enough elections with polls in seats have been seen."""

FEWEST_LISTS_BELOW = 5
"""Fewer lists that were printed only as below the threshold do not move `ASSUMED`."""

_NO_SEAT_POLLS = Unprinted(0.5, 0.0)  # all polls learned from are in percent


@dataclass(frozen=True, slots=True, eq=False)
class Miss:
    """How far a poll average was from the result of one election.

    Attributes
    ----------
    held
        Day of the vote.
    days
        Days from the average to the vote.
    centre
        The average: share by list, with `OTHER`.
    result
        Share of the lists that are measured.
    """

    election: str
    held: date
    days: int
    centre: Mapping[str, float]
    result: Mapping[str, float]

    @property
    def errors(self) -> NDArray[np.float64]:
        """Logit of the result less logit of the average, shape (lists measured,).

        Divided by the factor by which closing shrinks errors, because the error that is drawn is
        shrunk by it again.
        """
        shares = np.array(list(self.centre.values()))
        factor = dict(zip(self.centre, closing_factor(shares), strict=True))
        polled = np.array([self.centre[one] for one in self.result])
        got = np.array(list(self.result.values()))
        missed = np.log(got / (1 - got)) - np.log(polled / (1 - polled))
        return np.asarray(missed / np.array([factor[one] for one in self.result]))


def measure(election: Election, shares: Mapping[str, float], days: int) -> Miss | None:
    """Compare the poll average some days before a vote with the result.

    Parameters
    ----------
    election
        An election of which all polls are in percent.
    shares
        The result by list, as a share on the base that polls use.
    days
        Days before the vote.

    Returns
    -------
    Miss or None
        ``None`` when fewer than `FEWEST_HOUSES` houses had polled, or no list can be compared.
    """
    day = election.date - timedelta(days=days)
    lines = lineage(election.lists, day)
    uses = choose_polls(as_of(election, day).polls, day, lines.counted)
    used = [use.poll for use in uses if use.used]
    if len(used) < FEWEST_HOUSES:
        return None
    centre = average(read_polls(used, lines, None, _NO_SEAT_POLLS), _NO_SEAT_POLLS)
    result = {one: s for one, s in shares.items() if one in centre and s >= SMALLEST_RESULT}
    return Miss(election.id, election.date, days, centre, result) if result else None


@dataclass(frozen=True, slots=True)
class Unseen:
    """What the polls in seats of one election did not print.

    Attributes
    ----------
    other
        Share of the votes of the lists that no poll named.
    below
        Of every list that all polls printed only as below the legal threshold, the result as a
        part of the threshold.
    """

    held: date
    other: float
    below: tuple[float, ...]


def measure_unseen(
    election: Election, shares: Mapping[str, float], threshold: float
) -> Unseen | None:
    """Look up what the last polls in seats before a vote did not print.

    Returns
    -------
    Unseen or None
        ``None`` when no poll in seats was taken in the window before the vote.
    """
    eve = election.date - timedelta(days=1)
    lines = lineage(election.lists, eve)
    uses = choose_polls(as_of(election, eve).polls, eve, lines.counted)
    used = [use.poll for use in uses if use.used and use.poll.scale == "seats"]
    if not used:
        return None
    cells = [poll_cells(poll, lines, threshold=threshold, below_centre=0.5) for poll in used]
    named = {one for row in cells for one in row}
    low = [one for one in sorted(named & shares.keys()) if _only_below(one, cells)]
    other = 1.0 - sum(share for one, share in shares.items() if one in named)
    return Unseen(election.date, other, tuple(shares[one] / threshold for one in low))


def fit_unprinted(seen: Sequence[Unseen], until: date) -> Unprinted:
    """Fit the constants from the elections held before `until`.

    The others get the median over elections. Lists below the threshold get the mean, once there
    are `FEWEST_LISTS_BELOW` of them.
    """
    others = [one.other for one in seen if one.held < until]
    below = [part for one in seen if one.held < until for part in one.below]
    enough = len(below) >= FEWEST_LISTS_BELOW
    return Unprinted(
        round(float(np.mean(below)), 4) if enough else ASSUMED.below_threshold_centre,
        round(float(np.median(others)), 4) if others else ASSUMED.other_in_seat_polls,
    )


def _only_below(list_id: str, cells: Sequence[Mapping[str, Cell]]) -> bool:
    return all(row[list_id].below is not None for row in cells if list_id in row)


def t_scale(errors: Sequence[NDArray[np.float64]], degrees_of_freedom: int) -> float:
    """Maximum-likelihood scale of a Student t around 0, every election weighing the same.

    Parameters
    ----------
    errors
        One array per election.

    Notes
    -----
    The usual iteration: with weights w = (df + 1) / (df + e² / s²), s² is the weighted mean of
    w e².
    """
    squares = np.concatenate(errors) ** 2
    weight = np.concatenate([np.full(len(one), 1 / len(one)) for one in errors])
    weight /= weight.sum()
    scale = squares @ weight
    for _ in range(500):
        pull = (degrees_of_freedom + 1) / (degrees_of_freedom + squares / scale)
        scale = (weight * pull) @ squares
    return float(np.sqrt(scale))


def never_falling(values: Sequence[float], weights: Sequence[float]) -> list[float]:
    """Smooth values to a non-decreasing row by pooling neighbours, weighted least squares."""
    blocks: list[tuple[float, float, int]] = []
    for value, weight in zip(values, weights, strict=True):
        blocks.append((value, weight, 1))
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            (low, of_low, n_low), (high, of_high, n_high) = blocks[-2:]
            total = of_low + of_high
            blocks[-2:] = [((low * of_low + high * of_high) / total, total, n_low + n_high)]
    return [value for value, _, n in blocks for _ in range(n)]


def fit_horizons(misses: Sequence[Miss], until: date) -> tuple[Horizon, ...]:
    """Fit the scale at every horizon from the elections held before `until`.

    Horizons measured on fewer than `FEWEST_ELECTIONS` are left out.
    """
    earlier = [miss for miss in misses if miss.held < until]
    by_days = {days: [m.errors for m in earlier if m.days == days] for days in HORIZONS}
    kept = {days: errors for days, errors in by_days.items() if len(errors) >= FEWEST_ELECTIONS}
    raw = [t_scale(errors, DEGREES_OF_FREEDOM) for errors in kept.values()]
    smooth = never_falling(raw, [len(errors) for errors in kept.values()])
    return tuple(
        Horizon(days, round(scale, 4), len(errors), sum(len(one) for one in errors))
        for (days, errors), scale in zip(kept.items(), smooth, strict=True)
    )
