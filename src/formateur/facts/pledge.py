"""What parties of past elections had said about governing, before the government formed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from formateur.facts.source import Source

PledgeStance = Literal["excludes", "promises", "prefers", "requires", "tolerates", "recommends"]
PledgeFirmness = Literal["said", "decided", "signed"]
DatePrecision = Literal["day", "month", "campaign"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pledge:
    """A dated, sourced statement of a party about a government that was to form.

    Attributes
    ----------
    formation
        Id of the election that the formation followed.
    date
        The day; the middle of a month of which no more is known, or the eve of the vote when it
        is only known to lie in the campaign.
    by
        The party that speaks.
    about
        A party, ``person:NAME``, ``group:a+b`` (any of them), ``coalition:a+b`` (all of them), or
        ``none``.
    person_party
        The party of the person, whose head of government he or she would be.
    firmness
        ``said`` once, ``decided`` by the party or repeated, ``signed``.
    kept
        ``yes``, ``no`` or empty: for readers. No model looks at it.
    """

    id: str
    formation: str
    date: date
    date_precision: DatePrecision
    by: str
    about: str
    person_party: str
    stance: PledgeStance
    firmness: PledgeFirmness
    kept: str
    summary: str
    source: Source
