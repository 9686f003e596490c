"""Speed of the two counts over all draws: seats under the law, and coalitions; prints Markdown.

Run by ``make bench``. The votes are drawn around ten Knesset-like shares with a fixed seed, so
every run counts the same.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from datetime import date

import numpy as np
from numpy.typing import NDArray

from formateur import Draws, load_law
from formateur.government import MOST_LISTS, count_majorities
from formateur.law import BallotDraws, ElectionFacts, allocate_draws

DRAWS = 20_000
BALLOTS = 4_000_000
REPEATS = 3
SHARES = (0.26, 0.25, 0.11, 0.08, 0.07, 0.07, 0.06, 0.04, 0.03, 0.03)
RULES = load_law("il-knesset").on(date(2019, 9, 17))


def simulated_votes(lists: int) -> NDArray[np.int64]:
    """Return int64, shape (draws, lists); lists beyond the ten share what the last ones have."""
    shares = np.array([SHARES[k % len(SHARES)] for k in range(lists)])
    noise = np.random.default_rng(1).normal(0, 0.1, (DRAWS, lists))
    raw = shares * np.exp(noise)
    votes: NDArray[np.float64] = np.rint(BALLOTS * raw / raw.sum(axis=1, keepdims=True))
    return votes.astype(np.int64)


def names(lists: int) -> tuple[str, ...]:
    """Return ids for that many lists."""
    return tuple(f"list_{k}" for k in range(lists))


def median_seconds(work: Callable[[], object]) -> float:
    """Return the median time of some repeats, after one that is not counted."""
    work()
    taken = []
    for _ in range(REPEATS):
        started = time.perf_counter()
        work()
        taken.append(time.perf_counter() - started)
    return statistics.median(taken)


def seats_row() -> str:
    """Return the row on giving out the seats, with a surplus agreement of two lists."""
    lists = len(SHARES)
    votes, ids = simulated_votes(lists), names(lists)
    ballots, facts = (
        BallotDraws.nationwide(votes, ids),
        ElectionFacts(alliances=((ids[0], ids[4]),)),
    )
    seconds = median_seconds(lambda: allocate_draws(RULES, ballots, facts))
    speed = f"{DRAWS / seconds:,.0f} a second"
    return f"| seats: {DRAWS:,} draws, {lists} lists | {seconds:.3f} s | {speed} |"


def coalitions_row(lists: int) -> str:
    """Return the row on counting all coalitions of that many lists, each with some seats."""
    votes = simulated_votes(lists)
    values = np.rint(RULES.seats * votes / votes.sum(axis=1, keepdims=True)).astype(np.int64)
    seats = Draws(values, names(lists), "seats", "benchmark")
    seconds = median_seconds(lambda: count_majorities(seats, RULES.majority))
    counted = 2**lists * DRAWS
    return (
        f"| coalitions: {DRAWS:,} draws, {lists} lists ({2**lists:,} coalitions) "
        f"| {seconds:.3f} s | {counted / seconds / 1e6:,.0f} million a second |"
    )


def main() -> None:
    """Measure and print the table."""
    print("\n| count | median time | speed |\n|---|--:|--:|")
    print(seats_row(), flush=True)
    for lists in (len(SHARES), MOST_LISTS):
        print(coalitions_row(lists), flush=True)


if __name__ == "__main__":
    main()
