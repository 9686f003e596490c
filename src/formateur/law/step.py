"""What a legal step is: one rule of a statute, for one count and for many."""

from __future__ import annotations

from typing import Literal, Protocol

from formateur.law.count import Count
from formateur.law.count_draws import CountDraws

Stage = Literal[
    "size", "elect", "qualify", "weigh", "join", "ally", "allocate", "split", "level", "place"
]
"""What a step does:

``size`` works out how many seats constituencies have, ``elect`` gives them to candidates,
``qualify`` drops contenders, ``weigh`` changes the votes that they bid with, ``join`` makes one of
several, ``ally`` does so for good, ``allocate`` gives out seats, ``split`` undoes a join, ``level``
corrects what was given out, ``place`` says where seats of the country are held.
"""


class Step(Protocol):
    """One step of an electoral law, in both forms."""

    @property
    def name(self) -> str:
        """Name in a law file."""

    @property
    def stage(self) -> Stage:
        """What it does."""

    @property
    def label(self) -> str:
        """What the summary of the law says of it; empty when nothing."""

    def exact(self, count: Count) -> Count:
        """Take the step for one election, in whole numbers."""

    def draws(self, count: CountDraws) -> CountDraws:
        """Take the step in every draw."""
