"""One forecast of a backtest: made, scored, and told in rows."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from formateur.errors import NotEnoughPollsError
from formateur.evaluation.backtest.joint import joint_row
from formateur.evaluation.backtest.law_in_force import rules_in_force
from formateur.evaluation.backtest.polled import polled_of
from formateur.evaluation.backtest.rows import LEVELS, QUANTILES, ListRow
from formateur.evaluation.backtest.task import Outcome, Task
from formateur.evaluation.proper_scores import crps_of_draws
from formateur.facts import OTHER, Draws
from formateur.votes import model_for


def run_task(task: Task) -> Outcome:
    """Make the forecast of a task and score it.

    The random numbers depend on the seed and the key only, so that a model or a day that is
    added leaves all other rows as they were.
    """
    forecast, scoring = np.random.SeedSequence([task.seed, *task.key.words()]).spawn(2)
    election, rules = task.election, rules_in_force(task.election)
    try:
        estimate = model_for(task.key.model, task.day).estimate(
            election,
            rules,
            task.day,
            draws=task.draws,
            rng=np.random.default_rng(forecast),
            run="",
        )
    except NotEnoughPollsError as error:
        return Outcome(task.key, reason=str(error))
    drawn = estimate.draws
    scored = sorted(one for one in drawn.lists if one != OTHER and one in task.results)
    if not scored:
        return Outcome(task.key, reason="no list that was forecast has a result")
    percent = Draws(100 * drawn.values, drawn.lists, "share", "")
    rows = tuple(_list_row(task, one, np.asarray(percent[one], np.float64)) for one in scored)
    together = polled_of(scored, election, task.day)
    joint = joint_row(task, percent, together, np.random.default_rng(scoring))
    return Outcome(task.key, rows, joint)


def _list_row(task: Task, one: str, draws: NDArray[np.float64]) -> ListRow:
    result = 100 * task.results[one]
    return ListRow(
        election_id=task.key.election,
        days_before=task.key.days,
        as_of=task.day.isoformat(),
        model=task.key.model,
        party_id=one,
        result=result,
        mean=float(draws.mean()),
        sd=float(draws.std()),
        **dict(zip(QUANTILES, np.quantile(draws, LEVELS).tolist(), strict=True)),
        crps=crps_of_draws(draws, result),
    )
