"""Time of *could* and *would*: 10,000 draws of 13 lists, and 16 lists, on one processor.

python benchmarks/formation.py
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from functools import partial

import numpy as np

from formateur.facts import Draws
from formateur.government import count_majorities
from formateur.government.formation import scene_before
from formateur.government.formation.learned import load_formation
from formateur.government.formation.over_draws import average_over_draws

DRAWS, HOUSE = 10_000, 240


def main() -> None:
    """Print the best of three runs each."""
    model = load_formation(date(2020, 1, 1))
    for lists in (13, 16):
        draws = DRAWS if lists == 13 else DRAWS // 10
        seats = houses(lists, draws)
        ids = tuple(f"list_{k}" for k in range(lists))
        scene = scene_before(ids, list(np.linspace(0, 10, lists)), [], "xx", date(2020, 1, 1))
        drawn = Draws(seats, ids, "seats", "run")
        size = np.full(draws, HOUSE)
        report(lists, draws, "could", partial(count_majorities, drawn, HOUSE // 2 + 1))
        report(lists, draws, "would", partial(average_over_draws, model, scene, seats, size))


def houses(lists: int, draws: int) -> np.ndarray[tuple[int, int], np.dtype[np.int64]]:
    """Return houses in which every list has seats, like a fragmented parliament."""
    rng = np.random.default_rng(1)
    share = np.linspace(3, 1, lists)
    return rng.multinomial(HOUSE - lists, share / share.sum(), size=draws) + 1


def report(lists: int, draws: int, what: str, work: Callable[[], object]) -> None:
    """Print the processor time of one task, its compilation apart."""
    work()
    best = min(timed(work) for _ in range(3))
    print(f"{what:6} {draws:6,} draws x {lists} lists ({2**lists - 1:,} coalitions): {best:6.2f} s")


def timed(work: Callable[[], object]) -> float:
    """Return the processor seconds of one run."""
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    main()
