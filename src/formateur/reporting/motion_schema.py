"""The part of the forecast document on motions.

Three questions, each with an answer of its own: would there be a majority (``p_carried``), would a
government bring it (``p_brought``), does it have to pass parliament (``parliament``)?
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from formateur.reporting.record import Record


class PositionPart(Record):
    """Where a list stands on a motion."""

    list: str
    position: Literal["support", "oppose", "abstain", "split", "unknown"]
    basis: Literal["stated", "inferred", "none"]
    date: date | None
    summary: str
    source: str | None
    swing: float = Field(
        description="Chance that the motion is carried if the list supports it, less the chance "
        "if it opposes."
    )
    p_for: float = Field(
        description="Chance that the list votes for it when no cabinet binds it; of a split list, "
        "the expected part of its votes."
    )
    ground: Literal["stated", "inferred", "neighbours", "coin"] = Field(
        description="What `p_for` rests on: the list's word; what was inferred for it in the "
        "folder; where lists near it from left to right have said they stand; nothing."
    )
    p_if_supports: float = Field(description="Chance that it is carried if the list supports it.")
    p_if_opposes: float = Field(description="The same if the list opposes it.")
    banzhaf: float = Field(
        description="Share of the decisive votes among undeclared and split lists, the others "
        "voting as they said; 0 for the others."
    )


class StagePart(Record):
    """A step on the way of a motion."""

    name: str
    body: str
    note: str
    by: Literal["", "government", "parliament"] = Field(
        description="Whose decision it is, of those that are modelled; empty: not modelled."
    )
    p: float | None = Field(
        description="Chance to pass it: of a government that brings the motion; in parliament, "
        "given such a government. Null where the stage is not modelled."
    )


class GivenPart(Record):
    """What becomes of a motion under one government."""

    members: list[str] = Field(description="Empty: no government forms before the next election.")
    names: list[str]
    p_forms: float
    p_carried: float = Field(description="Given that it forms.")
    p_brought: float = Field(description="Given that it forms.")


class OutgoingHousePart(Record):
    """What the outgoing parliament would do, bound by the outgoing cabinet."""

    seats: dict[str, int] = Field(description="By list of today, or of then where none follows.")
    p_carried: float


class TipPart(Record):
    """A change of mind that would move the chance to the other side of one half."""

    list: str
    position: Literal["support", "oppose"] = Field(description="Where the list would have to be.")
    p_carried: float


class TookPart(Record):
    """How many days comparable things took from one stage to another."""

    begin: Literal["negotiation", "signed", "approved", "in_force"]
    end: Literal["negotiation", "signed", "approved", "in_force"]
    cases: int = Field(description="Those for which both days are known, over by the day.")
    shortest: int
    quarter: int
    median: int
    three_quarters: int
    longest: int


class MotionPart(Record):
    """A motion and its chance in the new parliament."""

    id: str
    title: str
    question: str
    summary: str
    majority: str = Field(
        description="`plain`, `absolute`, a fraction of the house, or seats; `none`: the "
        "government decides alone."
    )
    seats_needed: int | None = Field(
        description="Null for a plain majority of those voting, and where there is no vote."
    )
    first_raised: date
    p_carried: float = Field(
        description="Chance of a majority if it is put to the vote, bound by the cabinet that "
        "forms; with the majority `none`, of a government that decides it."
    )
    p_if_unknown_oppose: float = Field(description="All undeclared lists voting against.")
    p_if_unknown_support: float = Field(description="All undeclared lists voting for it.")
    positions: list[PositionPart] = Field(description="Every list, largest swing first.")
    stages: list[StagePart]
    source: str
    p_if_unknown_toss: float = Field(description="Each undeclared list tossing a coin.")
    p_low: float = Field(description="5 percent of `p_carried`, as the lists may be misjudged.")
    p_high: float = Field(description="95 percent of it.")
    parliament: Literal["required", "customary", "optional", "no"] = Field(
        description="Whether it has to pass parliament: by law; by custom; the government could "
        "do the same by itself; there is no vote."
    )
    p_brought: float = Field(
        description="Chance of a government that would bring it: its head's list is for it, and "
        "so are more seats in the cabinet than are against."
    )
    p_if_brought: float | None = Field(
        description="Chance of a majority given such a government; null where there is never one."
    )
    p_passed: float = Field(
        description="Chance of all that government and parliament decide: brought, and carried "
        "where parliament is required."
    )
    given: list[GivenPart] = Field(description="Likeliest government first, none last.")
    outgoing: OutgoingHousePart | None = Field(description="Null when its seats are not known.")
    tips: list[TipPart] = Field(description="Of single lists, the largest change first.")
    took: list[TookPart] = Field(description="Empty where the motion names no comparison.")
