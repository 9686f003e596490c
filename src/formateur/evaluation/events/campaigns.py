"""Past campaigns as the poll model saw them on their eve."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import numpy as np

from formateur.errors import NotEnoughPollsError
from formateur.evaluation.backtest.law_in_force import rules_in_force
from formateur.facts import Election, as_of
from formateur.folder import read_past_folders
from formateur.law import Rules
from formateur.shipped import shipped_by_cut_off
from formateur.votes.state_space import Learned, StateSpace, load_learned
from formateur.votes.state_space.learned import KIND
from formateur.votes.state_space.sight import Sight

FEWEST_POLLS, LAST_DAYS = 12, 200
"""Campaigns with fewer polls in their last days are not looked at."""


@dataclass(frozen=True, slots=True, eq=False)
class PastCampaign:
    """A past campaign on the eve of its vote.

    Attributes
    ----------
    known
        The facts of the eve.
    """

    known: Election
    rules: Rules | None
    collections: tuple[str, ...]

    @property
    def eve(self) -> date:
        """Day before the vote."""
        return self.known.date - timedelta(days=1)

    def sight(self, known: Election) -> Sight:
        """Look at the campaign, or one much like it, with the numbers learned before its vote.

        The oldest numbers stand in where the campaign is older than all of them.

        Raises
        ------
        NotEnoughPollsError
            When no poll can be used.
        """
        model = StateSpace(_learned_before(known.date))
        rng = np.random.default_rng(0)
        sight = model.estimate(known, self.rules, self.eve, draws=1, rng=rng, run="").sight
        if sight is None:
            raise NotEnoughPollsError(f"{known.id}: the model tells nothing of its polls.")
        return sight


def past_campaigns(folders: Iterable[Path]) -> Iterator[tuple[PastCampaign, Sight]]:
    """Read tables of past elections, and look at every campaign with enough polls.

    Of an election in two folders, the first counts.

    Raises
    ------
    UsageError
        When there is no such folder.
    DataError
        A file that is missing or cannot be used; it carries every problem.
    """
    for one in read_past_folders(folders):
        rules = rules_in_force(one.election)
        known = as_of(one.election, one.election.date - timedelta(days=1))
        near = [p for p in known.polls if (known.date - p.fieldwork_end).days <= LAST_DAYS]
        if len(near) < FEWEST_POLLS:
            continue
        campaign = PastCampaign(known, rules, one.collections)
        try:
            yield campaign, campaign.sight(known)
        except NotEnoughPollsError:  # its polls are in seats, and no law is known to read them by
            continue


def _learned_before(held: date) -> Learned:
    return load_learned(max(held, min(shipped_by_cut_off(KIND))))
