"""Learning recovers what made-up elections were made with, and shipped tables know no future."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from formateur.errors import NotEnoughPollsError, UsageError
from formateur.folder.builtin_results import builtin_result
from formateur.parliament.constituencies import Ground
from formateur.parliament.predecessors import base_of
from formateur.parliament.swing import Swing, list_votes
from formateur.parliament.swing_learning import Pair, fit_swing
from formateur.parliament.swing_table import learned_swing_from, load_swing

ROOT = Path(__file__).parents[2]
TABLES = sorted(
    (one for one in (files("formateur") / "data" / "learned").iterdir()
     if one.name.startswith("swing-")),
    key=lambda one: one.name,
)  # fmt: skip


def a_pair(proportional: float, spread: float, seed: int) -> Pair:
    """Sixty places, five lists, two of them far from the country's mean in places."""
    rng = np.random.default_rng(seed)
    shares = rng.dirichlet([8, 5, 3, 2, 1], size=60)
    lists = tuple("abcde")
    votes = {
        f"P{k}": dict(zip(lists, (100_000 * row).astype(int).tolist(), strict=True))
        for k, row in enumerate(shares)
    }
    base = base_of(votes, lists, {one: [one] for one in lists}, {})
    now = base.national * np.array([0.7, 1.4, 0.6, 1.7, 1.0])
    swing = Swing(proportional, spread, spread, spread)
    noise = rng.standard_normal((1, *shares.shape))
    table = list_votes(base, (now / now.sum())[np.newaxis], swing, noise)[0]
    return Pair(
        before="x", after="y", held=date(2000, 1, 1),
        ground=Ground(lists=base, races=None), lists=table, candidates=None,
    )  # fmt: skip


@pytest.mark.parametrize("proportional", [0.0, 0.5, 1.0])
def test_what_votes_were_made_with_is_found_again(proportional: float) -> None:
    found = fit_swing([a_pair(proportional, 0.04, seed) for seed in range(3)])
    assert found.proportional == pytest.approx(proportional, abs=0.1)
    assert found.spread == pytest.approx(0.04, rel=0.15)
    assert found.spread_new == pytest.approx(2 * found.spread, rel=0.01)
    assert found.spread_candidates == pytest.approx(1.5 * found.spread, rel=0.01)


@pytest.mark.parametrize("table", TABLES, ids=lambda one: str(one.name))
def test_shipped_table_knows_no_later_election(table: Path) -> None:
    learned = learned_swing_from(json.loads(table.read_text(encoding="utf-8")))
    assert table.name == f"swing-{learned.cut_off}.json"
    assert learned.pairs
    for pair in learned.pairs:
        for one in pair.split(" to "):
            held = builtin_result(one).votes.date
            assert held is not None
            assert held < learned.cut_off


def test_the_newest_table_before_a_day_is_used() -> None:
    assert load_swing(date(2016, 12, 31)).cut_off == date(2016, 1, 1)
    assert load_swing(date(2017, 1, 1)).cut_off == date(2017, 1, 1)
    with pytest.raises(NotEnoughPollsError, match="ends on 1998-01-01"):
        load_swing(date(1997, 12, 31))


def test_another_schema_is_refused() -> None:
    with pytest.raises(UsageError, match="learn_swing"):
        learned_swing_from({"schema": "formateur/learned-swing/2"})


@pytest.mark.slow
def test_the_script_makes_the_shipped_table(tmp_path: Path) -> None:
    script = ROOT / "scripts" / "learn_swing.py"
    made = tmp_path / "made.json"
    asked = [sys.executable, str(script), "--until", "2016-01-01", "--out", str(made)]
    subprocess.run(asked, check=True)
    shipped = ROOT / "src" / "formateur" / "data" / "learned" / "swing-2016-01-01.json"
    assert json.loads(made.read_text("utf-8")) == json.loads(shipped.read_text("utf-8"))


@pytest.mark.slow
@pytest.mark.parametrize("options", [(), ("--as-shipped",)])
def test_the_published_table_is_what_the_script_prints(options: tuple[str, ...]) -> None:
    script = ROOT / "scripts" / "judge_constituencies.py"
    done = subprocess.run(
        [sys.executable, str(script), *options], capture_output=True, encoding="utf-8", check=True
    )
    page = (ROOT / "docs" / "explanation" / "constituencies.md").read_text(encoding="utf-8")
    rows = done.stdout.splitlines()
    assert all(row in page for row in (rows[-1:] if options else rows))
