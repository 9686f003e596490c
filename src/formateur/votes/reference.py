"""The reference: the plain average of the latest polls, with the error that such averages had.

It stays as it is: every other estimator has to beat it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from formateur.errors import NotEnoughPollsError
from formateur.facts import OTHER, Draws, Election, Poll
from formateur.law import Rules
from formateur.votes.average import PollTable, average, poll_table
from formateur.votes.cells import Lineage, lineage, poll_cells
from formateur.votes.closed_error import with_error
from formateur.votes.error_scale import ErrorScale, load_error_scale
from formateur.votes.estimate import PollUse, VoteEstimate
from formateur.votes.unprinted import Unprinted
from formateur.votes.windows import WINDOW_DAYS, choose_polls

MOST_NAMES = 6
"""A note that names more lists than this gives only some of them."""


@dataclass(frozen=True, slots=True)
class Reference:
    """Latest poll of each house in four weeks, averaged; Student t errors on the logit.

    Parameters
    ----------
    errors
        How wrong such averages have been.
    """

    errors: ErrorScale
    name = "reference"

    def estimate(
        self,
        election: Election,
        rules: Rules | None,
        day: date,
        *,
        draws: int,
        rng: np.random.Generator,
        run: str,
    ) -> VoteEstimate:
        """Average the polls and add the error of past averages.

        Parameters and errors are those of `Estimator.estimate`.
        """
        lines = lineage(election.lists, day)
        uses = choose_polls(election.polls, day, lines.counted)
        used = [use.poll for use in uses if use.used]
        if not used:
            raise no_polls(election, day, uses)
        table = read_polls(used, lines, rules, self.errors.unprinted)
        centre = average(table, self.errors.unprinted)
        scale = self.errors.at((election.date - day).days)
        noise = rng.standard_t(self.errors.degrees_of_freedom, size=(draws, len(centre)))
        values = with_error(np.array(list(centre.values())), scale * noise)
        return VoteEstimate(
            draws=Draws(values, tuple(centre), "share", run),
            centre=centre,
            polls=tuple(uses),
            notes=(
                *_notes(election, lines, table, self.errors, scale),
                *_unnamed(centre[OTHER], table, rules),
            ),
        )


def reference_for(day: date) -> Reference:
    """Return the reference with the newest error table learned before `day`.

    Raises
    ------
    NotEnoughPollsError
        When no shipped table is old enough.
    """
    return Reference(load_error_scale(day))


def read_polls(
    polls: Sequence[Poll], lines: Lineage, rules: Rules | None, unprinted: Unprinted
) -> PollTable:
    """Read polls as a table of the lists that stand; polls in percent need no `rules`.

    A list without a seat is below the legal threshold or, where there is none, below one seat.
    """
    threshold = _least_with_a_seat(rules) if rules is not None else 0.0
    below = unprinted.below_threshold_centre
    cells = [poll_cells(p, lines, threshold=threshold, below_centre=below) for p in polls]
    return poll_table(cells, lines.standing, rules)


def _least_with_a_seat(rules: Rules) -> float:
    """Share that a list needs to be in parliament, as polls mean it when they print no seat."""
    return max(float(rules.threshold), 1 / rules.seats)


def no_polls(election: Election, day: date, uses: Sequence[PollUse]) -> NotEnoughPollsError:
    """Return the error that says why none of the polls can be used."""
    first = day - timedelta(days=WINDOW_DAYS)
    reasons = Counter(use.reason for use in uses)
    known = ", ".join(f"{count} ({reason})" for reason, count in reasons.items()) or "none"
    return NotEnoughPollsError(
        f"{election.id}: no polls yet on {day} to forecast from; none that can be used ended its "
        f"fieldwork from {first} on. Polls known by then: {known}. A forecast needs one poll of "
        f"the last {WINDOW_DAYS} days with a figure of a list that stands: add it to polls.csv, or "
        "choose another day."
    )


def _notes(
    election: Election, lines: Lineage, table: PollTable, errors: ErrorScale, scale: float
) -> list[str]:
    """Say what was assumed and what could not be known."""
    names = {one.id: one.name for one in election.lists}
    notes = [
        _error_note(errors, scale),
        "The errors of the lists are drawn independently of each other: a bloc whose lists take "
        "votes from one another is in truth surer than shown here.",
        "One error serves lists of all sizes: small lists, and their chance to pass a threshold, "
        "come out too sure, large lists too unsure.",
    ]
    if missing := [names[one] for one in lines.standing if one not in table.lists]:
        notes.append(f"No poll in use names {_and(missing)}: counted among the other lists.")
    if table.in_seats.any():
        notes.append("Polls in seats were read as shares through the threshold and the seat rule.")
    if table.in_seats.all():
        other = errors.unprinted.other_in_seat_polls
        notes.append(f"Lists that no poll names are taken to have {other:.1%} of the votes in all.")
    if low := [names[one] for one, only in zip(table.lists, table.only_below, strict=True) if only]:
        part = errors.unprinted.below_threshold_centre
        notes.append(f"Printed only as below a bound, taken at {part:.0%} of it: {_and(low)}.")
    return notes


def _unnamed(share: float, table: PollTable, rules: Rules | None) -> list[str]:
    """Say what polls in percent leave over, where a list could win seats with it."""
    if rules is None or table.in_seats.all() or share < _least_with_a_seat(rules):
        return []
    told = f"The polls leave {share:.1%} of the votes to lists that they do not name"
    return [f"{told}; no seat is given to these."]


def _error_note(errors: ErrorScale, scale: float) -> str:
    return (
        f"Ranges are as wide as averages of polls were wrong in {errors.elections} elections "
        f"before {errors.cut_off} (Student t, {errors.degrees_of_freedom} degrees of freedom, "
        f"scale {scale:.3f} on the logit)."
    )


def _and(names: Sequence[str]) -> str:
    """Join names as in a sentence; of many, the first few and how many more."""
    shown = list(names) if len(names) <= MOST_NAMES else list(names[: MOST_NAMES - 1])
    if more := len(names) - len(shown):
        shown.append(f"{more} more")
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"
