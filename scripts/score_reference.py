"""Scores of the reference estimator, every election with the table learned before it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from formateur.evaluation import crps_of_draws
from formateur.facts import OTHER, Draws, as_of
from formateur.folder import PastElection
from formateur.law import BallotDraws, Rules, allocate_draws, load_law
from formateur.votes.closed_error import with_error
from formateur.votes.error_scale import ErrorScale
from formateur.votes.learning import (
    DEGREES_OF_FREEDOM,
    HORIZONS,
    SMALLEST_RESULT,
    Miss,
    Unseen,
    fit_horizons,
    fit_unprinted,
)
from formateur.votes.reference import Reference
from formateur.votes.windows import WINDOW_DAYS

DRAWS = 4000
FEWEST_ELECTIONS = 10
KNESSET_DAYS = (1, 3, 7, 14)
SIZES = ((0.0, 0.05), (0.05, 0.2), (0.2, 1.0))


@dataclass(frozen=True, slots=True)
class Score:
    """How one list did in one forecast; points are percent of the votes, or seats.

    Attributes
    ----------
    place
        Share of the draws below the result, ties counted half.
    """

    election: str
    days: int
    share: float
    error: float
    crps: float
    place: float


def evaluation_report(
    past: Sequence[PastElection], misses: Sequence[Miss], unseen: Sequence[Unseen]
) -> str:
    """Return the tables of the docs as Markdown; elections weigh the same, whatever their lists."""
    scores = [one for miss in misses for one in _score_miss(miss, misses)]
    parts = ["Votes, percentage points", "", _table("days", HORIZONS, scores, lambda s: s.days)]
    for days in (1, 30, 100):
        at = [one for one in scores if one.days == days]
        rows = [f"{low:.0%} to {high:.0%}" for low, high in SIZES]
        parts += [
            "",
            f"By size in the polls, days before the vote: {days}",
            "",
            _table("size", rows, at, _size),
        ]
    knesset = [one for one in past if one.election.country == "il"]
    for unit in ("share", "seats"):
        found = [s for one in knesset for s in _score_knesset(one, misses, unseen, unit)]
        parts += ["", f"Knesset, {unit}", "", _table("days", KNESSET_DAYS, found, lambda s: s.days)]
    parts += ["", "Knesset, seats, days before the vote: 3", "", _table_of_elections(found)]
    return "\n".join(parts)


def _score_miss(miss: Miss, misses: Sequence[Miss]) -> Iterable[Score]:
    horizon = [h for h in fit_horizons(misses, miss.held) if h.days == miss.days]
    if not horizon or horizon[0].elections < FEWEST_ELECTIONS:
        return
    centre = np.array(list(miss.centre.values()))
    noise = np.random.default_rng(1).standard_t(DEGREES_OF_FREEDOM, (DRAWS, len(centre)))
    draws = Draws(with_error(centre, horizon[0].scale * noise), tuple(miss.centre), "share", "")
    for one, got in miss.result.items():
        share = miss.centre[one]
        values = 100 * draws[one].astype(np.float64)
        yield _score(miss.election, miss.days, share, values, (100 * share, 100 * got))


def _score(
    election: str,
    days: int,
    share: float,
    draws: NDArray[np.float64],
    centre_and_result: tuple[float, float],
) -> Score:
    centre, got = centre_and_result
    place = float((draws < got).mean() + (draws == got).mean() / 2)
    return Score(election, days, share, got - centre, crps_of_draws(draws, got), place)


def _score_knesset(
    past: PastElection, misses: Sequence[Miss], unseen: Sequence[Unseen], unit: str
) -> Iterable[Score]:
    """Forecast one Knesset election from its polls in seats; no surplus agreements."""
    election, rules = past.election, load_law("il-knesset").on(past.election.date)
    reference = Reference(_errors(misses, unseen, election.date))
    for days in KNESSET_DAYS:
        day = election.date - timedelta(days=days)
        known = as_of(election, day)
        if not known.polls:
            continue
        estimate = reference.estimate(
            known, rules, day, draws=DRAWS, rng=np.random.default_rng(1), run=""
        )
        draws, results = estimate.draws, {k: 100 * v for k, v in past.shares.items()}
        centre = {one: 100 * share for one, share in estimate.centre.items()}
        scaled = replace(draws, values=100 * draws.values)
        if unit == "seats":
            scaled, results = _seats(draws, rules), _official(past, rules)
            centre = {one: float(np.mean(scaled[one])) for one in scaled.lists}
        for one in draws.lists:
            if past.shares.get(one, 0.0) >= SMALLEST_RESULT:
                pair = (centre[one], results[one])
                values = scaled[one].astype(np.float64)
                yield _score(election.id, days, estimate.centre[one], values, pair)


def _errors(misses: Sequence[Miss], unseen: Sequence[Unseen], until: date) -> ErrorScale:
    return ErrorScale(
        cut_off=until,
        horizons=fit_horizons(misses, until),
        degrees_of_freedom=DEGREES_OF_FREEDOM,
        window_days=WINDOW_DAYS,
        unprinted=fit_unprinted(unseen, until),
        sources=(),
        made_by="",
    )


def _seats(votes: Draws, rules: Rules) -> Draws:
    whole = np.rint(votes.values * 1e9).astype(np.int64)
    seats = allocate_draws(rules, BallotDraws.nationwide(whole, votes.lists))
    return Draws(seats, votes.lists, "seats", "")


def _official(past: PastElection, rules: Rules) -> dict[str, float]:
    """Seats by the law from the official votes, without surplus agreements."""
    lists = tuple(past.shares)
    votes = np.array([[*past.shares.values(), 1 - sum(past.shares.values())]])
    seats = _seats(Draws(np.maximum(votes, 0), (*lists, OTHER), "share", ""), rules)
    return {one: float(seats[one][0]) for one in lists}


def _size(score: Score) -> str:
    low, high = next(pair for pair in SIZES if pair[0] <= score.share < pair[1])
    return f"{low:.0%} to {high:.0%}"


def _table(
    title: str, rows: Iterable[object], scores: Sequence[Score], key: Callable[[Score], object]
) -> str:
    head = f"| {title} | elections | lists | MAE | RMSE | CRPS | cover 50 | 80 | 90 |"
    found = [(row, [one for one in scores if key(one) == row]) for row in rows]
    lines = [f"| {row} | {_cells(some)} |" for row, some in found if some]
    return "\n".join([head, "|---" * 9 + "|", *lines])


def _table_of_elections(scores: Sequence[Score]) -> str:
    names = sorted({one.election for one in scores})
    return _table("election", names, [s for s in scores if s.days == 3], lambda s: s.election)


def _cells(scores: Sequence[Score]) -> str:
    names = [one.election for one in scores]
    weight = np.array([1 / names.count(name) for name in names])
    weight /= weight.sum()
    error = np.array([one.error for one in scores])
    off = np.abs(np.array([one.place for one in scores]) - 0.5)
    inside = [f"{weight @ (off <= width / 2):.2f}" for width in (0.5, 0.8, 0.9)]
    figures = (weight @ np.abs(error), np.sqrt(weight @ error**2))
    scored = weight @ np.array([one.crps for one in scores])
    row = [str(len(set(names))), str(len(scores)), *(f"{x:.2f}" for x in figures), f"{scored:.3f}"]
    return " | ".join([*row, *inside])
