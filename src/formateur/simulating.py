"""Votes and seats: what an estimator draws from facts, and the law over each of its draws."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from formateur.facts import Draws, Election
from formateur.law import Rules
from formateur.parliament import (
    LearnedSwing,
    by_constituency,
    load_swing,
    official_seats,
    simulate_parliament,
)
from formateur.votes import Estimator, VoteEstimate


@dataclass(frozen=True, slots=True, eq=False)
class Simulated:
    """Votes and seats of a forecast.

    Attributes
    ----------
    swing
        How constituencies were taken to move; ``None`` where they were not counted.
    seats
        Shape (draws, lists).
    """

    estimate: VoteEstimate
    swing: LearnedSwing | None
    seats: Draws


def simulate(
    known: Election,
    rules: Rules,
    day: date,
    estimator: Estimator,
    *,
    draws: int,
    seed: int,
    run: str,
    read_by: Rules | None = None,
) -> Simulated:
    """Go from polls to seats, and no farther.

    Parameters
    ----------
    known
        The facts that the estimator may use; nothing is dropped.
    rules
        The law on the day of the vote, under which seats are counted.
    day, estimator, draws, seed
        As for `make_forecast`; the same ones give the same votes and seats.
    run
        Id of the run, for the draws.
    read_by
        The law that the houses had in mind, by which polls in seats are read; by default `rules`.
        In a what-if on the law it is the law as it was.

    Raises
    ------
    NotEnoughPollsError
        When no poll can be used, or nothing was learned yet about constituencies.
    """
    for_votes, _, for_places, _ = streams(seed)
    estimate = estimator.estimate(
        known, read_by or rules, day, draws=draws, rng=np.random.default_rng(for_votes), run=run
    )
    swing = load_swing(day) if by_constituency(rules, known) and not known.results else None
    seats = _seats(estimate.draws, rules, known, swing, np.random.default_rng(for_places))
    return Simulated(estimate, swing, seats)


def streams(seed: int) -> list[np.random.SeedSequence]:
    """Return independent streams for votes, motions, constituencies and government."""
    return np.random.SeedSequence(seed).spawn(4)


def _seats(
    votes: Draws,
    rules: Rules,
    known: Election,
    learned: LearnedSwing | None,
    rng: np.random.Generator,
) -> Draws:
    if known.results:
        return official_seats(votes, known)
    return simulate_parliament(votes, rules, known, learned.swing if learned else None, rng)
