"""What an address may ask, checked before anything is worked out."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    JsonValue,
    StringConstraints,
    field_validator,
)

from formateur.language import LANGUAGES
from formateur.settings import DEFAULT_LANGUAGE, DEFAULT_MODEL, DEFAULT_SEED
from formateur.votes.models import MODELS
from formateur.web.asked import MOST_WEB_DRAWS, WEB_DRAWS
from formateur.web.questions import Form

MOST_SEED = 2**32 - 1

NAMES: list[JsonValue] = [*sorted(MODELS)]

Day = Annotated[
    str,
    StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"),
    Field(json_schema_extra={"format": "date"}),
]
ListId = Annotated[str, StringConstraints(min_length=1, max_length=100)]
StatementId = Annotated[str, StringConstraints(min_length=1, max_length=100)]
Lang = Annotated[
    str,
    Field(description="Language that is answered in.", json_schema_extra={"enum": [*LANGUAGES]}),
]
Change = Annotated[str, StringConstraints(max_length=200)]


class Settings(BaseModel):
    """How votes and seats are simulated; what is not known here is refused, not overlooked."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    draws: int = Field(
        default=WEB_DRAWS, ge=1, le=MOST_WEB_DRAWS, description="Simulated elections."
    )
    seed: int = Field(
        default=DEFAULT_SEED, ge=0, le=MOST_SEED, description="Same seed, same figures."
    )
    model: str = Field(
        default=DEFAULT_MODEL,
        description="How votes are estimated.",
        json_schema_extra={"enum": NAMES},
    )


class WhatIf(Settings):
    """What is taken to differ from the facts and the law."""

    without: list[StatementId] = Field(
        default=[], max_length=50, description="Statements as never made, by id."
    )
    changes: list[Change] = Field(
        default=[],
        alias="set",
        max_length=8,
        description="Changes of the law, such as `threshold.share=2%`.",
    )

    @field_validator("changes")
    @classmethod
    def _drop_empty(cls, words: list[str]) -> list[str]:
        """Take a field of a form that was left empty for no change."""
        return [one for one in words if one.strip()]


class LanguageQuery(BaseModel):
    """What a page may be asked that is not of one forecast."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    lang: Lang = DEFAULT_LANGUAGE


class PageQuery(WhatIf):
    """What the page of a day may be asked."""

    lang: Lang = DEFAULT_LANGUAGE


class ElectionQuery(PageQuery):
    """What the address of an election may be asked, which leads to the page of a day."""

    as_of: Day | None = None


class DayQuery(WhatIf):
    """What data may be asked, without a day in the address."""

    as_of: Day | None = Field(
        default=None,
        description="Nothing later is seen; by default today, or the eve of a past vote.",
    )


class ForecastQuery(DayQuery):
    """What `/forecast` may be asked."""

    format: Form = Field(default="json", description="`csv`: one figure a row.")


class CoalitionsQuery(DayQuery):
    """What `/coalitions` may be asked."""

    include: list[ListId] = Field(default=[], max_length=30, description="Lists that must be in.")
    exclude: list[ListId] = Field(default=[], max_length=30, description="Lists that must not.")
    minority: bool = Field(default=False, description="Also those that seldom have a majority.")
    min_seats: int = Field(default=0, ge=0, le=10_000, description="In the middle case, at least.")


class ChangesQuery(Settings):
    """What `/changes` may be asked."""

    first: Day = Field(alias="from", description="The earlier day.")
    last: Day = Field(alias="to", description="The later day, up to the vote.")
    format: Form = Field(default="json", description="`csv`: one figure a row.")


class MotionQuery(Settings):
    """What `/motion` may be asked."""

    as_of: Day | None = None
    positions: list[Change] = Field(
        default=[],
        alias="set",
        max_length=30,
        description="Where a list is taken to stand: `likud=support`; support, oppose, abstain, "
        "split or unknown.",
    )
    majority: Annotated[str, StringConstraints(max_length=20)] | None = Field(
        default=None,
        description="What is taken to be needed: plain, absolute, a fraction, seats, or none.",
    )
    format: Form = "json"


class EventsQuery(DayQuery):
    """What `/events` may be asked."""

    event: Annotated[str, StringConstraints(min_length=1, max_length=100)] | None = Field(
        default=None, description="Id of the only event to be told; all of them by default."
    )
    format: Form = "json"


class ExplainQuery(DayQuery):
    """What `/explain` may be asked."""

    lang: Lang = DEFAULT_LANGUAGE


class StoryQuery(BaseModel):
    """What `/story` may be told beside a text."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    date: Day | None = Field(default=None, description="Its day; read from it by default.")
    election: ListId | None = Field(
        default=None, description="Id of its election; read from it by default."
    )


class Story(StoryQuery):
    """A news story as JSON."""

    text: str = Field(min_length=1, repr=False, description="Plain text or HTML.")


class CalendarQuery(BaseModel):
    """What `/calendar` may be asked."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    as_of: Day | None = None
    format: Form = "json"


def in_language(query: str, language: str) -> str:
    """Return what follows the address of a page so that it is in that language."""
    if language == DEFAULT_LANGUAGE:
        return query
    return f"{query or '?'}{'&' if query else ''}lang={language}"


def days_in_words(first: date, last: date) -> str:
    """Say which days may be asked for."""
    return f"Ask for a day from {first} to {last}."
