"""How the benchmarks measure, and how they print what they have measured.

Seconds are those of the processor, so that other programs do not count.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

PATIENCE = 1.0
"""Seconds for which one figure is measured."""


@dataclass(frozen=True, slots=True)
class Sample:
    """How a library did that counts one election at a time.

    Attributes
    ----------
    speed
        Allocations a second.
    counted, different
        How many there were, and how many of them differ from ours.
    """

    speed: float
    counted: int
    different: int

    @property
    def told(self) -> str:
        """What was counted, for a table."""
        return f"{self.counted:,}" + f", {self.different:,} differ" * (self.different > 0)


def median_seconds(work: Callable[[], object]) -> float:
    """Return the median time of at least three runs, after one that is not counted."""
    work()
    taken: list[float] = []
    while len(taken) < 3 or sum(taken) < PATIENCE:
        started = time.process_time()
        work()
        taken.append(time.process_time() - started)
    return statistics.median(taken)


def sample(count: Callable[[int], Sequence[int]], ours: NDArray[np.int64]) -> Sample:
    """Count draws by their numbers, in order, while patience lasts."""
    theirs: list[Sequence[int]] = []
    started = time.process_time()
    while len(theirs) < len(ours) and time.process_time() - started < PATIENCE:
        theirs.append(count(len(theirs)))
    speed = len(theirs) / (time.process_time() - started)
    differ = (np.array(theirs) != ours[: len(theirs)]).any(axis=1)
    return Sample(speed, len(theirs), int(differ.sum()))


def heading(*cells: str) -> None:
    """Print the head of a table, its first column for words and the others for numbers."""
    print()
    row(*cells)
    row("---", *("--:" for _ in cells[1:]))


def row(*cells: str) -> None:
    """Print a row of a table."""
    print(f"| {' | '.join(cells)} |", flush=True)
