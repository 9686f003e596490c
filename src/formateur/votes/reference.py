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
from formateur.facts import OTHER, Draws, Election
from formateur.law import Rules
from formateur.votes.average import PollTable, average
from formateur.votes.cells import Lineage, lineage
from formateur.votes.closed_error import with_error
from formateur.votes.error_scale import ErrorScale, load_error_scale
from formateur.votes.estimate import PollUse, VoteEstimate
from formateur.votes.reading import read_polls, reading_notes, unnamed_notes
from formateur.votes.windows import WINDOW_DAYS, choose_polls


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
                *unnamed_notes(centre[OTHER], table, rules),
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
    return [
        f"Ranges are as wide as averages of polls were wrong in {errors.elections} elections "
        f"before {errors.cut_off} (Student t, {errors.degrees_of_freedom} degrees of freedom, "
        f"scale {scale:.3f} on the logit).",
        "The errors of the lists are drawn independently of each other: a bloc whose lists take "
        "votes from one another is in truth surer than shown here.",
        "One error serves lists of all sizes: small lists, and their chance to pass a threshold, "
        "come out too sure, large lists too unsure.",
        *reading_notes(election, lines, table, errors.unprinted),
    ]
