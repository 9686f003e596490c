"""Motions that the new parliament may vote on, and where the lists stand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from formateur.facts.source import Source

Position = Literal["support", "oppose", "split", "unknown"]
Basis = Literal["stated", "inferred"]


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
    """A step that the motion has to pass on its way, and who takes it."""

    name: str
    body: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Motion:
    """A question with a required majority.

    Attributes
    ----------
    majority
        ``plain`` (more yes than no among those voting), ``absolute`` (more than half of the
        house), a fraction of the house such as ``2/3``, or a number of seats.
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
    summary: str = ""
    stages: tuple[Stage, ...] = ()
    positions: tuple[PositionTaken, ...] = ()
    source: Source
