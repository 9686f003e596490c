"""Every command that the README shows is run, and its output compared with what is shown.

In a ``console`` block a line that begins with ``$`` is a command; the lines below it are its
output, where a line ``…`` stands for any number of lines. ``make run`` and ``make test`` are run by
the continuous integration instead: they set up the environment that this test runs in.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

README = Path(__file__).parent.parent / "README.md"
ELLIPSIS = "…"


def shown_commands() -> list[tuple[str, list[str]]]:
    found: list[tuple[str, list[str]]] = []
    for block in re.findall(r"```console\n(.*?)```", README.read_text("utf-8"), re.DOTALL):
        for line in block.splitlines():
            if line.startswith("$ "):
                found.append((line[2:], []))
            else:
                found[-1][1].append(line)
    return found


def matches(shown: list[str], printed: list[str]) -> bool:
    """Whether the printed lines are the shown ones, with any lines for each ellipsis."""
    if not shown:
        return not printed
    if shown[0] == ELLIPSIS:
        return any(matches(shown[1:], printed[k:]) for k in range(len(printed) + 1))
    return (
        bool(printed)
        and shown[0].rstrip() == printed[0].rstrip()
        and matches(shown[1:], printed[1:])
    )


def test_matching_can_fail() -> None:
    assert matches(["a", "…", "d"], ["a", "b", "c", "d"])
    assert not matches(["a", "c"], ["a", "b"])
    assert not matches(["a"], ["a", "b"])


def test_the_readme_shows_commands_and_opens_with_the_flagship() -> None:
    commands = [command for command, _ in shown_commands()]
    assert commands[0] == "formateur forecast il-2019-09 --as-of 2019-09-14"


def test_the_example_in_python_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (example,) = re.findall(r"```python\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    names: dict[str, Any] = {}
    exec(compile(example, "README.md", "exec"), names)  # noqa: S102 - our own text
    kept = names["forecast"].parliament.where(names["likud_first"])
    assert 0 < len(kept) < len(names["forecast"].parliament)
    assert (kept["likud"] > kept["blue_white"]).all()
    assert (tmp_path / "knesset.html").is_file()


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for all commands, in the order of the README: later ones may use earlier files."""
    return tmp_path_factory.mktemp("readme")


@pytest.mark.parametrize(("command", "shown"), shown_commands(), ids=lambda value: str(value)[:60])
def test_command_prints_what_the_readme_shows(
    command: str, shown: list[str], workplace: Path
) -> None:
    binaries = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        shlex.split(command),
        cwd=workplace,
        env={**os.environ, "PATH": binaries},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    while shown and not shown[-1]:
        shown.pop()
    printed = done.stdout.rstrip("\n").splitlines()
    assert matches(shown, printed), "\n".join(printed)
