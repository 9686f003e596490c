"""The leaderboard for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from formateur.evaluation.leaderboard import words
from formateur.evaluation.leaderboard.board import SELECTIONS, Leaderboard, Line
from formateur.evaluation.leaderboard.joint import JointLine

TITLES = {
    "horizon": "By days before the vote",
    "size": "By size of the list in the forecast (percent), all horizons",
    "country": "By country, all horizons",
}


def leaderboard_text(board: Leaderboard) -> RenderableType:
    """Return the leaderboard as something that a console can print."""
    main = next(iter(SELECTIONS))
    parts: list[RenderableType] = [Text(words.heading(board), style="bold")]
    parts += [Text(sentence, style="dim") for sentence in words.how_to_read(board)]
    for selection in SELECTIONS:
        parts += _titled(
            f"{TITLES['horizon']}; lists: {selection}", board.where(selection, "horizon")
        )
    for by in ("size", "country"):
        pooled = [line for line in board.where(main, by) if line.days is None]
        parts += _titled(f"{TITLES[by]}; lists: {main}", pooled)
    parts += [
        Text(),
        Text(f"Share of results in each tenth of the forecast; lists: {main}", style="bold"),
    ]
    parts.append(_pit_table(board.where(main, "horizon")))
    if board.joint:
        parts += [Text(), Text("Lists together", style="bold"), _joint_table(board.joint)]
    return Group(*parts)


def _titled(title: str, lines: Sequence[Line]) -> list[RenderableType]:
    return [Text(), Text(title, style="bold"), _table(lines)]


def _table(lines: Iterable[Line]) -> Table:
    table = _new(
        ("days", "group", "model"),
        (
            "elections",
            "lists",
            "MAE",
            "RMSE",
            "CRPS",
            "to reference",
            "log",
            "50",
            "80",
            "90",
            "95",
        ),
    )
    for line in lines:
        table.add_row(*words.place(line), *words.scores(line))
    return table


def _pit_table(lines: Iterable[Line]) -> Table:
    table = _new(("days", "group", "model"), [f"{tenth}." for tenth in range(1, 11)])
    for line in lines:
        table.add_row(*words.place(line), *(f"{share:.2f}" for share in line.pit))
    return table


def _joint_table(lines: Iterable[JointLine]) -> Table:
    table = _new(("days", "model"), words.JOINT_HEADINGS)
    for line in lines:
        table.add_row(words.horizon(line.days), line.model, *words.joint_scores(line))
    return table


def _new(left: Iterable[str], right: Iterable[str]) -> Table:
    table = Table(box=None, pad_edge=False)
    for heading in left:
        table.add_column(heading)
    for heading in right:
        table.add_column(heading, justify="right")
    return table
