"""Rows of ``elections.csv``, ``parties.csv``, ``results.csv`` and ``alliances.csv``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from formateur.folder import cells
from formateur.folder.cells import Flaw
from formateur.folder.past.tables import PastFolder, known, once
from formateur.folder.row_reader import RowReader

MOST_RIGHT = 10.0
FIRST_YEAR = 1900
"""No election before it was polled."""


@dataclass(frozen=True, slots=True)
class ElectionRow:
    """One election; `threshold` is in percent, 0 where the table has none."""

    id: str
    country: str
    date: date
    chamber: str
    previous: str
    threshold: float
    source: str


@dataclass(frozen=True, slots=True)
class ResultRow:
    """What a list got: percent on the base that polls use; ``None`` where it is not known."""

    election: str
    party: str
    percent: float | None


@dataclass(frozen=True, slots=True)
class AllianceRow:
    """A party that stood on a joint list; `percent` of its own votes, where it is known."""

    election: str
    list: str
    member: str
    percent: float | None


Elections = Mapping[str, ElectionRow]
Parties = Mapping[str, Mapping[str, float | None]]
"""Position from left to right by party, by country."""


def read_elections(folder: PastFolder) -> Elections:
    """Read ``elections.csv``, by id."""
    seen: dict[object, int] = {}

    def election(row: RowReader) -> ElectionRow:
        one = ElectionRow(
            id=row.required("election_id"),
            country=row.required("country"),
            date=_vote(row),
            chamber=row.text("chamber"),
            previous=row.text("previous_election_id"),
            threshold=row.value("threshold", cells.percent, 0.0),
            source=row.text("source"),
        )
        once(row, "election_id", one.id, seen)
        return one

    rows = folder.records("elections.csv", ("election_id", "country", "date"), election)
    return {one.id: one for one in rows}


def read_parties(folder: PastFolder) -> Parties:
    """Read ``parties.csv``."""
    seen: dict[object, int] = {}

    def party(row: RowReader) -> tuple[str, str, float | None]:
        country, one = row.required("country"), row.required("party_id")
        once(row, "party_id", (country, one), seen)
        return country, one, row.value("left_right", _position, None)

    found: dict[str, dict[str, float | None]] = {}
    for country, one, position in folder.records("parties.csv", ("country", "party_id"), party):
        found.setdefault(country, {})[one] = position
    return found


def read_results(folder: PastFolder, elections: Elections, parties: Parties) -> list[ResultRow]:
    """Read ``results.csv``; the share is ``vote_share_poll_base`` where given."""
    seen: dict[object, int] = {}

    def result(row: RowReader) -> ResultRow:
        election = known(row, "election_id", elections, "elections.csv")
        party = known_party(row, "party_id", elections.get(election), parties)
        once(row, "party_id", (election, party), seen)
        official = row.value("vote_share", _optional_percent, None)
        on_base = row.value("vote_share_poll_base", _optional_percent, None)
        return ResultRow(election, party, official if on_base is None else on_base)

    columns = ("election_id", "party_id", "vote_share")
    return folder.records("results.csv", columns, result)


def read_alliances(folder: PastFolder, elections: Elections, parties: Parties) -> list[AllianceRow]:
    """Read ``alliances.csv``, if it is there."""

    def member(row: RowReader) -> AllianceRow:
        election = known(row, "election_id", elections, "elections.csv")
        return AllianceRow(
            election,
            known_party(row, "party_id", elections.get(election), parties),
            known_party(row, "member_party_id", elections.get(election), parties),
            row.value("vote_share", _optional_percent, None),
        )

    columns = ("election_id", "party_id", "member_party_id")
    return folder.records("alliances.csv", columns, member, optional=True)


def known_party(row: RowReader, column: str, election: ElectionRow | None, parties: Parties) -> str:
    """Return the id of a party that ``parties.csv`` must have for the country."""
    if election is None:  # that has been refused
        return row.text(column)
    names = parties.get(election.country, {})
    return known(row, column, names, f"parties.csv for the country {election.country!r}")


def _vote(row: RowReader) -> date:
    found = row.day("date")
    if row.sound and found.year < FIRST_YEAR:
        row.refuse("date", f"is before {FIRST_YEAR}", "Correct the year.")
    return found


def _optional_percent(text: str) -> float | Flaw | None:
    return cells.percent(text)


def _position(text: str) -> float | Flaw | None:
    value = cells.decimal(text)
    if isinstance(value, float) and value > MOST_RIGHT:
        return Flaw("is more than 10", "Write a position from 0 (left) to 10 (right).")
    return value
