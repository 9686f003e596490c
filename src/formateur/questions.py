"""Verbs that ask one thing: what becomes of a motion, what events did, where a figure is from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from formateur.api import forecast, forecast_facts, parse_day, report
from formateur.errors import UsageError
from formateur.facts import Election, Motion, Position, default_day
from formateur.facts import as_of as known_on
from formateur.folder import open_election
from formateur.government.procedure import load_procedure
from formateur.motions import is_majority, supposing
from formateur.reports import CalendarReport, EventsReport, MotionReport
from formateur.settings import DEFAULT_DRAWS, DEFAULT_LANGUAGE, DEFAULT_MODEL, DEFAULT_SEED

if TYPE_CHECKING:
    from formateur.forecasting import Forecast
    from formateur.reporting.explain import Explanation

POSITIONS: tuple[Position, ...] = get_args(Position)


def motion(
    election: str | Path,
    motion_id: str,
    *,
    as_of: str | date | None = None,
    positions: Mapping[str, str] | None = None,
    majority: str | None = None,
    draws: int = DEFAULT_DRAWS,
    seed: int = DEFAULT_SEED,
    model: str = DEFAULT_MODEL,
) -> MotionReport:
    """Say what becomes of a motion.

    Parameters
    ----------
    election, as_of, draws, seed, model
        As for `forecast`.
    motion_id
        Id of the motion in ``motions.toml``.
    positions
        By list: where it is taken to stand for a what-if (support, oppose, abstain, split or
        unknown), whatever it has said.
    majority
        What is taken to be needed for a what-if: ``plain``, ``absolute``, a fraction of the house,
        a number of seats, or ``none``.

    Raises
    ------
    UsageError
        When no such motion had been raised by the day, or a list, position or majority cannot be.
    DataError, LawError, NotEnoughPollsError
        As for `forecast`.
    """
    from formateur.folder.treaties import built_in_treaties
    from formateur.reporting.motion_document import make_motion_document

    facts, law = open_election(str(election))
    said = _positions(positions or {}, facts)
    _check_majority(majority, law.on(facts.date).seats)
    asked = tuple(
        _supposed(one, said, majority) if one.id == motion_id else one for one in facts.motions
    )
    made = forecast_facts(
        replace(facts, motions=asked), law, as_of, draws=draws, seed=seed, model=model
    )
    return MotionReport(make_motion_document(made, motion_id, said, built_in_treaties()))


def events(
    election: str | Path,
    event: str | None = None,
    *,
    as_of: str | date | None = None,
    draws: int = DEFAULT_DRAWS,
    seed: int = DEFAULT_SEED,
) -> EventsReport:
    """Say what each event of a campaign did, as far as polls can tell.

    Parameters
    ----------
    election
        Id of a built-in election, or the path of an election folder.
    event
        Id of the only event that is asked for.
    as_of, draws, seed
        As for `forecast`; the day is one up to the vote.

    Raises
    ------
    UsageError
        When the event is not known on the day, the day is after the vote, or as `forecast` does.
    DataError, LawError, NotEnoughPollsError
        As for `forecast`.
    """
    from formateur.reporting.events_document import make_events_document

    made = forecast(election, as_of=as_of, draws=draws, seed=seed)
    return EventsReport(make_events_document(made, event))


def explain(forecast: Forecast, figure: str, *, language: str = DEFAULT_LANGUAGE) -> Explanation:
    """Say where a figure of a forecast comes from: law, votes, polls with weights, sources.

    Parameters
    ----------
    figure
        Its name, such as ``seats.likud`` or ``would.none``.
    language
        Of the text: ``en``, ``es``, ``de``, ``fr``, ``he`` or ``ar``.

    Returns
    -------
    Explanation
        The steps back to the polls, the sources, what gives it again, and how to cite it.

    Raises
    ------
    UsageError
        Unknown language, or a figure that the forecast does not have; near names are offered.
    """
    from formateur.language import open_language
    from formateur.reporting.explain import explain as explanation_of

    return explanation_of(report(forecast).document, figure, open_language(language))


def calendar(election: str | Path, *, as_of: str | date | None = None) -> CalendarReport:
    """Say what is past, what is due by law, and what may follow.

    Parameters
    ----------
    election, as_of
        As for `forecast`; no poll is needed.

    Raises
    ------
    UsageError, DataError
        As for `forecast`.
    LawError
        When the folder names a procedure that is not built in.
    """
    from formateur.reporting.calendar_document import make_calendar_document

    facts, _ = open_election(str(election))
    today = date.today()  # noqa: DTZ011 - the reader's day, not an instant
    day = default_day(facts, today) if as_of is None else parse_day(as_of)
    procedure = load_procedure(facts.procedure).on(day) if facts.procedure else None
    return CalendarReport(make_calendar_document(known_on(facts, day), day, procedure))


def _positions(positions: Mapping[str, str], facts: Election) -> dict[str, Position]:
    known = {one.id for one in facts.lists}
    for one in positions:
        if one not in known:
            raise UsageError(
                f"{one!r} is not a list of {facts.id}. Its lists: {', '.join(sorted(known))}."
            )
    return {one: _position(word) for one, word in positions.items()}


def _position(word: str) -> Position:
    for position in POSITIONS:
        if word == position:
            return position
    raise UsageError(f"{word!r} is not a position. Positions: {', '.join(POSITIONS)}.")


def _check_majority(majority: str | None, house: int) -> None:
    if majority is None:
        return
    if not is_majority(majority):
        raise UsageError(
            f"{majority!r} is not a majority. Write plain, absolute, a fraction such as 2/3, a "
            "number of seats, or none."
        )
    if majority.isdecimal() and int(majority) > house:
        raise UsageError(f"{majority} seats are more than the house has: {house}.")


def _supposed(motion: Motion, said: Mapping[str, Position], majority: str | None) -> Motion:
    changed = motion if majority is None else replace(motion, majority=majority)
    return supposing(changed, said)
