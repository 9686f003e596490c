"""Learned numbers and made-up campaigns for the tests of the state-space model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
from factories import SOURCE, an_election

from formateur.facts import Election, ElectoralList, Poll, PreviousVotes, Reading
from formateur.votes import VoteEstimate
from formateur.votes.state_space import Learned, StateSpace
from formateur.votes.state_space.learned import Motion, SharedError
from formateur.votes.unprinted import Unprinted

MOTION = Motion(
    pace=1.0, rush=1.3, house=0.09, overdispersion=0.5, extra=0.02, looseness=0.4, most=1.2
)
LEARNED = Learned(
    cut_off=date(2030, 1, 1),
    elections=50,
    motion=MOTION,
    error=SharedError(scale=0.08, exponent=0.4, drift=0.8, bloc=0.1),
    families={},
    records={},
    houses={},
    pollsters={},
    unprinted=Unprinted(below_threshold_centre=0.5, other_in_seat_polls=0.02),
    sources=("a collection",),
)
VOTE = date(2030, 5, 20)
SHARES = {"a": 40.0, "b": 30.0, "c": 20.0, "d": 7.0}


def a_poll_of(
    house: str, days: int, shares: Mapping[str, float] = SHARES, sample: int | None = 1000
) -> Poll:
    """A poll in percent whose fieldwork ended some days before the vote."""
    end = VOTE - timedelta(days=days)
    return Poll(
        id=f"{house}-{days}",
        pollster=house,
        fieldwork_start=end - timedelta(days=1),
        fieldwork_end=end,
        sample_size=sample,
        scale="percent",
        readings={one: Reading("percent", value) for one, value in shares.items()},
        source=SOURCE,
    )


def a_campaign(*polls: Poll, lists: tuple[str | ElectoralList, ...] = tuple(SHARES)) -> Election:
    """An election with polls; without any, three houses polled on five days each."""
    return replace(an_election(lists), polls=polls or usual_polls())


def usual_polls() -> tuple[Poll, ...]:
    rng = np.random.default_rng(3)
    return tuple(
        a_poll_of(
            house,
            days,
            {one: round(v + float(rng.normal(0, 0.8)), 1) for one, v in SHARES.items()},
        )
        for house in ("North", "South", "West")
        for days in (4, 11, 18, 40, 70)
    )


def with_previous(election: Election, shares: Mapping[str, float]) -> Election:
    votes = {one: round(1000 * share) for one, share in shares.items()}
    before = PreviousVotes(date=date(2026, 5, 1), lists={"national": votes}, source=SOURCE)
    return replace(election, previous_votes=before)


def estimate_of(
    election: Election, days: int = 1, *, learned: Learned = LEARNED, draws: int = 400
) -> VoteEstimate:
    return StateSpace(learned).estimate(
        election,
        None,
        VOTE - timedelta(days=days),
        draws=draws,
        rng=np.random.default_rng(7),
        run="run",
    )
