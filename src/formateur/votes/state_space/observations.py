"""Polls as arrays for the filter: logs of shares, when they were taken, by whom, how exact."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

import numpy as np
from numpy.typing import NDArray

from formateur.facts import Poll
from formateur.law import Rules
from formateur.votes.average import PollTable, average, readings
from formateur.votes.cells import Lineage
from formateur.votes.reading import read_polls
from formateur.votes.state_space.choice import latest
from formateur.votes.state_space.learned import Motion
from formateur.votes.state_space.size import SMALLEST, log_share, size_factor
from formateur.votes.state_space.walk import walked
from formateur.votes.unprinted import Unprinted

USUAL_SAMPLE = 1000
"""Respondents of a poll that does not tell."""

LARGEST_SAMPLE = 3000
"""More respondents than this do not make a poll surer."""

SEAT_ROUNDING = 0.35
"""Standard deviation of the votes behind a printed number of seats, in seats."""

BELOW_SPREAD = 0.25
"""Standard deviation of a share that is only known to be below a bound, as a part of the bound."""


@dataclass(frozen=True, slots=True, eq=False)
class Observations:
    """Polls in order of time, and what they say of the lists that the latest ones print.

    Attributes
    ----------
    polls
        Oldest first: the first axis.
    lists
        The second axis.
    share
        0 to 1, not a number where a poll is silent; shape (polls, lists).
    rounding
        Variance of a share through rounding or through bounds, shape (polls, lists).
    day, length
        Middle of the fieldwork, as days before the vote, and its days; shape (polls,).
    house
        Number of the house in `houses`, shape (polls,).
    houses
        Names, capitals aside.
    sample
        Respondents that a poll adds to those of the same house before, shape (polls,).
    centre
        The average of the latest polls, by list and with `OTHER`.
    latest
        The polls in that average, as a table.
    """

    polls: tuple[Poll, ...]
    lists: tuple[str, ...]
    share: NDArray[np.float64]
    rounding: NDArray[np.float64]
    day: NDArray[np.float64]
    length: NDArray[np.float64]
    house: NDArray[np.int64]
    houses: tuple[str, ...]
    sample: NDArray[np.float64]
    centre: Mapping[str, float]
    latest: PollTable

    @property
    def unit(self) -> NDArray[np.float64]:
        """Size factor of every list in the average; scaled logs are divided by it."""
        return size_factor(np.array([self.centre[one] for one in self.lists]))

    def values(self) -> NDArray[np.float64]:
        """Scaled logs of the shares, shape (polls, lists)."""
        return np.asarray(log_share(self.share) / self.unit)

    def noise(self, motion: Motion) -> NDArray[np.float64]:
        """Variance of every scaled log, shape (polls, lists)."""
        share = np.maximum(self.share, SMALLEST)
        sampling = motion.overdispersion * share * (1.0 - share) / self.sample[:, None]
        read = np.nan_to_num((sampling + self.rounding) / (share * self.unit) ** 2)
        half = self.length / 2
        span = walked(self.day + half, np.maximum(self.day - half, 0.0), motion) / 12
        return np.asarray(read + span[:, None] + motion.extra**2)

    def moved(self, motion: Motion) -> NDArray[np.float64]:
        """Variance that the level gathers before each poll, shape (polls,)."""
        day = np.maximum(self.day, 0.0)
        return np.concatenate([[0.0], walked(day[:-1], day[1:], motion)])


def observe(
    polls: Sequence[Poll], lines: Lineage, rules: Rules | None, unprinted: Unprinted, vote: int
) -> Observations:
    """Read polls as observations.

    Parameters
    ----------
    rules
        The law, through which seats are read; may be ``None`` when no poll is in seats.
    unprinted
        What is taken in the place of what polls do not print.
    vote
        Day of the vote, as an ordinal.
    """
    recent = read_polls(latest(polls), lines, rules, unprinted)
    centre = average(recent, unprinted)
    ordered = sorted(polls, key=lambda poll: (_middle(poll), poll.fieldwork_end, poll.id))
    table = read_polls(ordered, lines, rules, unprinted)
    kept = [table.lists.index(one) for one in recent.lists]
    share = readings(table, centre, unprinted)
    houses = sorted({poll.pollster.casefold() for poll in polls})
    return Observations(
        polls=tuple(ordered),
        lists=recent.lists,
        share=share[:, kept],
        rounding=_rounding(table, share, rules.seats if rules is not None else 1)[:, kept],
        day=np.array([vote - _middle(poll) for poll in ordered]),
        length=np.array([_length(poll) for poll in ordered], dtype=np.float64),
        house=np.array([houses.index(poll.pollster.casefold()) for poll in ordered]),
        houses=tuple(houses),
        sample=np.array([_sample(poll) for poll in ordered]) * _fresh(ordered),
        centre=centre,
        latest=recent,
    )


def _middle(poll: Poll) -> float:
    start = poll.fieldwork_start or poll.fieldwork_end
    return (start.toordinal() + poll.fieldwork_end.toordinal()) / 2


def _length(poll: Poll) -> int:
    return (poll.fieldwork_end - (poll.fieldwork_start or poll.fieldwork_end)).days


def _sample(poll: Poll) -> float:
    """Respondents that named a list."""
    named = (poll.sample_size or USUAL_SAMPLE) * (1.0 - poll.undecided / 100)
    return float(min(named, LARGEST_SAMPLE))


def _fresh(polls: Sequence[Poll]) -> NDArray[np.float64]:
    """Part of a poll's fieldwork that the poll before of the same house had not in it already."""
    parts = np.ones(len(polls))
    before: dict[str, Poll] = {}
    for k, poll in enumerate(polls):
        start = poll.fieldwork_start or poll.fieldwork_end
        earlier = before.get(poll.pollster.casefold())
        if earlier is not None and earlier.fieldwork_end >= start:
            days = (poll.fieldwork_end - start + timedelta(days=1)).days
            fresh = max((poll.fieldwork_end - earlier.fieldwork_end).days, 0)
            parts[k] = max(fresh, 0.5) / days
        before[poll.pollster.casefold()] = poll
    return parts


def _rounding(table: PollTable, share: NDArray[np.float64], seats: int) -> NDArray[np.float64]:
    """Variance through what a poll does not print of a share."""
    printed = np.where(np.isnan(table.below), _step(table.figure)[:, None], 0.0) ** 2 / 12
    in_seats = np.where(table.seat_share > 0, SEAT_ROUNDING / seats, 0.0) ** 2
    bound = np.nan_to_num(table.below) * BELOW_SPREAD
    return np.asarray(np.where(np.isnan(share), 0.0, printed + in_seats + bound**2))


def _step(figure: NDArray[np.float64]) -> NDArray[np.float64]:
    """Step to which each poll is rounded: whole or half percents, else a tenth, shape (polls,)."""
    steps = np.full(len(figure), 0.001)
    for step in (0.005, 0.01):
        off = np.abs(figure / step - np.rint(figure / step)).max(axis=1, initial=0.0)
        steps[off < 1e-6] = step
    return steps
