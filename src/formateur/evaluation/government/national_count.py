"""The rules by which the votes of a past election, taken as one constituency, become seats."""

from __future__ import annotations

from formateur.errors import LawError
from formateur.evaluation.backtest.law_in_force import rules_in_force
from formateur.folder import PastElection
from formateur.folder.past.previous import NATIONAL
from formateur.government.formation import Formation
from formateur.law import Rules
from formateur.law.divisors import D_HONDT
from formateur.law.nationwide import as_one_constituency
from formateur.law.steps.highest_averages import HighestAverages

LEAST_OF_HOUSE = 0.75
"""Share of the house that a law must give out: that of Lithuania gives out the list seats alone."""

MOST_UNEARNED = 0.12
"""Share of the house before that parties may hold beyond their votes where no law is built in: a
threshold costs as much, single-member constituencies and bonuses cost more."""


def national_rules(formation: Formation, past: PastElection) -> Rules | str:
    """Return the built-in law, or the stand-in for one: D'Hondt in one constituency.

    The stand-in is for houses that were nearly proportional the time before. It has no threshold.

    Returns
    -------
    Rules or str
        Or why there are none, as a fragment of a sentence.
    """
    law = rules_in_force(past.election)
    if law is None:
        unearned = _unearned(formation, past)
        if unearned is None or unearned > MOST_UNEARNED:
            return "no built-in law, and the house before was not near proportional or is not known"
        return _stand_in(formation, past)
    if law.seats < LEAST_OF_HOUSE * formation.cabinet.house:
        return "the built-in law gives out a part of the house only"
    try:
        return as_one_constituency(law) if law.constituencies != "one" else law
    except LawError:
        return "seats go to the winners of constituencies"


def _unearned(formation: Formation, past: PastElection) -> float | None:
    """Add up by how much the parties' shares of the seats before exceed those of the votes."""
    scene, previous = formation.scene, past.election.previous_votes
    if previous is None or not scene.known_before:
        return None
    votes = previous.lists[NATIONAL]
    cast = sum(votes.values())
    held = zip(scene.players, scene.share_before.tolist(), strict=True)
    return float(sum(max(seats - votes.get(one, 0) / cast, 0.0) for one, seats in held))


def _stand_in(formation: Formation, past: PastElection) -> Rules:
    return Rules(
        law="stand-in",
        name="D'Hondt in one constituency",
        country=past.election.country,
        chamber=past.election.chamber,
        day=past.election.date,
        seats=formation.cabinet.house,
        steps=(HighestAverages(D_HONDT),),
        ties="lot",
        sources=(),
        limits="",
    )
