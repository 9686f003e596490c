"""Figures and sentences of the leaderboard, the same in the terminal and on the page."""

from __future__ import annotations

from collections.abc import Iterator

from formateur.evaluation.leaderboard.board import REFERENCE, Leaderboard, Line
from formateur.evaluation.leaderboard.intervals import Interval
from formateur.evaluation.leaderboard.joint import JointLine, SumScore

SCORE_HEADINGS = (
    *("elections", "lists", "MAE", "RMSE", "CRPS", "to reference", "log"),
    *("50", "80", "90", "95"),
)

JOINT_HEADINGS = ("elections", "energy", "to reference", "to independent", "dependence")

SUM_HEADINGS = (
    *("elections", "lead 50/80/90/95", "CRPS", "to reference"),
    *("blocs 50/80/90/95", "CRPS", "to reference"),
)


def heading(board: Leaderboard) -> str:
    """Return what the board is of."""
    first, last = board.years
    years = str(first) if first == last else f"{first} to {last}"
    return f"{board.elections} elections, {years}; models: {', '.join(board.models)}"


def how_to_read(board: Leaderboard) -> Iterator[str]:
    """Yield what a reader has to know, in sentences."""
    yield (
        "Means over elections of means over lists, in points of percent; lower is better. All "
        "models are scored on the forecasts that all of them made."
    )
    if REFERENCE in board.models:
        yield (
            "to reference: CRPS divided by that of the reference, with the 95 % interval of a "
            "bootstrap over elections; below 1 is better."
        )
    yield "50, 80, 90, 95: share of results in the central intervals, in percent."
    for model, count in board.left_out.items():
        yield f"{model}: {count} forecasts are left out, because not every model made them."


def horizon(days: int | None) -> str:
    """Return a horizon; all of them together are ``all``."""
    return "all" if days is None else str(days)


def place(line: Line, by: tuple[str, ...]) -> tuple[str, ...]:
    """Return those of ``days``, ``group`` and ``model`` that are asked for."""
    known = {"days": horizon(line.days), "group": line.group, "model": line.model}
    return tuple(known[one] for one in by)


def scores(line: Line) -> tuple[str, ...]:
    """Return the figures of a line."""
    return (
        str(line.elections),
        str(line.lists),
        f"{line.mae:.2f}",
        f"{line.rmse:.2f}",
        f"{line.crps:.3f}",
        "" if line.model == REFERENCE else ratio(line.ratio),
        f"{line.log_score:.3f}",
        *(percent(covered) for covered in line.coverage.values()),
    )


def joint_scores(line: JointLine) -> tuple[str, ...]:
    """Return the figures under `JOINT_HEADINGS`."""
    return (
        str(line.elections),
        f"{line.energy:.2f}",
        "" if line.model == REFERENCE else ratio(line.energy_ratio),
        ratio(line.energy_dependence),
        "" if line.copula is None else signed(line.copula),
    )


def sum_scores(line: JointLine) -> tuple[str, ...]:
    """Return the figures under `SUM_HEADINGS`."""
    cells = [str(line.elections)]
    for found in (line.sums.get("lead"), line.sums.get("blocs")):
        cells += ["", "", ""] if found is None else _sum(found, line.model)
    return tuple(cells)


def _sum(found: SumScore, model: str) -> list[str]:
    covered = "/".join(f"{100 * one.value:.0f}" for one in found.coverage.values())
    return [covered, f"{found.crps:.2f}", "" if model == REFERENCE else ratio(found.ratio)]


def ratio(found: Interval | None) -> str:
    """Return a ratio with its interval."""
    if found is None:
        return ""
    bounds = "" if found.low is None else f" ({found.low:.3f}–{found.high:.3f})"
    return f"{found.value:.3f}{bounds}"


def signed(found: Interval) -> str:
    """Return a score whose sign counts, with its interval."""
    bounds = "" if found.low is None else f" ({found.low:+.2f} to {found.high:+.2f})"
    return f"{found.value:+.2f}{bounds}"


def percent(found: Interval) -> str:
    """Return a coverage in percent, with half the width of its interval."""
    if found.low is None or found.high is None:
        return f"{100 * found.value:.0f}"
    return f"{100 * found.value:.0f} ±{50 * (found.high - found.low):.0f}"
