"""The calendar of an election, schema ``formateur/calendar/1``."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Literal

from pydantic import Field

from formateur.facts import Election
from formateur.government.procedure import (
    Position,
    Procedure,
    Term,
    position_on,
    terms_on,
    vote_again,
)
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


class TermPart(Record):
    """A term that the law sets, and its last day if all before it are used to the full."""

    state: str = Field(description="As in the procedure file.")
    kind: Literal["count", "consultation", "mandate", "parliament", "talks", "dissolved"]
    who: str
    sure: bool = Field(
        description="It runs, or comes in any case; else it follows only where the one before "
        "has brought no government."
    )
    end: date | None = Field(description="Null where the law sets no term.")
    extended: date | None = Field(description="The same with every extension granted.")
    days: int | None = Field(description="From the day asked for to `end`.")
    law_days: int | None = Field(description="Days that the law gives; null for none.")
    law_extension: int = Field(description="Further days that may be granted.")
    source: str = Field(description="Paragraph.")


class VoteAgainPart(Record):
    """When the country votes again if no government forms."""

    dissolved: date | None = Field(
        description="Day of the dissolution: as it happened, else the last by law if parliament "
        "names nobody and nothing is extended; null where no law sets one."
    )
    first: date | None = Field(description="Earliest day of the vote after it.")
    usual: date | None
    last: date | None = Field(description="Latest day, after the last day of all terms.")
    days_least: int = Field(description="From a dissolution to the vote.")
    days_usual: int
    days_most: int
    source: str


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
    here = None
    if procedure is not None:
        here = position_on(procedure, election.calendar, election.date, day)
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
        terms=[] if procedure is None or here is None else _terms(procedure, here, day),
        again=None if procedure is None or here is None else _again(procedure, here),
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


def _terms(procedure: Procedure, here: Position, day: date) -> list[TermPart]:
    return [_term(one, day) for one in terms_on(procedure, here)]


def _term(term: Term, day: date) -> TermPart:
    state = term.state
    return TermPart(
        state=state.id,
        kind=state.kind,
        who=state.who,
        sure=term.sure,
        end=term.end,
        extended=term.extended,
        days=None if term.end is None else (term.end - day).days,
        law_days=state.days,
        law_extension=state.extension,
        source=state.source,
    )


def _again(procedure: Procedure, here: Position) -> VoteAgainPart | None:
    again, repeat = vote_again(procedure, here), procedure.repeat
    if again is None:
        return None
    return VoteAgainPart(
        dissolved=again.dissolved,
        first=again.first,
        usual=again.usual,
        last=again.last,
        days_least=repeat.least,
        days_usual=repeat.usual,
        days_most=repeat.most,
        source=repeat.source,
    )


def calendar_schema() -> dict[str, Any]:
    """Return the JSON Schema of the document."""
    return CalendarDocument.json_schema()
