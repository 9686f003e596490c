"""One forecast figure beside what it came to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from formateur.evaluation.proper_scores import crps_of_draws


@dataclass(frozen=True, slots=True)
class Range:
    """A central range of the draws.

    Attributes
    ----------
    low, high
        Quantiles of the draws; both belong to the range.
    held
        Share of the draws in it. Whole seats can hold more than the range is meant to.
    """

    low: float
    high: float
    held: float

    def holds(self, value: float) -> bool:
        """Whether a value lies in the range."""
        return self.low <= value <= self.high


@dataclass(frozen=True, slots=True)
class Comparison:
    """A forecast of one quantity, votes in percent or seats, beside the result.

    Attributes
    ----------
    crps
        Continuous ranked probability score, in the unit of the quantity.
    """

    mean: float
    median: float
    half: Range
    nine_tenths: Range
    result: float
    crps: float

    @property
    def error(self) -> float:
        """Distance of the median from the result: the median makes it least on average."""
        return abs(self.median - self.result)


def compare(draws: NDArray[np.float64] | NDArray[np.int64], result: float) -> Comparison:
    """Hold draws of a quantity, shape (draws,), against its result."""
    return Comparison(
        mean=float(draws.mean()),
        median=_quantile(draws, 0.5),
        half=_range(draws, 0.25, 0.75),
        nine_tenths=_range(draws, 0.05, 0.95),
        result=result,
        crps=crps_of_draws(draws, result),
    )


def _range(draws: NDArray[np.float64] | NDArray[np.int64], lower: float, upper: float) -> Range:
    low, high = _quantile(draws, lower), _quantile(draws, upper)
    return Range(low, high, float(((low <= draws) & (draws <= high)).mean()))


def _quantile(draws: NDArray[np.float64] | NDArray[np.int64], level: float) -> float:
    """Return a quantile as the report shows it: of whole seats, whole seats."""
    method: Literal["inverted_cdf", "linear"] = (
        "inverted_cdf" if draws.dtype.kind == "i" else "linear"
    )
    return float(np.quantile(draws.astype(np.float64), level, method=method))
