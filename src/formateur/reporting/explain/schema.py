"""An explanation, schema ``formateur/explanation/1``: where one figure comes from.

Texts are in the language that was asked for; ids stay as the forecast document has them.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from pydantic import Field

from formateur.reporting.record import Document, Record


class SaidPart(Record):
    """A sentence."""

    text: str
    language: str = Field(
        description="Code of its language where that is not the reader's: quotations and texts of "
        "the law are in English. Empty where it is."
    )
    sources: list[str] = Field(description="Ids in `sources` of what it rests on.")


class PollFigurePart(Record):
    """What a poll found for one list."""

    list: str
    name: str
    told: str = Field(
        description="As it was printed and, in brackets, the share of the valid votes that the "
        "model read from it."
    )


class PollLinePart(Record):
    """One poll."""

    id: str
    who: str = Field(description="Pollster, and who paid for it or published it.")
    field: str = Field(description="Days of the fieldwork.")
    weight: str = Field(description="Its share of the estimate; a dash where it is not used.")
    figures: list[PollFigurePart] = Field(description="Of the lists that the figure is about.")
    source: str = Field(description="Id in `sources`.")


class StepPart(Record):
    """One step on the way back."""

    id: str = Field(description="The same for all figures that come by this step.")
    title: str
    said: list[SaidPart]
    polls: list[PollLinePart] = Field(description="Heaviest first; empty in other steps.")
    rest: str = Field(
        description="What the polls after the first ten weigh, in words; empty for ten or fewer."
    )


class CitedPart(Record):
    """A public source."""

    id: str
    number: int = Field(description="By which it is cited; the same for all figures.")
    text: str = Field(description="The source, and who reported it.")
    language: str = Field(description="Code, where it is not the reader's language; else empty.")


class Explanation(Document):
    """Where one figure comes from."""

    schema_id: Literal["formateur/explanation/1"] = Field(
        default="formateur/explanation/1", alias="schema"
    )
    election: str
    as_of: date
    language: str
    figure: str = Field(description="Its name, such as `seats.likud`.")
    title: str = Field(description="What the figure is.")
    steps: list[StepPart] = Field(
        description="From the figure back to the polls. The first one says what the figure is."
    )
    sources: list[CitedPart] = Field(description="What the steps rest on, by number.")
    run: str
    seed: int
    draws: int
    version: str
    command: str = Field(description="Gives the same explanation again.")
    citation: str


def explanation_schema() -> dict[str, Any]:
    """Return the JSON Schema of an explanation."""
    return Explanation.json_schema()
