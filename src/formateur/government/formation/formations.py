"""Formations of the past: elections that a government came of, as choices among coalitions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from formateur.facts import Cabinet, in_order
from formateur.government.formation.scene import Scene, scene_before

NOT_PARLIAMENTARY = frozenset({"ch", "cy"})
"""Countries whose governments no majority in parliament makes: Switzerland and Cyprus."""

FEWEST_PLAYERS, MOST_PLAYERS = 3, 14
"""Parties with seats of a formation that is learned from and scored."""


@dataclass(frozen=True, slots=True, eq=False)
class Formation:
    """The first regular government after an election.

    Attributes
    ----------
    scene
        The parties with seats, and what was known of them on election day.
    seats
        Of each party, int64, shape (players,).
    chosen
        Mask of the parties in the cabinet that have seats.
    head
        Index of the party of its head; ``None`` when the source names none, or one without seats.
    """

    cabinet: Cabinet
    scene: Scene
    seats: NDArray[np.int64]
    chosen: int
    head: int | None

    @property
    def hung(self) -> bool:
        """Whether no party has more than half of the seats."""
        return 2 * int(self.seats.max()) <= self.cabinet.house

    @property
    def days(self) -> int:
        """Days from the election to the government."""
        return max((self.cabinet.start - self.cabinet.election_date).days, 0)

    @property
    def minority(self) -> bool:
        """Whether the cabinet has no majority of the seats."""
        return 2 * self.cabinet.seats_of(self.cabinet.members) <= self.cabinet.house


def formations_of(cabinets: Sequence[Cabinet]) -> tuple[Formation, ...]:
    """Return the formations among cabinets of any number of countries, by country and day."""
    ordered = sorted(in_order(tuple(cabinets)), key=lambda one: one.country)
    return tuple(
        formation
        for country, some in groupby(ordered, key=lambda one: one.country)
        if country not in NOT_PARLIAMENTARY
        for formation in _of_country(tuple(some))
    )


def _of_country(cabinets: tuple[Cabinet, ...]) -> Iterator[Formation]:
    done: set[str] = set()
    for cabinet in cabinets:
        if cabinet.caretaker or cabinet.election in done:
            continue
        done.add(cabinet.election)
        players = [one for one in cabinet.parties if one.seats > 0]
        governs = any(one.in_cabinet for one in players)
        if FEWEST_PLAYERS <= len(players) <= MOST_PLAYERS and governs:
            yield _formation(cabinet, cabinets)


def _formation(cabinet: Cabinet, cabinets: tuple[Cabinet, ...]) -> Formation:
    players = [one for one in cabinet.parties if one.seats > 0]
    names = [one.party for one in players]
    heads = [k for k, one in enumerate(players) if one.head and one.in_cabinet]
    return Formation(
        cabinet=cabinet,
        scene=scene_before(
            names,
            [one.left_right for one in players],
            cabinets,
            cabinet.election,
            cabinet.election_date,
        ),
        seats=np.array([one.seats for one in players], dtype=np.int64),
        chosen=sum(1 << k for k, one in enumerate(players) if one.in_cabinet),
        head=heads[0] if len(heads) == 1 else None,
    )


@dataclass(frozen=True, slots=True)
class Parliament:
    """A new house without a majority for one party, and whether a government came of it.

    Attributes
    ----------
    election, country, held
        Which election, and its day.
    known
        From which day on it is known what came of it.
    days
        Days until a regular government; ``None`` when the country voted again first.
    log_parties
        Logarithm of the effective number of parties by seats.
    polarisation
        Standard deviation of the positions of the seats.
    """

    election: str
    country: str
    held: date
    known: date
    days: int | None
    log_parties: float
    polarisation: float
