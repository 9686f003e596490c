"""The part of the forecast document on who would govern."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from formateur.reporting.messages import MessagePart
from formateur.reporting.record import Record, Spread


class HeadChance(Record):
    """A player and the chance of a government under its head."""

    player: str = Field(description="Id of a list, or of a member of a list that may split.")
    name: str = Field(description="Of the person, or of the player when nobody is known.")
    p: float


class WouldPart(Record):
    """A government that may form: lists, or members of lists that may split, largest first."""

    members: list[str]
    names: list[str]
    lists: list[str] = Field(description="Those on which the members stand, each once.")
    p_would: float = Field(description="Chance that it forms before the next election.")
    p_could: float = Field(description="Chance that it has a majority; not that it forms.")
    heads: list[HeadChance] = Field(description="Likeliest first, down to a hundredth of it.")
    against: list[str] = Field(description="Ids in `statements` that speak against it.")
    favoured: list[str] = Field(description="Ids in `statements` that speak for it.")


class OfficePart(Record):
    """Who is in office on a day, caretakers included."""

    date: date
    p_new: float = Field(description="Chance that a government has formed by the day.")
    holders: list[HeadChance]


class PowerPart(Record):
    """How often a list decides, over all draws."""

    list: str
    banzhaf: float = Field(description="Share of all decisive votes (normalised Banzhaf index).")
    shapley: float = Field(description="Shapley-Shubik index.")


class FormationPart(Record):
    """Who would govern. Chances of governments and `p_none` add up to 1 with those not listed."""

    governments: list[WouldPart]
    p_none: float = Field(description="Chance of no government before the next election.")
    p_minority: float = Field(description="Chance of a cabinet without a majority, if one forms.")
    heads: list[HeadChance] = Field(description="Chance to head the next government.")
    first: list[HeadChance] = Field(description="Chance to be asked first.")
    days: Spread | None = Field(description="Days from the vote to a government, if one forms.")
    deadline: date | None = Field(description="Last day by law; null where no law sets one.")
    repeat_election: date | None = Field(description="Middle day of the next vote if none forms.")
    office: list[OfficePart]
    power: list[PowerPart] = Field(description="Most powerful first.")
    procedure: str
    ground: list[str] = Field(description="What the chance of no government rests on.")
    ground_messages: list[MessagePart] = Field(description="The same, to be said in any language.")
