"""The forecast as a table for spreadsheets: one figure a row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from formateur.reporting.schema import ForecastDocument, Spread
from formateur.reporting.table_account import Row, account_rows

COLUMNS = ("election", "as_of", "part", "id", "name", "figure", "value", "run", "estimator")


def render_csv(document: ForecastDocument) -> str:
    """Return every figure of the forecast as CSV text.

    ``part`` is the part of the document: lists, blocs, governments, motions, events, order, trend,
    houses, pollsters or polls; ``figure`` names the figure as the document does (``votes.q50`` in
    percent, ``seats.q50`` in seats, chances from 0 to 1), that of a trend with its day before it.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    head, tail = (
        (document.election.id, document.as_of.isoformat()),
        (document.run, document.estimator),
    )
    for row in (*_rows(document), *account_rows(document)):
        writer.writerow((*head, *row, *tail))
    return text.getvalue()


def _rows(document: ForecastDocument) -> Iterator[Row]:
    for one in document.lists:
        key = ("lists", one.id, one.name)
        yield from _spread(key, "votes", one.votes)
        yield from _spread(key, "seats", one.seats)
        yield *key, "p_threshold", one.p_threshold
        yield *key, "p_largest", one.p_largest
    for bloc in document.blocs:
        key = ("blocs", bloc.id, bloc.name)
        yield from _spread(key, "seats", bloc.seats)
        yield *key, "p_majority", bloc.p_majority
    names = {one.id: one.name for one in document.lists}
    for government in document.governments:
        name = " + ".join(names[one] for one in government.lists)
        key = ("governments", "+".join(government.lists), name)
        yield *key, "p_could", government.p_could
        yield *key, "p_minimal", government.p_minimal
        yield *key, "minimal_winning", str(government.minimal_winning).lower()
        yield *key, "blocked", str(government.blocked).lower()
        yield from _spread(key, "surplus", government.surplus)
    for motion in document.motions:
        key = ("motions", motion.id, motion.title)
        yield *key, "p_carried", motion.p_carried
        yield *key, "p_if_unknown_oppose", motion.p_if_unknown_oppose
        yield *key, "p_if_unknown_support", motion.p_if_unknown_support
    for event in document.events:
        key = ("events", event.id, event.title)
        yield *key, "polls_before", event.polls_before
        yield *key, "polls_after", event.polls_after
        yield *key, "identified", str(event.identified).lower()


def _spread(key: tuple[str, str, str], figure: str, values: Spread) -> Iterator[Row]:
    for name, value in values.model_dump().items():
        yield *key, f"{figure}.{name}", value
