"""Learning from past campaigns what polls show at dates without events."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from formateur.votes.events.learned import Band, PastPlacebos
from formateur.votes.events.placebo import LONGEST, placebos_of
from formateur.votes.events.series import series_of
from formateur.votes.state_space.sight import Sight

BANDS = (3, 7, 14, 30, 60, 100, 200, LONGEST)
"""Most days before the vote of each band."""

FEWEST_ELECTIONS = 5
"""A band of fewer elections is left out."""

SMALLEST = 0.03
"""Lists that were expected to have less than this share are not looked at."""

STEPS = 41
"""Quantiles that are kept."""

DIGITS = 3


@dataclass(frozen=True, slots=True, eq=False)
class PastDates:
    """The dates of one past campaign; no event of it is known, so all of them count.

    Attributes
    ----------
    days
        Before the vote, shape (dates of all lists,).
    surprise
        Estimates in standard errors, the same shape.
    """

    election: str
    held: date
    days: NDArray[np.int64]
    surprise: NDArray[np.float64]


def past_dates(election: str, held: date, sight: Sight) -> PastDates:
    """Look at all dates of a past campaign, list by list."""
    every = [
        placebos_of(sight, series_of(sight, k), ())
        for k, share in enumerate(sight.share)
        if share >= SMALLEST
    ]
    return PastDates(
        election,
        held,
        np.concatenate([one.days for one in every] or [np.zeros(0, dtype=np.int64)]),
        np.concatenate([one.surprise for one in every] or [np.zeros(0)]),
    )


def learn_placebos(past: Iterable[PastDates], until: date, sources: Sequence[str]) -> PastPlacebos:
    """Sum up the dates of the campaigns before `until`.

    Every date of every list counts once.
    """
    before = [one for one in past if one.held < until]
    bands, nearer = [], -1
    for farthest in BANDS:
        kept = [(one, (one.days > nearer) & (one.days <= farthest)) for one in before]
        nearer = farthest
        kept = [(one, inside) for one, inside in kept if inside.any()]
        if len(kept) >= FEWEST_ELECTIONS:
            sizes = np.abs(np.concatenate([one.surprise[inside] for one, inside in kept]))
            quantiles = np.quantile(sizes, np.linspace(0.0, 1.0, STEPS)).round(DIGITS)
            bands.append(
                Band(
                    until=farthest,
                    elections=len(kept),
                    dates=len(sizes),
                    surprise=tuple(quantiles.tolist()),
                )
            )
    return PastPlacebos(cut_off=until, bands=tuple(bands), sources=tuple(sources))
