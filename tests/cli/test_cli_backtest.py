"""``formateur backtest votes`` and ``formateur leaderboard`` as users have them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from past_tables import some_past_tables, write_past_tables

from formateur.cli import run as run_here
from formateur.evaluation import backtest as backtests

SHARED = Path(__file__).parents[2] / ".." / "shared" / "data"


def run(*words: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "formateur", *map(str, words)],
        env=os.environ,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_past_tables(tmp_path_factory.mktemp("tables"), some_past_tables())


@pytest.mark.slow
def test_from_tables_to_the_leaderboard(data: Path, tmp_path: Path) -> None:
    out, page = tmp_path / "rows.csv", tmp_path / "board.html"
    done = run("backtest", "votes", "--data", data, "--out", out, "--days", "1, 7", "--jobs", 1)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == f"{out}: 12 forecasts of 12 asked for.\n"
    assert len(out.read_text(encoding="utf-8").splitlines()) == 1 + 2 * 3 * (3 + 4)
    shown = run("leaderboard", out, "--html", page)
    assert shown.returncode == 0, shown.stderr
    assert "2 elections, 2010 to 2014; models: reference, koala, state-space" in shown.stdout
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    table = run("leaderboard", out, "--format", "csv", "--since", 2011)
    assert table.stdout.splitlines()[0].startswith("selection,by,group,days_before,model")
    assert ",xx," in table.stdout


def refused(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str]:
    code = run_here([str(word) for word in words])
    found = capsys.readouterr()
    assert found.out == ""
    return code, found.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--models", "tarot"), "no model 'tarot'"),
        (("--days", "soon"), "--days: 'soon' is not a whole number"),
        (("--days", "0"), "0 days before the vote cannot be"),
        (("--days", ","), "no days are given"),
        (("--draws", "1"), "1 draws cannot be: give 2 to"),
        (("--seed", "-1"), "is no seed"),
        (("--jobs", "0"), "0 processes cannot be"),
        (("--election", "xx-1999"), "no election 'xx-1999'"),
        (("--jobs", "2", "--cluster", "tcp://x"), "exclude each other"),
    ],
)
def test_what_cannot_be_is_refused(
    data: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    words: tuple[str, ...],
    told: str,
) -> None:
    out = tmp_path / "rows.csv"
    code, message = refused(capsys, "backtest", "votes", "--data", data, "--out", out, *words)
    assert code == 2
    assert told in message
    assert list(tmp_path.iterdir()) == []


def test_an_output_that_cannot_be_written_is_told_before_the_work(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "nowhere" / "rows.csv"
    code, message = refused(capsys, "backtest", "votes", "--data", data, "--out", out)
    assert code == 2
    assert "cannot be written" in message


def test_bad_tables_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tables = some_past_tables()
    for row in tables["poll_values"]:
        row["value"] = "many"
    folder = write_past_tables(tmp_path / "tables", tables)
    out = tmp_path / "rows.csv"
    code, message = refused(capsys, "backtest", "votes", "--data", folder, "--out", out)
    assert code == 3
    assert "poll_values.csv, line 2, value: 'many' is not a number" in message
    assert "And 3 more; correct these first." in message


def test_an_interrupted_backtest_says_how_to_go_on(
    data: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(backtests, "backtest_votes", stopped)
    out = tmp_path / "rows.csv"
    code, message = refused(capsys, "backtest", "votes", "--data", data, "--out", out)
    assert code == 130
    assert f"{out}.journal; the same command goes on from there." in message


@pytest.mark.slow
@pytest.mark.skipif(not SHARED.is_dir(), reason="the tables of past elections are not there")
def test_real_elections(tmp_path: Path) -> None:
    out = tmp_path / "rows.csv"
    chosen = ("de-2013", "gb-2019", "nl-2021", "se-2018", "gb-1970")
    elections = [word for one in chosen for word in ("--election", one)]
    done = run("backtest", "votes", "--data", SHARED, "--out", out, "--days", 7, *elections)
    assert done.returncode == 0, done.stderr
    # before 1970 neither the reference nor the state-space model has learned anything
    assert "13 forecasts of 15" in done.stderr
    text = out.read_text(encoding="utf-8")
    assert "de-2013,7,2013-09-15,reference,cdu-csu,41.5," in text
    assert "nl-2021,7,2021-03-10,koala,vvd,21.87," in text
    assert run("leaderboard", out).returncode == 0
