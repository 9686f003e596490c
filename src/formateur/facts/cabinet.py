"""Cabinets of the past: who governed, in which house, and who sat opposite."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class HouseParty:
    """A party during a cabinet.

    Attributes
    ----------
    seats
        Seats in the house; a party of the cabinet may have none.
    in_cabinet
        Whether it holds ministers.
    head
        Whether the head of government is of it.
    left_right
        Position from 0 (left) to 10 (right); ``None`` when nobody has placed it.
    """

    party: str
    seats: int
    in_cabinet: bool
    head: bool
    left_right: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cabinet:
    """A cabinet, with every party of the house it governed in.

    Attributes
    ----------
    election
        Id of the last election before it.
    election_date
        Day of that election.
    start
        Day on which it took office.
    caretaker
        Whether it only minded the affairs of state.
    seats_total
        Size of the house.
    """

    id: str
    country: str
    election: str
    election_date: date
    start: date
    caretaker: bool
    seats_total: int
    parties: tuple[HouseParty, ...]

    @property
    def house(self) -> int:
        """Seats of the house, or those of its parties where they are more."""
        return max(self.seats_total, sum(one.seats for one in self.parties))

    @property
    def members(self) -> tuple[str, ...]:
        """The parties in the cabinet."""
        return tuple(one.party for one in self.parties if one.in_cabinet)

    @property
    def heads(self) -> tuple[str, ...]:
        """The party of its head; sources give at times none or two."""
        return tuple(one.party for one in self.parties if one.head)

    def seats_of(self, parties: tuple[str, ...]) -> int:
        """Return the seats of some of its parties taken together."""
        return sum(one.seats for one in self.parties if one.party in parties)


def in_order(cabinets: tuple[Cabinet, ...]) -> tuple[Cabinet, ...]:
    """Return cabinets from the earliest to the latest."""
    return tuple(sorted(cabinets, key=lambda one: (one.start, one.election_date)))
