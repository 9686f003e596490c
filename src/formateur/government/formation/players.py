"""The players of an election: its lists, and the members of those that may split after the vote.

A list that may split is divided among its members as its places are. Above `MOST_PLAYERS`, lists
are kept whole after all, from the smallest on; and of the players left, the smallest are left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from formateur.facts import Cabinet, Draws, Election, ElectoralList, HouseParty, Party
from formateur.government.formation.record import PSEUDO_YEARS, Record
from formateur.government.formation.scene import Scene, scene_before
from formateur.government.majorities import MOST_LISTS as MOST_PLAYERS


@dataclass(frozen=True, slots=True)
class Player:
    """A list, or a member of one.

    Attributes
    ----------
    list
        The list on which it stands; its own id for a list that is whole.
    leader
        Id of the person who would head its government; empty when unknown.
    record
        Its ids in the record of past cabinets.
    """

    id: str
    name: str
    list: str
    leader: str
    left_right: float | None
    record: tuple[str, ...]
    part: float = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """All players with their seats, most seats first.

    Attributes
    ----------
    seats
        int64, shape (draws, players).
    left_out
        Names of players that were not combined.
    kept_whole
        Names of lists that may split and were kept whole.
    house
        Seats of all lists in every draw, int64, shape (draws,).
    known_to_record
        Whether any player is known to the record of past cabinets.
    """

    players: tuple[Player, ...]
    seats: NDArray[np.int64]
    left_out: tuple[str, ...]
    kept_whole: tuple[str, ...]
    house: NDArray[np.int64]
    known_to_record: bool

    def of_list(self, list_id: str) -> tuple[int, ...]:
        """Return the places of a list's players, or of the player itself."""
        return tuple(k for k, one in enumerate(self.players) if list_id in (one.list, one.id))


def table_of(election: Election, seats: Draws, cabinets: Sequence[Cabinet]) -> Table:
    """Seat the players of an election.

    Parameters
    ----------
    seats
        Seats of the lists.
    cabinets
        The record of the country.
    """
    recorded = {party.party for one in cabinets for party in one.parties}
    winning = [one for one in seats.lists if seats[one].any()]
    lists = [election.list(one) for one in sorted(winning, key=lambda one: -seats[one].mean())]
    whole: list[ElectoralList] = []
    splitting = [one for one in lists if _splits(one)]
    while splitting and _count(lists, splitting) > MOST_PLAYERS:
        whole.append(splitting.pop())
    players, columns = [], []
    for one in lists:
        own = seats[one.id].astype(np.int64)
        if one in splitting:
            players += [_member(one, member) for member in one.members if member.seats]
            columns += list(divided(own, [m.seats for m in one.members if m.seats]).T)
        else:
            players.append(_whole(one))
            columns.append(own)
    by_size = sorted(range(len(players)), key=lambda k: -float(columns[k].mean()))
    kept, left = by_size[:MOST_PLAYERS], by_size[MOST_PLAYERS:]
    return Table(
        tuple(players[k] for k in kept),
        np.column_stack([columns[k] for k in kept]),
        tuple(players[k].name for k in left),
        tuple(one.name for one in whole),
        np.asarray(seats.values.sum(axis=1), dtype=np.int64),
        any(set(players[k].record) & recorded for k in kept),
    )


def _splits(one: ElectoralList) -> bool:
    return one.may_split and sum(member.seats > 0 for member in one.members) > 1


def _count(lists: Sequence[ElectoralList], splitting: Sequence[ElectoralList]) -> int:
    extra = sum(sum(m.seats > 0 for m in one.members) - 1 for one in splitting)
    return len(lists) + extra


def divided(seats: NDArray[np.int64], places: Sequence[int]) -> NDArray[np.int64]:
    """Divide the seats of a list among its members as its places are, largest remainders first.

    Parameters
    ----------
    seats
        Of the list, shape (draws,).
    places
        Of each member.

    Returns
    -------
    ndarray
        int64, shape (draws, members); every draw sums to the list's seats.
    """
    exact = seats[:, None] * np.array(places) / sum(places)
    whole = np.floor(exact + 1e-9).astype(np.int64)
    left = seats - whole.sum(axis=1)
    rank = np.argsort(np.argsort(whole - exact, axis=1, kind="stable"), axis=1)
    return np.asarray(whole + (rank < left[:, None]), dtype=np.int64)


def _whole(one: ElectoralList) -> Player:
    record = one.record or tuple(
        dict.fromkeys((one.id, *(part for m in one.members for part in m.record or (m.id,))))
    )
    return Player(one.id, one.name, one.id, one.leader, one.left_right, record)


def _member(one: ElectoralList, member: Party) -> Player:
    position = one.left_right if member.left_right is None else member.left_right
    record = member.record or (member.id,)
    part = member.seats / sum(m.seats for m in one.members)
    return Player(member.id, member.name, one.id, member.leader, position, record, part)


def scene_of(election: Election, table: Table, cabinets: Sequence[Cabinet], day: date) -> Scene:
    """Set the scene for the players of an election from the record of its country.

    Members of one list are taken to know each other as if they had governed together for as long
    as the record goes back, with `PSEUDO_YEARS` of it at least.

    Parameters
    ----------
    cabinets
        Of the country, in order.
    day
        The day of the forecast; nothing of the record is later than it or than the vote.
    """
    names = {part: one.id for one in table.players for part in one.record}
    own = [_renamed(one, names, table) for one in cabinets]
    until = min(day, election.date)
    ids = [one.id for one in table.players]
    positions = [_position(one, cabinets) for one in table.players]
    scene = scene_before(ids, positions, own, election.id, until)
    if election.outgoing is not None:
        scene = _as_told(scene, election, table)
    return replace(scene, record=_with_lists(scene, table))


def _renamed(cabinet: Cabinet, names: dict[str, str], table: Table) -> Cabinet:
    """Give the parties of a cabinet the names of the players; several may be one player."""
    merged: dict[str, HouseParty] = {}
    for one in cabinet.parties:
        name = names.get(one.party, one.party)
        before = merged.get(name, HouseParty(name, 0, in_cabinet=False, head=False))
        merged[name] = HouseParty(
            name,
            before.seats + one.seats,
            before.in_cabinet or one.in_cabinet,
            before.head or one.head,
            one.left_right,
        )
    split = {one.id: one.part for one in table.players if one.part < 1}
    parties = [
        replace(one, seats=round(one.seats * split.get(one.party, 1.0)))
        if one.party in split and one.seats > 0 and _as_list(one.party, cabinet, table)
        else one
        for one in merged.values()
    ]
    return replace(cabinet, parties=tuple(parties))


def _as_list(player: str, cabinet: Cabinet, table: Table) -> bool:
    """Whether the seats of a player in the record are those of its whole list."""
    of = next(one for one in table.players if one.id == player)
    return any(one.party == of.list and one.party in of.record for one in cabinet.parties)


def left_right_of(one: ElectoralList, cabinets: Sequence[Cabinet]) -> float | None:
    """Return where a list stands from 0 (left) to 10 (right), or its parties on average.

    Parameters
    ----------
    cabinets
        The record of the country, for lists that the folder does not place.
    """
    return _position(_whole(one), cabinets)


def _position(player: Player, cabinets: Sequence[Cabinet]) -> float | None:
    if player.left_right is not None:
        return player.left_right
    placed = {
        one.party: one.left_right
        for cabinet in cabinets
        for one in cabinet.parties
        if one.party in player.record and one.left_right is not None
    }
    return float(np.mean(list(placed.values()))) if placed else None


def _as_told(scene: Scene, election: Election, table: Table) -> Scene:
    """Replace the outgoing government of the record by the one that the folder tells."""
    outgoing = election.outgoing
    if outgoing is None:
        return scene
    within = {k for one in outgoing.lists for k in table.of_list(one)}
    inside = np.array([k in within for k in range(len(table.players))])
    home = next((one.list for one in election.persons if one.id == outgoing.head), "")
    leads = [k for k, one in enumerate(table.players) if one.leader == outgoing.head]
    heads = set(leads or table.of_list(home)[:1])
    complete = bool(outgoing.lists) and all(table.of_list(one) for one in outgoing.lists)
    return replace(
        scene,
        outgoing=inside,
        outgoing_head=np.array([k in heads for k in range(len(table.players))]),
        outgoing_complete=complete,
    )


def _with_lists(scene: Scene, table: Table) -> Record:
    lists = [one.list for one in table.players]
    same = np.array([[a == b for b in lists] for a in lists]) & ~np.eye(len(lists), dtype=bool)
    years = max(scene.record.years, PSEUDO_YEARS)
    return replace(
        scene.record,
        together=np.where(same, years, scene.record.together),
        apart=np.where(same, years, scene.record.apart),
    )


def player_led_by(person: str, table: Table, election: Election) -> int | None:
    """Return the place of the player that a person leads, or else on whose list he or she is."""
    leads = [k for k, one in enumerate(table.players) if person and one.leader == person]
    if leads:
        return leads[0]
    home = next((one.list for one in election.persons if one.id == person), "")
    places = table.of_list(home) if home else ()
    return places[0] if places else None
