"""Made-up campaigns with events, and what the model saw of them."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
from factories import SOURCE, an_election

from formateur.facts import Election, Event, Poll, Reading, Source
from formateur.votes.events import (
    CampaignEffects,
    PastPlacebos,
    campaign_effects,
    polls_around_events,
)
from formateur.votes.state_space import Learned, StateSpace
from formateur.votes.state_space.learned import Motion, SharedError
from formateur.votes.state_space.sight import Sight
from formateur.votes.unprinted import Unprinted

VOTE = date(2030, 5, 20)
SHARES = {"a": 0.40, "b": 0.30, "c": 0.20, "d": 0.07}
NO_PAST = PastPlacebos(cut_off=VOTE, bands=(), sources=())
LEARNED = Learned(
    cut_off=date(2030, 1, 1),
    elections=50,
    motion=Motion(
        pace=0.3, rush=1.3, house=0.05, overdispersion=0.5, extra=0.02, looseness=0.4, most=1.2
    ),
    error=SharedError(scale=0.08, exponent=0.4, drift=0.8, bloc=0.1),
    families={},
    records={},
    houses={},
    pollsters={},
    unprinted=Unprinted(below_threshold_centre=0.5, other_in_seat_polls=0.02),
    sources=("a collection",),
)


def before(days: int) -> date:
    return VOTE - timedelta(days=days)


def an_event(
    event_id: str,
    days: int,
    *lists: str,
    time: str = "",
    kind: str = "speech",
    actors: tuple[str, ...] = (),
) -> Event:
    return Event(
        id=event_id,
        date=before(days),
        time=time,
        title=event_id.title(),
        actors=actors,
        kind=kind,
        lists=lists,
        source=Source("The Daily"),
    )


def a_campaign(
    *events: Event, shift: float = 0.0, days: int = 30, last: int = 3, seed: int = 3
) -> Election:
    """Three houses poll every other day; list `a` is shifted from some days before the vote on."""
    rng = np.random.default_rng(seed)
    polls = []
    for left in range(80, last - 1, -1):
        shares = _shifted(shift if left < days else 0.0)
        found = rng.multinomial(1500, [*shares.values(), 1.0 - sum(shares.values())]) / 1500
        percents = dict(zip(shares, (100 * found).round(1).tolist(), strict=False))
        polls.append(_poll(("North", "South", "West")[left % 3], left, percents))
    return replace(an_election(tuple(SHARES)), polls=tuple(polls), events=events)


def _poll(house: str, days: int, percents: dict[str, float]) -> Poll:
    return Poll(
        id=f"{house}-{days}",
        pollster=house,
        fieldwork_start=before(days),
        fieldwork_end=before(days),
        sample_size=1500,
        scale="percent",
        readings={one: Reading("percent", value) for one, value in percents.items()},
        source=SOURCE,
    )


def _shifted(shift: float) -> dict[str, float]:
    grown = SHARES["a"] * math.exp(shift)
    own = grown / (grown + 1.0 - SHARES["a"])
    left = (1.0 - own) / (1.0 - SHARES["a"])
    return {one: own if one == "a" else share * left for one, share in SHARES.items()}


def sight_of(election: Election) -> Sight:
    model = StateSpace(LEARNED)
    rng = np.random.default_rng(1)
    sight = model.estimate(election, None, before(1), draws=1, rng=rng, run="").sight
    assert sight is not None
    return sight


def effects_of(election: Election, past: PastPlacebos = NO_PAST) -> CampaignEffects:
    return campaign_effects(sight_of(election), polls_around_events(election), past)
