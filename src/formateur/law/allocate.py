"""From the votes of one election to its seats, in whole numbers and fractions only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from formateur.errors import LawError
from formateur.law.ballots import NATIONAL, Ballots
from formateur.law.count import Count, LastSeat, Place, named
from formateur.law.election_facts import Alliance, ElectionFacts
from formateur.law.magnitudes import magnitudes_of
from formateur.law.rules import Rules
from formateur.law.ties import Contender, Tie, TieBreak
from formateur.law.trace import TraceLine
from formateur.law.values import percent

NO_FACTS = ElectionFacts()


@dataclass(frozen=True, slots=True, kw_only=True)
class Allocation:
    """Seats, and what has to be said about them.

    Attributes
    ----------
    places
        Seats by constituency, tier and party.
    seats
        By party, for every party of the ballots; they add up to the house. An alliance that the
        law does not split has a line of its own, ``KESK + KD``.
    below_threshold
        Lists that missed the threshold everywhere.
    ties
        Ties for a seat and how they were resolved.
    lapsed
        Alliances without effect: a list of them is out or got no votes of its own here.
    last_seats
        By place, who got the last seat and who came closest to it; none for a single list.
    trace
        What every step did.
    """

    places: Mapping[Place, Mapping[str, int]]
    seats: Mapping[str, int]
    below_threshold: tuple[str, ...]
    ties: tuple[Tie, ...]
    lapsed: tuple[Alliance, ...]
    last_seats: Mapping[Place, LastSeat]
    trace: tuple[TraceLine, ...]


def allocate(
    rules: Rules, ballots: Ballots, facts: ElectionFacts = NO_FACTS, rng_seed: int = 0
) -> Allocation:
    """Give out the seats of the house.

    Parameters
    ----------
    ballots
        Votes by constituency and party. Rows that are no list (``other``) count for the
        threshold and never win seats.
    facts
        What was true of this election only.
    rng_seed
        Seed of the lots, where the law draws lots.

    Raises
    ------
    LawError
        When the rules give no result for these votes: there are none, no list reaches the
        threshold, the numbers cannot be, or a fact that the law needs is missing.
    """
    _check_votes(rules, ballots, facts)
    check_alliances(rules, facts)
    count = _beginning(rules, ballots, facts, rng_seed)
    for step in rules.steps:
        if step.stage == "allocate":
            _check_every_constituency(rules, count)
        count = step.exact(count)
        if not any(any(votes.values()) for votes in count.contenders.values()):
            raise nobody_qualifies(rules, "")
    _check_candidates(rules, count)
    return _allocation(ballots, count)


def _beginning(rules: Rules, ballots: Ballots, facts: ElectionFacts, rng_seed: int) -> Count:
    """Return the count before the first step."""
    # int(): the numbers of an array would overflow where Python's do not
    contenders: dict[str, dict[Contender, int]] = {
        where: {(name,): int(n) for name, n in votes.items() if name not in facts.not_lists}
        for where, votes in ballots.lists.items()
    }
    return Count(
        ballots=ballots,
        facts=facts,
        house=rules.seats,
        contenders=contenders,
        magnitudes=magnitudes_of(rules, tuple(ballots.lists), facts),
        tie_break=TieBreak(rules.ties, np.random.default_rng(rng_seed)),
        lapsed=facts.every_alliance,
    )


def _allocation(ballots: Ballots, count: Count) -> Allocation:
    places = {
        place: {named(who): won for who, won in seats.items() if won}
        for place, seats in count.seats.items()
    }
    totals = dict.fromkeys(ballots.parties, 0)
    for seats in places.values():
        for party, won in seats.items():
            totals[party] = totals.get(party, 0) + won
    return Allocation(
        places={place: seats for place, seats in places.items() if seats},
        seats=totals,
        below_threshold=count.below,
        ties=count.ties,
        lapsed=count.lapsed,
        last_seats=count.last_seats,
        trace=count.trace,
    )


def _check_votes(rules: Rules, ballots: Ballots, facts: ElectionFacts) -> None:
    """Refuse what is no votes, and a total that is not above 0 or too small."""
    for where, name, number in _rows(ballots):
        if number != int(number) or number < 0:
            raise LawError(
                rules.law,
                "",
                f"the votes of {name!r}{_in(where)} are {number!r}; votes are whole numbers, "
                "0 or more",
                "Correct the votes",
            )
    given = sum(sum(votes.values()) for votes in ballots.lists.values())
    if facts.valid_votes is not None and facts.valid_votes < given:
        raise LawError(
            rules.law,
            "",
            f"the lists have {given} votes together, more than the {facts.valid_votes} valid votes",
            "Correct one of the two numbers",
        )
    if given == 0:
        raise LawError(rules.law, "", "there are no valid votes", "Give votes by list")


def _check_every_constituency(rules: Rules, count: Count) -> None:
    """Refuse to give out the seats of a constituency in which nobody may win them."""
    for where, votes in count.contenders.items():
        if count.magnitudes.get(where) and not any(votes.values()):
            raise nobody_qualifies(rules, f" in {where}")


def _check_candidates(rules: Rules, count: Count) -> None:
    """Refuse seats for which a list has no candidates, where no step of the law sees to it."""
    for where, limits in count.facts.most_seats.items():
        for party, most in limits.items():
            here = (seats for (place, _), seats in count.seats.items() if place == where)
            if (won := sum(seats.get((party,), 0) for seats in here)) > most:
                raise too_few_candidates(rules, f"{party!r} wins {won} seats{_in(where)}", most)


def _in(where: str) -> str:
    return "" if where == NATIONAL else f" in {where}"


def too_few_candidates(rules: Rules, what: str, most: int) -> LawError:
    """Return the complaint that the steps give a list more seats than it has candidates."""
    return LawError(
        rules.law,
        "",
        f"{what} and has candidates for {most}; the steps of the law have no rule for this case",
        "Leave the limit out (most_seats, facts.caps of a case) to see whom the seats would be for",
    )


def _rows(ballots: Ballots) -> Iterator[tuple[str, str, int]]:
    for table in (ballots.lists, ballots.candidates):
        for where, votes in table.items():
            for name, number in votes.items():
                yield where, name, number


def check_alliances(rules: Rules, facts: ElectionFacts) -> None:
    """Refuse alliances that no law could mean.

    Raises
    ------
    LawError
        When a list is in two alliances of the country, or in one with itself.
    """
    seen: set[str] = set()
    for name in (name for alliance in facts.alliances for name in alliance):
        if name in seen:
            raise LawError(
                rules.law,
                "",
                f"{name!r} is named twice in the surplus agreements; a list may be in one only",
                "Correct the [[surplus_agreement]] tables in election.toml, or the alliances of "
                "the case",
            )
        seen.add(name)


def nobody_qualifies(rules: Rules, where: str) -> LawError:
    """Return the complaint that no list may win seats."""
    bar = f"the threshold of {percent(rules.threshold)}" if rules.threshold else "a threshold"
    return LawError(
        rules.law,
        "",
        f"no list has the votes to win seats{where}: every one is below {bar} or has no votes",
        "Check the votes and the list ids; the law has no rule for this case",
    )
