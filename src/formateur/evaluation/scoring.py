"""Holding a forecast against the official result."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from formateur.errors import UsageError
from formateur.evaluation.comparison import compare
from formateur.evaluation.score import BlocScore, ListScore, OtherLists, Score
from formateur.facts import OTHER, Result
from formateur.forecasting import Forecast
from formateur.parliament import BlocSeats


def score_forecast(forecast: Forecast, results: Sequence[Result]) -> Score:
    """Score a forecast.

    Scored are the lists that have draws of their own and won votes. Lists that no poll named are
    in `OTHER`: they are told, not scored, and so are lists that had left the ballot by the vote
    (no result, or no vote for them).

    Parameters
    ----------
    forecast
        A forecast from polls.
    results
        The official result, of lists below the threshold too.

    Raises
    ------
    UsageError
        When no list of the forecast has a result.
    """
    won = {result.list: result for result in results if result.share > 0}
    own = [one for one in forecast.votes.lists if one != OTHER]
    scored = [_list(forecast, won[one]) for one in own if one in won]
    if not scored:
        raise UsageError(
            f"None of the lists forecast for {forecast.election.id} as of {forecast.day} has a "
            "result, so there is nothing to score. Give a day on which lists stood that were on "
            "the ballot, or add their results to results.csv."
        )
    most = max(result.seats for result in results)
    largest = tuple(result.list for result in results if result.seats == most)
    return Score(
        election=forecast.election.id,
        day=forecast.day,
        days_to_election=(forecast.election.date - forecast.day).days,
        estimator=forecast.estimator,
        threshold=100 * float(forecast.rules.threshold),
        majority=forecast.rules.majority,
        lists=tuple(sorted(scored, key=lambda one: -one.votes.result)),
        largest=largest,
        p_largest=sum(forecast.p_largest.get(one, 0.0) for one in largest),
        blocs=tuple(
            _bloc(bloc, won, forecast.rules.majority)
            for bloc in forecast.blocs
            if all(one in won for one in bloc.lists)
        ),
        other=_other(forecast, results),
        not_on_ballot=tuple(forecast.election.list(one).name for one in own if one not in won),
    )


def _list(forecast: Forecast, result: Result) -> ListScore:
    return ListScore(
        id=result.list,
        name=forecast.election.list(result.list).name,
        votes=compare(100 * forecast.votes[result.list], result.share),
        seats=compare(forecast.parliament[result.list], result.seats),
        p_threshold=forecast.p_threshold[result.list],
        passed=result.share >= 100 * float(forecast.rules.threshold),
    )


def _bloc(bloc: BlocSeats, won: Mapping[str, Result], majority: int) -> BlocScore:
    seats = sum(won[one].seats for one in bloc.lists)
    return BlocScore(
        id=bloc.bloc.id,
        name=bloc.bloc.name,
        seats=compare(bloc.seats, seats),
        p_majority=bloc.p_majority,
        majority=seats >= majority,
    )


def _other(forecast: Forecast, results: Sequence[Result]) -> OtherLists:
    rest = [r for r in results if r.list == OTHER or r.list not in forecast.votes.lists]
    return OtherLists(
        expected=100 * float(np.mean(forecast.votes[OTHER])),
        share=sum(result.share for result in rest),
        seats=sum(result.seats for result in rest),
    )
