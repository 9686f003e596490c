"""From the votes of one election to its seats, in whole numbers and fractions only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from formateur.errors import LawError
from formateur.facts import OTHER
from formateur.law.count import Count, LastSeat, Pair
from formateur.law.rules import Rules, percent
from formateur.law.ties import Tie, TieBreak


@dataclass(frozen=True, slots=True, kw_only=True)
class Allocation:
    """Seats, and what has to be said about them.

    Attributes
    ----------
    seats
        By list, for every list that was given; they add up to the house.
    below_threshold
        Lists that missed the threshold.
    ties
        Ties for a seat and how they were resolved.
    lapsed
        Surplus agreements without effect: a list of them is out or got no votes of its own here,
        or the law knows no such agreements.
    last_seat
        Who got the last seat and who came closest to it; ``None`` for a single list, and under
        a largest-remainder rule.
    """

    seats: Mapping[str, int]
    below_threshold: tuple[str, ...]
    ties: tuple[Tie, ...]
    lapsed: tuple[Pair, ...]
    last_seat: LastSeat | None


def allocate(
    rules: Rules,
    votes: Mapping[str, int],
    agreements: Sequence[Pair] = (),
    valid_votes: int | None = None,
    rng_seed: int = 0,
) -> Allocation:
    """Give out the seats of the house.

    Parameters
    ----------
    votes
        Votes by list. ``other`` counts for the threshold and never wins seats.
    agreements
        Pairs of lists with a surplus agreement; a list is in one at most.
    valid_votes
        All valid votes, where `votes` leaves out some lists; the sum of `votes` by default.
    rng_seed
        Seed of the lots, where the law draws lots.

    Raises
    ------
    LawError
        When the rules give no result for these votes: there are none, no list reaches the
        threshold, or the numbers cannot be.
    """
    total = _check_votes(rules, votes, valid_votes)
    check_agreements(rules, agreements)
    # int(): the numbers of an array would overflow where Python's do not
    standing = {name: int(number) for name, number in votes.items() if name != OTHER}
    count = Count(
        house=rules.seats,
        threshold=rules.threshold,
        valid_votes=total,
        votes=standing,
        contenders={(name,): number for name, number in standing.items()},
        agreements=tuple(agreements),
        lapsed=tuple(agreements),
        tie_break=TieBreak(rules.ties, np.random.default_rng(rng_seed)),
    )
    below: tuple[str, ...] = ()
    for step in rules.steps:
        count = step.exact(count)
        if step.stage == "qualify":
            below = tuple(name for name in standing if (name,) not in count.contenders)
        if not any(count.contenders.values()):
            raise nobody_qualifies(rules, "")
    return Allocation(
        seats=dict.fromkeys(votes, 0) | {who[0]: won for who, won in count.seats.items()},
        below_threshold=below,
        ties=count.ties,
        lapsed=count.lapsed,
        last_seat=count.last_seat,
    )


def _check_votes(rules: Rules, votes: Mapping[str, int], valid_votes: int | None) -> int:
    """Return the number of valid votes."""
    for name, number in votes.items():
        if number != int(number) or number < 0:
            raise LawError(
                rules.law,
                "",
                f"the votes of {name!r} are {number!r}; votes are whole numbers, 0 or more",
                "Correct the votes",
            )
    given = sum(votes.values())
    total = given if valid_votes is None else valid_votes
    if total < given:
        raise LawError(
            rules.law,
            "",
            f"the lists have {given} votes together, more than the {total} valid votes",
            "Correct one of the two numbers",
        )
    if total == 0:
        raise LawError(rules.law, "", "there are no valid votes", "Give votes by list")
    return total


def check_agreements(rules: Rules, agreements: Sequence[Pair]) -> None:
    """Refuse agreements that no law could mean.

    Raises
    ------
    LawError
        When a list is in two agreements, or in one with itself.
    """
    seen: set[str] = set()
    for name in (name for pair in agreements for name in pair):
        if name in seen:
            raise LawError(
                rules.law,
                "",
                f"{name!r} is named twice in the surplus agreements; a list may be in one only, "
                "with one other list",
                "Correct the [[surplus_agreement]] tables in election.toml",
            )
        seen.add(name)


def nobody_qualifies(rules: Rules, where: str) -> LawError:
    """Return the complaint that no list may win seats."""
    return LawError(
        rules.law,
        "",
        f"no list has the votes to win seats{where}: every one is below the threshold of "
        f"{percent(rules.threshold)} or has no votes",
        "Check the votes and the list ids; the law has no rule for this case",
    )
