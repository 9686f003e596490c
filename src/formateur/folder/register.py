"""What ``election.toml`` declares and the other files are held against."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Register:
    """Names that may be used, the day of the vote, and the size of the house.

    Anything may be ``None``: then it is not known, because ``election.toml`` or the law cannot
    be read, and nothing is held against it.
    """

    lists: frozenset[str] | None = None
    persons: frozenset[str] | None = None
    targets: frozenset[str] | None = None
    vote: date | None = None
    house: int | None = None


def knows(names: Collection[str] | None, name: str) -> bool:
    """Whether `name` is among the names, or the names are not known."""
    return names is None or name in names
