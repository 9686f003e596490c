"""A formation procedure: states that follow each other until a government is there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

Kind = Literal["count", "consultation", "mandate", "parliament", "talks", "dissolved"]
"""What happens in a state: votes are counted, a nominee is sought, somebody has the task, members
of parliament may name one, parties talk without a legal term, the house is dissolved."""

Investiture = Literal["positive", "plurality", "negative", "none"]
"""Yes from more than half of the house; more yes than no; no majority against; no vote at all."""

First = Literal["most-recommended", "largest", "likeliest", "by-seats"]
"""Who is asked first: whom most seats name, the largest list, who is likeliest to head a
government, or anybody, the likelier the larger (Diermeier and Merlo, An empirical investigation of
coalitional bargaining procedures, 2004)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A step on the way.

    Attributes
    ----------
    who
        Who acts, in words.
    days
        Days that the law gives; ``None`` where it gives none.
    extension
        Further days that may be granted.
    source
        Paragraph.
    """

    id: str
    kind: Kind
    who: str
    days: int | None
    extension: int = 0
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Precedent:
    """A repeat election that was set at other days than the law's.

    Attributes
    ----------
    known
        The day from which its date was public.
    days
        From the dissolution to the vote.
    """

    known: date
    days: int
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    """The election after a failure.

    Attributes
    ----------
    automatic
        Whether the law dissolves the house when the last state has run out.
    least, usual, most
        Days from the dissolution to the vote.
    precedents
        What widens these days once it is known, in order.
    """

    automatic: bool
    least: int
    usual: int
    most: int
    source: str
    precedents: tuple[Precedent, ...] = ()

    def on(self, day: date) -> Repeat:
        """Return it with the days, and the sources, of the precedents known on a day."""
        known = tuple(one for one in self.precedents if one.known <= day)
        return replace(
            self,
            least=min((self.least, *(one.days for one in known))),
            most=max((self.most, *(one.days for one in known))),
            source="; ".join((self.source, *(one.source for one in known))),
            precedents=(),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure:
    """The way from a vote to a government, or to the next vote.

    Attributes
    ----------
    states
        In order; the first begins on the day of the vote, each further one when the one before
        has run out without a government.
    votes
        What the vote of investiture needs, in words.
    constructive
        Whether a government can only be toppled by naming another.
    limits
        What is not covered.
    """

    id: str
    name: str
    country: str
    first: First
    investiture: Investiture
    votes: str
    constructive: bool
    states: tuple[State, ...]
    repeat: Repeat
    limits: str = ""
    source: str

    @property
    def has_deadline(self) -> bool:
        """Whether the law ends the search for a government by itself."""
        return self.repeat.automatic and all(one.days is not None for one in self.states)

    def on(self, day: date) -> Procedure:
        """Return it as it was known on a day."""
        return replace(self, repeat=self.repeat.on(day))

    def longest(self, start: int = 0) -> int:
        """Return the days of all states from one on, extensions among them."""
        return sum((one.days or 0) + one.extension for one in self.states[start:])
