"""A past election as it stood some days before the vote, ready to be learned from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from formateur.facts import Election, as_of
from formateur.law import Rules
from formateur.votes.cells import lineage
from formateur.votes.state_space.choice import usable
from formateur.votes.state_space.observations import Observations, observe
from formateur.votes.state_space.previous import previous_shares
from formateur.votes.state_space.shared_error import bloc_members
from formateur.votes.unprinted import Unprinted

ORIGINS = (1, 7, 30, 100)
"""Days before the vote from which past elections are looked at."""

SMALLEST_RESULT = 0.01
"""Lists that got less than this share are not learned from."""


@dataclass(frozen=True, slots=True, eq=False)
class Origin:
    """What was known of an election some days before the vote, and how it ended.

    Attributes
    ----------
    held
        Day of the vote.
    days
        Days before it.
    before
        Previous result of every list, not a number where it had none; shape (lists,).
    result
        Share of every list; not a number where it is not learned from; shape (lists,).
    blocs
        For every bloc, which lists are in it, shape (lists,).
    """

    election: str
    country: str
    held: date
    days: int
    seen: Observations
    before: NDArray[np.float64]
    result: NDArray[np.float64]
    blocs: tuple[NDArray[np.bool_], ...]


def origin_of(
    election: Election,
    shares: Mapping[str, float],
    rules: Rules | None,
    days: int,
    unprinted: Unprinted,
) -> Origin | None:
    """Look at an election some days before the vote.

    Parameters
    ----------
    shares
        The result by list, 0 to 1, on the base that polls use.

    Returns
    -------
    Origin or None
        ``None`` when there was no poll by then, or no list can be compared.
    """
    day = election.date - timedelta(days=days)
    known = as_of(election, day)
    lines = lineage(known.lists, day)
    reasons = usable(known.polls, day, lines.counted, rules)
    polls = [poll for poll in known.polls if not reasons[poll.id]]
    if not polls:
        return None
    seen = observe(polls, lines, rules, unprinted, election.date.toordinal())
    got = np.array([shares.get(one, np.nan) for one in seen.lists])
    got = np.where(got >= SMALLEST_RESULT, got, np.nan)
    if np.isnan(got).all():
        return None
    return Origin(
        election=election.id,
        country=election.country,
        held=election.date,
        days=days,
        seen=seen,
        before=previous_shares(known, lines, seen.lists),
        result=got,
        blocs=tuple(bloc_members(known.blocs, seen.lists)),
    )
