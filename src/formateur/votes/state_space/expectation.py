"""What is expected of election day: the level of the polls, the previous result, the records."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from formateur.facts import OTHER, Election
from formateur.votes.cells import Lineage
from formateur.votes.state_space.learned import Learned, Motion, SharedError
from formateur.votes.state_space.level import Level, level_of
from formateur.votes.state_space.observations import Observations
from formateur.votes.state_space.previous import previous_shares, pull_of
from formateur.votes.state_space.records import record_of
from formateur.votes.state_space.size import log_share, size_factor

SMALLEST_OTHER = 0.001
"""Least share of the lists that no poll names, so that its logarithm exists."""


@dataclass(frozen=True, slots=True, eq=False)
class Expectation:
    """Election day before the shared error.

    Attributes
    ----------
    share
        Expected shares, the others last, shape (lists + 1,); sum to 1.
    sd
        Standard deviation on the log of a share, shape (lists + 1,).
    level
        The level of the polls, on scaled logs.
    pulled
        How far the previous result moves it, on scaled logs, shape (lists,).
    part
        Part of the variance that the previous result takes away, shape (lists,).
    record
        How far the records move it, on scaled logs, shape (lists,).
    """

    share: NDArray[np.float64]
    sd: NDArray[np.float64]
    level: Level
    pulled: NDArray[np.float64]
    part: NDArray[np.float64]
    record: NDArray[np.float64]


def expect(
    seen: Observations,
    election: Election,
    lines: Lineage,
    effects: NDArray[np.float64],
    learned: Learned,
) -> Expectation:
    """Put together what is known of election day.

    Parameters
    ----------
    effects
        House effects as expected beforehand, shape (lists, houses).
    """
    level = level_of(seen, learned.motion, effects)
    before = previous_shares(election, lines, seen.lists)
    record = record_of(learned, election.country, seen.lists)
    return closed(seen, level, before, record, learned.motion, error=learned.error)


def closed(
    seen: Observations,
    level: Level,
    before: NDArray[np.float64],
    record: NDArray[np.float64],
    motion: Motion,
    *,
    error: SharedError,
) -> Expectation:
    """Move the level by previous result and records, and close it to sum to 1 with the others.

    Parameters
    ----------
    before
        Share of every list in the previous result; not a number where it had none.
    record
        On scaled logs, shape (lists,).
    error
        How unsure lists of a size are.
    """
    unit = seen.unit
    pulled, part = pull_of(level.mean, level.variance, log_share(before) / unit, motion)
    other = max(seen.centre[OTHER], SMALLEST_OTHER)
    share = np.exp((level.mean + pulled + record) * unit)
    share = np.append(share / share.sum() * (1.0 - other), other)
    left = error.drift * level.variance * (1.0 - part)
    sure = np.sqrt(np.append(left, left.mean()))
    return Expectation(
        share=share,
        sd=sure * size_factor(share, error.exponent),
        level=level,
        pulled=pulled,
        part=part,
        record=record,
    )
