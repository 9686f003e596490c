"""``motions.toml``: questions, their majorities, and where the lists stand."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import BeforeValidator, Field

from formateur.facts import Motion, PositionTaken, Stage
from formateur.facts.motion import Basis, Decides, Position, Reference, WithMajority
from formateur.folder.problem_log import ProblemLog
from formateur.folder.toml_document import TomlDocument
from formateur.folder.toml_problems import MOST_SHOWN, validate
from formateur.folder.toml_types import (
    ListId,
    Majority,
    OptionalText,
    RequiredText,
    Slug,
    SourcedTable,
    TomlTable,
)


def _digits(value: object) -> object:
    return str(value) if type(value) is int and abs(value) <= MOST_SHOWN else value


class StageTable(TomlTable):
    """``[[motion.stage]]``: a step that the motion has to pass."""

    name: RequiredText
    body: RequiredText
    by: Decides = ""
    note: OptionalText = ""


class PositionTable(SourcedTable):
    """``[[motion.position]]``: where one list stood from one day on."""

    list: ListId
    position: Position
    date: date
    basis: Basis = "stated"
    summary: OptionalText = ""


class MotionTable(SourcedTable):
    """``[[motion]]``: a question with a required majority."""

    id: Slug
    title: RequiredText
    question: RequiredText
    majority: Annotated[Majority, BeforeValidator(_digits)]
    first_raised: date
    parliament: WithMajority = "required"
    reference: Reference = ""
    summary: OptionalText = ""
    stages: list[StageTable] = Field(default_factory=list, alias="stage")
    positions: list[PositionTable] = Field(default_factory=list, alias="position")


class MotionsTable(TomlTable):
    """``motions.toml``."""

    motions: list[MotionTable] = Field(default_factory=list, alias="motion")


def read_motions(document: TomlDocument, log: ProblemLog) -> tuple[Motion, ...]:
    """Read the motions, in the order of the file; none when one holds an error."""
    table = validate(document, MotionsTable, log)
    return () if table is None else tuple(_motion(one) for one in table.motions)


def _motion(table: MotionTable) -> Motion:
    # The sort is stable: positions of one day stay in the order of the file.
    positions = sorted((_position(one) for one in table.positions), key=lambda one: one.date)
    return Motion(
        id=table.id,
        title=table.title,
        question=table.question,
        majority=table.majority,
        first_raised=table.first_raised,
        parliament=table.parliament,
        reference=table.reference,
        summary=table.summary,
        stages=tuple(
            Stage(name=one.name, body=one.body, by=one.by, note=one.note) for one in table.stages
        ),
        positions=tuple(positions),
        source=table.own_source(),
    )


def _position(table: PositionTable) -> PositionTaken:
    return PositionTaken(
        list=table.list,
        position=table.position,
        date=table.date,
        basis=table.basis,
        summary=table.summary,
        source=table.own_source(),
    )
