"""The rules of an electoral law that are in force on one day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from formateur.law.divisors import Divisors
from formateur.law.step import Step
from formateur.law.steps.coalition_threshold import CoalitionThreshold
from formateur.law.steps.highest_averages import HighestAverages
from formateur.law.steps.largest_remainder import LargestRemainder
from formateur.law.steps.threshold import Threshold
from formateur.law.ties import TieRule

Constituencies = Literal["one", "many", "levelled"]
"""How a law counts: ``one`` nationwide constituency; ``many`` that each give out their seats;
``levelled``: many, but seats of the country make the outcome all but proportional.
"""


@dataclass(frozen=True, slots=True)
class Statute:
    """A text of law, and what it was used for.

    Attributes
    ----------
    covers
        Table of the law file: ``seats``, ``threshold``, ``allocation`` ...
    text
        The law and its section.
    since
        First day on which it was in force.
    """

    covers: str
    text: str
    since: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The rules of one day, ready to be applied.

    Attributes
    ----------
    law
        Id of the law.
    day
        Day that they were asked for: the day of the vote.
    seats
        Seats in the house; where the law lets it grow, its ordinary size.
    steps
        The legal steps, in order.
    ties
        The rule for ties: ``lot`` or ``more-votes``.
    sources
        The statute behind every value.
    limits
        What the law file leaves out, in words; empty when nothing is known to be left out.
    changes
        What differs from the law as it was, as ``threshold.share = "2%"``; empty for the law.
    """

    law: str
    name: str
    country: str
    chamber: str
    day: date
    seats: int
    steps: tuple[Step, ...]
    ties: TieRule
    sources: tuple[Statute, ...]
    limits: str
    constituencies: Constituencies = "one"
    changes: tuple[str, ...] = ()

    @property
    def majority(self) -> int:
        """Seats that are more than half of the house."""
        return self.seats // 2 + 1

    @property
    def threshold(self) -> Fraction:
        """Share of the votes of the country that a list needs, exact; 0 when there is none."""
        kinds = Threshold | CoalitionThreshold
        found = [step.share for step in self.steps if isinstance(step, kinds)]
        return found[0] if found else Fraction(0)

    @property
    def divisor(self) -> Divisors | None:
        """The first divisor sequence in use; ``None`` under a largest-remainder rule."""
        found = [step.divisor for step in self.steps if isinstance(step, HighestAverages)]
        return found[0] if found else None

    @property
    def quota_surplus(self) -> int:
        """What the quota in use adds to the seats: 0 for Hare, and where there is no quota."""
        found = [step.quota.more for step in self.steps if isinstance(step, LargestRemainder)]
        return found[0] if found else 0

    @property
    def in_force_from(self) -> date:
        """First day on which all of these rules were in force."""
        return max(statute.since for statute in self.sources)

    @property
    def summary(self) -> str:
        """One line for people: "120 seats, threshold 3.25 %, D'Hondt with surplus agreements"."""
        parts = [step.label for step in self.steps if step.label and step.stage != "join"]
        if not self.threshold and not any(step.stage == "qualify" for step in self.steps):
            parts.insert(0, "no threshold")
        joined = [f"with {step.label}" for step in self.steps if step.stage == "join"]
        return " ".join([", ".join([f"{self.seats} seats", *parts]), *joined])
