"""The document of what events did, schema ``formateur/events/1``.

Units are those of the forecast document. Later versions of schema 1 only gain fields.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from pydantic import Field

from formateur.reporting.events_campaign_schema import (
    ExpectedPart,
    KinPart,
    ManyPart,
    SensitivityPart,
)
from formateur.reporting.record import Document
from formateur.reporting.schema import EventPart, SourcePart


class EventsDocument(Document):
    """The events of a campaign and what each did, as far as polls can tell."""

    schema_id: Literal["formateur/events/1"] = Field(default="formateur/events/1", alias="schema")
    election: str
    name: str
    as_of: date
    days_to_election: int
    majority: int
    draws: int
    seed: int
    version: str
    run: str
    events: list[EventPart] = Field(description="Latest first; the asked ones.")
    expected: list[ExpectedPart]
    sensitivity: list[SensitivityPart]
    many: ManyPart = Field(description="Over all events of the campaign, asked for or not.")
    kin: list[KinPart]
    sources: list[SourcePart]


def events_schema() -> dict[str, Any]:
    """Return the JSON Schema of the document."""
    return EventsDocument.json_schema()
