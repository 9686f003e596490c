"""The forecast document, schema ``formateur/forecast/1``: the shape that every output is made from.

Units: votes in percent of the valid votes, seats in seats, chances from 0 to 1, dates as ISO days.
Later versions of schema 1 only gain fields.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from pydantic import Field

from formateur.reporting.calendar_terms import TermPart, VoteAgainPart
from formateur.reporting.events_campaign_schema import CampaignPart
from formateur.reporting.events_schema import EffectPart
from formateur.reporting.formation_schema import FormationPart
from formateur.reporting.messages import MessagePart
from formateur.reporting.motion_schema import MotionPart
from formateur.reporting.record import Document, Record, Spread
from formateur.reporting.schema_account import (
    HousePart,
    OrderPart,
    PastPollsPart,
    PollPart,
    TrendPart,
    UncertaintyPart,
)
from formateur.reporting.schema_record import PastForecastsPart


class ElectionPart(Record):
    """Which election."""

    id: str
    name: str
    names: dict[str, str] = Field(description="By language code.")
    country: str = Field(description="ISO 3166 alpha-2, lower case.")
    chamber: str
    date: date
    seats: int = Field(description="Seats of the house.")
    majority: int = Field(description="Seats of a majority of the house.")


class LawPart(Record):
    """The law that turned votes into seats."""

    id: str
    name: str
    in_force_from: date = Field(description="Entry into force of the newest rule applied.")
    threshold: float = Field(description="Percent of the valid votes.")
    summary: str
    limits: str = Field(description="What the law file does not cover.")
    sources: dict[str, str] = Field(description="By what it covers: id in `sources`.")
    changes: list[str] = Field(
        default_factory=list, description="What a what-if changed; empty for the law as it is."
    )


class SeatChance(Record):
    """One number of seats and its chance."""

    seats: int
    p: float


class ResultPart(Record):
    """What the list got, once the votes are counted."""

    share: float = Field(description="Percent of the valid votes.")
    seats: int
    source: str = Field(description="Id in `sources`.")


class ColourPart(Record):
    """The colour that a list is known by."""

    value: str = Field(description="As in `#1f5aa5`.")
    source: str = Field(description="Id in `sources`.")


class ListPart(Record):
    """One list, in order of expected seats."""

    id: str
    name: str
    names: dict[str, str]
    leader: str = Field(description="Name of the person who heads it; empty when unknown.")
    votes: Spread = Field(description="Percent of the valid votes.")
    seats: Spread
    seat_chances: list[SeatChance] = Field(description="Every number of seats that occurs.")
    p_threshold: float = Field(description="Chance to pass the threshold.")
    p_largest: float = Field(description="Chance to have most seats; ties are shared.")
    uncertainty: UncertaintyPart | None = Field(description="Null where the model tells none.")
    result: ResultPart | None = Field(description="Null before the vote is counted.")
    colour: ColourPart | None = Field(description="Null where no source gives one.")


class BlocPart(Record):
    """Lists that are counted together."""

    id: str
    name: str
    names: dict[str, str]
    lists: list[str]
    seats: Spread
    seat_chances: list[SeatChance]
    p_majority: float
    p_majority_with: dict[str, float] = Field(
        description="By list outside the bloc: chance that both together have a majority."
    )
    source: str = Field(description="Id in `sources`.")


class BlockPart(Record):
    """A statement that a coalition would break."""

    statement: str = Field(description="Id in `statements`.")
    unless_without: str = Field(
        description="Name of a person: broken only if this person heads the government, or, "
        "heading no list, is part of it. Empty: broken by the coalition as such."
    )


class GovernmentPart(Record):
    """A coalition that could govern, and how likely it is that it would."""

    lists: list[str] = Field(description="Largest first.")
    p_could: float = Field(description="Chance that it has a majority; not that it forms.")
    minimal_winning: bool = Field(
        description="It needs every member in at least half of the draws where it has a majority."
    )
    p_minimal: float = Field(description="Chance of a majority that needs every member.")
    surplus: Spread = Field(description="Seats above the majority; negative when short.")
    blocked: bool = Field(description="It breaks a statement whoever heads it.")
    blocked_by: list[BlockPart]
    p_would: float | None = Field(
        description="Chance that it forms before the next election; null where a list of it may "
        "split, because then its members form governments, or where nothing was worked out."
    )


class StatementPart(Record):
    """A statement in force on the day."""

    id: str
    date: date
    by: str = Field(description="Id of the list that speaks.")
    by_name: str = Field(description="Its name; it may be a list that does not stand any more.")
    about: str = Field(description="As in statements.csv.")
    about_name: str = Field(description="What it is about, in words.")
    stance: Literal["excludes", "prefers", "requires", "tolerates", "recommends"]
    firmness: str
    summary: str
    note: str
    source: str


class EventPart(Record):
    """An event and the polls around it, latest first."""

    id: str
    date: date
    time: str
    title: str
    kind: str
    actors: list[str]
    lists: list[str]
    summary: str
    polls_before: int = Field(description="Polls wholly before the day of the event.")
    polls_after: int = Field(description="Polls wholly after it.")
    polls_unclear: int = Field(description="In the field on the day, or start not known.")
    identified: bool = Field(description="False: no poll can show what the event did.")
    effects: list[EffectPart] = Field(
        description="On every list concerned that is polled; empty where the votes are counted, or "
        "the model tells nothing of events."
    )
    source: str


class CalendarPart(Record):
    """A step of the procedure."""

    date: date
    step: str
    who: str
    note: str
    source: str


class SourcePart(Record):
    """A public source, and who reported it."""

    id: str
    text: str
    reported_by: str


class NotePart(Record):
    """A note, and what it is about."""

    topic: Literal["what-if", "basis", "constituencies", "government", "motions", "law"]
    said: MessagePart


class ForecastDocument(Document):
    """A forecast, complete: everything that any output shows."""

    schema_id: Literal["formateur/forecast/1"] = Field(
        default="formateur/forecast/1", alias="schema"
    )
    election: ElectionPart
    as_of: date
    days_to_election: int = Field(description="Negative after the vote.")
    basis: Literal["polls", "result"] = Field(description="Where the votes come from.")
    draws: int
    seed: int
    version: str
    run: str
    estimator: str = Field(
        description="Model of the votes: `state-space`, `reference`, `koala`; `official result`."
    )
    law: LawPart
    lists: list[ListPart]
    order: list[OrderPart] = Field(description="Of expected votes, from the first list down.")
    trend: list[TrendPart] = Field(description="Empty where the model has none.")
    houses: list[HousePart] = Field(description="House effects of every house and list.")
    pollsters: list[PastPollsPart] = Field(description="Houses with a record in earlier elections.")
    past_forecasts: PastForecastsPart | None = Field(
        description="How right such forecasts were before; null where none was scored."
    )
    blocs: list[BlocPart]
    governments: list[GovernmentPart] = Field(
        description="Likeliest first: the minimal winning coalitions (the 1,000 likeliest, where "
        "there are more), and any other with a chance of 1 percent or more among the 100 likeliest."
    )
    formation: FormationPart | None = Field(
        description="Who would govern; null where no list wins seats."
    )
    statements: list[StatementPart]
    without: list[str] = Field(
        default_factory=list,
        description="Ids of statements that a what-if takes as never made; not in `statements`.",
    )
    motions: list[MotionPart]
    events: list[EventPart] = Field(description="Latest first.")
    campaign: CampaignPart | None = Field(
        default=None,
        description="What all events tell together, and what a shift would change; null without an "
        "event, and where the model tells none of their effects.",
    )
    calendar: list[CalendarPart]
    terms: list[TermPart] = Field(
        description="What is due by law and what may follow; empty once a government is there."
    )
    again: VoteAgainPart | None = Field(
        description="The next vote if no government forms; null once one is there."
    )
    polls: list[PollPart]
    sources: list[SourcePart]
    notes: list[str] = Field(description="What a reader must know: assumptions, gaps, limits.")
    messages: list[NotePart] = Field(description="The notes, to be said in any language.")
    names: dict[str, dict[str, str]] = Field(
        description="By name as it is written in this document: the same name by language code, "
        "that of the country first."
    )
    parliament: dict[str, int] = Field(
        description="Seats by list in one simulated election, the one nearest to the expected "
        "seats: an example of a parliament, not the forecast."
    )


def forecast_schema() -> dict[str, Any]:
    """Return the JSON Schema of the document."""
    return ForecastDocument.json_schema()
