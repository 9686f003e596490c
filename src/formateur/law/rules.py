"""An electoral law through time, and the rules that are in force on one day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Generic, TypeVar

from formateur.errors import LawError
from formateur.law.count import Step
from formateur.law.divisors import Divisors
from formateur.law.steps.highest_averages import HighestAverages
from formateur.law.steps.largest_remainder import LargestRemainderHare
from formateur.law.ties import TieRule

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Statute:
    """A text of law, and what it was used for.

    Attributes
    ----------
    covers
        ``seats``, ``threshold`` or ``allocation``.
    text
        The law and its section.
    since
        First day on which it was in force.
    """

    covers: str
    text: str
    since: date


@dataclass(frozen=True, slots=True)
class Version(Generic[Value]):
    """A value of the law, in force from a day until the next version."""

    since: date
    value: Value
    source: str


@dataclass(frozen=True, slots=True)
class Method:
    """How votes become seats: the steps in order, and the rule for ties."""

    steps: tuple[Step, ...]
    ties: TieRule

    @property
    def allocation(self) -> HighestAverages | LargestRemainderHare:
        """The one step that gives out the house."""
        allocations = [
            step for step in self.steps if isinstance(step, HighestAverages | LargestRemainderHare)
        ]
        return allocations[0]


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
        Seats in the house.
    threshold
        Share of the valid votes that a list needs, exact; 0 when there is none.
    method
        Steps in order, and the rule for ties.
    sources
        The statute behind every value.
    limits
        What the law file leaves out, in words; empty when nothing is known to be left out.
    """

    law: str
    name: str
    country: str
    chamber: str
    day: date
    seats: int
    threshold: Fraction
    method: Method
    sources: tuple[Statute, ...]
    limits: str

    @property
    def majority(self) -> int:
        """Seats that are more than half of the house."""
        return self.seats // 2 + 1

    @property
    def steps(self) -> tuple[Step, ...]:
        """The legal steps, in order."""
        return self.method.steps

    @property
    def ties(self) -> TieRule:
        """The rule for ties: ``lot`` or ``more-votes``."""
        return self.method.ties

    @property
    def divisor(self) -> Divisors | None:
        """The divisor sequence in use; ``None`` under a largest-remainder rule."""
        allocation = self.method.allocation
        return allocation.divisor if isinstance(allocation, HighestAverages) else None

    @property
    def in_force_from(self) -> date:
        """First day on which all of these rules were in force."""
        return max(statute.since for statute in self.sources)

    @property
    def summary(self) -> str:
        """One line for people: "120 seats, threshold 3.25 %, D'Hondt with surplus agreements"."""
        threshold = f"threshold {percent(self.threshold)}" if self.threshold else "no threshold"
        joined = any(step.stage == "join" for step in self.steps)
        method = self.method.allocation.label + (" with surplus agreements" if joined else "")
        return f"{self.seats} seats, {threshold}, {method}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """The law of one chamber through time.

    Attributes
    ----------
    id
        ``il-knesset``; for a file of a user what stands in it.
    country
        ISO 3166 alpha-2, lower case.
    seats, threshold, allocation
        Versions, oldest first; `threshold` is empty where the law never had one.
    limits
        What the law file leaves out, in words.
    """

    id: str
    name: str
    country: str
    chamber: str
    limits: str
    seats: tuple[Version[int], ...]
    threshold: tuple[Version[Fraction], ...]
    allocation: tuple[Version[Method], ...]

    def on(self, day: date) -> Rules:
        """Return the rules for a vote held on `day`: per key the newest value not after it.

        Raises
        ------
        LawError
            When a key has no value yet on that day.
        """
        seats = self._newest("seats", self.seats, day)
        method = self._newest("allocation", self.allocation, day)
        sources = [
            Statute("seats", seats.source, seats.since),
            Statute("allocation", method.source, method.since),
        ]
        share = Fraction(0)
        if self.threshold:
            threshold = self._newest("threshold", self.threshold, day)
            share = threshold.value
            sources.insert(1, Statute("threshold", threshold.source, threshold.since))
        return Rules(
            law=self.id,
            name=self.name,
            country=self.country,
            chamber=self.chamber,
            day=day,
            seats=seats.value,
            threshold=share,
            method=method.value,
            sources=tuple(sources),
            limits=self.limits,
        )

    def _newest(self, key: str, versions: Sequence[Version[Value]], day: date) -> Version[Value]:
        """Return the version in force on `day`."""
        in_force = [version for version in versions if version.since <= day]
        if not in_force:
            raise LawError(
                self.id,
                key,
                f"no value is in force on {day}; the first begins on {versions[0].since}",
                "Choose a later day, or add the earlier value and its source to a law file "
                "of your own",
            )
        return in_force[-1]


def percent(share: Fraction) -> str:
    """Return a share as an exact percentage: "3.25 %"."""
    return f"{float(100 * share):.12g} %"
