"""Coalitions on request: what they could, what they would, and what would have to change."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from formateur.errors import UsageError
from formateur.facts import Draws
from formateur.folder.past_cabinets import built_in_cabinets
from formateur.forecasting import Forecast
from formateur.government import Would, count_majorities, would_govern
from formateur.government.formation.statement_words import words_from
from formateur.government.formation.words import AGAINST, hits
from formateur.parliament import majority_of_draws
from formateur.reporting.names import names_in_languages

SHOWN = 20
"""Coalitions that are shown."""

SELDOM = 0.1
"""Without ``--minority``, coalitions with a majority less often than this are not shown."""

CHANGES = 5
"""Statements that are switched off, one by one, to see what would have to change."""

CHANGE_DRAWS = 1000
"""Draws on which that is worked out, the first ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is asked for.

    Attributes
    ----------
    include, exclude
        Lists that must be in, and must not.
    without
        Ids of statements that are taken as never made.
    minority
        Whether coalitions without a majority are shown too.
    min_seats
        Seats that a coalition has in the middle case at least.
    """

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    minority: bool = False
    min_seats: int = 0


@dataclass(frozen=True, slots=True)
class CoalitionRow:
    """One coalition.

    Attributes
    ----------
    seats
        In the middle case.
    over
        Seats over the majority in the middle case; negative when short.
    against
        Ids of the statements that speak against it.
    """

    names: tuple[str, ...]
    p_would: float
    p_could: float
    seats: int
    over: int
    against: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What it would do if a statement had not been made.

    Attributes
    ----------
    summary
        The statement, in words.
    before, after
        Chance that one of the coalitions asked for forms.
    """

    statement: str
    summary: str
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class CoalitionsView:
    """The answer.

    Attributes
    ----------
    matching
        How many coalitions fit what was asked.
    p_hidden
        Chance that one of those forms which were left out because they seldom have a majority.
    lacking
        By bloc, the seats that it lacks to a majority in the middle case, and in 90 of 100.
    changes
        The largest first.
    names_in_languages
        By a name as it is here: the same name by language code.
    """

    election: str
    day: date
    majority: int
    rows: tuple[CoalitionRow, ...]
    matching: int
    p_any: float
    p_none: float
    p_hidden: float
    lacking: tuple[tuple[str, int, int, int], ...]
    changes: tuple[Change, ...]
    names_in_languages: Mapping[str, Mapping[str, str]]


def coalitions_view(forecast: Forecast, asked: Asked) -> CoalitionsView:
    """Answer what was asked.

    Raises
    ------
    UsageError
        When a list is not known, or both included and excluded, or no list wins seats.
    """
    would = forecast.formation
    if would is None:
        raise UsageError(f"no list of {forecast.election.id} wins a seat in every draw.")
    include, exclude = _mask(asked.include, would), _mask(asked.exclude, would)
    if include & exclude:
        raise UsageError("a list is both included and excluded. Leave one of the two out.")
    masks = np.arange(1, len(would.chances))
    fits = masks[(masks & include == include) & (masks & exclude == 0)]
    could = _could(forecast, would)
    middle = np.median(would.table.seats, axis=0)
    large = [m for m in _order(fits, would, could) if _held(m, middle) >= asked.min_seats]
    rows = [mask for mask in large if asked.minority or could[mask] >= SELDOM]
    chosen = np.array(rows, dtype=np.int64)
    return CoalitionsView(
        election=forecast.election.name,
        day=forecast.day,
        majority=forecast.rules.majority,
        rows=tuple(_row(mask, forecast, would, could) for mask in rows[:SHOWN]),
        matching=len(rows),
        p_any=float(would.chances[chosen].sum()),
        p_none=would.p_none,
        p_hidden=max(float(would.chances[large].sum() - would.chances[rows].sum()), 0.0),
        lacking=tuple(_lacking(forecast)),
        changes=_changes(forecast, would, chosen) if asked.include else (),
        names_in_languages=names_in_languages(forecast.election),
    )


def _mask(lists: Collection[str], would: Would) -> int:
    mask = 0
    for one in lists:
        places = would.table.of_list(one)
        if not places:
            players = would.table.players
            ids = dict.fromkeys(k for player in players for k in (player.list, player.id))
            known = ", ".join(ids)
            raise UsageError(f"{one!r} wins no seats here, or is no list. Lists: {known}.")
        for place in places:
            mask |= 1 << place
    return mask


def _could(forecast: Forecast, would: Would) -> NDArray[np.float64]:
    """Return the chance of a majority by mask of the players, shape (2^players,)."""
    ids = tuple(one.id for one in would.table.players)
    seats = Draws(would.table.seats, ids, "seats", forecast.run)
    majority = majority_of_draws(forecast.parliament, forecast.rules)[: len(seats)]
    counted = count_majorities(seats, majority)
    place = [ids.index(one) for one in counted.lists]
    masks = np.arange(len(counted.p_majority))
    own = sum((masks >> k & 1) << at for k, at in enumerate(place))
    could = np.zeros(len(would.chances))
    could[own] = counted.p_majority
    return could


def _order(fits: NDArray[np.int64], would: Would, could: NDArray[np.float64]) -> list[int]:
    by = np.lexsort((np.bitwise_count(fits), -could[fits], -would.chances[fits]))
    found: list[int] = fits[by].tolist()
    return found


def _held(mask: int, seats: NDArray[np.float64]) -> float:
    return float(sum(held for k, held in enumerate(seats) if mask >> k & 1))


def _row(mask: int, forecast: Forecast, would: Would, could: NDArray[np.float64]) -> CoalitionRow:
    members = [k for k in range(len(would.table.players)) if mask >> k & 1]
    held = int(np.median(would.table.seats[:, members].sum(axis=1)))
    return CoalitionRow(
        names=tuple(would.table.players[k].name for k in members),
        p_would=float(would.chances[mask]),
        p_could=float(could[mask]),
        seats=held,
        over=held - forecast.rules.majority,
        against=_against(mask, forecast, would),
    )


def _against(mask: int, forecast: Forecast, would: Would) -> tuple[str, ...]:
    """Return the statements that speak against a coalition under its largest member."""
    largest = next(k for k in range(len(would.table.players)) if mask >> k & 1)
    found = []
    for word in words_from(forecast.election, would.table, forecast.day):
        touched = hits(word, len(would.table.players))
        under = word.head is None or word.head == largest
        if under and any(where[mask] for name, where in touched.items() if name in AGAINST):
            found.append(word.id)
    return tuple(dict.fromkeys(found))


def _lacking(forecast: Forecast) -> list[tuple[str, int, int, int]]:
    return [
        (bloc.bloc.name, *_short(bloc.seats, forecast.rules.majority)) for bloc in forecast.blocs
    ]


def _short(seats: NDArray[np.int64], majority: int) -> tuple[int, int, int]:
    middle, most, least = (round(float(np.quantile(seats, level))) for level in (0.5, 0.95, 0.05))
    return majority - middle, majority - most, majority - least


def _changes(forecast: Forecast, would: Would, masks: NDArray[np.int64]) -> tuple[Change, ...]:
    """Switch off the statements that speak against the likeliest of some coalitions, one by one."""
    if not len(masks):
        return ()
    likeliest = masks[np.argsort(-would.chances[masks], kind="stable")[:3]]
    ids = dict.fromkeys(one for mask in likeliest for one in _against(int(mask), forecast, would))
    before = _chance(forecast, would, masks, ())
    said = {one.id: one for one in forecast.election.statements}
    found = [
        Change(one, said[one].summary, before, _chance(forecast, would, masks, (one,)))
        for one in list(ids)[:CHANGES]
    ]
    return tuple(sorted(found, key=lambda one: one.before - one.after))


def _chance(
    forecast: Forecast, first: Would, masks: NDArray[np.int64], without: Sequence[str]
) -> float:
    election = forecast.election
    kept = tuple(one for one in election.statements if one.id not in without)
    few = np.arange(len(forecast.parliament)) < CHANGE_DRAWS
    seats = forecast.parliament.where(few)
    again = would_govern(
        replace(election, statements=kept),
        forecast.day,
        seats,
        majority=majority_of_draws(seats, forecast.rules),
        model=first.model,
        cabinets=built_in_cabinets(election.country),
        procedure=first.procedure,
        rng=np.random.default_rng(forecast.seed),
    )
    if again is None:
        return 0.0
    own = {one.id: k for k, one in enumerate(again.table.players)}
    place = [own.get(one.id) for one in first.table.players]
    total = 0.0
    for mask in masks.tolist():
        parts = [place[k] for k in range(len(place)) if mask >> k & 1]
        moved = sum(1 << part for part in parts if part is not None)
        total += float(again.chances[moved]) if None not in parts else 0.0
    return total
