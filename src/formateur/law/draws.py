"""From the votes of many simulated elections to their seats, all draws at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from formateur.errors import LawError
from formateur.facts import OTHER
from formateur.law.allocate import check_agreements, nobody_qualifies
from formateur.law.count import CountDraws, Pair
from formateur.law.rules import Rules

_EXACT = 2**52
"""Products of votes and divisors below this keep every comparison of the kernel exact."""


def allocate_draws(
    rules: Rules,
    votes: NDArray[np.int64],
    lists: tuple[str, ...],
    agreements: Sequence[Pair] = (),
) -> NDArray[np.int64]:
    """Give out the seats of the house in every draw, with the same meaning as `allocate`.

    Where the law draws lots, the list that comes first in `lists` wins; lots are too rare to
    matter among draws.

    Parameters
    ----------
    votes
        int64, shape (draws, lists).
    lists
        Ids of the columns. ``other`` counts for the threshold and never wins seats.
    agreements
        Pairs of lists with a surplus agreement. A pair with a list that has no column lapses.

    Returns
    -------
    ndarray
        int64, shape (draws, lists); every row adds up to the house.

    Raises
    ------
    LawError
        When the rules give no result for a draw, or the numbers cannot be.
    """
    _check_draws(rules, votes, lists)
    check_agreements(rules, agreements)
    column = {name: index for index, name in enumerate(lists) if name != OTHER}
    standing = np.where([name != OTHER for name in lists], votes, 0)
    count = CountDraws(
        house=rules.seats,
        threshold=rules.threshold,
        ties=rules.ties,
        valid_votes=votes.sum(axis=1),
        votes=standing,
        contenders=standing,
        pairs=tuple(
            (column[one], column[other])
            for one, other in agreements
            if one in column and other in column
        ),
        seats=np.zeros_like(standing),
    )
    for step in rules.steps:
        count = step.draws(count)
        empty = np.flatnonzero(~count.contenders.any(axis=1))
        if empty.size:
            raise nobody_qualifies(rules, f" in {empty.size} draws, the first being {empty[0]}")
    return count.seats


def _check_draws(rules: Rules, votes: NDArray[np.int64], lists: tuple[str, ...]) -> None:
    """Refuse what is no votes, and votes too many for exact comparisons."""
    fits = votes.ndim == 2 and votes.shape[1] == len(set(lists)) == len(lists)
    if not fits or votes.dtype != np.int64:
        raise LawError(
            rules.law,
            "",
            f"votes of type {votes.dtype} and shape {votes.shape} do not fit "
            f"{len(set(lists))} different lists",
            "Give int64 votes of shape (draws, lists)",
        )
    if votes.size and votes.min() < 0:
        raise LawError(rules.law, "", "a draw has negative votes", "Correct the votes")
    # 10 (seats + 1) is above every divisor of every sequence
    most = _EXACT // max(rules.threshold.denominator, 10 * (rules.seats + 1))
    if votes.size and votes.sum(axis=1, dtype=np.float64).max() > most:
        raise LawError(
            rules.law,
            "",
            f"a draw has more than {most} votes, too many for exact arithmetic in 64 bits",
            "Scale the votes of all draws down",
        )
