"""The account of a count: what every step did, in sentences."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TraceLine:
    """One thing that a step did.

    Attributes
    ----------
    step
        Name of the step in the law file.
    constituency
        Where; ``national`` for the whole country.
    text
        A sentence without the full stop.
    """

    step: str
    constituency: str
    text: str
