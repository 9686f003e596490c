"""What the rows of the backtest of governments come to, and how sure that is.

Formations of one country resemble each other, so intervals come from drawing whole countries, with
replacement (a block bootstrap).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log
from statistics import fmean
from types import MappingProxyType

import numpy as np

from formateur.evaluation.government.rows import Row, Scheme

BASELINES: Mapping[Scheme, str] = MappingProxyType(
    {
        "leave-one-country-out": "conditional-logit",
        "rolling": "conditional-logit",
        "from-polls": "formation-given-seats",
    }
)
"""What gains are over; those from polls tell, below 0, what it costs not to know the seats."""

HEADS_BASELINE = "reference"

RESAMPLES = 2_000
SEED = 20190914

DAYS_SINCE = 1980
"""Days are scored from this year on: before, there is too little past to learn from."""

Measure = Callable[[Row], float | None]


@dataclass(frozen=True, slots=True)
class Gain:
    """A paired difference of scores, the larger the better, with its interval.

    Attributes
    ----------
    low, high
        95 % of the resamples of countries lie between them.
    """

    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Scores of one model under one scheme, over hung parliaments.

    Attributes
    ----------
    log_loss
        Mean of minus the logarithm of the chance given to what came.
    top_1, top_3
        Share of the formations whose coalition was ranked first, or among the first three.
    minority_brier
        Brier score of the chance of a minority cabinet.
    head_top_1, head_log_loss
        Of the party of the head.
    days_crps
        Of the days, since `DAYS_SINCE`.
    gain, days_gain
        In log-loss, and in days, over the model of `BASELINES`.
    head_gain
        In the share of heads ranked first over the largest party.
    """

    scheme: Scheme
    model: str
    formations: int
    log_loss: float
    top_1: float
    top_3: float
    minority_brier: float
    head_top_1: float
    head_log_loss: float
    days_crps: float
    gain: Gain
    head_gain: Gain
    days_gain: Gain


def standings(rows: Sequence[Row]) -> tuple[Standing, ...]:
    """Return the scores of every model under every scheme, in the order of the rows."""
    hung = [one for one in rows if one.hung]
    grouped: dict[tuple[Scheme, str], list[Row]] = defaultdict(list)
    for row in hung:
        grouped[row.scheme, row.model].append(row)
    return tuple(
        _standing(scheme, model, some, grouped) for (scheme, model), some in grouped.items()
    )


def _standing(
    scheme: Scheme,
    model: str,
    rows: list[Row],
    grouped: dict[tuple[Scheme, str], list[Row]],
) -> Standing:
    baseline, largest = grouped[scheme, BASELINES[scheme]], grouped[scheme, HEADS_BASELINE]
    return Standing(
        scheme=scheme,
        model=model,
        formations=len(rows),
        log_loss=_mean(rows, log_loss),
        top_1=_mean(rows, lambda row: row.rank == 1),
        top_3=_mean(rows, lambda row: row.rank <= 3),
        minority_brier=_mean(rows, lambda row: (row.p_minority - row.minority) ** 2),
        head_top_1=_mean(rows, head_first),
        head_log_loss=_mean(rows, _head_log_loss),
        days_crps=_mean(rows, days_score),
        gain=paired_gain(baseline, rows, log_loss),
        head_gain=paired_gain(rows, largest, head_first),
        days_gain=paired_gain(baseline, rows, days_score),
    )


def log_loss(row: Row) -> float:
    """Return minus the logarithm of the chance given to what came."""
    return -log(max(row.probability, 1e-300))


def head_first(row: Row) -> float | None:
    """Return whether the party of the head was ranked first, 1 or 0."""
    return None if row.head_rank is None else float(row.head_rank == 1)


def _head_log_loss(row: Row) -> float | None:
    return None if row.head_probability is None else -log(max(row.head_probability, 1e-300))


def days_score(row: Row) -> float | None:
    """Return the score of the days of formations since `DAYS_SINCE`."""
    year = int(row.election_id.split("-")[1])
    return row.days_crps if year >= DAYS_SINCE else None


def _mean(rows: Sequence[Row], measure: Measure) -> float:
    values = [float(value) for row in rows if (value := measure(row)) is not None]
    return fmean(values) if values else float("nan")


def paired_gain(worse: Sequence[Row], better: Sequence[Row], measure: Measure) -> Gain:
    """Return by how much a measure of `worse` exceeds that of `better`, formation by formation.

    Parameters
    ----------
    worse, better
        Rows of two models on the same formations; those that only one has do not count.
    """
    second = {row.cabinet_id: measure(row) for row in better}
    by_country: dict[str, list[float]] = defaultdict(list)
    for row in worse:
        one, other = measure(row), second.get(row.cabinet_id)
        if one is not None and other is not None:
            by_country[row.country].append(float(one) - float(other))
    if not by_country:
        return Gain(float("nan"), float("nan"), float("nan"))
    sums = np.array([sum(some) for some in by_country.values()])
    counts = np.array([len(some) for some in by_country.values()])
    drawn = np.random.default_rng(SEED).integers(0, len(sums), (RESAMPLES, len(sums)))
    means = sums[drawn].sum(axis=1) / counts[drawn].sum(axis=1)
    low, high = np.quantile(means, (0.025, 0.975))
    return Gain(float(sums.sum() / counts.sum()), float(low), float(high))


@dataclass(frozen=True, slots=True)
class Bin:
    """First-ranked coalitions that were given a chance in some range.

    Attributes
    ----------
    given
        Mean chance given.
    came
        Share that came.
    low, high
        95 % interval of that share (Wilson).
    """

    formations: int
    given: float
    came: float
    low: float
    high: float


BIN_EDGES = (0.0, 0.2, 0.4, 0.6, 0.75, 1.0)


def calibration(rows: Sequence[Row]) -> tuple[Bin, ...]:
    """Sort first-ranked coalitions of hung parliaments by the chance that they were given."""
    tops = [(row.highest, row.rank == 1) for row in rows if row.hung]
    bins = []
    for low, high in pairwise(BIN_EDGES):
        some = [(p, came) for p, came in tops if low <= p < high or p == high == 1.0]
        if some:
            bins.append(_bin([p for p, _ in some], [came for _, came in some]))
    return tuple(bins)


def _bin(given: Sequence[float], came: Sequence[bool]) -> Bin:
    count, share, z = len(given), fmean(came), 1.96
    middle = (share + z * z / (2 * count)) / (1 + z * z / count)
    half = z / (1 + z * z / count) * (share * (1 - share) / count + z * z / (4 * count**2)) ** 0.5
    return Bin(count, fmean(given), share, middle - half, middle + half)
