"""An electoral law through time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeVar

from formateur.errors import LawError
from formateur.law.rules import Constituencies, Rules, Statute
from formateur.law.step import Step
from formateur.law.steps import STEPS, table_of
from formateur.law.ties import TieRule

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Version(Generic[Value]):
    """A value of the law, in force from a day until the next version."""

    since: date
    value: Value
    source: str


@dataclass(frozen=True, slots=True)
class Method:
    """How votes become seats: the names of the steps in order, and the rule for ties."""

    steps: tuple[str, ...]
    ties: TieRule


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """The law of one chamber through time.

    Attributes
    ----------
    id
        ``il-knesset``; for a file of a user what stands in it.
    country
        ISO 3166 alpha-2, lower case.
    limits
        What the law file leaves out, in words.
    seats, allocation
        Versions, oldest first.
    tables
        Versions of the steps with numbers of their own, by name of the table.
    changes
        What was changed for a what-if.
    """

    id: str
    name: str
    country: str
    chamber: str
    limits: str
    constituencies: Constituencies
    seats: tuple[Version[int], ...]
    allocation: tuple[Version[Method], ...]
    tables: Mapping[str, tuple[Version[Step], ...]] = field(default_factory=dict)
    changes: tuple[str, ...] = ()

    def on(self, day: date) -> Rules:
        """Return the rules for a vote held on `day`: per key the newest value not after it.

        Raises
        ------
        LawError
            When a key has no value yet on that day.
        """
        seats = self._newest("seats", self.seats, day)
        method = self._newest("allocation", self.allocation, day)
        sources = [Statute("seats", seats.source, seats.since)]
        steps: list[Step] = []
        for name in method.value.steps:
            if name in STEPS:
                steps.append(STEPS[name])
                continue
            table = table_of(name)
            version = self._newest(table, self.tables[table], day)
            steps.append(version.value)
            sources.append(Statute(table, version.source, version.since))
        sources.append(Statute("allocation", method.source, method.since))
        return Rules(
            law=self.id,
            name=self.name,
            country=self.country,
            chamber=self.chamber,
            day=day,
            seats=seats.value,
            steps=tuple(steps),
            ties=method.value.ties,
            sources=tuple(sources),
            limits=self.limits,
            constituencies=self.constituencies,
            changes=self.changes,
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
