"""The leaderboard for a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from formateur.evaluation.leaderboard import words
from formateur.evaluation.leaderboard.board import PIT_BINS, SELECTIONS, Leaderboard
from formateur.evaluation.leaderboard.joint import JointLine

BY = {"horizon": ("days", "model"), "size": ("group", "model"), "country": ("group", "model")}
"""What names the rows of a table."""


def leaderboard_text(board: Leaderboard) -> RenderableType:
    """Return the leaderboard as something that a console can print."""
    main = next(iter(SELECTIONS))
    parts: list[RenderableType] = [Text(words.heading(board), style="bold")]
    parts += [Text(sentence, style="dim") for sentence in words.how_to_read(board)]
    for selection in SELECTIONS:
        parts += _table(f"By days before the vote; lists: {selection}", board, selection, "horizon")
    parts += _table(f"By percent in the forecast; lists: {main}", board, main, "size")
    parts += _table(f"By country; lists: {main}", board, main, "country")
    parts += _pit_table(f"Share of results in each tenth of the forecast; lists: {main}", board)
    if board.joint:
        parts += _joint_table("Lists together", words.JOINT_HEADINGS, words.joint_scores, board)
        parts += _joint_table("Leads and blocs", words.SUM_HEADINGS, words.sum_scores, board)
    return Group(*parts)


def _table(title: str, board: Leaderboard, selection: str, by: str) -> list[RenderableType]:
    lines = board.where(selection, by)
    table = _new(BY[by], words.SCORE_HEADINGS)
    for line in lines if by == "horizon" else [line for line in lines if line.days is None]:
        table.add_row(*words.place(line, BY[by]), *words.scores(line))
    return [Text(), Text(title, style="bold"), table]


def _pit_table(title: str, board: Leaderboard) -> list[RenderableType]:
    table = _new(BY["horizon"], [f"{tenth}." for tenth in range(1, PIT_BINS + 1)])
    for line in board.where(next(iter(SELECTIONS)), "horizon"):
        table.add_row(*words.place(line, BY["horizon"]), *(f"{share:.2f}" for share in line.pit))
    return [Text(), Text(title, style="bold"), table]


def _joint_table(
    title: str,
    headings: Iterable[str],
    scores: Callable[[JointLine], tuple[str, ...]],
    board: Leaderboard,
) -> list[RenderableType]:
    table = _new(("days", "model"), headings)
    for line in board.joint:
        table.add_row(words.horizon(line.days), line.model, *scores(line))
    return [Text(), Text(title, style="bold"), table]


def _new(left: Iterable[str], right: Iterable[str]) -> Table:
    table = Table(box=None, pad_edge=False)
    for heading in left:
        table.add_column(heading, no_wrap=True)
    for heading in right:
        # where the screen is too narrow a figure goes on below, rather than being cut off
        table.add_column(heading, justify="right", overflow="fold")
    return table
