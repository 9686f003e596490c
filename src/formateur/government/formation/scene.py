"""The scene of a formation: what is known of the players before it is known how it ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from formateur.facts import Cabinet
from formateur.government.formation.record import Record, before_election, record_of

MIDDLE = 5.0
"""Position of a party when nobody in the house has been placed."""


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """The players of a formation, apart from the seats that they have won.

    Attributes
    ----------
    players
        Parties, or lists and the members into which they may split.
    position
        From 0 (left) to 10 (right), float64, shape (players,); those without one stand where the
        others stand on average.
    outgoing, outgoing_head
        Who is in the government that was there before, and of whom its head is, bool, (players,).
    outgoing_complete
        Whether every party of that government is a player.
    share_before
        Share of the seats in the house before, float64, (players,); all 0 when it is not known.
    known_before
        Whether the house before is known.
    record
        Who has governed with whom.
    """

    players: tuple[str, ...]
    position: NDArray[np.float64]
    outgoing: NDArray[np.bool_]
    outgoing_head: NDArray[np.bool_]
    outgoing_complete: bool
    share_before: NDArray[np.float64]
    known_before: bool
    record: Record


def scene_before(
    players: Sequence[str],
    positions: Sequence[float | None],
    cabinets: Sequence[Cabinet],
    election: str,
    day: date,
) -> Scene:
    """Set the scene from the record of a country.

    Parameters
    ----------
    players
        As the record names them.
    positions
        Of each player, 0 to 10; ``None`` where nobody has placed it.
    cabinets
        Of the country, in order; those of this election and those after `day` are not looked at.
    election
        Id of the election, as the record names it.
    day
        Day up to which the record is read, the day of the election at the latest.
    """
    past = before_election(cabinets, election, day)
    outgoing = past[-1] if past else None
    members = outgoing.members if outgoing else ()
    before = next((one for one in past if outgoing and one.election == outgoing.election), None)
    share = {one.party: one.seats / before.house for one in before.parties} if before else {}
    return Scene(
        players=tuple(players),
        position=placed(positions),
        outgoing=np.array([one in members for one in players], dtype=bool),
        outgoing_head=np.array(
            [outgoing is not None and one in outgoing.heads for one in players], dtype=bool
        ),
        outgoing_complete=bool(members) and set(members) <= set(players),
        share_before=np.array([share.get(one, 0.0) for one in players]),
        known_before=before is not None,
        record=record_of(players, past, day),
    )


def placed(positions: Sequence[float | None]) -> NDArray[np.float64]:
    """Return positions with those that are missing in the middle of the others."""
    known = [one for one in positions if one is not None]
    middle = float(np.mean(known)) if known else MIDDLE
    return np.array([middle if one is None else one for one in positions], dtype=np.float64)
