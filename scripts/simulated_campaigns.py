"""Campaigns simulated from the poll model itself, so that the truth is known.

Opinion walks as `walked` says, houses lean by zero-sum effects, and polls are either readings with
the model's own Student t, or counts of people, printed in percent or turned into seats by a law.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from formateur.facts import Election, ElectoralList, Poll, Reading, Source
from formateur.law import BallotDraws, ElectionFacts, Rules, allocate_draws
from formateur.votes.cells import lineage
from formateur.votes.state_space.learned import Motion
from formateur.votes.state_space.level import HOUSE_SPREAD, PACE_SPREAD, Level, level_of
from formateur.votes.state_space.observations import Observations, observe
from formateur.votes.state_space.size import log_share, size_factor
from formateur.votes.state_space.tails import TAIL
from formateur.votes.state_space.walk import walked
from formateur.votes.unprinted import Unprinted

Floats = NDArray[np.float64]

VOTE = date(2030, 5, 20)
MADE_UP = Source("simulated")
UNPRINTED = Unprinted(below_threshold_centre=0.5, other_in_seat_polls=0.02)
MOTION = Motion(
    pace=0.9, rush=1.2, house=0.07, overdispersion=0.55, extra=0.02, looseness=0.4, most=1.3
)
"""Much as learned from the elections before 2019."""


@dataclass(frozen=True, slots=True, eq=False)
class Truth:
    """What a simulated campaign was like.

    Attributes
    ----------
    days
        Days before the vote of each poll, in order of time, shape (polls,).
    house
        House of each poll, shape (polls,).
    levels
        Logs of the shares at each poll, shape (polls, lists).
    vote
        Logs of the shares on the day of the vote, shape (lists,).
    effects
        House effects, on scaled logs, shape (lists, houses).
    unit
        Size factors by which logs were scaled, shape (lists,).
    """

    days: Floats
    house: NDArray[np.int64]
    levels: Floats
    vote: Floats
    effects: Floats
    unit: Floats


def campaign(
    shares: Sequence[float], polls: int, houses: int, rng: np.random.Generator, days: int = 150
) -> Truth:
    """Simulate opinion and houses.

    Parameters
    ----------
    shares
        Where opinion begins. If they leave no more than `UNPRINTED` says for the others, the others
        keep that much for good, and the lists divide the rest.
    days
        The first poll is taken at most this number of days before the vote.
    """
    pace = MOTION.pace * np.exp(PACE_SPREAD * rng.standard_normal())
    leaning = MOTION.house * np.exp(HOUSE_SPREAD * rng.standard_normal())
    begin = np.array(shares)
    unit = size_factor(begin)
    left = np.sort(rng.integers(2, days, polls).astype(np.float64))[::-1]
    moved = walked(left, np.append(left[1:], 0.0), replace(MOTION, pace=pace))
    walk = np.cumsum(rng.standard_normal((polls, len(begin))) * np.sqrt(moved)[:, None], axis=0)
    raw = leaning * rng.standard_normal((len(begin), houses))
    levels = np.log(begin) + np.vstack([np.zeros(len(begin)), walk]) * unit
    named = 1.0 - UNPRINTED.other_in_seat_polls
    if begin.sum() > named - 0.01:
        levels += np.log(named / np.exp(levels).sum(axis=1, keepdims=True))
    return Truth(
        days=left,
        house=np.concatenate([np.arange(houses), rng.integers(0, houses, polls - houses)]),
        levels=levels[:-1],
        vote=levels[-1],
        effects=raw - raw.mean(axis=1, keepdims=True),
        unit=unit,
    )


def readings_with_tails(truth: Truth, sample: int, rng: np.random.Generator) -> Floats:
    """Shares that polls print whose error is the model's own, shape (polls, lists)."""
    told = truth.levels + truth.effects.T[truth.house] * truth.unit
    share = np.exp(told)
    sampling = MOTION.overdispersion * (1.0 - share) / share / sample
    scale = np.sqrt(sampling + (MOTION.extra * truth.unit) ** 2)
    return np.asarray(np.exp(told + scale * rng.standard_t(TAIL, told.shape)))


def people_asked(truth: Truth, sample: NDArray[np.int64], rng: np.random.Generator) -> Floats:
    """Shares among so many people asked at random, shape (polls, lists); the rest name others."""
    told = np.exp(truth.levels + truth.effects.T[truth.house] * truth.unit)
    others = np.maximum(1.0 - told.sum(axis=1, keepdims=True), 0.01)
    chance = np.hstack([told, others])
    chance /= chance.sum(axis=1, keepdims=True)
    counts = np.array([rng.multinomial(n, row) for n, row in zip(sample, chance, strict=True)])
    return np.asarray(counts[:, :-1] / sample[:, None])


def in_seats(
    shares: Floats, rules: Rules, agreements: Sequence[tuple[str, str]]
) -> NDArray[np.int64]:
    """Turn shares of polls into seats by the law, shape (polls, lists)."""
    lists = names(shares.shape[1])
    votes = np.rint(np.column_stack([shares, 1.0 - shares.sum(axis=1)]) * 4_000_000)
    ballots = BallotDraws.nationwide(votes.astype(np.int64), (*lists, "other"))
    facts = ElectionFacts(alliances=tuple(agreements), not_lists=frozenset({"other"}))
    return np.asarray(allocate_draws(rules, ballots, facts)[:, :-1])


def percent_polls(truth: Truth, shares: Floats, sample: int, step: float = 0.1) -> list[Poll]:
    """Make polls that print percents, rounded to `step`."""
    percents = np.rint(100.0 * shares / step) * step
    rows = [{one: Reading("percent", round(float(x), 3)) for one, x in _named(row)}
            for row in percents]  # fmt: skip
    return [_poll(truth, k, row, "percent", sample) for k, row in enumerate(rows)]


def seat_polls(
    truth: Truth,
    shares: Floats,
    seats: NDArray[np.int64],
    sample: NDArray[np.int64],
    rng: np.random.Generator,
) -> list[Poll]:
    """Make polls that print seats; every second one prints percents of lists without a seat."""
    polls = []
    for k, (row, won) in enumerate(zip(shares, seats, strict=True)):
        printed = rng.random() < 0.5
        cells = {
            one: Reading("percent", round(100.0 * float(share), 1))
            if not number and printed
            else Reading("seats", float(number))
            for (one, share), number in zip(_named(row), won, strict=True)
        }
        polls.append(_poll(truth, k, cells, "seats", int(sample[k])))
    return polls


def fitted(
    polls: Sequence[Poll], lists: int, rules: Rules | None = None
) -> tuple[Observations, Level]:
    """Fit the fast engine to polls, with the numbers that the campaign was simulated with."""
    named = tuple(ElectoralList(id=one, name=one, source=MADE_UP) for one in names(lists))
    seen = observe(polls, lineage(named, VOTE), rules, UNPRINTED, VOTE.toordinal())
    return seen, level_of(seen, MOTION, np.zeros((len(seen.lists), len(seen.houses))))


def election_with(polls: Sequence[Poll], lists: int) -> Election:
    """Return an election of lists ``l0``, ``l1`` and so on, with these polls."""
    return Election(
        id="xx-2030",
        country="xx",
        chamber="Diet",
        name="Exampleland 2030",
        date=VOTE,
        law="law.toml",
        source=MADE_UP,
        lists=tuple(ElectoralList(id=one, name=one, source=MADE_UP) for one in names(lists)),
        polls=tuple(polls),
    )


def names(lists: int) -> tuple[str, ...]:
    """Return ids of so many lists."""
    return tuple(f"l{k}" for k in range(lists))


def level_places(seen: Observations, level: Level, truth: Truth) -> Floats:
    """Truth on the day of the vote in standard deviations of the level, shape (lists,)."""
    kept = [int(one[1:]) for one in seen.lists]
    miss = log_share(np.exp(truth.vote[kept])) / seen.unit - level.mean
    return np.asarray(miss / np.sqrt(level.variance))


def _named(row: Floats) -> zip[tuple[str, float]]:
    return zip(names(len(row)), row.tolist(), strict=True)


def _poll(truth: Truth, k: int, cells: dict[str, Reading], scale: str, sample: int) -> Poll:
    day = VOTE - timedelta(days=int(truth.days[k]))
    return Poll(
        id=f"p{k:04}",
        pollster=f"house {truth.house[k]}",
        fieldwork_start=day,
        fieldwork_end=day,
        published=day,
        scale="seats" if scale == "seats" else "percent",
        readings=cells,
        sample_size=sample,
        source=MADE_UP,
    )
