"""The average of the latest poll of each house, which the plain estimators have in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from formateur.errors import NotEnoughPollsError
from formateur.facts import Election, Poll
from formateur.language import in_english
from formateur.law import Rules
from formateur.votes.average import PollTable, average
from formateur.votes.cells import Lineage, lineage
from formateur.votes.estimate import PollUse
from formateur.votes.reading import read_polls
from formateur.votes.unprinted import Unprinted
from formateur.votes.windows import WINDOW_DAYS, choose_polls


@dataclass(frozen=True, slots=True, eq=False)
class LatestAverage:
    """The latest polls on a day, and what they say on average.

    Attributes
    ----------
    uses
        Every poll known on the day, newest first.
    lines
        Which lists stand.
    table
        The used polls.
    centre
        Share by list, `OTHER` last; sums to 1.
    """

    uses: tuple[PollUse, ...]
    lines: Lineage
    table: PollTable
    centre: Mapping[str, float]

    @property
    def used(self) -> list[Poll]:
        """The polls in the average, newest first."""
        return [use.poll for use in self.uses if use.used]


def latest_average(
    election: Election, rules: Rules | None, day: date, unprinted: Unprinted
) -> LatestAverage:
    """Average the latest poll of each house.

    Parameters
    ----------
    election, rules, day
        As `Estimator.estimate` takes them.
    unprinted
        What is taken in the place of what polls do not print.

    Raises
    ------
    NotEnoughPollsError
        When none of the polls can be used.
    """
    lines = lineage(election.lists, day)
    uses = choose_polls(election.polls, day, lines.counted)
    used = [use.poll for use in uses if use.used]
    if not used:
        raise _no_polls(election, day, uses)
    table = read_polls(used, lines, rules, unprinted)
    return LatestAverage(tuple(uses), lines, table, average(table, unprinted))


def _no_polls(election: Election, day: date, uses: Sequence[PollUse]) -> NotEnoughPollsError:
    """Return the error that says why none of the polls can be used."""
    first = day - timedelta(days=WINDOW_DAYS)
    reasons = Counter(in_english(use.reason) for use in uses)
    known = ", ".join(f"{count} ({reason})" for reason, count in reasons.items()) or "none"
    return NotEnoughPollsError(
        f"{election.id}: no polls yet on {day} to forecast from; none that can be used ended its "
        f"fieldwork from {first} on. Polls known by then: {known}. A forecast needs one poll of "
        f"the last {WINDOW_DAYS} days with a figure of a list that stands: add it to polls.csv, or "
        "choose another day."
    )
