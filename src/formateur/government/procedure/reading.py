"""``data/procedures/<cc>.toml``: formation procedures, readable without Python."""

from __future__ import annotations

import tomllib
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from formateur.errors import LawError
from formateur.government.procedure.states import (
    First,
    Investiture,
    Kind,
    Precedent,
    Procedure,
    Repeat,
    State,
)

SCHEMA = "formateur/procedure/1"


class _Table(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class _StateTable(_Table):
    """``[[state]]``."""

    id: str
    kind: Kind
    who: str
    days: int | None = Field(default=None, ge=0)
    extension: int = Field(default=0, ge=0)
    source: str = Field(min_length=1)


class _PrecedentTable(_Table):
    """``[[repeat.precedent]]``."""

    known: date
    days: int = Field(ge=1)
    source: str = Field(min_length=1)


class _RepeatTable(_Table):
    """``[repeat]``."""

    automatic: bool
    least: int = Field(ge=1)
    usual: int = Field(ge=1)
    most: int = Field(ge=1)
    source: str = Field(min_length=1)
    precedents: list[_PrecedentTable] = Field(default=[], alias="precedent")


class _ProcedureTable(_Table):
    """The file."""

    form: Literal["formateur/procedure/1"] = Field(alias="schema")
    id: str
    name: str
    country: str
    first: First
    investiture: Investiture
    votes: str
    constructive: bool
    limits: str = ""
    source: str = Field(min_length=1)
    states: list[_StateTable] = Field(min_length=1, alias="state")
    repeat: _RepeatTable


def procedures() -> tuple[str, ...]:
    """Return the ids of the built-in procedures."""
    return tuple(sorted(one.name.removesuffix(".toml") for one in _home().iterdir()))


def load_procedure(procedure_id: str) -> Procedure:
    """Load a built-in procedure.

    Raises
    ------
    LawError
        When there is none of that id.
    """
    if procedure_id not in procedures():
        raise LawError(
            procedure_id,
            "procedure",
            "is not a built-in procedure",
            f"Known: {', '.join(procedures())}; or leave `procedure` out of election.toml.",
        )
    text = (_home() / f"{procedure_id}.toml").read_text(encoding="utf-8")
    return read_procedure(text, procedure_id)


def read_procedure(text: str, name: str) -> Procedure:
    """Read the text of a procedure file.

    Parameters
    ----------
    name
        Of the file, for messages.

    Raises
    ------
    LawError
        When it is not TOML, or not a procedure.
    """
    remedy = "See docs/reference/procedure-file.md."
    try:
        table = _ProcedureTable.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise LawError(name, "", f"is not TOML: {error}", remedy) from None
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise LawError(name, place, f"{first['msg']}, got {first['input']!r}", remedy) from None
    values = table.model_dump(exclude={"form", "states", "repeat"})
    return Procedure(
        **values,
        states=tuple(State(**one.model_dump()) for one in table.states),
        repeat=_repeat(table.repeat),
    )


def _repeat(table: _RepeatTable) -> Repeat:
    precedents = tuple(Precedent(**one.model_dump()) for one in table.precedents)
    return Repeat(**{**table.model_dump(), "precedents": precedents})


def _home() -> Traversable:
    return files("formateur") / "data" / "procedures"
