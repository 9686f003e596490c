"""What pydantic finds wrong in a TOML file, told as problems of that file."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, time
from typing import TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from formateur.folder.problem_log import ProblemLog
from formateur.folder.suggestion import suggest
from formateur.folder.toml_document import KeyPath, TomlDocument
from formateur.folder.toml_types import MEANINGS

Model = TypeVar("Model", bound=BaseModel)

MOST_SHOWN = 10**30
"""Python refuses to write out numbers of thousands of digits, which TOML may hold."""

_WRONG_KIND = {
    "string_type": ("is not a text", "Put it in quotes."),
    "date_type": ("is not a date", "Write a date without quotes and time, as in 2019-09-17."),
    "list_type": ("is not an array", 'Put it in square brackets, as in ["likud", "shas"].'),
    "dict_type": ("is not a table", 'Write it as in { he = "…" }.'),
    "model_type": ("is not a table", "Begin it with its name in brackets, on its own line."),
    "string_too_short": ("is empty", "Fill it in; it is required."),
}


def validate(document: TomlDocument, model: type[Model], log: ProblemLog) -> Model | None:
    """Return the document as a model; ``None``, and errors in the log, when it does not fit."""
    try:
        return model.model_validate(document.top.values)
    except ValidationError as error:
        for detail in error.errors(include_url=False, include_context=True):
            _report(detail, document, model, log)
        return None


def _report(
    detail: ErrorDetails, document: TomlDocument, model: type[BaseModel], log: ProblemLog
) -> None:
    path = tuple(part for part in detail["loc"] if part != "[key]")
    field = ".".join(part for part in path if isinstance(part, str))
    reason, remedy = _wording(detail, path, model)
    log.error(document.line(path), field, _shown(detail), reason, remedy)


def _wording(detail: ErrorDetails, path: KeyPath, model: type[BaseModel]) -> tuple[str, str]:
    """Return what is wrong, and the remedy."""
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "missing":
        return "the key is required and not there", f"Add a line {path[-1]} = …"
    if kind == "extra_forbidden":
        return "is not a key of this table", suggest(
            str(path[-1]), _keys_at(model, path), "remove it"
        )
    if kind == "string_pattern_mismatch":
        meaning, _, remedy = MEANINGS[str(context["pattern"])].partition("; ")
        return f"is not {meaning}", f"{remedy[0].upper()}{remedy[1:]}."
    if kind == "literal_error":
        return "is not a word that may stand here", f"Write {context['expected']}."
    if kind in {"too_short", "too_long"}:
        wanted = context["min_length" if kind == "too_short" else "max_length"]
        return f"holds {context['actual_length']} entries; wanted: {wanted}", "Correct it."
    return _WRONG_KIND.get(kind, (detail["msg"], "See the documentation of the election folder."))


def _shown(detail: ErrorDetails) -> str:
    value = detail["input"]
    if detail["type"] == "extra_forbidden":
        return str(detail["loc"][-1])
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int) and abs(value) > MOST_SHOWN:
        return "…"
    if isinstance(value, str | int | float | date | time) and detail["type"] != "missing":
        return str(value)
    return ""


def _keys_at(model: type[BaseModel], path: KeyPath) -> Collection[str]:
    """Return the keys that the table around `path` may have."""
    for part in path[:-1]:
        if isinstance(part, str):
            model = _inner(model, part)
    return {field.alias or name for name, field in model.model_fields.items()}


def _inner(model: type[BaseModel], key: str) -> type[BaseModel]:
    for name, field in model.model_fields.items():
        if (field.alias or name) == key:
            found: type[BaseModel] = get_args(field.annotation)[0]
            return found
    raise KeyError(key)
