"""Made-up cabinets: small countries whose record can be added up by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np

from formateur.facts import Cabinet, HouseParty

POSITIONS = {"left": 2.0, "centre": 5.0, "right": 8.0, "fringe": 9.5}


def a_cabinet(
    election: str,
    start: date,
    seats: Mapping[str, int],
    members: Sequence[str],
    *,
    head: str = "",
    waited: int = 30,
    caretaker: bool = False,
    country: str = "",
) -> Cabinet:
    """A cabinet that took office some days after its election; its head is of the first member."""
    return Cabinet(
        id=f"{election}-{start}",
        country=country or election.partition("-")[0],
        election=election,
        election_date=date.fromordinal(start.toordinal() - waited),
        start=start,
        caretaker=caretaker,
        seats_total=sum(seats.values()),
        parties=tuple(
            HouseParty(
                one,
                held,
                one in members,
                one == (head or members[0]),
                POSITIONS.get(one),
            )
            for one, held in seats.items()
        ),
    )


def a_world(countries: int = 4, elections: int = 9, seed: int = 7) -> tuple[Cabinet, ...]:
    """Countries whose largest party finds a majority with a neighbour, now and then alone."""
    rng = np.random.default_rng(seed)
    made = []
    for k in range(countries):
        country = "abcdefgh"[k] * 2
        for n in range(elections):
            seats = dict(
                zip(POSITIONS, (rng.multinomial(100, [0.3, 0.2, 0.35, 0.15])), strict=True)
            )
            order = sorted(("left", "right"), key=lambda one: -seats[one])
            members = [order[0]] if rng.random() < 0.2 else [order[0], "centre"]
            start = date(1985 + 4 * n + k, 6, 1)
            whole = {one: int(held) for one, held in seats.items()}
            made.append(a_cabinet(f"{country}-{start.year}", start, whole, members))
    return tuple(made)
