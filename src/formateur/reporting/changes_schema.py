"""The document of what changed between two days, schema ``formateur/changes/1``.

Units are those of the forecast document. Later versions of schema 1 only gain fields.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from pydantic import Field

from formateur.reporting.messages import MessagePart
from formateur.reporting.record import Document, Record, Spread
from formateur.reporting.schema import SourcePart


class Pair(Record):
    """A chance on both days."""

    before: float
    after: float


class Moved(Record):
    """What was expected of a list on both days; null where it did not stand or was not polled."""

    before: Spread | None
    after: Spread | None
    change: float = Field(description="Of the mean; a list that is missing counts as 0.")


class ListChange(Record):
    """One list, in the order of the later forecast."""

    id: str
    name: str
    votes: Moved = Field(description="Percent of the valid votes.")
    seats: Moved
    previous: Pair | None = Field(
        description="Percentage points by which the previous result moves it; null where the model "
        "tells none."
    )
    p_threshold: Pair
    p_largest: Pair


class StepPart(Record):
    """One cause, and by how much it moved the mean of every list."""

    cause: Literal["days", "facts", "poll"] = Field(
        description="`days`: the same facts seen from the later day; `facts`: lists, agreements "
        "and learned numbers that became known; `poll`: a new poll."
    )
    poll: str | None = Field(description="Id of the poll.")
    pollster: str
    fieldwork_end: date | None
    known_from: date | None = Field(description="The day from which the poll was known.")
    weight: float = Field(description="Of the poll in the later forecast, 0 to 1.")
    votes: dict[str, float] = Field(description="Percentage points by list.")
    seats: dict[str, float] = Field(description="Seats by list.")
    previous: dict[str, float] = Field(
        description="Percentage points by list: the part of `votes` that comes from the previous "
        "result, which pulls the less the more the polls tell."
    )
    source: str | None = Field(description="Id in `sources`.")


class BlocChange(Record):
    """One bloc that was known on both days."""

    id: str
    name: str
    seats: Pair = Field(description="Mean.")
    p_majority: Pair


class ChangesDocument(Document):
    """What changed between two days, and why. Law and settings are the same on both."""

    schema_id: Literal["formateur/changes/1"] = Field(default="formateur/changes/1", alias="schema")
    election: str
    name: str
    first: date
    last: date
    days_to_election: int = Field(description="From the later day.")
    majority: int
    estimator: str
    draws: int
    seed: int
    version: str
    run_before: str
    run_after: str
    lists: list[ListChange]
    steps: list[StepPart] = Field(
        description="In order. Over all steps, what they moved adds up to the change of each list."
    )
    blocs: list[BlocChange]
    weight_of_earlier_polls: float = Field(
        description="Weight in the later forecast of the polls that were known on the earlier day."
    )
    notes: list[str]
    messages: list[MessagePart] = Field(description="The notes, to be said in any language.")
    names: dict[str, dict[str, str]] = Field(
        description="By name as it is written in this document: the same name by language code."
    )
    sources: list[SourcePart]


def changes_schema() -> dict[str, Any]:
    """Return the JSON Schema of the document."""
    return ChangesDocument.json_schema()
