"""From vote shares to seats: the law applied to every draw, or the official result."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from formateur.facts import OTHER, Draws, Election
from formateur.law import BallotDraws, Rules, allocate_draws
from formateur.parliament.constituencies import NOMINAL_BALLOTS, ground_of, simulate_votes
from formateur.parliament.election_facts import constituency_facts, national_facts
from formateur.parliament.swing import Swing


def ballots(votes: Draws) -> NDArray[np.int64]:
    """Turn shares into whole votes of a nominal electorate, int64, shape (draws, lists)."""
    return np.rint(votes.values * NOMINAL_BALLOTS).astype(np.int64)


def simulate_seats(votes: Draws, rules: Rules, election: Election) -> Draws:
    """Apply the law to every draw of the votes, counted in one nationwide constituency.

    Parameters
    ----------
    votes
        Shares of the valid votes, with `OTHER` among the lists.
    rules
        The law on the day of the vote.
    election
        For what its law asks of it: surplus agreements, parties on joint lists, exemptions.

    Returns
    -------
    Draws
        Seats, int64, shape (draws, lists without `OTHER`); every draw sums to the house.
    """
    drawn = BallotDraws.nationwide(ballots(votes), votes.lists)
    return _seats(allocate_draws(rules, drawn, national_facts(election, votes.lists)), votes)


def simulate_seats_by_constituency(
    votes: Draws, rules: Rules, election: Election, swing: Swing, rng: np.random.Generator
) -> Draws:
    """Apply the law to every draw, counted where voters vote.

    Parameters
    ----------
    votes
        Shares of the valid votes, with `OTHER` among the lists.
    rules
        The law on the day of the vote.
    election
        For its constituencies and their previous votes too, which it must have.
    swing
        How constituencies move with the country.
    rng
        Source of the noise of constituencies.

    Returns
    -------
    Draws
        Seats, int64, shape (draws, lists without `OTHER`).
    """
    if election.previous_votes is None:
        raise ValueError(f"{election.id} has no previous votes by constituency")
    ground = ground_of(election.previous_votes, election, votes.lists)
    facts = constituency_facts(election, votes.lists, rules)
    seats = np.empty(votes.values.shape, dtype=np.int64)
    for rows, drawn in simulate_votes(votes, ground, swing, rng):
        seats[rows] = allocate_draws(rules, drawn, facts)
    return _seats(seats, votes)


def official_seats(votes: Draws, election: Election) -> Draws:
    """Repeat the official seats in every draw, for the lists of `votes` without `OTHER`."""
    won = {result.list: result.seats for result in election.results}
    lists = tuple(one for one in votes.lists if one != OTHER)
    row = np.array([won.get(one, 0) for one in lists], dtype=np.int64)
    return Draws(np.tile(row, (len(votes), 1)), lists, "seats", votes.run)


def _seats(seats: NDArray[np.int64], votes: Draws) -> Draws:
    kept = [k for k, one in enumerate(votes.lists) if one != OTHER]
    return Draws(seats[:, kept], tuple(votes.lists[k] for k in kept), "seats", votes.run)
