"""The allocation document, schema ``formateur/allocation/1``: what every output is made from.

Votes are votes, seats are seats, dates are ISO days. Later versions of schema 1 only gain fields.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from pydantic import Field

from formateur.reporting.record import Document, Record

TierName = Literal["constituency", "list", "levelling"]


class StatutePart(Record):
    """A text of law."""

    covers: str = Field(description="Table of the law file: `seats`, `threshold`, `allocation` …")
    text: str = Field(description="The law and its section.")
    in_force_from: date


class AppliedLawPart(Record):
    """The law that turned votes into seats, as of the day of the vote, `date`."""

    id: str
    name: str
    country: str = Field(description="ISO 3166 alpha-2, lower case.")
    chamber: str
    in_force_from: date = Field(description="Entry into force of the newest rule applied.")
    date: date
    house: int = Field(description="Seats of the house; its ordinary size where it may grow.")
    summary: str
    steps: list[str] = Field(description="Names of the legal steps, in order.")
    ties: str = Field(description="`lot`, `more-votes` or `fewer-votes`.")
    limits: str = Field(description="What the law file does not cover; empty if nothing.")
    changes: list[str] = Field(
        description="What differs from the law as it was; empty without a what-if."
    )
    sources: list[StatutePart]


class SeatsPart(Record):
    """Seats of one party in one place."""

    constituency: str = Field(description="Or the region; `national` for the whole country.")
    tier: TierName
    party: str = Field(description="As the case spells it; `A + B` for an alliance.")
    seats: int = Field(description="1 or more.")


class TotalPart(Record):
    """One party in the country, in order of seats, then votes."""

    party: str
    votes: int | None = Field(
        description="On list ballots, or on the only ballots there are. Null for an alliance: its "
        "lists have lines of their own."
    )
    seats: int
    by_tier: dict[TierName, int] = Field(description="Seats by tier; tiers without seats left out.")


class LastSeatPart(Record):
    """The seat given out last in one place, and who came closest to it; closest race first."""

    constituency: str
    tier: TierName
    winner: list[str] = Field(description="Lists; several where they count as one.")
    runner_up: list[str]
    votes_missing: int = Field(
        description="How many more votes would have put the runner-up ahead, all others equal."
    )
    quotients: tuple[float, float] = Field(
        description="Votes per divisor of the two; their remainders where these decide, their "
        "votes where nothing is divided."
    )


class TiePart(Record):
    """More contenders with the same claim than seats left."""

    constituency: str
    contenders: list[list[str]] = Field(description="Each is a list, or several that are joined.")
    winners: list[list[str]]
    resolved_by: str = Field(
        description="The rule of the law, or `lot`: then the real outcome is open, and `winners` "
        "is what the lot of this `seed` says."
    )


class TracePart(Record):
    """One thing that a step did."""

    step: str = Field(description="Name of the step in the law file; `case` for the reader.")
    constituency: str
    text: str


class SeatsChangePart(Record):
    """Seats of one party in one place under the changed law and under the law as it was."""

    constituency: str
    tier: TierName
    party: str
    seats: int = Field(description="Under the changed law.")
    seats_as_it_was: int
    difference: int


class TotalChangePart(Record):
    """Seats of one party in the country under the changed law and under the law as it was."""

    party: str
    seats: int = Field(description="Under the changed law.")
    seats_as_it_was: int
    difference: int


class WhatIfPart(Record):
    """The changed law beside the law as it was."""

    seats: list[SeatsChangePart] = Field(description="Every place with seats under either.")
    total: list[TotalChangePart] = Field(description="Every party with seats under either.")


class AllocationDocument(Document):
    """The seats of one election, and how they came about."""

    schema_id: Literal["formateur/allocation/1"] = Field(
        default="formateur/allocation/1", alias="schema"
    )
    law: AppliedLawPart
    seats: list[SeatsPart] = Field(
        description="By constituency in the order of the case, then tier, then party."
    )
    total: list[TotalPart] = Field(description="Every party of the case.")
    valid_votes: int = Field(description="What shares of the votes are shares of.")
    below_threshold: list[str] = Field(description="Lists that missed the threshold everywhere.")
    lapsed: list[list[str]] = Field(description="Alliances without effect.")
    last_seats: list[LastSeatPart]
    ties: list[TiePart]
    trace: list[TracePart]
    what_if: WhatIfPart | None = Field(description="Null without changes of the law.")
    notes: list[str] = Field(description="What does not fit in the case.")
    seed: int = Field(description="Seed of the lots.")
    version: str


def allocation_schema() -> dict[str, Any]:
    """Return the JSON Schema of the document."""
    return AllocationDocument.json_schema()
