"""Scores of what a forecast says of several lists together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from formateur.evaluation.backtest.rows import JointRow
from formateur.evaluation.backtest.task import Task
from formateur.evaluation.copula import copula_log_score
from formateur.evaluation.energy import energy_score, independent
from formateur.evaluation.proper_scores import crps_of_draws
from formateur.evaluation.size import SMALL
from formateur.facts import Draws
from formateur.folder.past.record import CENTRE


def joint_row(
    task: Task, percent: Draws, scored: Sequence[str], rng: np.random.Generator
) -> JointRow:
    """Score a forecast as a whole.

    Parameters
    ----------
    percent
        Draws in percent of the votes.
    scored
        Ids of the lists of the vector.
    rng
        For the orders of the margins without dependence.
    """
    results = {one: 100 * task.results[one] for one in scored}
    values = np.column_stack([percent[one] for one in scored]).astype(np.float64)
    got = np.array([results[one] for one in scored])
    means = dict(zip(scored, values.mean(axis=0).tolist(), strict=True))
    large = [at for at, one in enumerate(scored) if means[one] >= SMALL]
    first_two = sorted(scored, key=lambda one: (-means[one], one))[:2]
    left = [one for one in scored if task.left_right.get(one, CENTRE) < CENTRE]
    right = [one for one in scored if task.left_right.get(one, CENTRE) > CENTRE]
    return JointRow(
        election_id=task.key.election,
        days_before=task.key.days,
        as_of=task.day.isoformat(),
        model=task.key.model,
        lists=len(scored),
        party_ids=";".join(scored),
        energy=energy_score(values, got),
        energy_independent=energy_score(independent(values, rng), got),
        copula_lists=len(large),
        copula_log_score=copula_log_score(values[:, large], got[large]) if large[1:] else None,
        lead_of=";".join(first_two),
        **_scores("lead", *_lead(percent, results, first_two)),
        **_scores("left", *_sum(percent, results, left)),
        **_scores("right", *_sum(percent, results, right)),
    )


_Quantity = tuple[NDArray[np.float64] | None, float]


def _lead(percent: Draws, results: Mapping[str, float], two: Sequence[str]) -> _Quantity:
    if len(two) < 2:
        return None, 0.0
    lead = np.asarray(percent[two[0]] - percent[two[1]], np.float64)
    return lead, results[two[0]] - results[two[1]]


def _sum(percent: Draws, results: Mapping[str, float], lists: Sequence[str]) -> _Quantity:
    if not lists:
        return None, 0.0
    return percent.total(lists).astype(np.float64), sum(results[one] for one in lists)


def _scores(name: str, draws: NDArray[np.float64] | None, result: float) -> dict[str, float | None]:
    if draws is None:
        return {f"{name}_result": None, f"{name}_pit": None, f"{name}_crps": None}
    below = float((draws < result).mean() + (draws == result).mean() / 2)
    return {
        f"{name}_result": result,
        f"{name}_pit": below,
        f"{name}_crps": crps_of_draws(draws, result),
    }
