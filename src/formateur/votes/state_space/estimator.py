"""The estimator: polls, previous result, records and the shared error become draws."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial

import numpy as np

from formateur.facts import OTHER, Draws, Election
from formateur.law import Rules
from formateur.votes.cells import lineage
from formateur.votes.estimate import VoteEstimate
from formateur.votes.state_space.account import account_of
from formateur.votes.state_space.choice import no_polls, usable
from formateur.votes.state_space.expectation import expect
from formateur.votes.state_space.families import family_of
from formateur.votes.state_space.learned import Learned, load_learned
from formateur.votes.state_space.notes import notes_of
from formateur.votes.state_space.observations import observe
from formateur.votes.state_space.poll_weights import poll_uses
from formateur.votes.state_space.records import effects_of
from formateur.votes.state_space.shared_error import (
    DEGREES_OF_FREEDOM,
    bloc_members,
    bloc_pull,
    draw_votes,
    error_scale,
)
from formateur.votes.state_space.sight import sight_of


@dataclass(frozen=True, slots=True)
class StateSpace:
    """Opinion as a walk that polls see; errors as past elections had them.

    Parameters
    ----------
    learned
        What past elections have taught.
    """

    learned: Learned
    name = "state-space"

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
        """Filter the polls, look ahead to the vote and draw its shared error.

        Parameters and errors are those of `Estimator.estimate`.
        """
        lines = lineage(election.lists, day)
        reasons = usable(election.polls, day, lines.counted, rules)
        polls = [poll for poll in election.polls if not reasons[poll.id]]
        if not polls:
            raise no_polls(election, day, reasons)
        learned = self.learned
        seen = observe(polls, lines, rules, learned.unprinted, election.date.toordinal())
        effects = effects_of(learned, election.country, seen.houses, seen.lists)
        expected = expect(seen, election, lines, effects, learned)
        days, records = (day, election.date), learned.pollsters.get(election.country, {})
        family = learned.families.get(family_of(election.country))
        scale = error_scale(expected.share, learned.error, family.factor if family else 1.0)
        lists = (*seen.lists, OTHER)
        tail = DEGREES_OF_FREEDOM / (DEGREES_OF_FREEDOM - 2.0)
        spread = np.sqrt(expected.sd**2 + tail * scale**2)
        members = bloc_members(election.blocs, lists)
        blocs = bloc_pull(expected.share, spread, members, learned.error.bloc)
        values = draw_votes(expected.share, expected.sd, scale, blocs, rng, draws=draws)
        return VoteEstimate(
            draws=Draws(values, lists, "share", run),
            centre=dict(zip(lists, expected.share.tolist(), strict=True)),
            polls=poll_uses(election.polls, reasons, seen, expected, effects),
            notes=notes_of(seen, election, lines, learned, rules),
            account=partial(account_of, seen, expected, scale, effects, days, records=records),
            sight=sight_of(seen, expected, effects, election.date),
        )


def state_space_for(day: date) -> StateSpace:
    """Return the model with the newest numbers learned before `day`.

    Raises
    ------
    NotEnoughPollsError
        When no shipped file is old enough.
    """
    return StateSpace(load_learned(day))
