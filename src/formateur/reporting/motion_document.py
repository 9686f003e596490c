"""One motion and its answer, schema ``formateur/motion/1``."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal

from pydantic import Field

from formateur.facts import Position, Treaty
from formateur.forecasting import Forecast
from formateur.reporting.citations import Sources
from formateur.reporting.motion_part import motion_part
from formateur.reporting.motion_schema import MotionPart
from formateur.reporting.record import Document, Record
from formateur.reporting.schema import SourcePart
from formateur.version import __version__


class TreatyPart(Record):
    """A treaty that the motion is compared with; null days are not known."""

    name: str
    negotiation: date | None
    signed: date
    approved: date | None
    approved_by: str
    in_force: date | None
    source: str


class MotionDocument(Document):
    """What becomes of one motion, as of a day. Later versions of schema 1 only gain fields."""

    schema_id: Literal["formateur/motion/1"] = Field(default="formateur/motion/1", alias="schema")
    election: str
    name: str
    vote: date = Field(description="Day of the vote.")
    as_of: date
    seats: int = Field(description="Seats of the house.")
    draws: int
    seed: int
    version: str
    run: str
    estimator: str
    supposed: dict[str, str] = Field(description="Positions that were set for a what-if, by list.")
    lists: dict[str, str] = Field(description="Names by id.")
    motion: MotionPart
    treaties: list[TreatyPart] = Field(description="What `took` is made of; empty for nothing.")
    sources: list[SourcePart]


def make_motion_document(
    forecast: Forecast,
    motion_id: str,
    supposed: Mapping[str, Position],
    treaties: tuple[Treaty, ...],
) -> MotionDocument:
    """Write down the answer to one motion.

    Parameters
    ----------
    forecast
        With the motion as it was asked.
    supposed
        What was set for a what-if.
    treaties
        Those that the motion may be compared with.

    Raises
    ------
    UsageError
        When no such motion had been raised by the day.
    """
    sources, election = Sources(), forecast.election
    answer = forecast.motion(motion_id)
    return MotionDocument(
        election=election.id,
        name=election.name,
        vote=election.date,
        as_of=forecast.day,
        seats=forecast.rules.seats,
        draws=len(forecast.votes),
        seed=forecast.seed,
        version=__version__,
        run=forecast.run,
        estimator=forecast.estimator,
        supposed=dict(supposed),
        lists={one.id: one.name for one in election.lists},
        motion=motion_part(answer, forecast, sources),
        treaties=[_treaty(one) for one in treaties if answer.took and one.signed <= forecast.day],
        sources=sources.parts(),
    )


def _treaty(treaty: Treaty) -> TreatyPart:
    return TreatyPart(
        name=treaty.name,
        negotiation=treaty.negotiation,
        signed=treaty.signed,
        approved=treaty.approved,
        approved_by=treaty.approved_by,
        in_force=treaty.in_force,
        source=treaty.source,
    )


def motion_schema() -> dict[str, Any]:
    """Return the JSON Schema of the document."""
    return MotionDocument.json_schema()
