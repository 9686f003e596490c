"""Figures and sentences of the leaderboard, the same in the terminal and on the page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from formateur.evaluation.leaderboard.board import REFERENCE, Leaderboard, Line
from formateur.evaluation.leaderboard.intervals import Interval
from formateur.evaluation.leaderboard.joint import JointLine, SumScore

JOINT_HEADINGS = (
    *("elections", "energy", "to reference", "to independent", "copula"),
    *("lead 50/80/90/95", "blocs 50/80/90/95", "blocs CRPS to reference"),
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


def place(line: Line) -> tuple[str, str, str]:
    """Return horizon, group and model."""
    return horizon(line.days), line.group or "all", line.model


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
    """Return the figures of a joint line."""
    own = line.model == REFERENCE
    blocs = line.sums.get("blocs")
    return (
        str(line.elections),
        f"{line.energy:.2f}",
        "" if own else ratio(line.energy_ratio),
        ratio(line.energy_dependence),
        "" if line.copula is None else signed(line.copula),
        coverages(line.sums.get("lead")),
        coverages(blocs),
        "" if own or blocs is None else ratio(blocs.ratio),
    )


def ratio(found: Interval | None) -> str:
    """Return a ratio with its interval."""
    if found is None:
        return ""
    return f"{found.value:.3f}{_bounds(found, '.3f')}"


def signed(found: Interval) -> str:
    """Return a score whose sign counts, with its interval."""
    return f"{found.value:+.2f}{_bounds(found, '+.2f')}"


def percent(found: Interval) -> str:
    """Return a coverage in percent, with half the width of its interval."""
    if found.low is None or found.high is None:
        return f"{100 * found.value:.0f}"
    return f"{100 * found.value:.0f} ±{50 * (found.high - found.low):.0f}"


def coverages(found: SumScore | None) -> str:
    """Return coverages of several intervals in percent."""
    covered: Mapping[int, Interval] = {} if found is None else found.coverage
    return "/".join(f"{100 * one.value:.0f}" for one in covered.values())


def _bounds(found: Interval, form: str) -> str:
    if found.low is None or found.high is None:
        return ""
    return f" ({found.low:{form}} to {found.high:{form}})"
