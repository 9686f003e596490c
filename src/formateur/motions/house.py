"""The houses in which a motion is voted on: seats, and which of them are bound by a cabinet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from formateur.facts import Draws, Election, ElectoralList
from formateur.government import Would

NOBODY = -1


@dataclass(frozen=True, slots=True, eq=False)
class House:
    """Simulated houses, each with its cabinet.

    Attributes
    ----------
    lists
        Ids of the lists.
    seats
        int64, shape (draws, lists).
    inside
        Of these, the seats of parties in the cabinet, the same shape; 0 where there is none.
    players
        Ids of those who may be in a cabinet: lists, or members of lists that may split.
    cabinet
        Mask of the players in it, 0 where there is none, shape (draws,).
    head
        Index of the list whose head leads the cabinet, `NOBODY` where there is none,
        shape (draws,).
    size
        Seats of the house, shape (draws,).
    """

    lists: tuple[str, ...]
    seats: NDArray[np.int64]
    inside: NDArray[np.int64]
    players: tuple[str, ...]
    cabinet: NDArray[np.int64]
    head: NDArray[np.int64]
    size: NDArray[np.int64]


def new_house(seats: Draws, would: Would | None, ordinary: int) -> House:
    """Seat the new parliament, with the government that forms in every draw where one does.

    Lists that win a seat in no draw are left out.

    Parameters
    ----------
    seats
        Seats of the lists.
    would
        Looked at for as many draws as it has; ``None`` for houses without a cabinet.
    ordinary
        Seats of the house, where the law does not enlarge it.
    """
    lists = tuple(one for one in seats.lists if seats[one].any())
    held = np.column_stack([seats[one] for one in lists]).astype(np.int64)
    if would is None:
        none, size = np.zeros(len(held), dtype=np.int64), _size(held, ordinary)
        return House(lists, held, np.zeros_like(held), (), none, none + NOBODY, size)
    held = held[: len(would.draws_of_heads)]
    cabinet = np.where(would.timeline.formed, would.draws_of_cabinets, 0).astype(np.int64)
    inside = np.zeros_like(held)
    led = []
    for k, player in enumerate(would.table.players):
        led.append(lists.index(player.list))
        inside[:, led[k]] += np.where(cabinet >> k & 1, would.table.seats[:, k], 0)
    head = np.where(cabinet > 0, np.array(led)[would.draws_of_heads], NOBODY)
    players = tuple(one.id for one in would.table.players)
    return House(lists, held, inside, players, cabinet, head, _size(held, ordinary))


def _size(held: NDArray[np.int64], ordinary: int) -> NDArray[np.int64]:
    return np.asarray(np.maximum(held.sum(axis=1), ordinary), dtype=np.int64)


def outgoing_house(election: Election, draws: int) -> House | None:
    """Seat the parliament that the election replaces, under the lists of today.

    Lists that have merged since are counted with the list that they went into; those that are no
    longer there keep their own name.

    Returns
    -------
    House or None
        ``None`` when its seats are not known.
    """
    won = _outgoing_seats(election)
    if not won:
        return None
    held: dict[str, int] = {}
    for one, seats in won.items():
        heir = _heir(one, election.lists)
        held[heir] = held.get(heir, 0) + seats
    lists = tuple(sorted(held, key=lambda one: (-held[one], one)))
    table = np.tile(np.array([held[one] for one in lists]), (draws, 1))
    outgoing = election.outgoing
    within = {_heir(one, election.lists) for one in outgoing.lists} if outgoing else set()
    inside = table * np.array([one in within for one in lists])
    home = next((p.list for p in election.persons if outgoing and p.id == outgoing.head), "")
    head = np.full(draws, lists.index(home) if home in lists and home in within else NOBODY)
    mask = np.full(draws, sum(1 << k for k, one in enumerate(lists) if one in within))
    return House(lists, table, inside, lists, mask, head, table.sum(axis=1))


def _outgoing_seats(election: Election) -> Mapping[str, int]:
    if election.outgoing is not None and election.outgoing.seats:
        return election.outgoing.seats
    return election.previous_votes.seats if election.previous_votes is not None else {}


def _heir(one: str, lists: Sequence[ElectoralList]) -> str:
    """Return the list of today that a list of the house before has become."""
    known = {x.id: x for x in lists}
    while one in known and known[one].joined:
        one = known[one].joined
    if one in known:
        return one
    return next((x.id for x in lists if one in x.previous), one)
