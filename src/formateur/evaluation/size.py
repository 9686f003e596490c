"""Lists by size: where small ends, and the classes of the tables."""

from __future__ import annotations

SMALL = 2.0
"""Percent of the votes from which on a list counts in the main selection."""

CLASSES: tuple[tuple[str, float], ...] = (
    ("below 5", 0.0),
    ("5 to 20", 5.0),
    ("20 to 30", 20.0),
    ("30 and more", 30.0),
)
"""Size classes: name and least percent, by forecast mean."""


def size_class(percent: float) -> str:
    """Return the class of a list by its forecast mean in percent."""
    return next(name for name, least in reversed(CLASSES) if percent >= least)
