"""The forecasts that a backtest asks for."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from formateur.errors import UsageError
from formateur.evaluation.backtest.law_in_force import rules_in_force
from formateur.evaluation.backtest.task import Task, TaskKey
from formateur.facts import Election, as_of
from formateur.folder import PastElection
from formateur.settings import MOST_DRAWS
from formateur.votes import MODELS

DEFAULT_BACKTEST_DRAWS = 4_000
"""Enough that the CRPS of a list is known to a few thousandths of a point."""

FEWEST_DRAWS = 2
"""With one there is no spread, and no dependence between lists."""

MOST_DAYS = 3_660


@dataclass(frozen=True, slots=True, kw_only=True)
class Design:
    """What to forecast again, and how.

    Attributes
    ----------
    days
        Days before the vote.
    models
        Names of estimators.
    elections
        Ids; every election of the tables when empty.
    draws
        Number of draws of a forecast.
    seed
        Of the random numbers.

    Raises
    ------
    UsageError
        When one of them cannot be.
    """

    days: tuple[int, ...]
    models: tuple[str, ...]
    elections: tuple[str, ...] = ()
    draws: int = DEFAULT_BACKTEST_DRAWS
    seed: int = 1

    def __post_init__(self) -> None:
        for days in self.days:
            if not 1 <= days <= MOST_DAYS:
                raise UsageError(f"{days} days before the vote cannot be: give 1 to {MOST_DAYS}.")
        for model in self.models:
            if model not in MODELS:
                known = ", ".join(MODELS)
                raise UsageError(f"there is no model {model!r}. Choose from: {known}.")
        for what, given in (("days", self.days), ("models", self.models)):
            if not given:
                raise UsageError(f"no {what} are given. Name at least one.")
        if not FEWEST_DRAWS <= self.draws <= MOST_DRAWS:
            raise UsageError(f"{self.draws} draws cannot be: give {FEWEST_DRAWS} to {MOST_DRAWS}.")
        if self.seed < 0:
            raise UsageError(f"{self.seed} is no seed: give a whole number from 0 up.")


def plan(past: Sequence[PastElection], ids: Collection[str], design: Design) -> list[Task]:
    """Return every forecast of a design, in order of key.

    An election without polls or without a result has none.

    Parameters
    ----------
    ids
        Ids of all elections of the tables.

    Raises
    ------
    UsageError
        When an election is asked for that the tables do not hold.
    """
    by_id = {one.election.id: one for one in past}
    for asked in design.elections:
        if asked not in ids:
            raise UsageError(
                f"there is no election {asked!r} in these tables. "
                f"With polls and a result there are: {', '.join(sorted(by_id)) or 'none'}."
            )
    chosen = [by_id[one] for one in sorted({*design.elections} or by_id) if one in by_id]
    return sorted((t for one in chosen for t in _tasks(one, design)), key=lambda task: task.key)


def _tasks(past: PastElection, design: Design) -> Iterator[Task]:
    election = before_the_vote(past.election)
    for days in sorted({*design.days}):
        day = election.date - timedelta(days=days)
        known = as_of(election, day)
        for model in sorted({*design.models}):
            yield Task(
                key=TaskKey(election.id, days, model),
                election=known,
                day=day,
                results=past.shares,
                left_right=past.left_right,
                draws=design.draws,
                seed=design.seed,
            )


def before_the_vote(election: Election) -> Election:
    """Drop exit polls, and polls in seats where no law says how seats come of votes."""
    in_seats = any(poll.scale == "seats" for poll in election.polls)
    readable = not in_seats or rules_in_force(election) is not None
    return replace(
        election,
        polls=tuple(
            poll
            for poll in election.polls
            if poll.kind != "exit" and (readable or poll.scale == "percent")
        ),
    )
