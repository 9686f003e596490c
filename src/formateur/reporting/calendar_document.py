"""The calendar of an election, schema ``formateur/calendar/1``."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Literal

from pydantic import Field

from formateur.facts import Election
from formateur.government.procedure import Procedure
from formateur.reporting.calendar_terms import TermPart, VoteAgainPart, terms_ahead
from formateur.reporting.record import Document, Record
from formateur.version import __version__


class StepPart(Record):
    """A step that was taken, or whose day is fixed."""

    date: date
    days: int = Field(description="From the day asked for; negative when it is past.")
    step: str = Field(description="As in `calendar.csv`.")
    who: str
    name: str = Field(description="Of the person or list in `who`; else `who` itself.")
    note: str
    source: str
    reported_by: str


class CalendarDocument(Document):
    """What is past, what is due and what may follow. Later versions of schema 1 gain fields."""

    schema_id: Literal["formateur/calendar/1"] = Field(
        default="formateur/calendar/1", alias="schema"
    )
    election: str
    name: str
    as_of: date
    vote: date
    days_to_election: int = Field(description="Negative after the vote.")
    version: str
    past: list[StepPart] = Field(description="In order, up to the day asked for.")
    fixed: list[StepPart] = Field(description="Later ones whose day was known by then.")
    procedure: str = Field(description="Name of the procedure; empty when none is given.")
    limits: str = Field(description="What the procedure file does not cover.")
    terms: list[TermPart] = Field(description="Empty once a government is there.")
    again: VoteAgainPart | None = Field(description="Null once a government is there.")


def make_calendar_document(
    election: Election, day: date, procedure: Procedure | None
) -> CalendarDocument:
    """Write down the calendar as it stood on a day.

    Parameters
    ----------
    election
        As of the day.
    procedure
        Of the formation; ``None`` when the election names none.
    """
    steps = list(_steps(election, day))
    terms, again = terms_ahead(election, day, procedure)
    return CalendarDocument(
        election=election.id,
        name=election.name,
        as_of=day,
        vote=election.date,
        days_to_election=(election.date - day).days,
        version=__version__,
        past=[one for one in steps if one.date <= day],
        fixed=[one for one in steps if one.date > day],
        procedure="" if procedure is None else procedure.name,
        limits="" if procedure is None else procedure.limits,
        terms=terms,
        again=again,
    )


def _steps(election: Election, day: date) -> Iterator[StepPart]:
    names = {one.id: one.name for one in election.lists}
    names |= {one.id: one.name for one in election.persons}
    for step in sorted(election.calendar, key=lambda step: step.date):
        yield StepPart(
            date=step.date,
            days=(step.date - day).days,
            step=step.step,
            who=step.who,
            name=names.get(step.who, step.who),
            note=step.note,
            source=step.source.text,
            reported_by=step.source.reported_by,
        )
    if all(step.step != "vote" for step in election.calendar):
        yield StepPart(
            date=election.date,
            days=(election.date - day).days,
            step="vote",
            who="",
            name="",
            note="",
            source=election.source.text,
            reported_by=election.source.reported_by,
        )


def calendar_schema() -> dict[str, Any]:
    """Return the JSON Schema of the document."""
    return CalendarDocument.json_schema()
