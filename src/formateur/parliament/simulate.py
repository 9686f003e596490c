"""The parliament of every draw: counted where voters vote, as far as that is known."""

from __future__ import annotations

import numpy as np

from formateur.errors import LawError
from formateur.facts import Draws, Election
from formateur.law import Rules
from formateur.law.magnitudes import misfit
from formateur.law.nationwide import as_one_constituency
from formateur.parliament.seats import simulate_seats, simulate_seats_by_constituency
from formateur.parliament.swing import Swing


def by_constituency(rules: Rules, election: Election) -> bool:
    """Whether the law gives out seats in constituencies, and the election knows theirs."""
    if rules.constituencies == "one" or not election.constituencies:
        return False
    return election.previous_votes is not None


def simulate_parliament(
    votes: Draws, rules: Rules, election: Election, swing: Swing | None, rng: np.random.Generator
) -> Draws:
    """Apply the law to every draw of the votes.

    A law that counts by constituency needs the election's previous result. Without it, one with
    levelling seats is counted as if the country were one constituency.

    Parameters
    ----------
    votes
        Shares of the valid votes, with `OTHER` among the lists.
    rules
        The law on the day of the vote.
    election
        With its previous result, where that is known.
    swing
        How constituencies move; needed where they are counted.
    rng
        Source of the noise of constituencies.

    Returns
    -------
    Draws
        Seats, int64, shape (draws, lists without `OTHER`).

    Raises
    ------
    LawError
        When the constituencies are needed and not known, or do not fit the house.
    """
    if swing is not None and by_constituency(rules, election):
        _check_house(rules, election)
        return simulate_seats_by_constituency(votes, rules, election, swing, rng)
    if rules.constituencies == "many":
        raise LawError(
            rules.law,
            "",
            "the seats are given out in constituencies, and how those of "
            f"{election.id} voted last time is not known",
            "Name the built-in result of the election before in election.toml "
            '(previous_result = "es-2016"), or add constituencies.csv and previous_votes.csv',
        )
    nationwide = rules if rules.constituencies == "one" else as_one_constituency(rules)
    return simulate_seats(votes, nationwide, election)


def _check_house(rules: Rules, election: Election) -> None:
    """Refuse sizes of constituencies that do not make the house."""
    if wrong := misfit(rules, sum(one.seats for one in election.constituencies)):
        remedy = "Give the sizes of this election in constituencies.csv"
        raise LawError(rules.law, "", wrong, remedy)
