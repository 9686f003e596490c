"""A formation procedure run over many draws: when a government is there, or the next vote."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from formateur.government.formation.waiting import Waits
from formateur.government.procedure.position import Position
from formateur.government.procedure.states import Procedure

PATIENCE = 0.95
"""Where no law ends the search, a failure is declared when this part of all waits is over."""


@dataclass(frozen=True, slots=True, eq=False)
class Timeline:
    """What came of the search in every draw.

    Attributes
    ----------
    vote
        Day of the election that days are counted from.
    days
        Days to the government, int64, shape (draws,); those to the next vote where none forms.
    formed
        Where a government forms before the next vote, bool, shape (draws,).
    state
        Index of the state in which it forms, if every state before took all of its time; -1
        where none forms, shape (draws,).
    deadline
        Last day by law for a government; ``None`` where no law sets one.
    """

    vote: date
    days: NDArray[np.int64]
    formed: NDArray[np.bool_]
    state: NDArray[np.int64]
    deadline: date | None

    def by(self, day: date) -> NDArray[np.bool_]:
        """Return where a new government is in office on a day, bool, shape (draws,)."""
        in_office: NDArray[np.bool_] = self.formed & (self.days <= (day - self.vote).days)
        return in_office

    def repeat_day(self) -> date | None:
        """Return the middle day of the next vote where none forms; ``None`` if one always does."""
        failed = self.days[~self.formed]
        return self.vote + timedelta(days=int(np.median(failed))) if len(failed) else None


def run_procedure(
    procedure: Procedure,
    here: Position,
    waits: Waits,
    fails: NDArray[np.float64],
    *,
    vote: date,
    day: date,
    rng: np.random.Generator,
) -> Timeline:
    """Run the procedure from where it stands on a day.

    That no government is there yet makes failure likelier: of the houses that do bring one, some
    would have done so by now.

    Parameters
    ----------
    here
        Where it stands.
    waits
        Days that a house like this takes, if it brings a government.
    fails
        Chance of no government in every draw, as on election day, shape (draws,).
    day
        The day of the forecast.
    """
    draws = len(fails)
    elapsed = max((day - vote).days, 0)
    if here.formed is not None:
        sworn = np.full(draws, (here.formed - vote).days)
        return Timeline(vote, sworn, np.ones(draws, bool), np.full(draws, here.state), None)
    last = _deadline(procedure, here)
    left = _still_possible(waits, elapsed, None if last is None else (last - vote).days)
    open_ = still_open(procedure, here, waits, vote=vote, day=day)
    chance = fails / np.maximum(fails + (1 - fails) * max(open_, MINUTE), MINUTE)
    formed = rng.random(draws) >= chance
    if left is None or here.dissolved:
        formed[:] = False
    days = _failure_days(
        procedure, here, (vote, elapsed, last), waits.quantile(PATIENCE), (rng, draws)
    )
    if left is not None:
        drawn = rng.choice(left.days, size=draws, p=left.weights)
        days = np.where(formed, np.rint(drawn).astype(np.int64), days)
    state = np.where(formed, _state_of(procedure, here, vote, days), -1)
    return Timeline(vote, days, formed, state, last)


MINUTE = 1e-3


def still_open(
    procedure: Procedure, here: Position, waits: Waits, *, vote: date, day: date
) -> float:
    """Return of the houses that bring a government the part in which it could still come (0 to 1).

    Parameters
    ----------
    here, waits, vote, day
        As for `run_procedure`; no government is there yet.
    """
    elapsed, last = max((day - vote).days, 0), _deadline(procedure, here)
    left = _still_possible(waits, elapsed, None if last is None else (last - vote).days)
    return 0.0 if here.dissolved or left is None else 1 - waits.by(elapsed)


def _deadline(procedure: Procedure, here: Position) -> date | None:
    if not procedure.has_deadline:
        return None
    return here.since + timedelta(days=procedure.longest(here.state))


def _still_possible(waits: Waits, elapsed: int, last: int | None) -> Waits | None:
    """Return the waits that are not over yet and that the law still allows.

    Where the past knows none so long, any day that is left is as likely as the others.
    """
    kept = waits.days > elapsed
    if last is not None:
        kept &= waits.days <= last
    if kept.any():
        return Waits(waits.days[kept], waits.weights[kept] / waits.weights[kept].sum())
    end = elapsed + LONGER if last is None else last
    if end <= elapsed:
        return None
    days = np.arange(elapsed + 1, end + 1, dtype=np.float64)
    return Waits(days, np.full(len(days), 1 / len(days)))


LONGER = 60
"""Days that a search goes on which has outlasted everything known."""


def _failure_days(
    procedure: Procedure,
    here: Position,
    when: tuple[date, int, date | None],
    patience: float,
    chance: tuple[np.random.Generator, int],
) -> NDArray[np.int64]:
    (vote, elapsed, last), (rng, draws) = when, chance
    if here.dissolved is not None:
        end = np.full(draws, (here.dissolved - vote).days)
    elif last is not None:
        end = _end_of_search(procedure, here, rng, draws) + (here.since - vote).days
    else:
        end = np.full(draws, max(round(patience), elapsed + 1))
    repeat = procedure.repeat
    campaign = rng.triangular(repeat.least, repeat.usual, max(repeat.most, repeat.least + 1), draws)
    return np.asarray(end + np.rint(campaign), dtype=np.int64)


def _end_of_search(
    procedure: Procedure, here: Position, rng: np.random.Generator, draws: int
) -> NDArray[np.int64]:
    """Return after how many days of the present state a house is dissolved that finds nobody.

    When parliament itself has had its turn, nobody is asked any more. An extension is granted in
    half of the draws.
    """
    total = np.zeros(draws, dtype=np.int64)
    for one in procedure.states[here.state :]:
        total += (one.days or 0) + one.extension * rng.integers(0, 2, draws)
        if one.kind == "parliament":
            break
    return total


def _state_of(
    procedure: Procedure, here: Position, vote: date, days: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Return the state that runs on the day of the government, if each takes all of its time."""
    ends, reached = [], (here.since - vote).days
    for one in procedure.states[here.state :]:
        reached += (one.days if one.days is not None else UNLIMITED) + one.extension
        ends.append(reached)
    found = here.state + np.searchsorted(np.array(ends), days, side="left")
    return np.asarray(np.minimum(found, len(procedure.states) - 1), dtype=np.int64)


UNLIMITED = 10_000
