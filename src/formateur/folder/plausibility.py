"""Warnings: figures that are kept and used, but that somebody should look at."""

from __future__ import annotations

from collections.abc import Callable, Collection
from math import fsum

from formateur.errors import Problem
from formateur.facts import Election, Poll, Scale
from formateur.folder.problem_log import ProblemLog

LEAST_PERCENT, MOST_PERCENT = 85.0, 102.5
"""Printed percentages of a poll, the undecided among them, that add up to less or more are
flagged."""

RESULT_TOLERANCE = 0.5
"""Percentage points by which the shares of a result may miss 100."""

_ROUNDING = 1e-9
_CHECK = "Compare it with the publication; it may stay when it was printed so."


def check_plausible(
    election: Election, house: int | None, log: Callable[[str], ProblemLog]
) -> None:
    """Report polls and results that do not add up.

    Parameters
    ----------
    election
        What the folder holds.
    house
        Seats of the house; ``None`` when the law does not tell.
    log
        Gives the log of a file.
    """
    polls = log("polls.csv")
    for poll in election.polls:
        if poll.scale == "percent":
            _check_percent(poll, polls)
        elif house is not None:
            _check_seats(poll, election, house, polls)
    if election.results:
        _check_results(election, house, log("results.csv"))


def check_polled(election: Election, problems: Collection[Problem], log: ProblemLog) -> None:
    """Report an election without polls, unless the file has problems that say why.

    Parameters
    ----------
    election
        What the folder holds.
    problems
        What was found in the folder.
    log
        The log of ``polls.csv``.
    """
    if not election.polls and not any(one.file == log.file for one in problems):
        log.warning(None, "", "", "holds no poll", "Add polls; without them nothing is forecast.")


def _sum(poll: Poll, kind: Scale) -> float:
    return fsum(one.value or 0 for one in poll.readings.values() if one.kind == kind)


def _check_percent(poll: Poll, log: ProblemLog) -> None:
    total = _sum(poll, "percent") + poll.undecided
    if not LEAST_PERCENT - _ROUNDING <= total <= MOST_PERCENT + _ROUNDING:
        summed = "the printed percentages" + (" and the undecided" if poll.undecided else "")
        reason = f"is the sum of {summed}; {LEAST_PERCENT} to {MOST_PERCENT} is usual"
        log.warning(poll.line, "", f"{total:.10g}", reason, _CHECK)


def _check_seats(poll: Poll, election: Election, house: int, log: ProblemLog) -> None:
    total = _sum(poll, "seats")
    standing = {one.id for one in election.lists if one.stands(poll.fieldwork_end)}
    complete = standing <= poll.readings.keys()
    if total > house or (complete and total < house):
        reason = f"is the sum of the printed seats; the house has {house}"
        log.warning(poll.line, "", f"{total:.10g}", reason, _CHECK)


def _check_results(election: Election, house: int | None, log: ProblemLog) -> None:
    share = fsum(result.share for result in election.results)
    if abs(share - 100) > RESULT_TOLERANCE + _ROUNDING:
        reason = "is the sum of the shares; 100 is wanted"
        remedy = "Add the lists that are missing, or a row for the list 'other'."
        log.warning(None, "share", f"{share:.10g}", reason, remedy)
    seats = sum(result.seats for result in election.results)
    if house is not None and seats != house:
        reason = f"is the sum of the seats; the house has {house}"
        log.warning(None, "seats", str(seats), reason, "Compare with the official result.")
