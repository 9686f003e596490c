"""How well the model would have foretold past results: the log score of every list."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from formateur.votes.state_space.expectation import closed
from formateur.votes.state_space.learned import Motion, SharedError
from formateur.votes.state_space.level import Level, level_like
from formateur.votes.state_space.origin import Origin
from formateur.votes.state_space.shared_error import DEGREES_OF_FREEDOM, error_scale
from formateur.votes.state_space.tails import StandIn, with_tails

Record = Callable[[Origin], NDArray[np.float64]]
"""What earlier elections say of the lists of an origin, on scaled logs, shape (lists,)."""

T_CONSTANT = math.lgamma((DEGREES_OF_FREEDOM + 1) / 2) - math.lgamma(DEGREES_OF_FREEDOM / 2)


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """An origin with what stands in for its readings, which is worked out once."""

    origin: Origin
    readings: StandIn


def prepare(origins: Sequence[Origin], motion: Motion) -> list[Prepared]:
    """Work out the tails of all readings."""
    return [Prepared(one, with_tails(one.seen, motion, _no_effects(one))) for one in origins]


def level_at(ready: Prepared, motion: Motion) -> Level:
    """Filter an origin with one set of numbers."""
    seen = ready.origin.seen
    return level_like(seen, motion, ready.readings, _no_effects(ready.origin))


@dataclass(frozen=True, slots=True, eq=False)
class Missed:
    """By how much an origin missed the result, on the logs of the shares.

    Attributes
    ----------
    error
        Log of the result less log of the expected share; not a number where not learned from.
    scale
        Scale of the Student t that was to be expected of it, closing counted in.
    share, spread
        Expected shares, the others last, and standard deviations of their logs before closing,
        shape (lists + 1,).
    """

    origin: Origin
    error: NDArray[np.float64]
    scale: NDArray[np.float64]
    share: NDArray[np.float64]
    spread: NDArray[np.float64]

    @property
    def surprises(self) -> NDArray[np.float64]:
        """Errors in units of their scale, shape (lists learned from,)."""
        kept = ~np.isnan(self.error)
        return np.asarray(self.error[kept] / self.scale[kept])

    @property
    def log_score(self) -> float:
        """Mean over the lists of the log density of the error."""
        kept = ~np.isnan(self.error)
        squares = self.surprises**2 / DEGREES_OF_FREEDOM
        density = T_CONSTANT - 0.5 * math.log(DEGREES_OF_FREEDOM * math.pi)
        falling = (DEGREES_OF_FREEDOM + 1) / 2 * np.log1p(squares)
        return float(np.mean(density - np.log(self.scale[kept]) - falling))


def missed(
    ready: Prepared,
    motion: Motion,
    error: SharedError,
    record: NDArray[np.float64],
    level: Level | None = None,
) -> Missed:
    """Compare what was expected of an origin with the result."""
    seen = ready.origin.seen
    level = level or level_at(ready, motion)
    expected = closed(seen, level, ready.origin.before, record, motion, error=error)
    own = error_scale(expected.share, error, 1.0)
    variance = own**2 + expected.sd**2 / 2.0
    weighted = expected.share**2 * variance
    after = variance * (1.0 - expected.share) ** 2 + weighted.sum() - weighted
    off = np.log(ready.origin.result) - np.log(expected.share[:-1])
    return Missed(ready.origin, off, np.sqrt(after[:-1]), expected.share, np.sqrt(2.0 * variance))


def mean_score(found: Sequence[Missed]) -> float:
    """Mean log score: every election weighs the same, and so do its origins."""
    by_election: dict[str, list[float]] = {}
    for one in found:
        by_election.setdefault(one.origin.election, []).append(one.log_score)
    return float(np.mean([np.mean(scores) for scores in by_election.values()]))


def _no_effects(origin: Origin) -> NDArray[np.float64]:
    return np.zeros((len(origin.seen.lists), len(origin.seen.houses)))
