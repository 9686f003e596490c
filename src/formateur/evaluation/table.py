"""The scores of a forecast for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from formateur.evaluation.comparison import Comparison
from formateur.evaluation.score import Coverage, Quantity, Score
from formateur.language import in_english
from formateur.votes import model_in_words


def score_table(score: Score) -> RenderableType:
    """Return scores as something that a console can print."""
    return Group(
        Text(
            f"{score.election}: forecast as of {score.day} "
            f"(days before the vote: {score.days_to_election}) beside the result",
            style="bold",
        ),
        Text(f"Votes by the {in_english(model_in_words(score.estimator))}.", style="dim"),
        Text(),
        _lists(score),
        Text(
            "Forecast: median and the range of 90 of 100 draws; * the result lies outside of it. "
            "off: median to result.",
            style="dim",
        ),
        Text(),
        _totals(score),
        Text(),
        *(Text(sentence) for sentence in sentences(score)),
    )


def sentences(score: Score) -> Iterator[str]:
    """Say who came first, who passed, who had a majority, and what is not scored."""
    names = {one.id: one.name for one in score.lists}
    first = " and ".join(names.get(one, one) for one in score.largest)
    yield f"Most seats: {first}; chance given: {score.p_largest:.2f}."
    if score.threshold:
        yield _threshold(score)
    for bloc in score.blocs:
        had = "had" if bloc.majority else "did not have"
        yield (
            f"{bloc.name} {had} a majority ({bloc.seats.result:.0f} seats, {score.majority} "
            f"needed); chance given: {bloc.p_majority:.2f}."
        )
    other = score.other
    yield (
        f"Not scored: the other lists together, {other.expected:.1f} % expected, "
        f"{other.share:.1f} % and {other.seats} seats won."
    )
    if score.not_on_ballot:
        yield f"Not scored, as not on the ballot: {', '.join(score.not_on_ballot)}."


def _threshold(score: Score) -> str:
    told = [
        f"; {one.name} {'passed' if one.passed else 'missed it'}, "
        f"chance given to pass: {one.p_threshold:.2f}"
        for one in score.lists
        if abs(one.p_threshold - one.passed) >= 0.01
    ]
    opening = f"Threshold of {score.threshold:g} %: Brier score {score.brier_threshold:.3f}"
    return f"{opening}{''.join(told)}."


def _lists(score: Score) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column("List")
    for quantity in ("votes %", "seats"):
        for heading in (quantity, "result", "off", "CRPS"):
            table.add_column(heading, justify="right")
    for one in score.lists:
        table.add_row(one.name, *_cells(one.votes, 1), *_cells(one.seats, 0))
    return table


def _cells(one: Comparison, digits: int) -> tuple[str, str, str, str]:
    span = one.nine_tenths
    mark = " " if span.holds(one.result) else "*"
    return (
        f"{one.median:.{digits}f} ({span.low:.{digits}f}–{span.high:.{digits}f})",
        f"{one.result:.{digits}f}{mark}",
        f"{one.error:.{digits}f}",
        f"{one.crps:.2f}",
    )


def _totals(score: Score) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column(f"Over {len(score.lists)} lists")
    for heading in ("MAE", "CRPS", "in the 50 % ranges", "in the 90 % ranges"):
        table.add_column(heading, justify="right")
    rows: tuple[tuple[str, Quantity], ...] = (("votes, points", "votes"), ("seats", "seats"))
    for name, quantity in rows:
        table.add_row(
            name,
            f"{score.mean_absolute_error(quantity):.2f}",
            f"{score.crps(quantity):.2f}",
            _count(score.coverage(quantity, 50)),
            _count(score.coverage(quantity, 90)),
        )
    return table


def _count(coverage: Coverage) -> str:
    return f"{coverage.inside} of {coverage.lists} ({coverage.expected:.1f} expected)"
