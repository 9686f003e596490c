"""``polls.csv``: one row, or in the long form several, to one `Poll`."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date
from re import sub
from typing import get_args

from formateur.facts import OTHER, Poll, PollKind, Reading, Scale
from formateur.folder import cells
from formateur.folder.cells import Flaw
from formateur.folder.poll_rows import PollRow, poll_rows
from formateur.folder.problem_log import ProblemLog
from formateur.folder.register import Register
from formateur.folder.row_reader import RowReader
from formateur.folder.table import Table

SCALES: tuple[Scale, ...] = get_args(Scale)
KINDS: tuple[PollKind, ...] = get_args(PollKind)


def read_polls(table: Table, register: Register, log: ProblemLog) -> tuple[Poll, ...]:
    """Read the polls, in the order of the file; those with an error are left out."""
    seen: dict[str, int] = {}
    polls = []
    for row in poll_rows(table, register, log):
        poll = _poll(row, seen)
        if row.head.sound:
            polls.append(poll)
    _refuse_repeated(polls, log)
    return _with_ids(polls, set(seen))


def _poll(row: PollRow, seen: dict[str, int]) -> Poll:
    head = row.head
    scale = head.required_choice("scale", SCALES)
    poll = Poll(
        id=head.optional_id(seen),
        pollster=head.required("pollster"),
        sponsor=head.text("sponsor"),
        fieldwork_start=head.optional_day("fieldwork_start"),
        fieldwork_end=head.day("fieldwork_end"),
        published=head.optional_day("published"),
        sample_size=head.value("sample_size", _respondents, None),
        scale=scale,
        kind=head.choice("kind", KINDS, "poll"),
        readings=_readings(row, scale),
        undecided=head.value("undecided", cells.undecided, 0.0),
        source=head.source(),
        note=head.text("note"),
        line=head.row.line,
    )
    if poll.undecided and scale == "seats":
        reason = "is given, and the scale is seats, which are those of voters who named a list"
        head.refuse("undecided", reason, "Leave it empty.")
    if head.sound:
        _check_days(poll, head)
    return poll


def _respondents(text: str) -> int | Flaw | None:
    number = cells.whole(text)
    return number or Flaw("is no sample", "Leave the cell empty if the size is not known.")


def _readings(row: PollRow, scale: Scale) -> dict[str, Reading]:
    if scale != row.head.text("scale"):
        return {}
    readings = {}
    for one, (reader, column) in row.figures.items():
        found = reader.value(column, lambda text: cells.reading(text, scale), None)
        if found is not None and _within_house(one, found, reader, column):
            readings[one] = found
        if not reader.sound:
            row.head.sound = False
    if not readings and row.head.sound:
        row.head.refuse("", "the poll has no figure of any list", "Fill in one, or remove it.")
    return readings


def _within_house(one: str, found: Reading, reader: RowReader, column: str) -> bool:
    if found.kind != "seats" or found.value is None:
        return True
    house = reader.register.house
    if one == OTHER:
        remedy = "Write percent with its sign, as in 2.3%, or leave it empty."
        reader.refuse(column, "gives seats to the remainder, which has no list", remedy)
    elif house is not None and found.value > house:
        reader.refuse(column, f"is more than the house, which has {house} seats", "Correct it.")
    return reader.sound


def _check_days(poll: Poll, head: RowReader) -> None:
    vote = head.register.vote
    if poll.fieldwork_start is not None and poll.fieldwork_start > poll.fieldwork_end:
        reason = f"is after the end of the fieldwork, {poll.fieldwork_end}"
        head.refuse("fieldwork_start", reason, "Exchange or correct the two dates.")
    if vote is not None and poll.fieldwork_end > vote:
        reason = f"is after the vote, {vote}"
        remedy = "Correct the date, or move the poll to the next election's folder."
        head.refuse("fieldwork_end", reason, remedy)
    if poll.published is not None and poll.published < poll.fieldwork_end:
        reason = f"is before the end of the fieldwork, {poll.fieldwork_end}"
        head.log.warning(
            poll.line, "published", poll.published.isoformat(), reason, "Check the two dates."
        )


def _refuse_repeated(polls: list[Poll], log: ProblemLog) -> None:
    seen: dict[tuple[object, ...], int] = {}
    for poll in polls:
        days = (poll.fieldwork_start, poll.fieldwork_end, poll.published)
        key = (poll.pollster, poll.sponsor, days, frozenset(poll.readings.items()))
        if key in seen:
            reason = f"repeats the poll of line {seen[key]}: same days, sponsor and figures"
            log.error(poll.line, "pollster", poll.pollster, reason, "Remove one of the two.")
        seen.setdefault(key, poll.line)


def _with_ids(polls: list[Poll], taken: set[str]) -> tuple[Poll, ...]:
    named = []
    for poll in polls:
        poll_id = poll.id or _default_id(poll.fieldwork_end, poll.pollster, taken)
        taken.add(poll_id)
        named.append(replace(poll, id=poll_id))
    return tuple(named)


def _default_id(end: date, pollster: str, taken: set[str]) -> str:
    plain = unicodedata.normalize("NFKD", pollster).encode("ascii", "ignore").decode().lower()
    stem = f"{end}-{sub('[^a-z0-9]+', '-', plain).strip('-') or 'poll'}"
    found, count = stem, 1
    while found in taken:
        count += 1
        found = f"{stem}-{count}"
    return found
