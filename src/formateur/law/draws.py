"""From the votes of many simulated elections to their seats, all draws at once."""

from __future__ import annotations

import numpy as np

from formateur.errors import LawError
from formateur.law import kernel
from formateur.law.allocate import NO_FACTS, check_alliances, nobody_qualifies, too_few_candidates
from formateur.law.ballots import BallotDraws
from formateur.law.count_draws import Array, CountDraws
from formateur.law.election_facts import ElectionFacts
from formateur.law.kernel.squares import MOST_VOTES
from formateur.law.magnitudes import magnitudes_of
from formateur.law.rules import Rules

_EXACT = 2**52
"""Products of votes and divisors below this keep every comparison of the kernel exact."""

_CELLS = 1 << 17
"""Votes that are counted at a time: few enough to stay near the processor."""

_RELEASED = 1 << 22
"""Half-words of an array that is let go before the count, see `_keep_memory`."""


def allocate_draws(rules: Rules, ballots: BallotDraws, facts: ElectionFacts = NO_FACTS) -> Array:
    """Give out the seats of the house in every draw, with the same meaning as `allocate`.

    Where the law draws lots, the party that comes first in `ballots.parties` wins; lots are too
    rare to matter among draws. An alliance with a list that has no column lapses.

    Returns
    -------
    ndarray
        int64, shape (draws, parties): seats of all constituencies and tiers.

    Raises
    ------
    LawError
        When the rules give no result for a draw, or the numbers cannot be.
    """
    _check_form(rules, ballots)
    check_alliances(rules, facts)
    _keep_memory()
    seats = np.empty((len(ballots), len(ballots.parties)), dtype=np.int64)
    cells = ballots.lists[:1].size + (
        0 if ballots.candidates is None else ballots.candidates[:1].size
    )
    step = max(_CELLS // max(cells, 1), 1)
    for begin in range(0, len(ballots), step):
        rows = slice(begin, begin + step)
        part = ballots.part(rows)
        _check_numbers(rules, part)
        seats[rows] = count_draws(rules, part, facts, first=begin).totals
    return seats


def _keep_memory() -> None:
    """Let the memory of freed arrays stay with the process.

    The C library of Linux hands freed memory back to the system at once, and getting it anew, for
    the arrays of every part, took as long as the count, until a block near its largest limit of
    32 MiB has been freed: from then on it keeps as much (mallopt(3), M_MMAP_THRESHOLD). Nothing
    is written to the block, so it costs nothing; other systems do without.
    """
    np.empty(_RELEASED - 1024, dtype=np.float64)


def count_draws(
    rules: Rules, ballots: BallotDraws, facts: ElectionFacts = NO_FACTS, *, first: int = 0
) -> CountDraws:
    """Take every step of the law in every draw; returns seats by tier and constituency too.

    Parameters
    ----------
    first
        Number of the first of these draws, for messages.
    """
    can_win = np.array([name not in facts.not_lists for name in ballots.parties])
    standing = ballots.lists if can_win.all() else ballots.lists * can_win.astype(np.int64)
    sizes = magnitudes_of(rules, ballots.constituencies, facts)
    count = CountDraws(
        ballots=ballots,
        facts=facts,
        house=rules.seats,
        ties=rules.ties,
        votes=standing,
        contenders=standing,
        magnitudes=np.tile(
            np.array([sizes[one] for one in ballots.constituencies], dtype=np.int64),
            (len(ballots), 1),
        ),
    )
    _check_somebody_is_in(rules, count, first)
    for step in rules.steps:
        if step.stage == "allocate" and len(count.constituencies) > 1:
            _check_every_constituency(rules, count, first)
        count = step.draws(count)
        if step.stage in ("qualify", "weigh", "join"):
            _check_somebody_is_in(rules, count, first)
    _check_candidates(rules, count)
    return count


def _check_somebody_is_in(rules: Rules, count: CountDraws, first: int) -> None:
    """Refuse draws in which nobody may win a seat."""
    empty = np.flatnonzero(kernel.sums(count.contenders.reshape(len(count.votes), -1)) == 0)
    if empty.size:
        where = f" in {empty.size} draws, the first being {first + empty[0]}"
        raise nobody_qualifies(rules, where)


def _check_candidates(rules: Rules, count: CountDraws) -> None:
    """Refuse seats for which a list has no candidates, where no step of the law sees to it."""
    for where, limits in count.facts.most_seats.items():
        for column, party in enumerate(count.parties):
            here = (
                tier.won[:, tier.places.index(where), column]
                for tier in count.seats.values()
                if where in tier.places
            )
            won = int(np.max(sum(here), initial=0))
            if (most := limits.get(party, won)) < won:
                raise too_few_candidates(rules, f"{party!r} wins {won} seats in a draw", most)


def _check_every_constituency(rules: Rules, count: CountDraws, first: int) -> None:
    """Refuse to give out the seats of a constituency in which nobody may win them."""
    draws, places = np.nonzero((count.magnitudes > 0) & ~count.contenders.any(axis=2))
    if draws.size:
        where = f" in {count.constituencies[places[0]]} in draw {first + draws[0]}"
        raise nobody_qualifies(rules, where)


def _check_form(rules: Rules, ballots: BallotDraws) -> None:
    """Refuse votes of another type, or of another shape than their names."""
    votes, parties, places = ballots.lists, ballots.parties, ballots.constituencies
    fits = votes.ndim == 3 and votes.shape[1:] == (len(places), len(set(parties)))
    if not fits or len(set(parties)) < len(parties) or votes.dtype != np.int64:
        raise LawError(
            rules.law,
            "",
            f"votes of type {votes.dtype} and shape {votes.shape} do not fit {len(places)} "
            f"constituencies and {len(set(parties))} different lists",
            "Give int64 votes of shape (draws, constituencies, lists)",
        )


def _check_numbers(rules: Rules, ballots: BallotDraws) -> None:
    """Refuse negative votes, and votes too many for exact comparisons."""
    votes = ballots.lists
    if votes.min(initial=0) < 0:
        raise LawError(rules.law, "", "a draw has negative votes", "Correct the votes")
    # 10 (seats + 1) is above every divisor of every sequence
    most = _EXACT // max(rules.threshold.denominator, 10 * (rules.seats + 1))
    if rules.divisor is not None and rules.divisor.geometric:
        most = min(most, MOST_VOTES)
    might_exceed = votes.max(initial=0) > most // max(votes[:1].size, 1)
    if might_exceed and votes.sum(axis=(1, 2), dtype=np.float64).max() > most:
        raise LawError(
            rules.law,
            "",
            f"a draw has more than {most} votes, too many for exact arithmetic in 64 bits",
            "Scale the votes of all draws down",
        )
