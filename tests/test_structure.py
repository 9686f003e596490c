"""The shape of the code and of the repository: budgets, import contract, versions, clean files."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from importlinter.cli import lint_imports

import formateur

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "formateur"
MODULES = sorted(PACKAGE.rglob("*.py"))
MOST_LINES_OF_FILE = 300
MOST_LINES_OF_FUNCTION = 40
MOST_FUNCTIONS = 15
MOST_POSITIONAL = 5

Function = ast.FunctionDef | ast.AsyncFunctionDef
Documented = Function | ast.ClassDef


def module_id(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


each_module = pytest.mark.parametrize("path", MODULES, ids=module_id)


def functions(tree: ast.AST) -> list[Function]:
    return [node for node in ast.walk(tree) if isinstance(node, Function)]


def lines_without_docstring(function: Function) -> int:
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    if ast.get_docstring(function, clean=False) is None:
        return lines
    docstring = function.body[0]
    return lines - ((docstring.end_lineno or docstring.lineno) - docstring.lineno + 1)


def positional(function: Function) -> list[str]:
    names = [one.arg for one in (*function.args.posonlyargs, *function.args.args)]
    return names[1:] if names[:1] in (["self"], ["cls"]) else names


def unannotated(function: Function) -> list[str]:
    args = function.args
    every = [*args.posonlyargs, *args.args, *args.kwonlyargs, args.vararg, args.kwarg]
    missing = [one.arg for one in every if one is not None and one.annotation is None]
    missing = [one for one in missing if one not in ("self", "cls")]
    return missing if function.returns is not None else [*missing, "return"]


def public(tree: ast.Module | ast.ClassDef) -> Iterator[Documented]:
    """Public functions and classes, and the public methods of the classes."""
    for node in tree.body:
        if isinstance(node, Documented) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from public(node)


@each_module
def test_file_keeps_its_budget(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    found = functions(ast.parse(text))
    assert len(text.splitlines()) <= MOST_LINES_OF_FILE
    assert len(found) <= MOST_FUNCTIONS
    long = {one.name: lines_without_docstring(one) for one in found}
    assert {name: n for name, n in long.items() if n > MOST_LINES_OF_FUNCTION} == {}
    wide = {one.name: len(positional(one)) for one in found}
    assert {name: n for name, n in wide.items() if n > MOST_POSITIONAL} == {}


@each_module
def test_signatures_are_annotated_and_public_names_documented(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert {one.name: unannotated(one) for one in functions(tree) if unannotated(one)} == {}
    assert ast.get_docstring(tree), "the module says what it is for"
    assert [one.name for one in public(tree) if not ast.get_docstring(one)] == []


def test_budgets_are_measured_as_they_are_meant() -> None:
    """The measures themselves, on a function whose figures are known."""
    source = (
        'class A:\n    def f(self, a, b: int, *, c=1) -> None:\n        """X.\n\n        Y."""\n'
    )
    function = functions(ast.parse(source))[0]
    assert lines_without_docstring(function) == 1
    assert positional(function) == ["a", "b"]
    assert unannotated(function) == ["a", "c"]


def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def layers() -> list[set[str]]:
    (contract,) = project()["tool"]["importlinter"]["contracts"]
    return [set(layer.replace(" ", "").split("|")) for layer in contract["layers"]]


def test_data_moves_one_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert lint_imports(no_cache=True) == 0


def test_every_package_has_its_place_in_the_layers() -> None:
    placed = {name.removeprefix("formateur.") for layer in layers() for name in layer}
    present = {path.stem for path in PACKAGE.glob("*.py")}
    present |= {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert present - placed <= {"__init__", "__main__"}


def names(requirements: Iterable[str]) -> set[str]:
    return {re.split(r"[^A-Za-z0-9-]", one)[0] for one in requirements}


def dependencies() -> set[str]:
    settings = project()
    extras = settings["project"]["optional-dependencies"].values()
    asked = [*settings["project"]["dependencies"], *settings["build-system"]["requires"]]
    return names([*asked, *(one for extra in extras for one in extra)])


def imported(path: Path) -> set[str]:
    """Top-level names of what a module imports, in its functions too."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {one.name.partition(".")[0] for one in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.partition(".")[0])
    return found


EXTRAS_OF_THE_PRODUCT = {
    "cluster": "evaluation/backtest/cluster.py",
    "images": "reporting/charts/images.py",
    "story": "story/html_text.py",
    "web": "web/server/",
}
"""What an extra brings along is imported in one file or folder only."""

IMPORTED_AS = {"vl-convert-python": "vl_convert"}
"""Packages that are imported under another name."""


@each_module
def test_imports_are_declared(path: Path) -> None:
    """What only the test environment brings along would be missing for users."""
    declared = names(project()["project"]["dependencies"])
    declared.add("pydantic_core")  # the compiled half of pydantic, which pins it
    for extra, file in EXTRAS_OF_THE_PRODUCT.items():
        if module_id(path).startswith(file):
            brought = names(project()["project"]["optional-dependencies"][extra])
            declared |= {IMPORTED_AS.get(one, one) for one in brought}
    assert imported(path) - sys.stdlib_module_names - declared <= {"formateur"}


def test_every_dependency_is_locked() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if not line.startswith("#")]
    assert [pin for pin in pins if not re.fullmatch(r"[\w.-]+==[\w.+!]+", pin)] == []
    locked = {pin.partition("==")[0].lower().replace("_", "-") for pin in pins}
    assert dependencies() - locked == set()


def test_every_dependency_says_why() -> None:
    text = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    explained = set(re.findall(r"^\| ([a-z0-9-]+) \| \S", text, flags=re.MULTILINE))
    assert explained == dependencies()


def test_version_is_the_same_everywhere() -> None:
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert project()["project"]["version"] == formateur.__version__
    assert f"\nversion: {formateur.__version__}\n" in citation
    assert formateur.__version__ in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def repository_files() -> Iterator[Path]:
    """Files of the repository, as opposed to what tools leave in it."""
    left_by_tools = {"__pycache__", "_build", "build", "dist", "report.html"}
    for top in ROOT.iterdir():
        if top.name in left_by_tools or top.name == ".git":  # a file in a second working tree
            continue
        if top.is_dir() and top.name.startswith(".") and top.name != ".ci":
            continue
        below = top.rglob("*") if top.is_dir() else [top]
        yield from (one for one in below if one.is_file() and not left_by_tools & {*one.parts})


@pytest.mark.parametrize("name", ["README.md", "LICENSE", "CHANGELOG.md", "CONTRIBUTING.md"])
def test_a_reader_finds(name: str) -> None:
    assert (ROOT / name).read_text(encoding="utf-8").strip()


def test_no_file_names_a_path_of_one_machine() -> None:
    path_of_a_machine = re.compile(rb"(?<![\w.%/-])/(?:home|Users|root|work)/\w|[A-Z]:\\Users\\")
    found = [one for one in repository_files() if path_of_a_machine.search(one.read_bytes())]
    assert [one.relative_to(ROOT).as_posix() for one in found] == []
