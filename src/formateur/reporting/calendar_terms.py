"""What the law holds in store: terms and their last days, and the next vote if none governs."""

from __future__ import annotations

from datetime import date
from typing import Literal

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
from formateur.reporting.record import Record


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


def terms_ahead(
    election: Election, day: date, procedure: Procedure | None
) -> tuple[list[TermPart], VoteAgainPart | None]:
    """Return the terms ahead on a day, and the next vote if no government forms.

    Parameters
    ----------
    election
        As of the day.
    procedure
        Of the formation; without one, and once a government is there, nothing is ahead.
    """
    if procedure is None:
        return [], None
    here = position_on(procedure, election.calendar, election.date, day)
    return [_term(one, day) for one in terms_on(procedure, here)], _again(procedure, here)


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
