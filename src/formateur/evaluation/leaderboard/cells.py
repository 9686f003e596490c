"""Rows of a backtest as arrays, cut down to what can be compared."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from formateur.evaluation.backtest.rows import LEVELS, ListRow
from formateur.evaluation.quantile_cdf import place_results
from formateur.evaluation.size import size_class

Numbers = NDArray[np.float64]
Row = TypeVar("Row")


def comparable(
    rows: Sequence[Row], model: Callable[[Row], str], key: Callable[[Row], Hashable]
) -> list[Row]:
    """Keep the rows whose key every model has: all are scored on the same forecasts."""
    models = {model(row) for row in rows}
    having: dict[Hashable, set[str]] = {}
    for row in rows:
        having.setdefault(key(row), set()).add(model(row))
    return [row for row in rows if having[key(row)] == models]


@dataclass(frozen=True, slots=True, eq=False)
class ListScores:
    """Scores of the lists of one model, as arrays of shape (rows,).

    Rows of two models that are comparable stand in the same order.

    Attributes
    ----------
    mean, result
        Percent.
    absolute, squared
        Error of the median, and square of the error of the mean.
    pit
        From the quantiles.
    """

    election: NDArray[np.str_]
    country: NDArray[np.str_]
    days: NDArray[np.int64]
    size: NDArray[np.str_]
    result: Numbers
    absolute: Numbers
    squared: Numbers
    crps: Numbers
    log_score: Numbers
    pit: Numbers
    inside: dict[int, Numbers]

    def where(self, kept: NDArray[np.bool_]) -> ListScores:
        """Return only the rows for which `kept` is true."""
        return ListScores(
            election=self.election[kept],
            country=self.country[kept],
            days=self.days[kept],
            size=self.size[kept],
            result=self.result[kept],
            absolute=self.absolute[kept],
            squared=self.squared[kept],
            crps=self.crps[kept],
            log_score=self.log_score[kept],
            pit=self.pit[kept],
            inside={level: one[kept] for level, one in self.inside.items()},
        )


CENTRAL = {50: ("q25", "q75"), 80: ("q10", "q90"), 90: ("q05", "q95"), 95: ("q025", "q975")}
"""Columns of the bounds of the central intervals, by percent."""


def list_scores(rows: Sequence[ListRow]) -> ListScores:
    """Score the rows of one model."""
    ordered = sorted(rows, key=lambda row: (row.election_id, row.days_before, row.party_id))
    result = np.array([row.result for row in ordered])
    placed = place_results(np.array([row.quantiles for row in ordered]), LEVELS, result)
    means = np.array([row.mean for row in ordered])
    return ListScores(
        election=np.array([row.election_id for row in ordered]),
        country=np.array([row.election_id.partition("-")[0] for row in ordered]),
        days=np.array([row.days_before for row in ordered]),
        size=np.array([size_class(row.mean) for row in ordered]),
        result=result,
        absolute=np.abs(np.array([row.q50 for row in ordered]) - result),
        squared=(means - result) ** 2,
        crps=np.array([row.crps for row in ordered]),
        log_score=placed.log_score,
        pit=placed.pit,
        inside={
            percent: np.array(
                [float(getattr(r, low) <= r.result <= getattr(r, high)) for r in ordered]
            )
            for percent, (low, high) in CENTRAL.items()
        },
    )
