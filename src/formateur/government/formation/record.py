"""The record of a country on a day: who has governed, with whom, and in what kind of cabinet.

Years in office count, and fade: a year that lies `FADING` years back counts a factor e less.
Caretakers are left out, and so is everything since the election at hand.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from formateur.facts import Cabinet

FADING = 15.0
"""Years in which the weight of a cabinet falls by a factor e."""

PSEUDO_YEARS = 2.0
"""Years of common ground that every country and every pair of parties is given beforehand."""

DAYS_OF_A_YEAR = 365.25


@dataclass(frozen=True, slots=True, eq=False)
class Record:
    """Faded years, as they stood on a day.

    Attributes
    ----------
    years
        Of all cabinets.
    minority, surplus, single
        Of cabinets without a majority, with more parties than a majority needs, of one party.
    in_office, in_house, as_head
        By party, float64, shape (parties,).
    together
        By pair, years in one cabinet, float64, shape (parties, parties).
    apart
        By pair, years in which both sat in the house and at least one of them governed, among
        them those together.
    """

    years: float
    minority: float
    surplus: float
    single: float
    in_office: NDArray[np.float64]
    in_house: NDArray[np.float64]
    as_head: NDArray[np.float64]
    together: NDArray[np.float64]
    apart: NDArray[np.float64]


def before_election(cabinets: Sequence[Cabinet], election: str, day: date) -> list[Cabinet]:
    """Return the cabinets, given in order, that began by `day` in an earlier house."""
    return [one for one in cabinets if one.start <= day and one.election != election]


def record_of(parties: Sequence[str], past: Sequence[Cabinet], day: date) -> Record:
    """Add up the record of some parties.

    Parameters
    ----------
    parties
        Parties of the record, or of the new house; others are not looked at.
    past
        Cabinets of one country, in order, all of them begun by `day`.
    """
    size = len(parties)
    total = Record(
        0.0, 0.0, 0.0, 0.0, *(np.zeros(size) for _ in range(3)), *np.zeros((2, size, size))
    )
    ends = [one.start for one in past[1:]] + [day]
    for cabinet, end in zip(past, ends, strict=False):  # no cabinet, no end
        weight = _faded_years(cabinet.start, min(end, day), day)
        if not cabinet.caretaker and cabinet.members and weight > 0:
            total = _with(total, cabinet, parties, weight)
    return total


def _faded_years(start: date, end: date, day: date) -> float:
    lasted = max((end - start).days, 0) / DAYS_OF_A_YEAR
    middle = (day - start).days / DAYS_OF_A_YEAR - lasted / 2
    return lasted * math.exp(-middle / FADING)


def _with(total: Record, cabinet: Cabinet, parties: Sequence[str], weight: float) -> Record:
    members = cabinet.members
    seats = cabinet.seats_of(members)
    least = min(one.seats for one in cabinet.parties if one.in_cabinet)
    surplus = len(members) > 1 and 2 * (seats - least) > cabinet.house
    held = {one.party for one in cabinet.parties if one.seats > 0} | set(members)
    inside = np.array([one in members for one in parties], dtype=bool)
    present = np.array([one in held for one in parties], dtype=bool)
    heads = np.array([one in cabinet.heads for one in parties], dtype=bool)
    both = np.outer(present, present)
    return Record(
        years=total.years + weight,
        minority=total.minority + weight * (2 * seats <= cabinet.house),
        surplus=total.surplus + weight * surplus,
        single=total.single + weight * (len(members) == 1),
        in_office=total.in_office + weight * inside,
        in_house=total.in_house + weight * present,
        as_head=total.as_head + weight * heads,
        together=total.together + weight * np.outer(inside, inside),
        apart=total.apart + weight * (both & (inside[:, None] | inside[None, :])),
    )
