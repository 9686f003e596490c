"""A forecast of a backtest: what is needed to make and score it, and what comes of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from hashlib import blake2b

from formateur.evaluation.backtest.rows import JointRow, ListRow
from formateur.facts import Election


@dataclass(frozen=True, slots=True, order=True)
class TaskKey:
    """What tells one forecast of a backtest from the others."""

    election: str
    days: int
    model: str

    def words(self) -> list[int]:
        """Return four numbers of 32 bits that tell the key, for a seed."""
        digest = blake2b(repr(tuple(asdict(self).values())).encode(), digest_size=16).digest()
        return [int.from_bytes(digest[at : at + 4], "big") for at in range(0, 16, 4)]


@dataclass(frozen=True, slots=True, eq=False)
class Task:
    """A forecast to make and to score.

    Attributes
    ----------
    election
        As of `day`: what was not known then is not in it.
    day
        The day of the forecast.
    results
        Share of the votes by list, 0 to 1: for the score only.
    left_right
        Position by list from 0 to 10, where it is known.
    """

    key: TaskKey
    election: Election
    day: date
    results: Mapping[str, float]
    left_right: Mapping[str, float]
    draws: int
    seed: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """The rows of one forecast.

    Attributes
    ----------
    lists
        One row per list with draws and a result; none when no forecast could be made.
    joint
        ``None`` when there is no row.
    reason
        Why there is no row; else empty.
    """

    key: TaskKey
    lists: tuple[ListRow, ...] = ()
    joint: JointRow | None = None
    reason: str = ""
