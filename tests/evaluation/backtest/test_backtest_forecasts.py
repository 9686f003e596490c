"""Single forecasts of a backtest: what they see, and how they are scored."""

from __future__ import annotations

import pickle
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from past_tables import Tables, some_past_tables, write_past_tables

from formateur.evaluation.backtest.forecasts import run_task
from formateur.evaluation.backtest.law_in_force import rules_in_force
from formateur.evaluation.backtest.plan import Design, plan
from formateur.evaluation.backtest.polled import polled_of
from formateur.evaluation.backtest.task import Outcome, Task
from formateur.folder import read_past_elections
from formateur.votes import model_for

KOALA = Design(days=(1,), models=("koala",), elections=("xx-2014",), draws=500)


def only_task(folder: Path, tables: Tables, design: Design = KOALA) -> Task:
    past = read_past_elections(write_past_tables(folder, tables))
    (task,) = plan(past, [one.election.id for one in past], design)
    return task


def outcome(folder: Path, tables: Tables, design: Design = KOALA) -> Outcome:
    return run_task(only_task(folder, tables, design))


def add_poll(tables: Tables, end: str, **cells: str) -> None:
    """A poll of 2014 that is far off, so that whoever sees it is moved."""
    tables["polls"] = [{"kind": "poll", **row} for row in tables["polls"]]
    last = tables["polls"][-1]
    tables["polls"].append(
        {**last, "poll_id": "p9", "pollster": "East", "fieldwork_end": end, **cells}
    )
    tables["poll_values"].append({"poll_id": "p9", "party_id": "d", "value": 60, "note": ""})


@pytest.mark.parametrize(
    ("end", "cells"),
    [
        ("2014-06-01", {}),
        ("2014-05-28", {"published": "2014-06-01"}),
        ("2014-05-20", {"kind": "exit"}),
    ],
)
def test_later_polls_and_exit_polls_are_not_seen(
    tmp_path: Path, end: str, cells: dict[str, str]
) -> None:
    expected = outcome(tmp_path / "a", some_past_tables())
    tables = some_past_tables()
    add_poll(tables, end, **cells)
    assert outcome(tmp_path / "b", tables) == expected


def test_a_poll_of_the_day_itself_is_seen(tmp_path: Path) -> None:
    expected = outcome(tmp_path / "a", some_past_tables())
    tables = some_past_tables()
    add_poll(tables, "2014-05-31")
    assert outcome(tmp_path / "b", tables) != expected


def test_the_result_moves_scores_and_no_forecast(tmp_path: Path) -> None:
    task = only_task(tmp_path, some_past_tables())
    other = run_task(replace(task, results={"ab": 0.4, "c": 0.5, "d": 0.1}))
    for one, two in zip(run_task(task).lists, other.lists, strict=True):
        assert (one.mean, one.quantiles) == (two.mean, two.quantiles)
        assert one.crps != two.crps


def test_rows_tell_the_draws(tmp_path: Path) -> None:
    task = only_task(tmp_path, some_past_tables(), replace(KOALA, draws=4000))
    rng = np.random.default_rng(1)
    draws = model_for("koala", task.day).estimate(
        task.election, None, task.day, draws=40_000, rng=rng, run=""
    )
    row = run_task(task).lists[0]
    values = 100 * draws.draws["ab"]
    assert (row.party_id, row.result) == ("ab", 52.0)
    assert row.mean == pytest.approx(float(values.mean()), abs=0.1)
    assert row.sd == pytest.approx(float(values.std()), rel=0.05)
    assert row.q05 == pytest.approx(float(np.quantile(values, 0.05)), abs=0.2)
    assert list(row.quantiles) == sorted(row.quantiles)


def test_leads_and_blocs_are_sums_of_lists(tmp_path: Path) -> None:
    row = outcome(tmp_path, some_past_tables()).joint
    assert row is not None
    assert row.lead_of == "ab;c"
    assert row.lead_result == pytest.approx(16.0)
    assert row.left_result == pytest.approx(52.0)
    assert row.right_result == pytest.approx(43.5)
    assert row.party_ids == "ab;c;d"
    assert row.copula_lists == 3
    # all three shares lie near 51.6, 35.9 and 7.5: the result is in the middle
    assert row.lead_pit == pytest.approx(0.6, abs=0.2)
    assert 0.0 < row.energy < 2.0


def test_without_positions_there_are_no_blocs(tmp_path: Path) -> None:
    tables = some_past_tables()
    for party in tables["parties"]:
        party["left_right"] = ""
    row = outcome(tmp_path, tables).joint
    assert row is not None
    assert (row.left_result, row.left_pit, row.right_crps) == (None, None, None)


def test_lists_that_no_late_poll_prints_are_left_out_of_the_vector(tmp_path: Path) -> None:
    tables = some_past_tables()
    tables["polls"][2]["fieldwork_end"] = "2014-03-01"
    tables["poll_values"] = [
        row
        for row in tables["poll_values"]
        if not (row["party_id"] == "d" and row["poll_id"] in ("p4", "p5"))
    ]
    task = only_task(tmp_path, tables)
    assert polled_of(["ab", "c", "d"], task.election, task.day) == ["ab", "c"]
    assert polled_of(["ab", "c", "d"], task.election, date(2014, 1, 1)) == ["ab", "c", "d"]


def test_no_polls_give_no_rows_and_a_reason(tmp_path: Path) -> None:
    found = outcome(tmp_path, some_past_tables(), replace(KOALA, days=(90,)))
    assert (found.lists, found.joint) == ((), None)
    assert "no polls yet" in found.reason


def test_polls_in_seats_need_a_law(tmp_path: Path) -> None:
    tables = some_past_tables()
    for poll in tables["polls"]:
        poll["scale"] = "seats"
    assert outcome(tmp_path / "a", tables).lists == ()
    for name in ("elections", "parties"):
        for row in tables[name]:
            row["country"] = "nl"
    for row in tables["elections"]:
        row["chamber"] = "tweede kamer"
    assert [row.party_id for row in outcome(tmp_path / "b", tables).lists] == ["ab", "c", "d"]


def test_the_law_is_that_of_country_chamber_and_day(tmp_path: Path) -> None:
    election = only_task(tmp_path, some_past_tables()).election
    assert rules_in_force(election) is None
    commons = replace(election, country="gb", chamber="House of Commons")
    rules = rules_in_force(commons)
    assert rules is not None
    assert rules.law == "gb-commons"
    assert rules_in_force(replace(commons, chamber="House of Lords")) is None
    assert rules_in_force(replace(commons, date=date(1700, 1, 1))) is None


def test_tasks_can_be_sent_to_other_machines(tmp_path: Path) -> None:
    task = only_task(tmp_path, some_past_tables())
    assert run_task(pickle.loads(pickle.dumps(task))) == run_task(task)  # noqa: S301 - our own
