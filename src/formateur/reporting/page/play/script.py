"""The modules of play as one script, which can stand in a page that is a single file."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

MODULES = (
    "draws",
    "condition",
    "coalition",
    "motion",
    "words",
    "house",
    "heads",
    "formation",
    "scenario",
    "compare",
    "speech",
    "dots",
    "live",
    "panels",
    "suppose",
    "build",
    "vote",
    "review",
    "play",
)
"""In an order in which each imports only from those before it."""

_IMPORT = re.compile(r"^import [^;]*;\n", re.MULTILINE)
_EXPORT = re.compile(r"^export ", re.MULTILINE)
_REMARK = re.compile(r"^\s*/\*\*(?:(?!\*/).)*\*/\n", re.MULTILINE | re.DOTALL)
_LINE_REMARK = re.compile(r"^\s*//.*\n", re.MULTILINE)


@cache
def play_script() -> str:
    """Return all modules as one, without remarks; what each exports, all of them see.

    They stand in a block, so that nothing that stands beside them sees their names.
    """
    return "{\n" + "".join(_bare(source(one)) for one in MODULES) + "}\n"


def source(module: str) -> str:
    """Return the text of a module."""
    path = files("formateur.reporting.page") / "modules" / f"{module}.js"
    return path.read_text(encoding="utf-8")


def _bare(text: str) -> str:
    for pattern in (_IMPORT, _REMARK, _LINE_REMARK):
        text = pattern.sub("", text)
    return _EXPORT.sub("", text)
