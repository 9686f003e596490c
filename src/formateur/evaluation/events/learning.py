"""Learning from tables of past elections what polls show at dates without events."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from formateur.errors import UsageError
from formateur.evaluation.events.campaigns import past_campaigns
from formateur.votes.events.learned import PastPlacebos
from formateur.votes.events.learning import PastDates, learn_placebos, past_dates


@dataclass(frozen=True, slots=True, eq=False)
class PastSurprises:
    """What was found at the dates of all past campaigns, and where their polls come from."""

    dates: tuple[PastDates, ...]
    collections: dict[str, tuple[str, ...]]


def measure_dates(folders: Iterable[Path]) -> PastSurprises:
    """Look at all dates of the campaigns in some tables of past elections.

    Raises
    ------
    UsageError
        When there is no such folder.
    DataError
        A file that is missing or cannot be used; it carries every problem.
    """
    dates, collections = [], {}
    for campaign, sight in past_campaigns(folders):
        dates.append(past_dates(campaign.known.id, campaign.known.date, sight))
        collections[campaign.known.id] = campaign.collections
    return PastSurprises(tuple(dates), collections)


def learn_until(past: PastSurprises, until: date) -> PastPlacebos:
    """Sum up the campaigns before `until`.

    Raises
    ------
    UsageError
        When there are too few of them.
    """
    before = [one.election for one in past.dates if one.held < until]
    sources = {name for one in before for name in past.collections[one]}
    learned = learn_placebos(past.dates, until, sorted(sources))
    if not learned.bands:
        raise UsageError(
            f"{len(before)} campaigns with enough polls ended before {until}: too few to learn "
            "from. Choose a later day or add elections."
        )
    return learned
