"""What ``case.json`` may hold, key by key."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from formateur.folder import cells
from formateur.folder.cells import Flaw
from formateur.law import NATIONAL

MOST = 10**15
"""More than any count of votes, people or seats; what is larger is a slip."""

_FEWEST_DIGITS = -30


def flaw(reason: str, remedy: str) -> PydanticCustomError:
    """Return a complaint in our words: what is wrong, and the remedy."""
    return PydanticCustomError("flaw", "{reason}", {"reason": reason, "remedy": remedy})


def _day(value: object) -> date:
    if not isinstance(value, str):
        raise flaw("is not a date", 'Write it in quotes, as in "2019-09-17".')
    read = cells.day(value)
    if isinstance(read, Flaw):
        raise flaw(read.reason, read.remedy)
    return read


def _share(value: object) -> Fraction:
    """Return a share from 0 to below 1, exact."""
    exact = Decimal(value) if type(value) is int else value
    # A tiny exponent would take all memory as a fraction.
    if (
        not isinstance(exact, Decimal)
        or not 0 <= exact < 1
        or (exact and exact.adjusted() < _FEWEST_DIGITS)
    ):
        raise flaw("is not a share of the votes", "Write a number from 0 to below 1, as in 0.08.")
    return Fraction(exact)


def _of_the_country(value: object) -> object:
    """Return what is given for the country as a whole by constituency."""
    return value if isinstance(value, dict) else {NATIONAL: value}


Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Count = Annotated[int, Field(ge=0, le=MOST)]
Day = Annotated[date, BeforeValidator(_day)]
Share = Annotated[Fraction, BeforeValidator(_share)]
Counts = dict[Name, Count]
NationalOrCounts = Annotated[Counts, BeforeValidator(_of_the_country)]
Alliance = Annotated[list[Name], Field(min_length=2)]
AlliancesByPlace = Annotated[dict[Name, list[Alliance]], BeforeValidator(_of_the_country)]


class _Object(BaseModel):
    """An object whose values are not converted; keys it does not name are told elsewhere."""

    model_config = ConfigDict(
        strict=True, extra="ignore", frozen=True, arbitrary_types_allowed=True
    )


class ThresholdFacts(_Object):
    """To whom a threshold applies, and in which form."""

    scope: Name | None = Field(default=None, description="Which threshold; for people.")
    exempt: list[Name] = Field(default=[], description="Lists to which no threshold applies.")
    members: Counts = Field(default={}, description="By list: parties that it is made of.")
    level_for: dict[Name, Share] = Field(
        default={}, description="By list: a threshold of its own, as a share: 0.08."
    )


class Facts(_Object):
    """What was true of this election only. Each key may be left out."""

    magnitudes: Counts = Field(
        default={}, description="By constituency: seats that are given out there."
    )
    magnitude_each: Annotated[int, Field(ge=1, le=MOST)] | None = Field(
        default=None, description="The same where every constituency has as many."
    )
    list_seats: NationalOrCounts = Field(
        default={}, description="Seats on the list ballot: one number, or by constituency."
    )
    levelling_seats: Count | None = Field(
        default=None, description="Levelling seats in the country."
    )
    levelling_in: Counts = Field(
        default={}, description="By constituency: levelling seats to be placed there."
    )
    province_levelling: Counts = Field(
        default={}, description="By province: levelling seats to be placed there."
    )
    land_of: dict[Name, Name] = Field(default={}, description="By constituency: its Land.")
    region_of: dict[Name, Name] = Field(default={}, description="By constituency: its region.")
    province_of: dict[Name, Name] = Field(default={}, description="By constituency: its province.")
    land_population: Counts = Field(default={}, description="By Land: people.")
    alliances: AlliancesByPlace = Field(
        default={},
        description="Lists that count as one: surplus agreements, electoral alliances. One array "
        "of them, or, where they hold in a constituency only, arrays by constituency.",
    )
    sub_alliances: dict[Name, list[Alliance]] = Field(
        default={},
        description="By constituency: lists of one alliance that count as one list within it.",
    )
    list_combinations: list[Alliance] = Field(
        default=[], description="Lists that count as one in the whole country."
    )
    threshold_facts: list[ThresholdFacts] = Field(
        default=[], description="To whom a threshold applies."
    )
    minority_parties: list[Name] = Field(
        default=[], description="Lists to which no threshold applies."
    )
    independents: list[Name] = Field(default=[], description="Candidates without a list.")
    non_party_rows: list[Name] = Field(
        default=[],
        description="Rows of `votes.csv` that count as valid votes and cannot win seats. A row "
        "`other` is always one.",
    )
    caps: dict[Name, Counts] = Field(
        default={}, description="By constituency and party: seats it has candidates for."
    )
    direct_seats: Counts = Field(
        default={},
        description="By party: constituency seats won, where the votes behind them are not given. "
        "Where they are, and tell the same, each seat stands in its constituency.",
    )
    electorates: Count | None = Field(
        default=None, description="Constituencies behind `direct_seats`; checked, not used."
    )
    base_seats: Count | None = Field(
        default=None, description="Ordinary seats of the house; checked, not used."
    )
    valid_votes: Count | None = Field(
        default=None, description="All valid votes, where `votes.csv` leaves some out."
    )
    valid_votes_national: Count | None = Field(
        default=None, description="Valid votes for lists, where the law counts only these."
    )


def _given(facts: object) -> object:
    """Leave out the facts that are null: they are not known."""
    if isinstance(facts, Mapping):
        return {key: value for key, value in facts.items() if value is not None}
    return facts


class CaseDocument(_Object):
    """The file. Whatever else stands in it is for people and is not looked at."""

    law_id: Name = Field(description="Id of the law, or the file `law.toml` of this folder.")
    date: Day = Field(description="Day of the vote, as in `2019-09-17`.")
    seats: Count | None = Field(
        default=None, description="Seats that were given out; checked, not used."
    )
    facts: Annotated[Facts, BeforeValidator(_given)] = Field(
        default=Facts(), description="What was true of this election only."
    )
