"""Motions that the new parliament may vote on, and where the lists stand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from formateur.facts.source import Source

Position = Literal["support", "oppose", "abstain", "split", "unknown"]
Basis = Literal["stated", "inferred"]

WithMajority = Literal["required", "customary", "optional"]
"""Whether a motion has to pass parliament: by law; by custom only; no, as the government could do
the same by itself."""

Needed = WithMajority | Literal["no"]
"""The same, or not at all: there is no majority to reach."""

Reference = Literal["", "mutual-defence-treaties"]
"""A built-in record of how long comparable things took; empty for none."""

Decides = Literal["", "government", "parliament"]
"""Whose decision of those that are modelled a stage is; empty for any other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionTaken:
    """Where one list stood on a motion from one day on."""

    list: str
    position: Position
    date: date
    basis: Basis = "stated"
    summary: str = ""
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A step that the motion has to pass on its way, and who takes it.

    Attributes
    ----------
    body
        Who takes it, in words.
    by
        Which decision of those that are modelled it is; empty when it is none.
    """

    name: str
    body: str
    by: Decides = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Motion:
    """A question with a required majority.

    Attributes
    ----------
    majority
        ``plain`` (more yes than no among those voting), ``absolute`` (more than half of the
        house), a fraction of the house such as ``2/3``, a number of seats, or ``none``: the
        government decides alone.
    parliament
        Whether it has to pass parliament, where there is a majority to reach.
    reference
        What it can be compared with; empty for nothing.
    first_raised
        The motion is not shown before this day.
    positions
        In order of date; a list may move.
    """

    id: str
    title: str
    question: str
    majority: str
    first_raised: date
    parliament: WithMajority = "required"
    reference: Reference = ""
    summary: str = ""
    stages: tuple[Stage, ...] = ()
    positions: tuple[PositionTaken, ...] = ()
    source: Source

    @property
    def needed(self) -> Needed:
        """Whether it has to pass parliament; no for one that asks for no majority."""
        return "no" if self.majority == "none" else self.parliament
