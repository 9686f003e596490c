"""Rows of the tables put together as elections that can be forecast again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from statistics import fmean

from formateur.facts import Bloc, Election, ElectoralList, Poll, Source
from formateur.folder.past.polls import read_past_polls
from formateur.folder.past.previous import previous_votes
from formateur.folder.past.record import CENTRE, COLLECTIVE, PastElection
from formateur.folder.past.rows import (
    AllianceRow,
    ElectionRow,
    Elections,
    Parties,
    ResultRow,
    read_alliances,
    read_elections,
    read_parties,
    read_results,
)
from formateur.folder.past.tables import PastFolder, grouped

LONG_AGO = date(1900, 1, 1)
"""A party that went into a joint list is taken as merged before every poll."""


@dataclass(frozen=True, slots=True)
class _Tables:
    elections: Elections
    parties: Parties
    results: Mapping[str, Sequence[ResultRow]]
    alliances: Mapping[str, Sequence[AllianceRow]]
    polls: Mapping[str, Sequence[Poll]]


def read_past_elections(path: Path) -> list[PastElection]:
    """Read every election of a folder that has polls and a result, in order of date.

    Left out are polls whose sum is flagged as off, polls of which only the month is known, and
    polls in seats that name a list that did not stand: they are of another line-up.

    Parameters
    ----------
    path
        A folder with ``elections.csv``, ``parties.csv``, ``results.csv``, ``polls.csv`` and
        ``poll_values.csv``; ``alliances.csv`` may be there.

    Raises
    ------
    UsageError
        When there is no such folder.
    DataError
        A file that is missing or cannot be used; it carries every problem.
    """
    tables = _read(PastFolder(path))
    ordered = sorted(tables.elections.values(), key=lambda row: (row.date, row.id))
    past = (_past(row, tables) for row in ordered)
    return [one for one in past if one is not None]


def read_past_folders(paths: Iterable[Path]) -> list[PastElection]:
    """Read several such folders one after the other; of an election in two, the first counts.

    Raises
    ------
    UsageError, DataError
        As for `read_past_elections`.
    """
    past: dict[str, PastElection] = {}
    for path in paths:
        for one in read_past_elections(path):
            past.setdefault(one.election.id, one)
    return list(past.values())


def past_election_ids(path: Path) -> frozenset[str]:
    """Return the ids of all elections of a folder, with polls and results or without.

    Raises
    ------
    UsageError
        When there is no such folder.
    DataError
        When ``elections.csv`` is missing or cannot be used.
    """
    folder = PastFolder(path)
    found = read_elections(folder)
    folder.check()
    return frozenset(found)


def _read(folder: PastFolder) -> _Tables:
    elections, parties = read_elections(folder), read_parties(folder)
    folder.check()
    results = read_results(folder, elections, parties)
    alliances = read_alliances(folder, elections, parties)
    polls = read_past_polls(folder, elections, parties)
    folder.check()
    return _Tables(
        elections=elections,
        parties=parties,
        results=grouped(results, lambda one: one.election),
        alliances=grouped(alliances, lambda one: one.election),
        polls=polls,
    )


def _past(row: ElectionRow, tables: _Tables) -> PastElection | None:
    results = tables.results.get(row.id, ())
    alliances = tables.alliances.get(row.id, ())
    stood = {one.party for one in results if one.percent}
    polls = [
        poll
        for poll in tables.polls.get(row.id, ())
        if poll.scale == "percent" or stood >= {*poll.readings}
    ]
    shares = {
        one.party: one.percent / 100
        for one in results
        if one.percent is not None and one.party not in COLLECTIVE
    }
    if not polls or not shares:
        return None
    positions = _positions(shares, alliances, tables.parties.get(row.country, {}))
    return PastElection(
        election=replace(_election(row, polls, tables), blocs=_blocs(positions)),
        shares=shares,
        threshold=row.threshold / 100,
        collections=tuple(sorted({poll.source.text.partition(";")[0] for poll in polls})),
        left_right=positions,
    )


def _election(row: ElectionRow, polls: Sequence[Poll], tables: _Tables) -> Election:
    polled = {one for poll in polls for one in poll.readings}
    own = {one.party for one in tables.results.get(row.id, ())}
    lists = _lists(own, polled, tables.alliances.get(row.id, ()))
    before = tables.elections.get(row.previous)
    return Election(
        id=row.id,
        country=row.country,
        chamber=row.chamber,
        name=row.id,
        date=row.date,
        law="",
        previous=row.previous,
        source=Source(row.source),
        lists=lists,
        previous_votes=previous_votes(
            before,
            tables.results.get(before.id, ()),
            tables.alliances.get(before.id, ()),
            frozenset(one.id for one in lists),
        )
        if before is not None
        else None,
        polls=tuple(polls),
    )


def _lists(
    own: set[str], polled: set[str], alliances: Iterable[AllianceRow]
) -> tuple[ElectoralList, ...]:
    """Make a list of every party in results or polls; members go into their joint list."""
    joint = {
        one.member: one.list
        for one in alliances
        if one.member not in own and one.list in own and one.list not in COLLECTIVE
    }
    members = grouped(joint, lambda member: joint[member])
    return tuple(
        ElectoralList(
            id=one,
            name=one,
            ended=LONG_AGO if one in joint else None,
            joined=joint.get(one, ""),
            previous=(one, *members[one]) if one in members else (),
            source=Source("results and polls"),
        )
        for one in sorted((own | polled) - COLLECTIVE)
    )


def _blocs(positions: Mapping[str, float]) -> tuple[Bloc, ...]:
    """Return the lists left and right of the centre as two blocs."""
    sides = {
        "left": tuple(one for one, position in positions.items() if position < CENTRE),
        "right": tuple(one for one, position in positions.items() if position > CENTRE),
    }
    source = Source("positions of the parties from left to right")
    return tuple(Bloc(id=one, name=one, lists=lists, source=source) for one, lists in sides.items())


def _positions(
    lists: Iterable[str],
    alliances: Iterable[AllianceRow],
    parties: Mapping[str, float | None],
) -> dict[str, float]:
    """Position of every list; that of a joint list without one is the mean of its members."""
    members = grouped(alliances, lambda one: one.list)
    found = {}
    for one in lists:
        own = [parties.get(one)]
        if own[0] is None:
            own = [parties.get(row.member) for row in members.get(one, ())]
        placed = [position for position in own if position is not None]
        if placed and len(placed) == len(own):
            found[one] = fmean(placed)
    return found
