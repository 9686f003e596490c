"""What changed between two days, for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rich.console import Group, RenderableType
from rich.text import Text

from formateur.language import in_english
from formateur.reporting.account_rows import signed
from formateur.reporting.changes_schema import ChangesDocument, Pair, StepPart
from formateur.reporting.layout import Cite, heading, table_of
from formateur.reporting.words import (
    and_list,
    day,
    distance,
    of_50,
    seat_range,
    share_range,
    weight,
)
from formateur.votes import model_in_words

LEAST = 0.02
"""A chance that changed by less than one of 50 is not told."""

POLL_ROWS = 10
"""New polls shown, those that moved most; the other forms list them all."""

TOLD = 0.05
"""Points under which a move is not told."""

Cause = tuple[str, Mapping[str, float]]


def render_changes_text(document: ChangesDocument) -> RenderableType:
    """Return what changed as something that a console can print."""
    cite = Cite()
    return Group(
        Text(f"{document.name}: from {day(document.first)} to {day(document.last)}", style="bold"),
        Text(
            f"{distance(document.days_to_election)} · "
            f"{in_english(model_in_words(document.estimator))} · "
            f"{document.draws:,} draws · runs {document.run_before} and {document.run_after}",
            style="dim",
        ),
        Text(),
        *_chances(document),
        *_lists(document),
        *_polls(document, cite),
        *_notes(document),
        *_sources(document, cite),
    )


def _chances(document: ChangesDocument) -> Iterator[RenderableType]:
    groups = (
        ("Most seats", [(one.name, one.p_largest) for one in document.lists]),
        (
            f"A majority of {document.majority}",
            [(one.name, one.p_majority) for one in document.blocs],
        ),
        ("Above the threshold", [(one.name, one.p_threshold) for one in document.lists]),
    )
    for what, pairs in groups:
        told = [f"{name} {_from_to(pair)}" for name, pair in pairs if _changed(pair)]
        if told:
            yield Text(f"{what}: {and_list(told)}.")


def _changed(pair: Pair) -> bool:
    return abs(pair.after - pair.before) >= LEAST


def _from_to(pair: Pair) -> str:
    return f"{of_50(pair.before)} → {of_50(pair.after)}"


def _lists(document: ChangesDocument) -> Iterator[RenderableType]:
    yield from heading("Votes and seats, and what moved the votes")
    causes = _causes(document)
    table = table_of(
        ("List", "left"),
        ("votes before", "right"),
        ("after", "right"),
        ("change", "right"),
        *((title, "right") for title, _ in causes),
        ("seats before", "right"),
        ("after", "right"),
        ("change", "right"),
    )
    for one in document.lists:
        table.add_row(
            one.name,
            share_range(one.votes.before) if one.votes.before else "–",
            share_range(one.votes.after) if one.votes.after else "–",
            signed(one.votes.change),
            *(signed(points.get(one.id, 0.0)) for _, points in causes),
            seat_range(one.seats.before) if one.seats.before else "–",
            seat_range(one.seats.after) if one.seats.after else "–",
            signed(one.seats.change),
        )
    yield table
    yield Text(
        "Votes in percent, middle and range of 90 of 100; changes in points and seats, of means.",
        style="dim",
    )
    if "previous result" in dict(causes):
        yield Text(
            "The previous result is counted in with the polls, and pulls the less the more they "
            "tell.",
            style="dim",
        )


def _causes(document: ChangesDocument) -> list[Cause]:
    """Return what moved the votes: a title, and points by list; they add up to the change."""
    sums = {
        cause: _sum(step.votes for step in document.steps if step.cause == cause)
        for cause in ("days", "facts", "poll")
    }
    pulled = _sum(step.previous for step in document.steps if step.cause == "poll")
    causes = [("days nearer", sums["days"]), ("other facts", sums["facts"])]
    if any(abs(points) >= TOLD for points in pulled.values()):
        causes.append(("previous result", pulled))
        sums["poll"] = {one: points - pulled[one] for one, points in sums["poll"].items()}
    return [*causes, ("new polls", sums["poll"])]


def _sum(moves: Iterable[Mapping[str, float]]) -> dict[str, float]:
    total: dict[str, float] = {}
    for move in moves:
        for one, points in move.items():
            total[one] = total.get(one, 0.0) + points
    return total


def _polls(document: ChangesDocument, cite: Cite) -> Iterator[RenderableType]:
    fresh = [step for step in document.steps if step.cause == "poll"]
    yield from heading("New polls")
    if not fresh:
        yield Text("None.")
        return
    moved = sorted(fresh, key=_size, reverse=True)[:POLL_ROWS]
    shown = [step for step in fresh if step in moved]
    names = {one.id: one.name for one in document.lists}
    table = table_of(
        ("pollster", "left"),
        ("field", "left"),
        ("weight", "right"),
        ("moved, in points", "left"),
        ("", "left"),
    )
    for step in shown:
        field = f"{step.fieldwork_end:%d %b}" if step.fieldwork_end else ""
        source = cite(step.source) if step.source else ""
        told = _moves(step.votes, names)
        table.add_row(step.pollster, field, weight(step.weight), told, source)
    yield table
    rest = len(fresh) - len(shown)
    more = f"{rest} more moved less. " if rest else ""
    earlier = weight(document.weight_of_earlier_polls)
    yield Text(f"{more}The polls known before weigh {earlier} in the later forecast.", style="dim")


def _size(step: StepPart) -> float:
    return sum(abs(points) for points in step.votes.values())


def _moves(votes: Mapping[str, float], names: Mapping[str, str]) -> str:
    largest = sorted(votes.items(), key=lambda pair: -abs(pair[1]))[:4]
    told = [f"{names[one]} {signed(points)}" for one, points in largest if abs(points) >= TOLD]
    return ", ".join(told) or "nothing by a tenth of a point"


def _notes(document: ChangesDocument) -> Iterator[RenderableType]:
    yield from heading("What to know")
    for note in document.notes:
        yield Text(f"· {note}")


def _sources(document: ChangesDocument, cite: Cite) -> Iterator[RenderableType]:
    texts = {one.id: one.text for one in document.sources}
    if cite.numbers:
        yield from heading("Sources")
    for source_id, number in cite.numbers.items():
        yield Text(f"[{number}] {texts[source_id]}")
