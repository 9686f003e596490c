"""How well pretended events were told: coverage, false alarms, power."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import fmean

from formateur.evaluation.events.trials import SIZES, Trial
from formateur.votes.events.discoveries import THRESHOLD, TOLERATED
from formateur.votes.state_space.account import NORMAL_90

HORIZONS = ((0, 7), (8, 30), (31, 100), (101, 400))
"""Days before the vote by which the tables are divided."""

POLLS_AFTER = ((1, 5), (6, 20), (21, 10_000))
"""Numbers of polls after an event by which power is divided."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Pretended events taken together.

    Attributes
    ----------
    events, campaigns
        How many.
    by_polls, with_prior
        Share of the intervals of 90 percent that hold the true effect: that of the polls only, and
        that with the prior.
    half_width
        Mean half width of the latter, log-ratio.
    estimate, mean
        Mean estimate by the polls only, and mean with the prior, log-ratio.
    standing_out
        Share with a p-value up to `THRESHOLD`.
    found
        Share with a q-value up to `TOLERATED`.
    """

    name: str
    events: int
    campaigns: int
    by_polls: float
    with_prior: float
    half_width: float
    estimate: float
    mean: float
    standing_out: float
    found: float


@dataclass(frozen=True, slots=True)
class FalseAlarms:
    """Calendars without any effect.

    Attributes
    ----------
    calendars
        How many.
    alarmed
        Share of them with at least one effect found.
    """

    calendars: int
    alarmed: float


def without_effect(rows: Sequence[Trial]) -> list[Standing]:
    """Take together the events of calendars without any effect, by days before the vote."""
    none = [row for row in rows if not row.size]
    return [
        standing("all", none),
        *(standing(f"{a} to {b} days", kept) for (a, b), kept in _by(none, HORIZONS, _days)),
    ]


def with_effect(rows: Sequence[Trial]) -> list[Standing]:
    """Take together the events with an effect, by its size and by the polls after it."""
    drawn = [row for row in rows if row.drawn and row.effect]
    found = [standing("drawn from the prior", drawn)] if drawn else []
    for size in SIZES[1:]:
        own = [row for row in rows if row.effect == size and not row.drawn]
        if own:
            found.append(standing(f"{size:.2f}", own))
        for (least, most), kept in _by(own, POLLS_AFTER, _polls):
            told = f"{least} to {most}" if most < POLLS_AFTER[-1][1] else f"{least} or more"
            found.append(standing(f"{size:.2f}, {told} polls", kept))
    return found


def false_alarms(rows: Sequence[Trial]) -> FalseAlarms:
    """Count the calendars without an effect in which one was found."""
    calendars: dict[tuple[str, int], bool] = {}
    for row in rows:
        if not row.size:
            key = (row.election, row.calendar)
            calendars[key] = calendars.get(key, False) or row.q <= TOLERATED
    return FalseAlarms(len(calendars), fmean(calendars.values()) if calendars else 0.0)


def standing(name: str, rows: Sequence[Trial]) -> Standing:
    """Take together events, of which there is at least one."""
    return Standing(
        name=name,
        events=len(rows),
        campaigns=len({row.election for row in rows}),
        by_polls=fmean(abs(row.estimate - row.effect) <= NORMAL_90 * row.error for row in rows),
        with_prior=fmean(row.found.low <= row.effect <= row.found.high for row in rows),
        half_width=fmean((row.found.high - row.found.low) / 2.0 for row in rows),
        estimate=fmean(row.estimate for row in rows),
        mean=fmean(row.found.mean for row in rows),
        standing_out=fmean(row.p <= THRESHOLD for row in rows),
        found=fmean(row.q <= TOLERATED for row in rows),
    )


_Bands = Sequence[tuple[int, int]]


def _by(
    rows: Sequence[Trial], bands: _Bands, of: Callable[[Trial], int]
) -> list[tuple[tuple[int, int], list[Trial]]]:
    kept = [((a, b), [row for row in rows if a <= of(row) <= b]) for a, b in bands]
    return [(band, own) for band, own in kept if own]


def _days(row: Trial) -> int:
    return row.days


def _polls(row: Trial) -> int:
    return row.polls_after
