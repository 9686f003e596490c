"""From a `Forecast` to what the page plays with."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from formateur.forecasting import Forecast
from formateur.motions import MotionAnswer
from formateur.parliament import BlocSeats, majority_of_draws, national_facts, passes
from formateur.reporting.figures import chance
from formateur.reporting.page.play.clauses import play_statements
from formateur.reporting.page.play.coalitions import play_coalitions
from formateur.reporting.page.play.formation import play_formation
from formateur.reporting.page.play.packing import Packed, pack
from formateur.reporting.page.play.schema import PlayBloc, PlayData, PlayList, PlayMotion
from formateur.votes.account import Uncertainty

MOST_DRAWS = 4_000
"""Draws that go into the page: a chance of one half is known to 0.8 percent, less than half of one
of 50 dots, and the file stays small."""


def play_data(forecast: Forecast, *, draws: int = MOST_DRAWS) -> PlayData:
    """Pack what the page needs to answer by itself.

    Parameters
    ----------
    draws
        At most so many of the forecast's draws, evenly taken.
    """
    taken = np.arange(min(draws, len(forecast.parliament))) * len(forecast.parliament)
    rows = taken // min(draws, len(forecast.parliament))
    majorities = majority_of_draws(forecast.parliament, forecast.rules)
    unsure = {one.list: one for one in forecast.estimate.account().uncertainty}
    return PlayData(
        run=forecast.run,
        draws=len(rows),
        of=len(forecast.parliament),
        house=forecast.rules.seats,
        majority=forecast.rules.majority,
        majorities=pack(majorities[rows])
        if (majorities != forecast.rules.majority).any()
        else None,
        lists=_lists(forecast, rows, unsure),
        blocs=[_bloc(one, forecast, unsure) for one in forecast.blocs],
        coalitions=play_coalitions(forecast.parliament, majorities),
        statements=play_statements(forecast.election),
        motions=[_motion(one) for one in forecast.motions],
        formation=play_formation(forecast),
    )


def _lists(
    forecast: Forecast, rows: NDArray[np.int64], unsure: Mapping[str, Uncertainty]
) -> list[PlayList]:
    votes, seats = forecast.votes, forecast.parliament
    above = passes(votes, forecast.rules, national_facts(forecast.election, votes.lists))
    reached = dict(zip(votes.lists, above[rows].T, strict=True))
    expected = {one: float(votes[one].mean()) for one in seats.lists}
    by_size = sorted(seats.lists, key=lambda one: (-seats[one].mean(), -expected[one], one))
    return [
        PlayList(
            id=one,
            seats=pack(seats[one][rows].astype(np.int64)),
            votes=pack(np.rint(1e4 * votes[one][rows]).astype(np.int64)),
            passed=_uncertain(reached[one]),
            p_threshold=chance(forecast.p_threshold[one]),
            expected=round(100 * expected[one], 3),
            usual_error=round(unsure[one].shared, 3) if one in unsure else None,
        )
        for one in by_size
    ]


def _uncertain(reached: NDArray[np.bool_]) -> Packed | None:
    return None if reached.all() or not reached.any() else pack(reached.astype(np.int64))


def _bloc(bloc: BlocSeats, forecast: Forecast, unsure: Mapping[str, Uncertainty]) -> PlayBloc:
    votes = 100 * forecast.votes.total(bloc.lists)
    parts = [unsure[one] for one in bloc.lists if one in unsure]
    error = None
    if len(parts) == len(bloc.lists):
        shared = sum(one.shared**2 for one in parts)
        every = shared + sum(one.polls**2 + one.movement**2 for one in parts)
        error = round(float(votes.std()) * math.sqrt(shared / every), 3) if every else None
    return PlayBloc(
        id=bloc.bloc.id,
        lists=list(bloc.lists),
        expected=round(float(votes.mean()), 3),
        usual_error=error,
    )


def _motion(answer: MotionAnswer) -> PlayMotion:
    return PlayMotion(
        id=answer.motion.id,
        majority=answer.motion.majority,
        positions={one: taken.position for one, taken in answer.positions.items()},
        p_carried=chance(answer.p_carried),
        p_if_oppose=chance(answer.p_if_unknown_oppose),
        p_if_support=chance(answer.p_if_unknown_support),
    )
