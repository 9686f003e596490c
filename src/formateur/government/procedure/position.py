"""Where a formation stands on a day, by what has happened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from formateur.facts import CalendarStep
from formateur.government.procedure.states import Procedure


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """A state of the procedure, entered on a day.

    Attributes
    ----------
    state
        Index in the procedure's states; their number when all have run out.
    since
        First day of the state.
    mandates
        Persons or lists that have had the task, in order.
    returned
        Those of them who gave it back or ran out of time.
    formed
        Day on which a government took office; ``None`` before.
    head
        Who heads it.
    dissolved
        Day on which the house was dissolved; ``None`` while it sits.
    """

    state: int
    since: date
    mandates: tuple[str, ...] = ()
    returned: tuple[str, ...] = ()
    formed: date | None = None
    head: str = ""
    dissolved: date | None = None


WAITING = {"results": "consultation", "parliament-period-start": "parliament"}
ENDED = frozenset({"mandate-returned", "mandate-expired"})


def position_on(
    procedure: Procedure, calendar: Sequence[CalendarStep], vote: date, day: date
) -> Position:
    """Follow the steps that have been taken after the vote, up to a day.

    Parameters
    ----------
    calendar
        Steps of the calendar; those before the vote and after `day` are not looked at.
    """
    here = Position(state=0, since=vote)
    taken = [one for one in calendar if vote < one.date <= day]
    for step in sorted(taken, key=lambda one: one.date):
        here = _moved(here, step, procedure)
    return here


def _moved(here: Position, step: CalendarStep, procedure: Procedure) -> Position:
    day, who = step.date, step.who
    if step.step in WAITING:
        return _at(here, procedure, WAITING[step.step], day)
    if step.step == "mandate-given":
        moved = _at(here, procedure, "mandate", day)
        return replace(moved, mandates=(*here.mandates, who))
    if step.step in ENDED:
        failed = who or (here.mandates[-1] if here.mandates else "")
        after = replace(here, state=here.state + 1, since=day)
        return replace(after, returned=(*here.returned, failed))
    if step.step == "government-sworn-in":
        return replace(here, formed=day, head=who)
    return replace(here, dissolved=day) if step.step == "parliament-dissolved" else here


def _at(here: Position, procedure: Procedure, kind: str, since: date) -> Position:
    """Go on to the next state of a kind, or stay when there is none, or it is this one."""
    begin = (
        here.state + 1
        if kind == "mandate" and len(here.mandates) > len(here.returned)
        else here.state
    )
    for k in range(begin, len(procedure.states)):
        if procedure.states[k].kind == kind:
            return replace(here, state=k, since=since)
    return here
