"""The story document, schema ``formateur/story/1``: a story held against the figures of its day.

Later versions of schema 1 only gain fields.
"""

from __future__ import annotations

import datetime
from typing import Any, Literal

from pydantic import Field

from formateur.reporting.record import Record

Kind = Literal["time", "race", "outcome", "government", "motion", "event", "opinion"]
Ruling = Literal["supported", "contradicted", "partly", "cannot-be-checked", "opinion"]
Ask = Literal["election", "date"]


class ReadingPart(Record):
    """An election and a day that the story may be of."""

    election: str = Field(description="Id of the election.")
    date: datetime.date | None = Field(description="Null where the day cannot be told.")
    why: str = Field(description="What in the story speaks for it.")


class StrippedPart(Record):
    """What of the text is not the story."""

    text: str
    why: str


class FigurePart(Record):
    """A figure that a verdict or an answer rests on."""

    what: str
    value: str | float
    unit: str = Field(description="`chance`, `seats`, `percent`, `points`, `days`, `day` or empty.")
    date: datetime.date = Field(description="The day as of which it holds.")


class ClaimPart(Record):
    """A claim of the story, and what the figures of its day say of it."""

    text: str = Field(description="The exact words.")
    sentence: str = Field(description="The sentence that they stand in.")
    kind: Kind
    said_by: str = Field(description="Empty where the story says it itself.")
    reported_by: str = Field(description="Who reported what the speaker says; may be empty.")
    verdict: Ruling
    figures: list[FigurePart]
    rule: str = Field(description="The rule applied, with its thresholds.")
    sources: list[str]


class AnswerPart(Record):
    """What the story leaves open, answered from the forecast of its day."""

    question: Literal["race", "governments", "motion", "event"]
    about: str = Field(description="Title of the motion or event; else empty.")
    text: str
    figures: list[FigurePart]
    sources: list[str]


class LaterPart(Record):
    """What happened after the day of the story: no verdict uses it."""

    date: datetime.date
    text: str
    source: str


class StoryDocument(Record):
    """A story, checked."""

    schema_id: Literal["formateur/story/1"] = Field(default="formateur/story/1", alias="schema")
    language: Literal["en", "es"]
    election: str | None = Field(description="Null where the story is of none or it is not sure.")
    election_name: str
    date: datetime.date | None
    readings: list[ReadingPart] = Field(description="Likeliest first; one where it is sure.")
    asks: list[Ask] = Field(description="What has to be told to be sure.")
    stripped: list[StrippedPart]
    claims: list[ClaimPart] = Field(description="In the order of the story.")
    answers: list[AnswerPart]
    later: list[LaterPart] = Field(description="Not known on the day, and marked as later.")
    notes: list[str]


def story_schema() -> dict[str, Any]:
    """Return the JSON Schema of the document."""
    schema = StoryDocument.model_json_schema(by_alias=True, mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
