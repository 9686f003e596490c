"""What changed between two days, and why: time, other facts, and each new poll in turn."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Literal

from formateur.errors import NotEnoughPollsError, UsageError
from formateur.facts import OTHER, Draws, Election, Poll
from formateur.forecasting import Forecast, make_forecast
from formateur.law import Law
from formateur.settings import DEFAULT_DRAWS, DEFAULT_SEED
from formateur.simulating import simulate
from formateur.votes import Estimator, VoteEstimate

Cause = Literal["days", "facts", "poll"]


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """One cause, and by how much it moved what was expected.

    Attributes
    ----------
    cause
        ``days``: the same facts seen from the later day. ``facts``: lists, agreements and learned
        numbers that became known in between. ``poll``: one new poll.
    poll
        The poll; ``None`` for other causes.
    votes, seats
        By every list of any step: percentage points, and seats, by which the mean moved.
    previous
        By the same lists: the part of `votes` that comes from the previous result, which pulls the
        less the more the polls tell.
    """

    cause: Cause
    poll: Poll | None
    votes: Mapping[str, float]
    seats: Mapping[str, float]
    previous: Mapping[str, float]


@dataclass(frozen=True, slots=True, eq=False)
class Changes:
    """Forecasts of two days, and the steps from one to the other.

    Attributes
    ----------
    steps
        In order; over all of them, what they moved adds up to the difference of the forecasts.
    """

    before: Forecast
    after: Forecast
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _State:
    """Expected votes, percent, seats, and the pull of the previous result, points, by list."""

    votes: Mapping[str, float]
    seats: Mapping[str, float]
    previous: Mapping[str, float]


def compare_days(
    election: Election,
    law: Law,
    days: tuple[date, date],
    estimator_of: Callable[[date], Estimator],
    *,
    draws: int = DEFAULT_DRAWS,
    seed: int = DEFAULT_SEED,
) -> Changes:
    """Go from the forecast of one day to that of a later one, one cause after the other.

    First the day moves, then facts other than polls, then the new polls come in, in the order in
    which they were published. The random numbers are the same in every step. Where the law and the
    settings are the same, nothing else can change a forecast.

    Parameters
    ----------
    election
        All facts.
    days
        The earlier and the later day.
    estimator_of
        Gives the estimator of a day, with what had been learned by then.

    Raises
    ------
    UsageError
        When the days are the same, in the wrong order, or not both before the result is known.
    NotEnoughPollsError
        When no poll that could be used was known on one of the days.
    """
    first, last = days
    _check_days(election, first, last)
    before = make_forecast(election, law, first, estimator_of(first), draws=draws, seed=seed)
    after = make_forecast(election, law, last, estimator_of(last), draws=draws, seed=seed)
    causes: list[_Cause] = []
    states = [_state(before.estimate, before.parliament)]
    for cause, facts, estimator in _between(before, after, estimator_of):
        try:
            found = simulate(
                facts, after.rules, last, estimator, draws=draws, seed=seed, run=after.run
            )
        except NotEnoughPollsError:  # the earlier polls are too old: the next step tells it
            continue
        causes.append(cause)
        states.append(_state(found.estimate, found.seats))
    causes.append(_last_cause(before, after))
    states.append(_state(after.estimate, after.parliament))
    every = dict.fromkeys(one for state in states for one in state.votes)
    moved = (
        (
            _moved(old.votes, new.votes, every),
            _moved(old.seats, new.seats, every),
            _moved(old.previous, new.previous, every),
        )
        for old, new in pairwise(states)
    )
    steps = (Step(*cause, *each) for cause, each in zip(causes, moved, strict=True))
    return Changes(before, after, tuple(steps))


def _check_days(election: Election, first: date, last: date) -> None:
    if first == last:
        raise UsageError(f"both days are {first}: there is nothing to compare. Give two days.")
    if first > last:
        raise UsageError(f"{first} is after {last}. Give the earlier day first.")
    if last > election.date:
        raise UsageError(
            f"{last} is after the vote of {election.date}: from then on the result is known, and "
            "nothing is estimated. Give days up to the vote; `formateur score` compares with the "
            "result."
        )


_Cause = tuple[Cause, Poll | None]


def _between(
    before: Forecast, after: Forecast, estimator_of: Callable[[date], Estimator]
) -> Iterator[tuple[_Cause, Election, Estimator]]:
    """Return every cause but the last one with the facts and the estimator once it has worked."""
    yield ("days", None), before.election, estimator_of(before.day)
    fresh = new_polls(before, after)
    later = estimator_of(after.day)
    for count in range(len(fresh)):
        known = (*before.election.polls, *fresh[:count])
        cause: _Cause = ("poll", fresh[count - 1]) if count else ("facts", None)
        yield cause, replace(after.election, polls=known), later


def _last_cause(before: Forecast, after: Forecast) -> _Cause:
    fresh = new_polls(before, after)
    return ("poll", fresh[-1]) if fresh else ("facts", None)


def new_polls(before: Forecast, after: Forecast) -> list[Poll]:
    """Return the polls that became known in between, in the order in which they did."""
    known = {poll.id for poll in before.election.polls}
    fresh = [poll for poll in after.election.polls if poll.id not in known]
    return sorted(fresh, key=lambda poll: (poll.known_from, poll.fieldwork_end, poll.id))


def _state(estimate: VoteEstimate, seats: Draws) -> _State:
    votes = estimate.draws
    return _State(
        {one: 100.0 * float(votes[one].mean()) for one in votes.lists if one != OTHER},
        {one: float(seats[one].mean()) for one in seats.lists},
        {one.list: one.previous for one in estimate.account().uncertainty},
    )


def _moved(
    old: Mapping[str, float], new: Mapping[str, float], lists: Iterable[str]
) -> dict[str, float]:
    """Differences by list; a list that is missing on one side counts as 0 there."""
    return {one: new.get(one, 0.0) - old.get(one, 0.0) for one in lists}
