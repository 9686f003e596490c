"""What changed between two days, as a table for spreadsheets: one figure a row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from formateur.reporting.changes_schema import ChangesDocument, Moved, Pair

COLUMNS = ("election", "first", "last", "part", "id", "name", "figure", "value", "estimator")

Row = tuple[str, str, str, str, float | str]


def render_changes_csv(document: ChangesDocument) -> str:
    """Return every figure as CSV text.

    ``part`` is lists, steps or blocs. Steps are numbered from 1; their figures are the cause, the
    weight, and ``votes.LIST``, ``seats.LIST`` and ``previous.LIST`` for what they moved.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    head = (document.election, document.first.isoformat(), document.last.isoformat())
    for row in _rows(document):
        writer.writerow((*head, *row, document.estimator))
    return text.getvalue()


def _rows(document: ChangesDocument) -> Iterator[Row]:
    for one in document.lists:
        key = ("lists", one.id, one.name)
        yield from _moved(key, "votes", one.votes)
        yield from _moved(key, "seats", one.seats)
        for figure in ("previous", "p_threshold", "p_largest"):
            yield from _pair(key, figure, getattr(one, figure))
    for number, step in enumerate(document.steps, start=1):
        name = f"{step.pollster}, {step.fieldwork_end}" if step.poll else step.cause
        key = ("steps", f"{number}", name)
        yield *key, "cause", step.cause
        if step.poll:
            yield *key, "poll", step.poll
            yield *key, "weight", step.weight
        for figure in ("votes", "seats", "previous"):
            for one_list, value in getattr(step, figure).items():
                yield *key, f"{figure}.{one_list}", value
    for bloc in document.blocs:
        key = ("blocs", bloc.id, bloc.name)
        yield from _pair(key, "seats", bloc.seats)
        yield from _pair(key, "p_majority", bloc.p_majority)


def _moved(key: tuple[str, str, str], figure: str, moved: Moved) -> Iterator[Row]:
    for day, values in (("before", moved.before), ("after", moved.after)):
        for name, value in values.model_dump().items() if values else ():
            yield *key, f"{figure}.{day}.{name}", value
    yield *key, f"{figure}.change", moved.change


def _pair(key: tuple[str, str, str], figure: str, pair: Pair | None) -> Iterator[Row]:
    if pair is not None:
        yield *key, f"{figure}.before", pair.before
        yield *key, f"{figure}.after", pair.after
