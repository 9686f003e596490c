"""Official results."""

from __future__ import annotations

from dataclasses import dataclass

from formateur.facts.source import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What one list got.

    Attributes
    ----------
    votes
        Valid votes; ``None`` when only the share was published.
    share
        Percent of the valid votes.
    seats
        Seats won; 0 below the threshold.
    """

    list: str
    votes: int | None
    share: float
    seats: int
    source: Source
