"""After the vote: the official result in place of an estimate."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from formateur.facts import OTHER, Draws, Election
from formateur.language import message
from formateur.law import Rules
from formateur.votes.estimate import PollUse, VoteEstimate

COUNTED = message("the votes are counted")
"""Why no poll is used any more."""


@dataclass(frozen=True, slots=True)
class Counted:
    """The official result, the same in every draw; polls are shown and not used."""

    name = "official result"

    def estimate(
        self,
        election: Election,
        rules: Rules | None,  # noqa: ARG002 - the verb of all estimators
        day: date,  # noqa: ARG002
        *,
        draws: int,
        rng: np.random.Generator,  # noqa: ARG002
        run: str,
    ) -> VoteEstimate:
        """Repeat the official shares `draws` times.

        Lists that won no seat and that no poll named are added up in `OTHER`.

        Parameters
        ----------
        election
            As of a day after the vote, with its results.
        draws
            Number of draws.
        run
            Id of the run.
        """
        polled = {one for poll in election.polls for one in poll.readings}
        named = [
            r
            for r in election.results
            if r.list != OTHER and r.share and (r.seats or r.list in polled)
        ]
        named.sort(key=lambda result: (-result.share, result.list))
        centre = {result.list: result.share / 100 for result in named}
        centre[OTHER] = max(0.0, 1.0 - sum(centre.values()))
        values = np.tile(np.array(list(centre.values())), (draws, 1))
        ordered = sorted(election.polls, key=lambda poll: poll.fieldwork_end, reverse=True)
        return VoteEstimate(
            draws=Draws(values, tuple(centre), "share", run),
            centre=centre,
            polls=tuple(PollUse(poll, False, COUNTED, 0.0) for poll in ordered),
            notes=(),
        )
