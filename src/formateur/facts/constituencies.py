"""Where the seats of a house are given out, and how each place voted last time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from formateur.facts.source import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Constituency:
    """A constituency, or the region (Land, province) in which constituencies lie.

    Attributes
    ----------
    seats
        Seats that are given out there; 0 for a region.
    levelling
        Levelling seats that must be held there.
    region
        The region in which a constituency lies; empty when the law knows none.
    population
        Of a region, where the law works out its seats from it; else 0.
    """

    name: str
    seats: int = 0
    levelling: int = 0
    region: str = ""
    population: int = 0
    source: Source


VotesByPlace = Mapping[str, Mapping[str, int]]
"""Votes by constituency (or region, or ``national``) and list; a list that did not stand in a
place has no entry there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviousVotes:
    """The result of the election before, by constituency or of the country alone.

    Attributes
    ----------
    election
        Id of the built-in result or election that it is of; empty for one of the folder's own.
    date
        Day on which the last of them were cast; ``None`` when it is not given.
    lists
        Votes for lists, or the only votes there were.
    candidates
        Votes for candidates by their party, where voters have a second ballot.
    seats
        Seats that the lists won; empty where they are not known.
    """

    election: str = ""
    date: date | None = None
    lists: VotesByPlace
    candidates: VotesByPlace = field(default_factory=dict)
    seats: Mapping[str, int] = field(default_factory=dict)
    source: Source

    @property
    def list_ids(self) -> frozenset[str]:
        """Every list with votes on either ballot."""
        tables = (*self.lists.values(), *self.candidates.values())
        return frozenset(name for votes in tables for name in votes)
