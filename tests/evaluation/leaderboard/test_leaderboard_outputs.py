"""Reading rows back, and writing the leaderboard as text, CSV and a page."""

from __future__ import annotations

import csv
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from board_cases import a_joint_row, a_row, write_rows
from rich.console import Console

from formateur.errors import DataError
from formateur.evaluation.leaderboard import (
    Leaderboard,
    leaderboard_csv,
    leaderboard_html,
    leaderboard_text,
    make_leaderboard,
    read_backtest,
)
from formateur.evaluation.leaderboard.charts import LEFT, WIDTH, coverage_plot, ratio_plot

MODELS = ("reference", "<b>odd</b>")


@pytest.fixture
def board(tmp_path: Path) -> Leaderboard:
    keys = [(e, d, m) for e in ("xx-2010", "xx-2014") for d in (1, 7) for m in MODELS]
    rows = [
        a_row(e, p, days=d, model=m, result=28.5, crps=1 if m == "reference" else 0.8)
        for e, d, m in keys
        for p in "ab"
    ]
    joint = [a_joint_row(e, days=d, model=m) for e, d, m in keys]
    return make_leaderboard(read_backtest(write_rows(tmp_path / "rows.csv", rows, joint)))


def test_rows_come_back_as_they_were_written(tmp_path: Path) -> None:
    rows = (a_row("xx-2010", "a", result=30.25), a_row("xx-2010", "b", centre=12.5))
    joint = (a_joint_row("xx-2010", copula=-0.25), a_joint_row("xx-2014", copula=None, pit=None))
    found = read_backtest(write_rows(tmp_path / "rows.csv", rows, joint))
    assert found.lists == rows
    assert found.joint == joint


def test_the_joint_scores_may_be_absent(tmp_path: Path) -> None:
    found = read_backtest(write_rows(tmp_path / "rows.csv", [a_row("xx-2010", "a")]))
    assert found.joint == ()
    text = leaderboard_html(make_leaderboard(found))
    assert "Lists together" not in text


@pytest.mark.parametrize(
    ("cell", "text", "told"),
    [
        ("crps", "1,5", "rows.csv, line 2, crps: '1,5' has a decimal comma. Use a point: 1.5."),
        ("crps", "nan", "crps: 'nan' is not a finite number"),
        ("crps", "-1", "crps: '-1' is not between 0 and 1e+09"),
        ("q50", "120", "q50: '120' is not between 0 and 100"),
        ("q50", "20", "q50: '20' is less than q25, 29. Quantiles must not fall"),
        ("days_before", "soon", "days_before: 'soon' is not a number"),
        ("as_of", "1 May", "as_of: '1 May' is not a date"),
        ("result", "", "result: the cell is empty"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(
    tmp_path: Path, cell: str, text: str, told: str
) -> None:
    path = write_rows(tmp_path / "rows.csv", [a_row("xx-2010", "a"), a_row("xx-2010", "b")])
    header, first, *others = path.read_text(encoding="utf-8").splitlines()
    cells = dict(zip(header.split(","), first.split(","), strict=True))
    cells[cell] = f'"{text}"'
    path.write_text("\n".join([header, ",".join(cells.values()), *others]), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        read_backtest(path)
    (problem,) = caught.value.problems
    assert told in str(problem)
    assert problem.line == 2


def test_repeated_rows_and_missing_columns_are_refused(tmp_path: Path) -> None:
    path = write_rows(tmp_path / "rows.csv", [a_row("xx-2010", "a")] * 2)
    with pytest.raises(DataError, match=r"line 3: has the same election_id, .* as line 2"):
        read_backtest(path)
    path.write_text("election_id,model\nxx-2010,reference\n", encoding="utf-8")
    with pytest.raises(DataError, match="q975: the column is required"):
        read_backtest(path)
    path.write_text("", encoding="utf-8")
    with pytest.raises(DataError, match="the file is empty"):
        read_backtest(path)
    with pytest.raises(DataError, match="is not a file"):
        read_backtest(tmp_path / "nowhere.csv")


def test_a_list_has_one_result(tmp_path: Path) -> None:
    one = a_row("xx-2010", "a")
    rounded = replace(one, model="theirs", result=one.result + 0.04)
    assert len(read_backtest(write_rows(tmp_path / "rows.csv", [one, rounded])).lists) == 2
    other = replace(one, model="theirs", result=one.result + 5.0)
    with pytest.raises(DataError, match=r"line 3, result: .* is not the result that line 2 has"):
        read_backtest(write_rows(tmp_path / "rows.csv", [one, other]))


def test_other_peoples_tables_may_write_numbers_as_powers_of_ten(tmp_path: Path) -> None:
    path = write_rows(tmp_path / "rows.csv", [a_row("xx-2010", "a", crps=0.25)])
    path.write_text(path.read_text(encoding="utf-8").replace("0.25", "2.5e-01"), encoding="utf-8")
    assert read_backtest(path).lists[0].crps == 0.25


def test_the_text_has_every_table(board: Leaderboard) -> None:
    console = Console(width=160, markup=False, file=StringIO(), emoji=False)
    with console.capture() as capture:
        console.print(leaderboard_text(board))
    text = capture.get()
    assert "2 elections, 2010 to 2014; models: reference, <b>odd</b>" in text
    for title in (
        "By days before the vote; lists: 2 % and more",
        "By country",
        "Lists together",
        "Leads",
    ):
        assert title in text
    assert "0.800 (0.800–0.800)" in text


def test_no_figure_is_cut_off_on_a_narrow_screen(board: Leaderboard) -> None:
    console = Console(width=108, markup=False, file=StringIO(), emoji=False)
    with console.capture() as capture:
        console.print(leaderboard_text(board))
    assert "\u2026" not in capture.get()


def test_the_csv_has_one_figure_a_row(board: Leaderboard) -> None:
    rows = list(csv.DictReader(StringIO(leaderboard_csv(board))))
    key = ("selection", "by", "group", "days_before", "model", "measure")
    found = {tuple(row[one] for one in key): row for row in rows}
    assert len(found) == len(rows)
    ratio = found["2 % and more", "horizon", "", "1", "<b>odd</b>", "crps_ratio"]
    assert (ratio["value"], ratio["low"], ratio["elections"], ratio["lists"]) == (
        *("0.8", "0.8", "2", "4"),
    )
    assert found["all", "joint", "", "", "reference", "energy"]["value"] == "2"


def test_the_page_needs_nothing_else_and_runs_nothing(board: Leaderboard) -> None:
    page = leaderboard_html(board)
    assert "<b>odd</b>" not in page
    assert "&lt;b&gt;odd&lt;/b&gt;" in page
    for forbidden in ("<script", "http://", "https://", "src=", "@import", "url("):
        assert forbidden not in page
    assert "default-src 'none'" in page


def test_every_plot_has_a_title_and_a_table(board: Leaderboard) -> None:
    page = leaderboard_html(board)
    assert page.count("<svg") == page.count('role="img"') == 2 + 2 * 3
    assert page.count("<title id=") == page.count("<svg")
    assert page.count("<caption") == page.count("<table") == 7


def test_marks_stand_where_their_figures_say(board: Leaderboard) -> None:
    lines = board.where("2 % and more", "horizon")
    plot = ratio_plot(lines)
    assert plot is not None
    one = next(tick.at for tick in plot.ticks if tick.strong)
    assert [row.name for row in plot.rows] == [
        "<b>odd</b>, 1 day",
        "<b>odd</b>, 7 days",
        "<b>odd</b>, all days",
    ]
    assert all(LEFT <= row.marks[0].at < one < WIDTH for row in plot.rows)
    covered = coverage_plot(lines)
    nominal = [tick.at for tick in covered.ticks if tick.strong]
    assert nominal == sorted(nominal)
    assert len(nominal) == 4
