"""What an estimator of the votes returns, and what every estimator can do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol

import numpy as np

from formateur.facts import Draws, Election, Poll
from formateur.language import Message, message
from formateur.law import Rules
from formateur.votes.account import Account, nothing_told

if TYPE_CHECKING:
    from formateur.votes.state_space.sight import Sight

USED = message("used")
"""Why a poll is used: nothing speaks against it."""


@dataclass(frozen=True, slots=True)
class PollUse:
    """One poll, whether it was used, and why.

    Attributes
    ----------
    reason
        A fragment of a sentence: ``used``, ``exit poll``, ``a later poll of the same house is
        used`` ...
    weight
        Its share of the average, 0 to 1; the weights of the used polls sum to 1.
    surprise
        By how many standard deviations its figures missed what the polls before it led to expect,
        root mean square over the lists; ``None`` where the estimator does not tell.
    """

    poll: Poll
    used: bool
    reason: Message
    weight: float
    surprise: float | None = None


@dataclass(frozen=True, slots=True, eq=False)
class VoteEstimate:
    """The votes as they were to be expected on a day.

    Attributes
    ----------
    draws
        Shares of the valid votes on election day; the last list is `OTHER`.
    centre
        What the polls say, before any error is added: share by list, `OTHER` included. Sums to 1.
    polls
        Every poll known on the day, newest first.
    notes
        Sentences about what was assumed or could not be known.
    account
        Tells how the estimate came about; called when it is wanted, as it takes its time.
    sight
        What the state-space model saw, through which events can be looked at; ``None`` with other
        estimators.
    """

    draws: Draws
    centre: Mapping[str, float]
    polls: tuple[PollUse, ...]
    notes: tuple[Message, ...]
    account: Callable[[], Account] = nothing_told
    sight: Sight | None = None


class Estimator(Protocol):
    """Turns the facts of a day into draws of the votes.

    Its ``repr`` tells all its settings: it goes into the id of the run.
    """

    @property
    def name(self) -> str:
        """Short name for tables."""
        ...

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
        """Estimate the votes from what was known on `day`.

        Parameters
        ----------
        election
            As of `day`; nothing later may be in it.
        rules
            The electoral law on the day of the vote; ``None`` where it is not known, and then no
            poll may be in seats.
        draws
            Number of simulated elections.
        rng
            Source of randomness; the same state gives the same bytes.
        run
            Id of the run, for the draws.

        Raises
        ------
        NotEnoughPollsError
            When nothing can be estimated from the polls of that day.
        """
        ...
