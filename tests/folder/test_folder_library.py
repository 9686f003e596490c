from __future__ import annotations

import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from folder_cases import a_folder

import formateur.folder
from formateur.errors import UsageError
from formateur.facts import as_of
from formateur.folder import builtin_elections, find_election, open_election


def test_built_in_elections_carry_their_ids() -> None:
    assert "il-2019-09" in builtin_elections()
    for name in builtin_elections():
        election, law = open_election(name)
        assert election.id == name
        assert law.id == election.law


@pytest.mark.parametrize("name", ["il-2019-04", "il-2019-09", "il-2020", "il-2021"])
def test_lists_known_by_their_letters_are_unknown_before_lists_closed(name: str) -> None:
    election, _ = open_election(name)
    closed = next(step.date for step in election.calendar if step.step == "lists-close")

    def by_letters(days: int) -> int:
        known = as_of(election, closed + timedelta(days=days)).lists
        return sum(one.id.startswith("letters_") for one in known)

    assert by_letters(-1) == 0
    assert by_letters(0) >= 19


def test_folder_is_found_by_its_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = a_folder(tmp_path / "mine")
    assert find_election(str(folder)) == folder
    monkeypatch.chdir(tmp_path)
    assert find_election("mine").resolve() == folder
    monkeypatch.chdir(folder)
    assert find_election(".").resolve() == folder


def test_built_in_election_hides_a_folder_without_a_separator(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = a_folder(tmp_path / "il-2019-09")
    monkeypatch.chdir(tmp_path)
    assert find_election("il-2019-09").resolve() != folder
    assert find_election("./il-2019-09").resolve() == folder


def test_unknown_election_is_told_with_the_nearest() -> None:
    with pytest.raises(UsageError) as raised:
        find_election("il-2019-9")
    for part in ("'il-2019-9'", "'il-2019-0", "formateur elections", "formateur new"):
        assert part in str(raised.value)
    assert raised.value.exit_code == 2


def test_the_beginning_of_a_name_brings_all_that_begin_so() -> None:
    with pytest.raises(UsageError, match="Did you mean 'il-2019-04' or 'il-2019-09'"):
        find_election("il-2019")


@pytest.mark.parametrize("name", ["", "a/b", "a\0b", "x" * 5000, "/nowhere/il-2019-09"])
def test_name_that_is_nothing(name: str) -> None:
    with pytest.raises(UsageError, match="formateur elections"):
        find_election(name)


def test_file_is_no_election(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="is not a folder"):
        find_election(str(tmp_path / "file"))


def test_public_names() -> None:
    assert sorted(formateur.folder.__all__) == formateur.folder.__all__
    assert all(hasattr(formateur.folder, name) for name in formateur.folder.__all__)


@pytest.mark.parametrize("module", ["numba", "numpy", "pydantic"])
def test_heavy_libraries_wait_until_there_is_work(module: str) -> None:
    program = f"import formateur, formateur.cli.app, sys; sys.exit({module!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
