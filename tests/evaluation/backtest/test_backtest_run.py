"""Backtests of made-up tables: rows, seeds, going on after a stop."""

from __future__ import annotations

import csv
from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from io import StringIO
from pathlib import Path

import pytest
from past_tables import some_past_tables, write_past_tables

from formateur.errors import UsageError
from formateur.evaluation.backtest import Design, backtest_votes, joint_of, journal_of
from formateur.evaluation.backtest.rows import JOINT_COLUMNS, LIST_COLUMNS
from formateur.evaluation.backtest.task import Outcome

DESIGN = Design(days=(1, 7, 30), models=("koala", "reference"), draws=200)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return write_past_tables(tmp_path / "tables", some_past_tables())


def silent(done: int, total: int) -> None:
    """Progress that nobody watches."""


def run(data: Path, out: Path, design: Design = DESIGN, executor: Executor | None = None) -> str:
    with executor or ThreadPoolExecutor(1) as pool:
        backtest_votes(data, design, out, pool, silent)
    return out.read_text(encoding="utf-8")


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text)))


def test_one_row_for_every_election_day_model_and_list(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "rows.csv"
    found = rows(run(data, out))
    assert tuple(found[0]) == LIST_COLUMNS
    keys = [(r["election_id"], int(r["days_before"]), r["model"], r["party_id"]) for r in found]
    assert keys == sorted(keys)
    assert {key[:3] for key in keys} == {
        *(("xx-2010", days, model) for days in (1, 7) for model in ("koala", "reference")),
        *(("xx-2014", days, model) for days in (1, 7, 30) for model in ("koala", "reference")),
    }
    assert [key[3] for key in keys if key[:3] == ("xx-2014", 1, "koala")] == ["ab", "c", "d"]
    first = found[0]
    assert (first["as_of"], first["result"]) == ("2010-05-31", "30")
    joint = rows(joint_of(out).read_text(encoding="utf-8"))
    assert tuple(joint[0]) == JOINT_COLUMNS
    assert len(joint) == 10
    assert not journal_of(out).exists()


def test_a_model_that_is_added_leaves_the_other_rows_alone(data: Path, tmp_path: Path) -> None:
    both = run(data, tmp_path / "both.csv")
    alone = run(data, tmp_path / "one.csv", Design(days=(7,), models=("koala",), draws=200))
    assert alone.splitlines()[1:] == [
        line for line in both.splitlines() if ",7,20" in line and ",koala," in line
    ]


class Stopping(ThreadPoolExecutor):
    """Runs some forecasts, and then the user stops it."""

    def __init__(self, after: int) -> None:
        super().__init__(1)
        self.left = after

    def submit(  # type: ignore[override]
        self, fn: Callable[..., Outcome], /, *args: object, **kwargs: object
    ) -> Future[Outcome]:
        self.left -= 1
        if self.left < 0:
            stopped: Future[Outcome] = Future()
            stopped.set_exception(KeyboardInterrupt())
            return stopped
        done = super().submit(fn, *args, **kwargs)
        done.result()
        return done


class Counting(ThreadPoolExecutor):
    submitted = 0

    def submit(  # type: ignore[override]
        self, fn: Callable[..., Outcome], /, *args: object, **kwargs: object
    ) -> Future[Outcome]:
        self.submitted += 1
        return super().submit(fn, *args, **kwargs)


def test_what_was_stopped_is_gone_on_with(data: Path, tmp_path: Path) -> None:
    whole = run(data, tmp_path / "whole.csv")
    out = tmp_path / "rows.csv"
    with pytest.raises(KeyboardInterrupt):
        run(data, out, executor=Stopping(after=9))
    assert not out.exists()
    journal = journal_of(out)
    kept = len(journal.read_text(encoding="utf-8").splitlines()) - 1
    assert 0 < kept <= 9
    with journal.open("a", encoding="utf-8") as file:
        file.write('{"key": {"election": "xx-2014", "da')  # the machine stopped in the middle
    counting = Counting(1)
    assert run(data, out, executor=counting) == whole
    assert counting.submitted == 12 - kept
    assert joint_of(out).read_bytes() == joint_of(tmp_path / "whole.csv").read_bytes()


def test_what_another_run_has_done_is_not_mixed_in(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "rows.csv"
    with pytest.raises(KeyboardInterrupt):
        run(data, out, executor=Stopping(after=3))
    with pytest.raises(UsageError, match="another run"):
        run(data, out, Design(days=(1,), models=("koala",), draws=200, seed=2))


def test_designs_that_cannot_be() -> None:
    with pytest.raises(
        UsageError, match=r"no model 'tarot'\. Choose from: state-space, reference, koala"
    ):
        Design(days=(1,), models=("tarot",))
    with pytest.raises(UsageError, match="0 days before"):
        Design(days=(0,), models=("koala",))
    with pytest.raises(UsageError, match="no days"):
        Design(days=(), models=("koala",))


def test_an_election_that_is_not_there(data: Path, tmp_path: Path) -> None:
    design = Design(days=(1,), models=("koala",), elections=("xx-2015",))
    with pytest.raises(UsageError, match=r"'xx-2015' in these tables.* xx-2010, xx-2014"):
        run(data, tmp_path / "rows.csv", design)


def test_an_election_without_polls_has_no_rows_and_does_no_harm(tmp_path: Path) -> None:
    tables = some_past_tables()
    tables["elections"].append(
        {**tables["elections"][1], "election_id": "xx-2018", "date": "2018-06-01"}
    )
    data = write_past_tables(tmp_path / "tables", tables)
    design = Design(days=(1,), models=("koala",), draws=50, elections=("xx-2014", "xx-2018"))
    found = rows(run(data, tmp_path / "rows.csv", design))
    assert {row["election_id"] for row in found} == {"xx-2014"}
    alone = Design(days=(1,), models=("koala",), draws=50, elections=("xx-2018",))
    assert rows(run(data, tmp_path / "none.csv", alone)) == []
