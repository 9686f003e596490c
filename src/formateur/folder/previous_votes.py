"""``previous_votes.csv``: how constituencies or the country voted last time, by list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from formateur.facts import OTHER, PreviousVotes, Source
from formateur.folder import cells
from formateur.folder.cells import Flaw
from formateur.folder.problem_log import ProblemLog
from formateur.folder.register import Register
from formateur.folder.row_reader import RowReader
from formateur.folder.table import Table

BALLOTS = ("list", "candidate")
PLACE_COLUMNS = ("constituency", "ballot", "source", "reported_by")
"""Columns that are no list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceVotes:
    """The votes of one place on one ballot."""

    line: int
    place: str
    ballot: str
    votes: Mapping[str, int]
    source: Source


def read_previous_votes(
    table: Table, register: Register, log: ProblemLog
) -> tuple[PlaceVotes, ...]:
    """Read the rows, in the order of the file; those with an error are left out."""
    for column in ("constituency", "source"):
        if column not in table.columns:
            remedy = f"Add {column!r} to the header line, and its cells below."
            log.error(table.line, column, "", "the column is required and not there", remedy)
    lists = [column for column in table.columns if column not in PLACE_COLUMNS]
    for column in lists:
        if isinstance(flaw := cells.list_id(column), Flaw):
            log.error(table.line, "", column, flaw.reason, flaw.remedy)
    seen: dict[tuple[str, str], int] = {}
    readers = [RowReader(row, log, register) for row in table.rows]
    read = [(reader, _place(reader, lists, seen)) for reader in readers]
    return tuple(one for reader, one in read if reader.sound)


def _place(row: RowReader, lists: Sequence[str], seen: dict[tuple[str, str], int]) -> PlaceVotes:
    place, ballot = row.required("constituency"), row.choice("ballot", BALLOTS, "list")
    if (place, ballot) in seen:
        line = seen[place, ballot]
        row.refuse("constituency", f"has votes on line {line} too", "Keep one of them.")
    elif place:
        seen[place, ballot] = row.row.line
    votes = {one: row.value(one, cells.whole, 0) for one in lists if row.text(one)}
    if row.sound and not any(votes.values()):
        row.refuse("constituency", "has no votes", "Fill in the votes of its lists.")
    return PlaceVotes(
        line=row.row.line, place=place, ballot=ballot, votes=votes, source=row.source()
    )


def votes_of(rows: Sequence[PlaceVotes]) -> PreviousVotes | None:
    """Put the rows together; ``None`` when there is none of a list ballot."""
    ballots: dict[str, dict[str, Mapping[str, int]]] = {ballot: {} for ballot in BALLOTS}
    for row in rows:
        ballots[row.ballot][row.place] = row.votes
    if not ballots["list"]:
        return None
    return PreviousVotes(
        lists=ballots["list"],
        candidates=ballots["candidate"],
        source=one_source(row.source for row in rows),
    )


def one_source(sources: Iterable[Source]) -> Source:
    """Put sources together, each named once."""
    distinct = tuple(dict.fromkeys(sources))
    return Source(
        "; ".join(dict.fromkeys(one.text for one in distinct)),
        "; ".join(dict.fromkeys(one.reported_by for one in distinct if one.reported_by)),
    )


def columns_of(votes: PreviousVotes) -> tuple[str, ...]:
    """Return the columns of the lists, the others last."""
    tables = (*votes.lists.values(), *votes.candidates.values())
    found = dict.fromkeys(one for here in tables for one in here)
    return (*(one for one in found if one != OTHER), *([OTHER] if OTHER in found else []))
