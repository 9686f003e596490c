from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from factories import a_list, an_election
from folder_cases import a_folder

from formateur.errors import DataError, UsageError
from formateur.facts import Election, Reading, Source
from formateur.folder import (
    builtin_elections,
    find_election,
    new_election,
    read_election,
    write_election,
)

VOTE = date(2030, 5, 20)


def without_lines(election: Election) -> Election:
    return replace(election, polls=tuple(replace(poll, line=0) for poll in election.polls))


def sound() -> Election:
    return replace(an_election(["a", "b"]), law="il-knesset", country="il")


@pytest.mark.parametrize("election", builtin_elections())
def test_built_in_elections_read_back(tmp_path: Path, election: str) -> None:
    wanted = read_election(find_election(election))
    write_election(wanted, tmp_path / "copy")
    assert without_lines(read_election(tmp_path / "copy")) == without_lines(wanted)


def test_files_without_content_are_left_out(tmp_path: Path) -> None:
    write_election(sound(), tmp_path / "new")
    assert {one.name for one in (tmp_path / "new").iterdir()} == {"election.toml", "polls.csv"}


def test_written_files_end_their_lines_alike(tmp_path: Path) -> None:
    write_election(read_election(a_folder(tmp_path / "a")), tmp_path / "b")
    for file in (tmp_path / "b").iterdir():
        assert b"\r" not in file.read_bytes()
        assert file.read_bytes().endswith(b"\n")


def test_sources_that_are_inherited_are_not_repeated(tmp_path: Path) -> None:
    own = Source("Own", "Wire")
    lists = (a_list("a"), replace(a_list("b"), source=own))
    write_election(replace(sound(), lists=lists), tmp_path / "new")
    text = (tmp_path / "new" / "election.toml").read_text(encoding="utf-8")
    assert text.count("source =") == 2
    assert read_election(tmp_path / "new").lists == lists


def test_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    inode = (tmp_path / "new").stat().st_ino
    write_election(sound(), tmp_path / "new")
    assert read_election(tmp_path / "new").id == "xx-2030"
    assert (tmp_path / "new").stat().st_ino == inode


@pytest.mark.parametrize("make", [write_election, new_election])
def test_folder_with_files_is_left_alone(tmp_path: Path, make: object) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(UsageError, match="is not empty"):
        start(make, tmp_path)
    assert [one.name for one in tmp_path.iterdir()] == ["file"]
    assert (tmp_path / "file").read_text() == "mine"


@pytest.mark.parametrize("make", [write_election, new_election])
def test_file_is_left_alone(tmp_path: Path, make: object) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(UsageError, match="is not a folder"):
        start(make, tmp_path / "file")
    assert (tmp_path / "file").read_text() == "mine"


@pytest.mark.parametrize("make", [write_election, new_election])
@pytest.mark.parametrize("empty", [True, False])
def test_nothing_stays_when_writing_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make: object, *, empty: bool
) -> None:
    if empty:
        (tmp_path / "new").mkdir()

    def full_after_one(path: Path, text: str, **how: str) -> int:
        if list(path.parent.iterdir()):
            raise OSError(28, "No space left on device")
        return path.write_bytes(text.encode(how["encoding"]))

    monkeypatch.setattr(Path, "write_text", full_after_one)
    with pytest.raises(UsageError, match="No space left on device"):
        start(make, tmp_path / "new")
    assert [one.name for one in tmp_path.rglob("*")] == ["new"] * empty


def test_nothing_stays_when_moving_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "new").mkdir()
    rename = Path.rename

    def fail_on_polls(path: Path, target: Path) -> Path:
        if path.name == "polls.csv":
            raise OSError(5, "Input/output error")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", fail_on_polls)
    with pytest.raises(UsageError, match="Input/output error"):
        write_election(sound(), tmp_path / "new")
    assert [one.name for one in tmp_path.rglob("*")] == ["new"]


def test_folder_above_must_exist(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be written"):
        write_election(sound(), tmp_path / "a" / "b")


@pytest.mark.parametrize("name", ["a\0b", "a" * 300])
def test_path_that_cannot_be(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError):
        write_election(sound(), tmp_path / name)


def test_facts_that_no_folder_can_hold_are_refused(tmp_path: Path) -> None:
    election = read_election(a_folder(tmp_path / "a"))
    (poll,) = election.polls
    stranger = replace(poll, readings={"gesher": Reading("percent", 5.0)})
    for polls in ((replace(poll, pollster=""),), (stranger,)):
        with pytest.raises(DataError):
            write_election(replace(election, polls=polls), tmp_path / "b")
    assert [one.name for one in tmp_path.iterdir()] == ["a"]


def test_own_law_is_left_to_the_caller(tmp_path: Path) -> None:
    write_election(an_election(["a"]), tmp_path / "new")
    text = (tmp_path / "new" / "election.toml").read_text(encoding="utf-8")
    assert 'law = "law.toml"' in text


def start(make: object, path: Path) -> None:
    if make is write_election:
        write_election(sound(), path)
    else:
        new_election(path, VOTE)
