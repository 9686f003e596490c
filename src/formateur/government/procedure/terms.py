"""What the law holds in store: terms that run, terms that may follow, and the next vote."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from formateur.government.procedure.position import Position
from formateur.government.procedure.states import Procedure, State

SURE = frozenset({"count", "consultation"})
"""States that come whoever wins, as long as nobody has had the task yet."""


@dataclass(frozen=True, slots=True)
class Term:
    """A state of the procedure with its last day.

    Attributes
    ----------
    end
        Last day by law if every state takes all of its time and none is extended; ``None`` where
        the law sets none.
    extended
        The same with every extension that may be granted.
    sure
        Whether it runs already or comes in any case; else it follows only when the one before
        has brought no government.
    """

    state: State
    end: date | None
    extended: date | None
    sure: bool


@dataclass(frozen=True, slots=True)
class VoteAgain:
    """When the country votes again if no government forms.

    Attributes
    ----------
    dissolved
        Day of the dissolution: the day it happened, else the last one by law if nobody is named
        once parliament has had its turn and nothing is extended; ``None`` where no law sets one.
    first, usual, last
        Days of the vote after that dissolution; of `last`, after the last day of all terms with
        every extension.
    """

    dissolved: date | None
    first: date | None
    usual: date | None
    last: date | None


def terms_on(procedure: Procedure, here: Position) -> tuple[Term, ...]:
    """Return the terms from the present state on, up to the first without a last day.

    Parameters
    ----------
    here
        Where the procedure stands on the day.

    Returns
    -------
    tuple of Term
        None once a government is there or the house is dissolved.
    """
    if here.formed is not None or here.dissolved is not None:
        return ()
    found: list[Term] = []
    end = extended = here.since
    left = procedure.states[here.state :]
    bound = bool(left) and left[0].kind in SURE
    for k, state in enumerate(left):
        bound = bound and state.kind in SURE
        if state.days is None:
            return (*found, Term(state, None, None, bound or k == 0))
        end += timedelta(days=state.days)
        extended += timedelta(days=state.days + state.extension)
        found.append(Term(state, end, extended, bound or k == 0))
    return tuple(found)


def vote_again(procedure: Procedure, here: Position) -> VoteAgain | None:
    """Return when the country votes again; ``None`` once a government is there."""
    if here.formed is not None:
        return None
    terms = terms_on(procedure, here)
    dissolved = here.dissolved
    latest = here.dissolved
    if dissolved is None and procedure.has_deadline and terms:
        turn = next((one for one in terms if one.state.kind == "parliament"), terms[-1])
        dissolved, latest = turn.end, terms[-1].extended
    repeat = procedure.repeat
    return VoteAgain(
        dissolved,
        _after(dissolved, repeat.least),
        _after(dissolved, repeat.usual),
        _after(latest, repeat.most),
    )


def _after(day: date | None, days: int) -> date | None:
    return None if day is None else day + timedelta(days=days)
