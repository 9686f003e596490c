"""The modules of the page as one script, which can stand in a page that is a single file."""

from __future__ import annotations

import re
from collections.abc import Mapping
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
    "parliament",
    "suppose",
    "build",
    "vote",
    "review",
    "play",
    "draw_chart",
    "pictures",
    "explain",
    "share",
    "ask",
)
"""In an order in which each imports only from those before it."""

_IMPORT = re.compile(r'^import (\{[^}]*\}) from "\./(\w+)\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:const|function|class) (\w+))", re.MULTILINE)
_REMARK = re.compile(r"^\s*/\*\*(?:(?!\*/).)*\*/\n", re.MULTILINE | re.DOTALL)
_LINE_REMARK = re.compile(r"^\s*//.*\n", re.MULTILINE)
_INDENT = re.compile(r"^[ ]+", re.MULTILINE)
"""No module has a text of several lines, so indents mean nothing."""


@cache
def page_script() -> str:
    """Return all modules as one, bare of remarks; each sees of the others what it imports."""
    return joined({one: source(one) for one in MODULES})


def joined(modules: Mapping[str, str]) -> str:
    r"""Join modules, each in a function of its own, as one that stands alone.

    Parameters
    ----------
    modules
        Text by name, each importing only from those before it.

    Examples
    --------
    >>> print(joined({"a": "export const one = 1;\n", "b": 'import { one } from "./a.js";\n'}))
    {
    const modules = {};
    modules.a = (() => {
    const one = 1;
    return { one };
    })();
    modules.b = (() => {
    const { one } = modules.a;
    return {  };
    })();
    }
    <BLANKLINE>
    """
    return "".join(
        ("{\nconst modules = {};\n", *(_in_function(*one) for one in modules.items()), "}\n")
    )


def _in_function(name: str, text: str) -> str:
    for pattern in (_REMARK, _LINE_REMARK, _INDENT):
        text = pattern.sub("", text)
    exported = ", ".join(_EXPORT.findall(text))
    text = _EXPORT.sub("", _IMPORT.sub(r"const \1 = modules.\2;\n", text))
    return f"modules.{name} = (() => {{\n{text}return {{ {exported} }};\n}})();\n"


def source(module: str) -> str:
    """Return the text of a module."""
    path = files("formateur.reporting.page") / "modules" / f"{module}.js"
    return path.read_text(encoding="utf-8")
