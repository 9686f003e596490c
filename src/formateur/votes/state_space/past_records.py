"""Records: what lists did beyond their polls, and how houses leaned, in past elections."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from formateur.votes.state_space.expectation import closed
from formateur.votes.state_space.learned import Effects, Motion, PollsterRecord, SharedError
from formateur.votes.state_space.likelihood import Prepared, level_at
from formateur.votes.state_space.origin import Origin

SHRINKAGE = 4.0
"""A record counts half when it rests on this number of elections."""

HALF_LIFE_YEARS = 10.0
"""Elections this long ago count half."""

CARRIED = 0.7
"""Part of a house effect that is expected again in the next election."""

HOUSE_YEARS = 8.0
"""A house that has not polled for this long starts anew."""

LAST_DAYS = 14.0
"""The last poll of a house counts for its record when it was taken this near to the vote."""

DIGITS = 3


@dataclass(frozen=True, slots=True)
class _Beyond:
    held: date
    lists: Effects


@dataclass(frozen=True, slots=True)
class Records:
    """By country: what every list did beyond its polls on the eve, on scaled logs."""

    past: Mapping[str, tuple[_Beyond, ...]]

    @classmethod
    def of(cls, eves: Iterable[Prepared], motion: Motion, error: SharedError) -> Records:
        """Measure elections on their eve."""
        past: dict[str, list[_Beyond]] = {}
        for ready in eves:
            one = ready.origin
            level = level_at(ready, motion)
            nothing = np.zeros(len(one.seen.lists))
            expected = closed(one.seen, level, one.before, nothing, motion, error=error)
            beyond = (np.log(one.result) - np.log(expected.share[:-1])) / one.seen.unit
            lists = {
                name: float(by)
                for name, by in zip(one.seen.lists, beyond, strict=True)
                if not np.isnan(by)
            }
            past.setdefault(one.country, []).append(_Beyond(one.held, lists))
        return cls({country: tuple(found) for country, found in past.items()})

    def before(self, country: str, day: date) -> dict[str, float]:
        """Record of every list of a country from the elections before a day, shrunken."""
        total: dict[str, float] = {}
        weight: dict[str, float] = {}
        for one in self.past.get(country, ()):
            if one.held < day:
                fresh = 0.5 ** ((day - one.held).days / 365.25 / HALF_LIFE_YEARS)
                for name, by in one.lists.items():
                    total[name] = total.get(name, 0.0) + fresh * by
                    weight[name] = weight.get(name, 0.0) + fresh
        return {name: total[name] / (weight[name] + SHRINKAGE) for name in sorted(total)}

    def for_origin(self, origin: Origin) -> NDArray[np.float64]:
        """Record of the lists of an origin, shape (lists,)."""
        known = self.before(origin.country, origin.held)
        return np.array([known.get(name, 0.0) for name in origin.seen.lists])


def records_before(records: Records, until: date) -> dict[str, Effects]:
    """Return the records of all countries on a day, rounded, but what is next to nothing."""
    found = {country: _rounded(records.before(country, until)) for country in sorted(records.past)}
    return {country: lists for country, lists in found.items() if lists}


def house_effects(
    ready: Sequence[Prepared], motion: Motion, until: date
) -> dict[str, dict[str, Effects]]:
    """House effects as last seen before `until`, by country, house and list."""
    found: dict[str, dict[str, Effects]] = {}
    eves = [one for one in ready if one.origin.days == 1]
    for one in sorted(eves, key=lambda one: one.origin.held):
        origin = one.origin
        if (until - origin.held).days > HOUSE_YEARS * 365.25:
            continue
        effects = CARRIED * level_at(one, motion).houses
        for at, house in enumerate(origin.seen.houses):
            lists = dict(zip(origin.seen.lists, effects[:, at].tolist(), strict=True))
            if kept := _rounded(lists):
                found.setdefault(origin.country, {})[house] = kept
    return {country: dict(sorted(found[country].items())) for country in sorted(found)}


def _rounded(effects: Effects) -> dict[str, float]:
    rounded = {name: round(by, DIGITS) for name, by in effects.items()}
    return {name: by for name, by in rounded.items() if abs(by) >= 10.0**-DIGITS * 5}


def pollster_records(
    ready: Sequence[Prepared], until: date
) -> dict[str, dict[str, PollsterRecord]]:
    """How far the last poll of every house was off, by country and house.

    Counted are polls whose fieldwork lay in the last `LAST_DAYS` before the vote.
    """
    errors: dict[tuple[str, str], list[float]] = {}
    for one in ready:
        origin = one.origin
        if origin.days == 1 and origin.held < until:
            for house, error in _last_polls(origin).items():
                errors.setdefault((origin.country, house), []).append(error)
    found: dict[str, dict[str, PollsterRecord]] = {}
    for (country, house), row in sorted(errors.items()):
        record = PollsterRecord(elections=len(row), error=round(float(np.mean(row)), 2))
        found.setdefault(country, {})[house] = record
    return found


def _last_polls(origin: Origin) -> dict[str, float]:
    """Mean absolute error of the last poll of every house, percentage points."""
    found = {}
    for row, day in enumerate(origin.seen.day):
        off = 100.0 * np.abs(origin.seen.share[row] - origin.result)
        if day <= LAST_DAYS and not np.isnan(off).all():
            found[origin.seen.houses[origin.seen.house[row]]] = float(np.nanmean(off))
    return found
