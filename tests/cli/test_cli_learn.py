"""``formateur learn`` on what it cannot learn from."""

from __future__ import annotations

from pathlib import Path

import pytest
from past_tables import some_past_tables, write_past_tables

from formateur.cli import run


def refused(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str]:
    code = run(["learn", *map(str, words)])
    found = capsys.readouterr()
    assert found.out == ""
    return code, found.err


@pytest.mark.parametrize(
    ("until", "out", "told"),
    [
        ("soon", "new.json", "'soon' is not a day"),
        ("2015-01-01", "nowhere/new.json", "cannot be written"),
        ("2015-01-01", "new.json", "2 elections with polls and results were held before"),
    ],
)
def test_what_cannot_be_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], until: str, out: str, told: str
) -> None:
    data = write_past_tables(tmp_path / "tables", some_past_tables())
    path = tmp_path / out
    code, message = refused(capsys, "--data", data, "--until", until, "--out", path)
    assert code == 2
    assert told in message
    assert not path.exists()


def test_an_output_is_looked_at_before_any_table(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, message = refused(
        capsys, "--data", tmp_path / "none", "--until", "2015-01-01", "--out", tmp_path
    )
    assert code == 2
    assert "is a folder. Name a file to write." in message


def test_bad_tables_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tables = some_past_tables()
    tables["polls"][0]["fieldwork_end"] = "2013-02-30"
    data = write_past_tables(tmp_path / "tables", tables)
    out = tmp_path / "new.json"
    code, message = refused(capsys, "--data", data, "--until", "2015-01-01", "--out", out)
    assert code == 3
    assert "polls.csv, line 2, fieldwork_end: '2013-02-30' is not a day of the calendar" in message
