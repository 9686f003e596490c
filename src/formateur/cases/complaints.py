"""What pydantic finds wrong in ``case.json``, told as problems of that file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from formateur.cases.case_json import MOST, CaseDocument, Facts, ThresholdFacts
from formateur.folder.problem_log import ProblemLog
from formateur.folder.suggestion import nearest, suggest
from formateur.folder.toml_document import KeyPath, TomlDocument

PROSE = ("_source", "_note")
"""Endings of keys that are for people."""

_WRONG_KIND = {
    "int_type": ("is not a whole number", "Write digits only, without quotes."),
    "greater_than_equal": ("is too small", "Write a number from {ge} up."),
    "less_than_equal": ("is too large", f"Write a number up to {MOST:,}, without separators."),
    "string_type": ("is not a text", "Put it in quotes."),
    "string_too_short": ("is empty", "Fill it in, or remove it."),
    "list_type": ("is not an array", 'Write it as in ["A", "B"].'),
    "dict_type": ("is not an object", 'Write it as in {{"A": 1, "B": 2}}.'),
    "model_type": ("is not an object", "Write its keys in braces: {{ … }}."),
    "too_short": ("holds too few entries", "Name at least {min_length}."),
    "missing": ("is required and not there", "Add it; see the reference on allocation cases."),
}


def validate(document: TomlDocument, log: ProblemLog) -> tuple[CaseDocument | None, Facts]:
    """Return the document as a model, and the facts that can be used.

    The document is ``None``, and the log holds errors, when it does not fit.
    """
    _warn_of_unknown(document, log)
    try:
        content = CaseDocument.model_validate(document.top.values)
    except ValidationError as error:
        details = error.errors(include_url=False)
        for detail in details:
            _report(detail, document, log)
        return None, _sound_facts(document, details)
    return content, content.facts


def _sound_facts(document: TomlDocument, details: Sequence[ErrorDetails]) -> Facts:
    """Return the facts without those that are wrong, so that the others can be checked further."""
    found = document.top.values.get("facts")
    wrong = {key for detail in details for key in detail["loc"][:2]}
    given = found.items() if isinstance(found, Mapping) else ()
    return Facts.model_validate({k: v for k, v in given if k not in wrong and v is not None})


def field_of(path: KeyPath) -> str:
    """Return the keys of a path for people: ``facts.magnitudes.Wien``."""
    return ".".join(part for part in path if isinstance(part, str))


def _report(detail: ErrorDetails, document: TomlDocument, log: ProblemLog) -> None:
    path = tuple(part for part in detail["loc"] if part != "[key]")
    context = detail.get("ctx", {})
    if detail["type"] == "flaw":
        reason, remedy = context["reason"], context["remedy"]
    else:
        reason, remedy = _WRONG_KIND.get(detail["type"], (detail["msg"], "Correct it."))
    shown = "" if detail["type"] == "missing" else _shown(detail["input"])
    log.error(document.line(path), field_of(path), shown, reason, remedy.format(**context))


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int) and abs(value) > 10**30:  # Python writes out only some thousand
        return "…"
    return str(value) if isinstance(value, str | int | Decimal) else ""


def _warn_of_unknown(document: TomlDocument, log: ProblemLog) -> None:
    """Warn of facts that nothing reads, and of keys at the top that look like what is read."""
    top = document.top.values
    facts = top.get("facts")
    given = facts if isinstance(facts, Mapping) else {}
    for key in top:
        if key in Facts.model_fields and key not in given:
            reason = "has an effect only inside facts"
            log.warning(document.line((key,)), key, "", reason, "Move it there.")
        elif key not in CaseDocument.model_fields and (
            meant := nearest(key, CaseDocument.model_fields, likeness=0.8)
        ):
            reason = "is not looked at"
            log.warning(document.line((key,)), key, "", reason, f"Did you mean {meant!r}?")
    tables = given.get("threshold_facts")
    _warn_of_keys(("facts",), given, Facts, document, log)
    for index, table in enumerate(tables if isinstance(tables, list) else ()):
        path = ("facts", "threshold_facts", index)
        _warn_of_keys(path, table, ThresholdFacts, document, log)


def _warn_of_keys(
    path: KeyPath, table: object, model: type[BaseModel], document: TomlDocument, log: ProblemLog
) -> None:
    otherwise = f"let its name end in {' or '.join(PROSE)} if it is only for people"
    for key in table if isinstance(table, Mapping) else ():
        if key not in model.model_fields and not key.endswith(PROSE):
            reason = "is not a known fact and has no effect"
            remedy = suggest(key, model.model_fields, otherwise)
            log.warning(document.line((*path, key)), field_of((*path, key)), "", reason, remedy)
