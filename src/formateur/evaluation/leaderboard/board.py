"""The leaderboard: every model by horizon, country and size of the list, beside the reference."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from formateur.errors import UsageError
from formateur.evaluation.backtest.rows import ListRow
from formateur.evaluation.leaderboard.cells import ListScores, comparable, list_scores
from formateur.evaluation.leaderboard.intervals import Interval, mean_interval, paired, weigh
from formateur.evaluation.leaderboard.joint import JointLine, joint_lines
from formateur.evaluation.leaderboard.read import BacktestRows, year_of
from formateur.evaluation.size import CLASSES, SMALL

REFERENCE = "reference"
"""The model that all others are held against."""

PIT_BINS = 10

SELECTIONS = {f"{SMALL:g} % and more": SMALL, "all": 0.0}
"""Which lists count, by result in percent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """How good one model was on some lists.

    Attributes
    ----------
    selection
        One of `SELECTIONS`.
    by, group
        ``horizon``, ``size`` or ``country``, and the class or country; empty for all.
    days
        Days before the vote; ``None`` for all horizons together.
    mae, rmse, crps
        Points of percent: of the median, of the mean, of the draws.
    log_score
        Nats on the logit.
    coverage
        Share of results in the central intervals, by their percent.
    ratio, difference
        CRPS against that of the reference on the same forecasts; ``None`` without the reference.
    pit
        Share of results in each tenth of the forecast, from the lowest.
    """

    selection: str
    by: str
    group: str
    days: int | None
    model: str
    elections: int
    lists: int
    mae: float
    rmse: float
    crps: float
    log_score: float
    coverage: Mapping[int, Interval]
    ratio: Interval | None
    difference: Interval | None
    pit: tuple[float, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Leaderboard:
    """Every line, and what the page says of itself.

    Attributes
    ----------
    models
        The reference first.
    years
        First and last year of the elections.
    left_out
        By model, forecasts that not every model made.
    """

    models: tuple[str, ...]
    days: tuple[int, ...]
    elections: int
    years: tuple[int, int]
    left_out: Mapping[str, int]
    lines: tuple[Line, ...]
    joint: tuple[JointLine, ...]

    def where(self, selection: str, by: str) -> tuple[Line, ...]:
        """Return the lines of one table, in its order."""
        return tuple(one for one in self.lines if (one.selection, one.by) == (selection, by))


def make_leaderboard(
    rows: BacktestRows, *, since: int | None = None, until: int | None = None
) -> Leaderboard:
    """Score the models of a backtest on the forecasts that all of them made.

    Parameters
    ----------
    since, until
        First and last year of the elections; all when ``None``.

    Raises
    ------
    UsageError
        When nothing is left to compare.
    """
    chosen = [row for row in rows.lists if _in_years(year_of(row), since, until)]
    kept = comparable(
        chosen, lambda r: r.model, lambda r: (r.election_id, r.days_before, r.party_id)
    )
    if not kept:
        raise UsageError(
            "there is no forecast that all models made in these years. Choose others with --since "
            "and --until, or run the backtest again with models that cover the same elections."
        )
    models = tuple(sorted({row.model for row in kept}, key=lambda one: (one != REFERENCE, one)))
    years = [year_of(row) for row in kept]
    joint = [row for row in rows.joint if _in_years(year_of(row), since, until)]
    return Leaderboard(
        models=models,
        days=tuple(sorted({row.days_before for row in kept})),
        elections=len({row.election_id for row in kept}),
        years=(min(years), max(years)),
        left_out=_left_out(chosen, kept),
        lines=tuple(_lines({one: list_scores(_of(kept, one)) for one in models})),
        joint=joint_lines([row for row in joint if row.model in models], models, REFERENCE),
    )


def _in_years(year: int, since: int | None, until: int | None) -> bool:
    return (since is None or year >= since) and (until is None or year <= until)


def _of(rows: Sequence[ListRow], model: str) -> list[ListRow]:
    return [row for row in rows if row.model == model]


def _left_out(chosen: Sequence[ListRow], kept: Sequence[ListRow]) -> dict[str, int]:
    """Count the forecasts of each model that have no row left."""
    left = {(r.model, r.election_id, r.days_before) for r in chosen}
    left -= {(r.model, r.election_id, r.days_before) for r in kept}
    models = sorted({model for model, _, _ in left})
    return {one: sum(model == one for model, _, _ in left) for one in models}


def _lines(scores: Mapping[str, ListScores]) -> Iterator[Line]:
    first = next(iter(scores.values()))
    countries = np.unique(first.country).tolist()
    groups = [("horizon", ""), *(("size", name) for name, _ in CLASSES)]
    groups += [("country", one) for one in countries]
    horizons: list[int | None] = [*np.unique(first.days).tolist(), None]
    for selection, least in SELECTIONS.items():
        for by, group in groups:
            for days in horizons:
                for model, own in scores.items():
                    kept = own.result >= least
                    kept &= _in_group(own, by, group)
                    if days is not None:
                        kept &= own.days == days
                    if kept.any():
                        reference = scores.get(REFERENCE)
                        against = None if reference is None else reference.where(kept)
                        place = (selection, by, group)
                        yield _line(place, days, model, own.where(kept), against)


def _in_group(scores: ListScores, by: str, group: str) -> NDArray[np.bool_]:
    if by == "horizon":
        return np.full(len(scores.result), True)
    return np.asarray((scores.size if by == "size" else scores.country) == group)


def _line(
    place: tuple[str, str, str],
    days: int | None,
    model: str,
    scores: ListScores,
    reference: ListScores | None,
) -> Line:
    weights = weigh(scores.election, scores.days)
    crps = weights.means(scores.crps)
    ratio, difference = None, None
    if reference is not None:
        ratio, difference = paired(crps, weights.means(reference.crps))
    tenth = np.minimum((scores.pit * PIT_BINS).astype(np.int64), PIT_BINS - 1)
    pit = np.bincount(tenth, weights.share / weights.elections, PIT_BINS)
    selection, by, group = place
    return Line(
        selection=selection,
        by=by,
        group=group,
        days=days,
        model=model,
        elections=weights.elections,
        lists=len(scores.result),
        mae=float(weights.means(scores.absolute).mean()),
        rmse=float(np.sqrt(weights.means(scores.squared).mean())),
        crps=float(crps.mean()),
        log_score=float(weights.means(scores.log_score).mean()),
        coverage={
            percent: mean_interval(weights.means(inside))
            for percent, inside in scores.inside.items()
        },
        ratio=ratio,
        difference=difference,
        pit=tuple(pit.tolist()),
    )
