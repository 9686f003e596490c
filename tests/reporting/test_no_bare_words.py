"""Nothing is said to people in words that no translator sees.

A heuristic: in the modules that write for people, a text literal of several words is either inside
a call that says it (`say`, `message` and their like), or in a docstring, or in a short list.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import formateur

PACKAGE = Path(formateur.__file__).parent
SAID_BY = {"say", "say_many", "message", "message_many"}
DATA = {"Field", "Option", "UsageError", "DataError", "LawError", "sign_of_life"}
"""Calls whose texts are read by programs, or are errors, which stay in English."""

IN_DOCUMENTS = {"whoever holds it now", "the head of the largest list"}
"""Words of a document that the view says in its own way."""

UNTRANSLATED = {
    "draws_file.py", "record.py", "schema.py", "schema_account.py", "schema_record.py",
    "formation_schema.py", "allocation_schema.py", "changes_schema.py", "messages.py",
    "events_document_schema.py", "events_schema.py", "events_campaign_schema.py",
    "motion_schema.py", "events_document.py",
    "motion_document.py", "calendar_document.py", "motion_csv.py", "events_csv.py",
    "table.py", "table_account.py", "allocation_csv.py", "changes_csv.py",
}  # fmt: skip
"""Modules that write data, which is the same in every language, and errors."""

MODULES = sorted(
    path
    for path in (
        *(PACKAGE / "reporting").glob("*.py"),
        *(PACKAGE / "reporting" / "view").glob("*.py"),
        PACKAGE / "evaluation" / "table.py",
        *(PACKAGE / "cli" / f"{one}.py" for one in ("elections", "polls", "score", "compare")),
    )
    if path.name not in UNTRANSLATED
)

SEVERAL_WORDS = re.compile(r"[A-Za-z]{2,}[^\w]* [^\w]*[A-Za-z]{2,}")


def bare(tree: ast.Module) -> Iterator[ast.Constant]:
    """Yield texts of several words that nobody says."""
    fine = {id(one) for one in _docstrings(tree)} | {id(one) for one in _said(tree)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
            continue
        if SEVERAL_WORDS.search(node.value) and id(node) not in fine:
            yield node


def _docstrings(tree: ast.Module) -> Iterator[ast.AST]:
    """Yield every text that is a statement of its own: docstrings of modules and constants too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            yield node.value


def _said(tree: ast.Module) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node.func) in SAID_BY | DATA:
            for argument in (*node.args, *(one.value for one in node.keywords)):
                yield from ast.walk(argument)


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('"""Some docstring here."""\nx = say("Most seats go to {lists}.")', 0),
        ('x = Text("Most seats go somewhere")', 1),
        ('x = f"{a} of the polls used"', 1),
        ('x = "likud"', 0),
        ('x = words.told(message("All of them"))', 0),
    ],
)
def test_the_heuristic_tells_what_is_bare(code: str, found: int) -> None:
    assert len(list(bare(ast.parse(code)))) == found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_every_sentence_is_said_in_a_language(path: Path) -> None:
    found = bare(ast.parse(path.read_text(encoding="utf-8")))
    assert [(one.lineno, one.value) for one in found if one.value not in IN_DOCUMENTS] == []
