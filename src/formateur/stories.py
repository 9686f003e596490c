"""The verb for news stories: hold one against the figures of its day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from formateur import api
from formateur.facts import Election
from formateur.folder import builtin_elections, open_election
from formateur.reporting.schema import ForecastDocument
from formateur.reports import StoryReport
from formateur.settings import DEFAULT_DRAWS, DEFAULT_SEED
from formateur.story import Forecaster, decode
from formateur.story import check_story as hold


def check_story(
    story: str | bytes,
    *,
    day: str | date | None = None,
    election: str | Path | None = None,
    draws: int = DEFAULT_DRAWS,
    seed: int = DEFAULT_SEED,
    forecaster: Forecaster | None = None,
) -> StoryReport:
    """Check a news story in English or Spanish against the figures of its day.

    Parameters
    ----------
    story
        Plain text or HTML; bytes are decoded.
    day, election
        The day of the story, and its election (an id or the path of a folder); by default both
        are read from the story.
    draws, seed
        As for `forecast`.
    forecaster
        Makes or remembers forecast documents; by default the forecast is made.

    Raises
    ------
    UsageError
        When the story is empty, no text, or in another language; an unknown election, a bad day.
    DataError
        A folder that cannot be used.
    """
    given = None if election is None else open_election(str(election))[0]
    every = [open_election(one)[0] for one in builtin_elections()]
    if given is not None:
        every = [*(one for one in every if one.id != given.id), given]

    def make(facts: Election, as_of: date) -> ForecastDocument:
        own = given is not None and facts.id == given.id
        name = str(election) if own else facts.id
        return api.report(api.forecast(name, as_of=as_of, draws=draws, seed=seed)).document

    return StoryReport(
        hold(
            decode(story if isinstance(story, bytes) else story.encode()),
            every,
            forecaster or make,
            day=None if day is None else api.parse_day(day),
            election=None if given is None else given.id,
        )
    )
