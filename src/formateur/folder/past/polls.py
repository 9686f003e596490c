"""Rows of ``polls.csv`` and ``poll_values.csv`` as polls."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import get_args

from formateur.facts import Poll, PollKind, Reading, Scale, Source
from formateur.folder import cells
from formateur.folder.cells import Flaw
from formateur.folder.past.record import COLLECTIVE
from formateur.folder.past.rows import Elections, Parties, known_party
from formateur.folder.past.tables import PastFolder, grouped, known, once
from formateur.folder.row_reader import RowReader

MUCH_UNDECIDED = 10.0
"""From this percentage on, a row for others and undecided holds chiefly the undecided."""

_SCALES: tuple[Scale, ...] = get_args(Scale)
_KINDS: tuple[PollKind, ...] = get_args(PollKind)
_PRECISIONS = ("day", "month", "approx")


@dataclass(frozen=True, slots=True)
class PollRow:
    """One poll without its figures.

    Attributes
    ----------
    undecided
        Percent of the printed base that named no party.
    doubtful
        Whether it is left out: its sum is off, or only its month is known.
    """

    poll: Poll
    election: str
    undecided: float
    doubtful: bool


@dataclass(frozen=True, slots=True)
class ValueRow:
    """What a poll prints of a party: `percent` beside a figure in seats, where it is printed."""

    poll: str
    party: str
    value: float | None
    percent: float | None
    note: str


def read_past_polls(
    folder: PastFolder, elections: Elections, parties: Parties
) -> dict[str, list[Poll]]:
    """Read the polls of every election; those whose figures cannot be relied on are left out."""
    rows = {one.poll.id: one for one in _poll_rows(folder, elections)}
    folder.check()
    values = grouped(_value_rows(folder, rows, elections, parties), lambda one: one.poll)
    polls: dict[str, list[Poll]] = {}
    for one in rows.values():
        readings = {} if one.doubtful else _readings(one, values.get(one.poll.id, []))
        if readings:
            polls.setdefault(one.election, []).append(replace(one.poll, readings=readings))
    return polls


def _poll_rows(folder: PastFolder, elections: Elections) -> list[PollRow]:
    seen: dict[object, int] = {}

    def poll(row: RowReader) -> PollRow:
        election = known(row, "election_id", elections, "elections.csv")
        one = row.required("poll_id")
        once(row, "poll_id", one, seen)
        start, end, published = _days(row)
        precision = row.choice("date_precision", _PRECISIONS, "day")
        return PollRow(
            poll=Poll(
                id=one,
                pollster=row.text("pollster"),
                sponsor=row.text("sponsor"),
                fieldwork_start=start,
                fieldwork_end=end,
                published=published,
                sample_size=row.value("sample_size", _respondents, None),
                scale=row.choice("scale", _SCALES, "percent"),
                kind=row.choice("kind", _KINDS, "poll"),
                readings={},
                source=Source(row.text("source")),
                line=row.row.line,
            ),
            election=election,
            undecided=row.value("undecided", cells.undecided, 0.0),
            doubtful=bool(row.text("flag")) or precision == "month",
        )

    columns = ("poll_id", "election_id", "pollster", "fieldwork_end")
    return folder.records("polls.csv", columns, poll)


def _days(row: RowReader) -> tuple[date | None, date, date | None]:
    """Return start, end and publication; where the end is not known, publication stands for it."""
    start, published = row.optional_day("fieldwork_start"), row.optional_day("published")
    end = row.optional_day("fieldwork_end") or published
    if end is None:
        if row.sound:
            reason = "is empty, and so is published: nobody knows when the poll was taken"
            row.refuse("fieldwork_end", reason, "Fill in one of the two.")
        return start, date.min, published
    if start is not None and start > end:
        reason = f"is after the end of the fieldwork, {end}"
        row.refuse("fieldwork_start", reason, "Exchange or correct the two dates.")
    return start, end, published


def _value_rows(
    folder: PastFolder, polls: Mapping[str, PollRow], elections: Elections, parties: Parties
) -> list[ValueRow]:
    seen: dict[object, int] = {}

    def value(row: RowReader) -> ValueRow:
        poll = known(row, "poll_id", polls, "polls.csv")
        of = polls.get(poll)
        party = known_party(row, "party_id", elections[of.election] if of else None, parties)
        once(row, "party_id", (poll, party), seen)
        in_seats = of is not None and of.poll.scale == "seats"
        grammar = _number if in_seats else _percent
        printed = row.value("percent", _percent, None)
        return ValueRow(poll, party, row.value("value", grammar, None), printed, row.text("note"))

    return folder.records("poll_values.csv", ("poll_id", "party_id", "value"), value)


def _readings(row: PollRow, values: Sequence[ValueRow]) -> dict[str, Reading]:
    printed = [one for one in values if one.value is not None]
    named = [one for one in printed if one.party not in COLLECTIVE]
    if row.poll.scale == "seats":
        return {one.party: _in_seats(one) for one in named}
    base = _base(row, printed)
    if not base:
        return {}
    factor = 100 / base
    return {
        one.party: Reading(
            "below" if one.note == "less_than" else "percent", (one.value or 0.0) * factor
        )
        for one in named
    }


def _in_seats(row: ValueRow) -> Reading:
    if row.percent is not None:
        return Reading("percent", row.percent)
    return Reading("seats", row.value) if row.value else Reading("below", None)


def _base(row: PollRow, values: Sequence[ValueRow]) -> float:
    """Percentage of the respondents who named a party."""
    mixed = [one for one in values if one.note == "other_and_undecided"]
    if sum(one.value or 0.0 for one in mixed) >= MUCH_UNDECIDED:
        return sum(one.value or 0.0 for one in values if one not in mixed)
    return 100 - row.undecided


def _respondents(text: str) -> int | Flaw | None:
    number = cells.whole(text)
    return number or Flaw("is no sample", "Leave the cell empty if the size is not known.")


def _percent(text: str) -> float | Flaw | None:
    return cells.percent(text)


def _number(text: str) -> float | Flaw | None:
    return cells.decimal(text)
