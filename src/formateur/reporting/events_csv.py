"""What events did, as a table for spreadsheets: one figure a row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from formateur.reporting.events_campaign_schema import SensitivityPart
from formateur.reporting.events_document_schema import EventsDocument
from formateur.reporting.record import Record

COLUMNS = ("election", "as_of", "part", "id", "list", "figure", "value")

Row = tuple[str, str, str, str, float | str | bool]


def render_events_csv(document: EventsDocument) -> str:
    """Return every figure as CSV text.

    ``part`` is effects, expected, sensitivity, many or kin. A figure of a part within a part has
    both names: ``polled.alone.mean``.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    head = (document.election, document.as_of.isoformat())
    for row in _rows(document):
        writer.writerow((*head, *row))
    return text.getvalue()


def _rows(document: EventsDocument) -> Iterator[Row]:
    for event in document.events:
        key = ("effects", event.id, "")
        for figure in ("polls_before", "polls_after", "polls_unclear", "identified"):
            yield *key, figure, getattr(event, figure)
        for effect in event.effects:
            for figure, value in _figures(effect):
                yield "effects", event.id, effect.list, figure, value
    for part in document.sensitivity:
        yield from _sensitivity(part)
    yield from _together(document)


def _together(document: EventsDocument) -> Iterator[Row]:
    """Figures that rest on several events."""
    for one in document.expected:
        for figure, value in _figures(one.points):
            yield "expected", one.event, one.list, f"points.{figure}", value
    for figure, value in _figures(document.many):
        yield "many", "", "", figure, value
    for kin in document.kin:
        for figure, value in _figures(kin.shift):
            yield "kin", f"{kin.role}:{kin.name}", "", figure, value
        yield "kin", f"{kin.role}:{kin.name}", "", "events", " ".join(kin.events)


def _sensitivity(part: SensitivityPart) -> Iterator[Row]:
    for shift, seats in zip(part.shifts, part.seats, strict=True):
        yield "sensitivity", "seats", part.list, f"{shift:+.2f}", seats
    for one in part.headlines:
        key = f"{one.what}:{'>'.join(one.of)}"
        for shift, p in zip(part.shifts, one.p, strict=True):
            yield "sensitivity", key, part.list, f"{shift:+.2f}", p
        for figure in ("break_even", "break_even_points", "p_beyond"):
            if (value := getattr(one, figure)) is not None:
                yield "sensitivity", key, part.list, figure, value


def _figures(part: Record) -> Iterator[tuple[str, float | str | bool]]:
    """Figures of a part by name, and of the parts in it; names of lists are left out."""
    for name, value in part:
        if isinstance(value, Record):
            yield from ((f"{name}.{inner}", one) for inner, one in _figures(value))
        elif isinstance(value, bool | int | float):
            yield name, value
