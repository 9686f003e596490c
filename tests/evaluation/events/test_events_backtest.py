"""Pretended events in past campaigns: planted effects, coverage, false alarms, the command."""

from __future__ import annotations

import csv
import math
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from factories import a_poll, an_election, may
from past_tables import Tables, of_year, shifted, without, write_past_tables, yearly_past_tables

from formateur.cli import run
from formateur.errors import UsageError
from formateur.evaluation.events import learn_until, measure_dates
from formateur.evaluation.events.planting import can_be_planted, planted
from formateur.evaluation.events.standings import false_alarms, standing, with_effect
from formateur.evaluation.events.trials import EVENTS, Trial
from formateur.facts import Reading
from formateur.votes.events.learned import placebos_document
from formateur.votes.events.posterior import Shift

CUT_OFF = date(2012, 1, 1)


def a_trial(**changes: object) -> Trial:
    plain = Trial(
        election="xx-2000",
        held=date(2000, 6, 1),
        calendar=0,
        list="a",
        share=0.4,
        days=20,
        polls_after=10,
        size=0.0,
        drawn=False,
        effect=0.0,
        estimate=0.02,
        error=0.05,
        found=Shift(0.01, 0.04, -0.05, 0.07, 0.6),
        p=0.5,
        q=0.9,
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def test_a_planted_shift_is_that_of_the_log_ratio_in_polls_after_it() -> None:
    readings = {"a": Reading("percent", 40.0), "b": Reading("percent", 30.0)}
    early, late = (
        replace(a_poll(str(day), start=may(day), end=may(day)), readings=readings) for day in (3, 9)
    )
    election = replace(an_election(("a", "b")), polls=(early, late))
    before, after = planted(election, "a", may(6).toordinal() + 0.5, 0.2).polls
    assert before == early
    grown = {one: reading.value for one, reading in after.readings.items()}
    assert grown["a"] is not None
    assert grown["b"] is not None
    assert math.log(grown["a"] / (100 - grown["a"])) - math.log(40 / 60) == pytest.approx(0.2)
    assert grown["b"] / (100 - grown["a"]) == pytest.approx(30 / 60)
    assert can_be_planted(election)
    assert not can_be_planted(replace(election, polls=(replace(early, scale="seats"),)))


def test_coverage_and_power_are_shares() -> None:
    rows = [
        a_trial(),
        a_trial(estimate=0.2, found=Shift(0.1, 0.05, 0.02, 0.18, 0.98), p=0.01, q=0.05),
        a_trial(size=0.2, effect=0.2, estimate=0.19, p=0.01, q=0.04, calendar=1),
        a_trial(size=0.2, calendar=1),
    ]
    none = standing("all", rows[:2])
    assert (none.by_polls, none.with_prior, none.standing_out) == (0.5, 0.5, 0.5)
    (all_sizes, by_polls) = with_effect(rows)
    assert (all_sizes.name, all_sizes.events, all_sizes.found) == ("0.20", 1, 1.0)
    assert by_polls.name == "0.20, 6 to 20 polls"
    alarms = false_alarms(rows)
    assert (alarms.calendars, alarms.alarmed) == (1, 1.0)


@cache
def small_tables() -> Tables:
    return without(yearly_past_tables(), lambda year: year < 2009 and year != 2004)


@pytest.mark.slow
def test_the_command_writes_every_trial_and_is_the_same_twice(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tables = without(small_tables(), lambda year: year > 2010)
    data = write_past_tables(tmp_path / "data", tables)
    texts = []
    for name in ("one.csv", "two.csv"):
        assert run(["backtest", "events", "--data", str(data), "--out", str(tmp_path / name)]) == 0
        texts.append((tmp_path / name).read_text("utf-8"))
    assert texts[0] == texts[1]
    rows = list(csv.DictReader(texts[0].splitlines()))
    assert {row["election"] for row in rows} == {"xx-2004", "xx-2009", "xx-2010"}
    assert len(rows) % EVENTS == 0
    assert 0 < sum(row["drawn"] == "True" for row in rows) < len(rows) / 3
    strong = [row for row in rows if row["effect"] == "0.4"]
    assert len(strong) == len([row for row in rows if row["size"] == "0.4"]) / EVENTS
    mean = np.mean([float(row["estimate"]) for row in strong])
    assert mean == pytest.approx(0.4, abs=0.15)
    assert "Effects planted" in capsys.readouterr().out


@pytest.mark.slow
def test_campaigns_from_the_cut_off_on_do_not_touch_what_is_learned(tmp_path: Path) -> None:
    def late(year: int) -> bool:
        return date(year, 6, 1) >= CUT_OFF

    def learned(name: str, tables: Tables) -> dict[str, object]:
        folder = write_past_tables(tmp_path / name, tables)
        return placebos_document(learn_until(measure_dates([folder]), CUT_OFF))

    tables = yearly_past_tables()
    expected = learned("all", tables)
    assert learned("cut", without(tables, late)) == expected
    assert learned("other", {**tables, "poll_values": shifted(tables["poll_values"], late)}) == (
        expected
    )


def test_too_few_campaigns_are_refused(tmp_path: Path) -> None:
    tables = without(yearly_past_tables(), lambda year: year > 2001)
    past = measure_dates([write_past_tables(tmp_path / "few", tables)])
    assert {of_year({"election_id": one.election}) for one in past.dates} == {2000, 2001}
    with pytest.raises(UsageError, match="too few"):
        learn_until(past, CUT_OFF)
