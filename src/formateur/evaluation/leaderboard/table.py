"""The leaderboard as one long CSV table: one figure a row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from formateur.evaluation.backtest.rows import table_text
from formateur.evaluation.leaderboard.board import Leaderboard, Line
from formateur.evaluation.leaderboard.intervals import Interval
from formateur.evaluation.leaderboard.joint import JointLine

COLUMNS = (
    *("selection", "by", "group", "days_before", "model", "elections", "lists"),
    *("measure", "value", "low", "high"),
)

Cells = Mapping[str, object]


def leaderboard_csv(board: Leaderboard) -> str:
    """Return every figure with its 95 percent interval, where it has one."""
    return table_text(COLUMNS, _rows(board))


def _rows(board: Leaderboard) -> Iterator[Cells]:
    for line in board.lines:
        place = {
            "selection": line.selection,
            "by": line.by,
            "group": line.group,
            "days_before": line.days,
            "model": line.model,
            "elections": line.elections,
            "lists": line.lists,
        }
        yield from (_row(place, measure, figure) for measure, figure in _measures(line))
    for joint in board.joint:
        for elections, measure, figure in _joint_measures(joint):
            place = {
                "selection": "all",
                "by": "joint",
                "group": "",
                "days_before": joint.days,
                "model": joint.model,
                "elections": elections,
                "lists": None,
            }
            yield _row(place, measure, figure)


def _measures(line: Line) -> Iterator[tuple[str, Interval | float | None]]:
    yield "mae", line.mae
    yield "rmse", line.rmse
    yield "crps", line.crps
    yield "crps_ratio", line.ratio
    yield "crps_difference", line.difference
    yield "log_score", line.log_score
    for percent, covered in line.coverage.items():
        yield f"coverage_{percent}", covered
    for tenth, share in enumerate(line.pit, start=1):
        yield f"pit_{tenth}", share


def _joint_measures(line: JointLine) -> Iterator[tuple[int, str, Interval | float | None]]:
    yield line.elections, "energy", line.energy
    yield line.elections, "energy_ratio", line.energy_ratio
    yield line.elections, "energy_to_independent", line.energy_dependence
    yield line.elections, "copula_log_score", line.copula
    for name, found in line.sums.items():
        yield found.elections, f"{name}_crps", found.crps
        yield found.elections, f"{name}_crps_ratio", found.ratio
        for percent, covered in found.coverage.items():
            yield found.elections, f"{name}_coverage_{percent}", covered


def _row(place: Cells, measure: str, figure: Interval | float | None) -> Cells:
    if isinstance(figure, Interval):
        cells = {"value": figure.value, "low": figure.low, "high": figure.high}
    else:
        cells = {"value": figure, "low": None, "high": None}
    return {**place, "measure": measure, **cells}
