"""The verbs of the library: open an election, forecast it, report it, score it.

This is the edge: here files are found, the clock is read, and the estimator is chosen.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from formateur.errors import UsageError
from formateur.facts import Election, default_day
from formateur.folder import builtin_elections, find_election, open_election
from formateur.forecasting import Forecast, check_seed, make_forecast
from formateur.law import Law, load_law
from formateur.reports import AllocationReport, ChangesReport, Report
from formateur.settings import DEFAULT_DRAWS, DEFAULT_MODEL, DEFAULT_SEED
from formateur.votes import Counted, Estimator, check_model, model_for
from formateur.what_if import AS_IT_WAS, WhatIf

if TYPE_CHECKING:
    from formateur.evaluation import Score
    from formateur.reporting.coalitions import Asked, CoalitionsView


def elections() -> tuple[str, ...]:
    """Return the ids of the built-in elections."""
    return builtin_elections()


def forecast(
    election: str | Path,
    *,
    as_of: str | date | None = None,
    without: Collection[str] = (),
    changes: Mapping[str, object] | None = None,
    draws: int = DEFAULT_DRAWS,
    seed: int = DEFAULT_SEED,
    model: str = DEFAULT_MODEL,
) -> Forecast:
    """Forecast an election as it stood on a day.

    Parameters
    ----------
    election
        Id of a built-in election, or the path of an election folder.
    as_of
        The day, ``2019-09-14``; nothing later is seen. By default today, or the day before the
        vote when that is past. After the vote the seats are the result.
    without
        Ids of statements that are taken as never made, for a what-if.
    changes
        What to change in the law, for a what-if: ``{"threshold.share": "2%"}``. Polls in seats are
        read by the law as it was.
    draws
        Number of simulated elections.
    seed
        Seed of the random numbers; the same seed gives the same figures.
    model
        How votes are estimated before the vote: ``state-space``, ``reference`` or ``koala``.

    Returns
    -------
    Forecast
        Votes, parliament, coalitions, motions and events.

    Raises
    ------
    UsageError
        Unknown election, statement or model, bad day, `draws` or `seed` out of range, or a change
        of the law where the seats are the official result.
    DataError
        A folder that cannot be used; it carries every problem.
    LawError
        A law file that is wrong or not in force on the day of the vote, or a change that cannot be.
    NotEnoughPollsError
        No poll that could be used was known on the day.
    """
    facts, law = open_election(str(election))
    changed = load_law(facts.law, find_election(str(election)), changes) if changes else None
    what_if = WhatIf(tuple(without), changed)
    return forecast_facts(facts, law, as_of, what_if, draws=draws, seed=seed, model=model)


def forecast_facts(
    facts: Election,
    law: Law,
    as_of: str | date | None,
    what_if: WhatIf = AS_IT_WAS,
    *,
    draws: int,
    seed: int,
    model: str,
) -> Forecast:
    """Forecast an election whose facts are at hand, as `forecast` does.

    Raises
    ------
    UsageError, LawError, NotEnoughPollsError
        As for `forecast`.
    """
    check_model(model)
    today = date.today()  # noqa: DTZ011 - the reader's day, not an instant
    day = default_day(facts, today) if as_of is None else parse_day(as_of)
    counted = bool(facts.results) and day > facts.date
    estimator: Estimator = Counted() if counted else model_for(model, day)
    return make_forecast(facts, law, day, estimator, what_if=what_if, draws=draws, seed=seed)


def coalitions(
    election: str | Path,
    *,
    as_of: str | date | None = None,
    asked: Asked | None = None,
    draws: int = DEFAULT_DRAWS,
    seed: int = DEFAULT_SEED,
) -> CoalitionsView:
    """Show coalitions with what they could and what they would do.

    Parameters
    ----------
    asked
        Which coalitions, and which statements are taken as never made; all of them by default.

    Raises
    ------
    UsageError
        Unknown list or statement, or as `forecast` does.
    """
    from formateur.reporting.coalitions import Asked, coalitions_view

    question = asked or Asked()
    made = forecast(election, as_of=as_of, without=question.without, draws=draws, seed=seed)
    return coalitions_view(made, question)


def parse_day(day: str | date) -> date:
    """Read a day.

    Raises
    ------
    UsageError
        When it is not a date in the form ``2019-09-14``.
    """
    if isinstance(day, datetime):
        return day.date()
    if isinstance(day, date):
        return day
    try:
        return datetime.strptime(day, "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no zone
    except (TypeError, ValueError):
        raise UsageError(
            f"{day!r} is not a day. Write year, month and day like 2019-09-14."
        ) from None


def report(forecast: Forecast) -> Report:
    """Write a forecast down as the document that every output is made from."""
    from formateur.reporting.document import make_document

    return Report(make_document(forecast), forecast)


def score(
    election: str | Path,
    *,
    as_of: str | date | None = None,
    draws: int = DEFAULT_DRAWS,
    seed: int = DEFAULT_SEED,
    model: str = DEFAULT_MODEL,
) -> Score:
    """Compare a forecast made before the vote with the result.

    Raises
    ------
    UsageError
        When the folder holds no result, there is no such model, or `as_of` is after the vote.
    """
    from formateur.evaluation import score_forecast

    facts, _ = open_election(str(election))
    made = forecast(election, as_of=as_of, draws=draws, seed=seed, model=model)
    if made.day > facts.date:
        raise UsageError(
            f"{made.day} is after the vote of {facts.date}: there is no forecast to score. "
            "Give --as-of a day up to the vote."
        )
    if not facts.results:
        raise UsageError(
            f"{find_election(str(election))} holds no results.csv, so there is nothing to score "
            "against. Add the official result of every list."
        )
    return score_forecast(made, facts.results)


def compare(
    election: str | Path,
    first: str | date,
    last: str | date,
    *,
    draws: int = DEFAULT_DRAWS,
    seed: int = DEFAULT_SEED,
    model: str = DEFAULT_MODEL,
) -> ChangesReport:
    """Say what changed between the forecasts of two days, and why.

    Parameters
    ----------
    election
        Id of a built-in election, or the path of an election folder.
    first, last
        The earlier and the later day, up to the day of the vote.
    draws, seed, model
        As for `forecast`.

    Raises
    ------
    UsageError
        When the days are the same, in the wrong order or after the vote, or a setting cannot be.
    NotEnoughPollsError
        No poll that could be used was known on one of the days.
    DataError, LawError
        As for `forecast`.
    """
    from formateur.comparing import compare_days
    from formateur.reporting.changes_document import make_changes_document

    check_model(model)
    facts, law = open_election(str(election))
    days = parse_day(first), parse_day(last)
    changes = compare_days(facts, law, days, partial(model_for, model), draws=draws, seed=seed)
    return ChangesReport(make_changes_document(changes))


def allocate(
    case: str | Path,
    *,
    law: str | Path | None = None,
    changes: Mapping[str, object] | None = None,
    seed: int = DEFAULT_SEED,
) -> AllocationReport:
    """Give out the seats of an allocation case: official votes in, seats under the law out.

    Parameters
    ----------
    case
        Folder with ``votes.csv`` and ``case.json``.
    law
        Id of a built-in law, or path of a law file; by default the law of the case.
    changes
        What to change in the law, for a what-if beside the law as it was:
        ``{"threshold.share": "2%"}``.
    seed
        Seed of the lots, where the law draws lots.

    Raises
    ------
    UsageError
        When `seed` is negative.
    DataError
        A case that cannot be used; it carries every problem.
    LawError
        A law that is not known, wrong or not in force on the day, or that has no result for the
        votes.
    """
    from formateur.cases import count_case
    from formateur.reporting.allocation_document import make_allocation_document

    check_seed(seed)
    counted = count_case(Path(case), law=law, changes=changes, seed=seed)
    return AllocationReport(make_allocation_document(counted))
