"""From a `Forecast` to what the page plays with."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from formateur.forecasting import Forecast
from formateur.motions import MotionAnswer
from formateur.parliament import majority_of_draws, national_facts, passes
from formateur.reporting.figures import chance
from formateur.reporting.page.play.clauses import play_statements
from formateur.reporting.page.play.coalitions import play_coalitions
from formateur.reporting.page.play.formation import play_formation
from formateur.reporting.page.play.packing import Packed, pack
from formateur.reporting.page.play.schema import PlayBloc, PlayData, PlayList, PlayMotion

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
    blocs = [PlayBloc(id=one.bloc.id, lists=list(one.lists)) for one in forecast.blocs]
    return PlayData(
        run=forecast.run,
        draws=len(rows),
        of=len(forecast.parliament),
        house=forecast.rules.seats,
        majority=forecast.rules.majority,
        majorities=pack(majorities[rows])
        if (majorities != forecast.rules.majority).any()
        else None,
        lists=_lists(forecast, rows),
        blocs=blocs,
        coalitions=play_coalitions(forecast.parliament, majorities),
        statements=play_statements(forecast.election),
        motions=[_motion(one) for one in forecast.motions],
        formation=play_formation(forecast),
    )


def _lists(forecast: Forecast, rows: NDArray[np.int64]) -> list[PlayList]:
    votes, seats = forecast.votes, forecast.parliament
    above = passes(votes, forecast.rules, national_facts(forecast.election, votes.lists))
    reached = dict(zip(votes.lists, above[rows].T, strict=True))
    errors = {one.list: one.shared for one in forecast.estimate.account().uncertainty}
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
            usual_error=_usual_error(one, errors),
        )
        for one in by_size
    ]


def _uncertain(reached: NDArray[np.bool_]) -> Packed | None:
    return None if reached.all() or not reached.any() else pack(reached.astype(np.int64))


def _usual_error(list_id: str, errors: Mapping[str, float]) -> float | None:
    error = errors.get(list_id)
    return None if error is None else round(error, 3)


def _motion(answer: MotionAnswer) -> PlayMotion:
    return PlayMotion(
        id=answer.motion.id,
        majority=answer.motion.majority,
        positions={one: taken.position for one, taken in answer.positions.items()},
        p_carried=chance(answer.p_carried),
    )
