"""Directive ``record-tables``: every Pydantic record of a module as a table of its fields.

The page is made from the code that writes the document, so the two cannot differ.
"""

from __future__ import annotations

import inspect
import types
from importlib import import_module
from typing import Annotated, Literal, Union, get_args, get_origin

from docutils import nodes
from pydantic import BaseModel
from pydantic.fields import FieldInfo
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

_WORDS = {
    "str": "text",
    "float": "number",
    "Fraction": "number",
    "int": "whole number",
    "bool": "true or false",
    "NoneType": "null",
}
"""What kinds of values are called in JSON."""


class RecordTables(SphinxDirective):
    """Insert one section per record, the last one of the module first: it holds the others."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the sections."""
        module = import_module(self.arguments[0])
        records = [one for one in vars(module).values() if _is_record(one, module.__name__)]
        text = "\n\n".join(_section(one) for one in reversed(records))
        return self.parse_text_to_nodes(text, allow_section_headings=True)


def _is_record(value: object, module: str) -> bool:
    if not (inspect.isclass(value) and issubclass(value, BaseModel)):
        return False
    return value.__module__ == module and bool(value.model_fields)


def _section(record: type[BaseModel]) -> str:
    rows = [_row(one.alias or name, one) for name, one in record.model_fields.items()]
    head = f"## {record.__name__}\n\n{inspect.getdoc(record)}\n\n| key | value | |\n|---|---|---|\n"
    return head + "\n".join(rows)


def _row(key: str, field: FieldInfo) -> str:
    return f"| `{key}` | {_told(field.annotation)} | {field.description or ''} |"


def _told(kind: object) -> str:
    """Say what JSON holds: ``list of SourcePart``, ``text or null``."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _told(inner[0])
    if origin is Literal:
        return ", ".join(f"`{one}`" for one in inner)
    if origin in (types.UnionType, Union):
        return " or ".join(_told(one) for one in inner)
    if origin in (list, tuple):
        return f"list of {_told(inner[0])}"
    if origin is dict:
        return f"object, its values {_told(inner[1])}"
    name = getattr(kind, "__name__", str(kind))
    return _WORDS.get(name, name)


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the directive."""
    app.add_directive("record-tables", RecordTables)
    return {"parallel_read_safe": True}
