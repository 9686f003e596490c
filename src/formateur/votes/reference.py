"""The reference: the plain average of the latest polls, with the error that such averages had.

It stays as it is: every other estimator has to beat it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from formateur.facts import OTHER, Draws, Election
from formateur.language import Amount, Message, message, message_many
from formateur.law import Rules
from formateur.votes.closed_error import with_error
from formateur.votes.error_scale import ErrorScale, load_error_scale
from formateur.votes.estimate import VoteEstimate
from formateur.votes.latest_average import LatestAverage, latest_average
from formateur.votes.reading import reading_notes, unnamed_notes


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
        found = latest_average(election, rules, day, self.errors.unprinted)
        centre = found.centre
        scale = self.errors.at((election.date - day).days)
        noise = rng.standard_t(self.errors.degrees_of_freedom, size=(draws, len(centre)))
        values = with_error(np.array(list(centre.values())), scale * noise)
        return VoteEstimate(
            draws=Draws(values, tuple(centre), "share", run),
            centre=centre,
            polls=found.uses,
            notes=(
                *_notes(election, found, self.errors, scale),
                *unnamed_notes(centre[OTHER], found.table, rules),
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


def _notes(
    election: Election, found: LatestAverage, errors: ErrorScale, scale: float
) -> list[Message]:
    """Say what was assumed and what could not be known."""
    return [
        message_many(
            "Ranges are as wide as averages of polls were wrong in {count} election before {day} "
            "(Student t, {degrees} degrees of freedom, scale {scale} on the logit).",
            "Ranges are as wide as averages of polls were wrong in {count} elections before {day} "
            "(Student t, {degrees} degrees of freedom, scale {scale} on the logit).",
            errors.elections,
            day=errors.cut_off,
            degrees=errors.degrees_of_freedom,
            scale=Amount(scale, 3),
        ),
        message(
            "The errors of the lists are drawn independently of each other: a bloc whose lists "
            "take votes from one another is in truth surer than shown here."
        ),
        message(
            "One error serves lists of all sizes: small lists, and their chance to pass a "
            "threshold, come out too sure, large lists too unsure."
        ),
        *reading_notes(election, found.lines, found.table, errors.unprinted),
    ]
