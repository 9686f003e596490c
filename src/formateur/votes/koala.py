"""A row to compare with: polls pooled as one large sample, as KOALA does.

It has no drift, no house effects and no error that the polls share: what it leaves out shows in
its intervals.

Literature: Bauer, Bender, Klima and Küchenhoff, KOALA: a new paradigm for election coverage, AStA
Advances in Statistical Analysis 104 (2020), 101-115, doi:10.1007/s10182-019-00352-6.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from formateur.facts import Draws, Election, Poll
from formateur.language import message_many
from formateur.law import Rules
from formateur.votes.estimate import VoteEstimate
from formateur.votes.latest_average import latest_average
from formateur.votes.learning import ASSUMED

USUAL_SAMPLE = 1000
"""Respondents of a poll that prints no sample size."""


@dataclass(frozen=True, slots=True)
class Koala:
    """Posterior of the shares given the latest poll of each house, pooled.

    The polls are those of the reference, and so is their average: the rows differ in their spread
    only.

    Attributes
    ----------
    correlation
        Between what two houses count for a list.
    prior
        Counts of every list before any poll: 1/2 is that of Jeffreys.
    """

    correlation: float = 0.5
    prior: float = 0.5
    name = "koala"

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
        """Draw from the Dirichlet posterior of the pooled sample.

        Parameters and errors are those of `Estimator.estimate`.
        """
        found = latest_average(election, rules, day, ASSUMED)
        size = effective_sample(found.used, self.correlation)
        counts = size * np.array(list(found.centre.values())) + self.prior
        return VoteEstimate(
            draws=Draws(rng.dirichlet(counts, size=draws), tuple(found.centre), "share", run),
            centre=found.centre,
            polls=found.uses,
            notes=(
                message_many(
                    "The polls were pooled as one sample of {count} person; nothing else errs.",
                    "The polls were pooled as one sample of {count} people; nothing else errs.",
                    round(size),
                ),
            ),
        )


def effective_sample(polls: Sequence[Poll], correlation: float) -> float:
    """Size of one simple random sample that tells as much as polls of correlated houses.

    With n_i people asked by house i, the variance of the pooled count is p (1 - p) times the sum of
    n_i and of correlation sqrt(n_i n_j) over all pairs; the size is what gives the pooled share the
    same variance.
    """
    sizes = np.array([poll.sample_size or USUAL_SAMPLE for poll in polls], dtype=np.float64)
    root = np.sqrt(sizes)
    pairs = root.sum() ** 2 - sizes.sum()
    return float(sizes.sum() ** 2 / (sizes.sum() + correlation * pairs))
