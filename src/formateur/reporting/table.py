"""The forecast as a table for spreadsheets: one figure a row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from formateur.reporting.motion_csv import motion_figures
from formateur.reporting.record import Spread
from formateur.reporting.schema import ForecastDocument
from formateur.reporting.table_account import Row, account_rows

COLUMNS = ("election", "as_of", "part", "id", "name", "figure", "value", "run", "estimator")


def render_csv(document: ForecastDocument) -> str:
    """Return every figure of the forecast as CSV text.

    ``part`` is the part of the document: lists, blocs, governments (which could), would, heads,
    formation, office, power, motions, events, order, trend, houses, pollsters or polls; ``figure``
    names the figure as the document does (``votes.q50`` in percent, ``seats.q50`` in seats, chances
    from 0 to 1), that of a trend with its day before it.
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
        if government.p_would is not None:
            yield *key, "p_would", government.p_would
        yield from _spread(key, "surplus", government.surplus)
    yield from _formation(document)
    for motion in document.motions:
        for figure, value in motion_figures(motion):
            yield "motions", motion.id, motion.title, figure, value
    for event in document.events:
        key = ("events", event.id, event.title)
        yield *key, "polls_before", event.polls_before
        yield *key, "polls_after", event.polls_after
        yield *key, "identified", str(event.identified).lower()
        for effect in event.effects:
            yield *key, f"identified.{effect.list}", str(effect.identified).lower()
            for figure, value in effect.points:
                yield *key, f"points.{effect.list}.{figure}", value


def _formation(document: ForecastDocument) -> Iterator[Row]:
    formation = document.formation
    if formation is None:
        return
    for one in formation.governments:
        key = ("would", "+".join(one.members), " + ".join(one.names))
        yield *key, "p_would", one.p_would
        yield *key, "p_could", one.p_could
    yield "would", "none", "no government before the next election", "p_would", formation.p_none
    for head in formation.heads:
        yield "heads", head.player, head.name, "p_head", head.p
    for asked in formation.first:
        yield "heads", asked.player, asked.name, "p_asked_first", asked.p
    whole = ("formation", "formation", "formation")
    yield *whole, "p_minority", formation.p_minority
    if formation.days is not None:
        yield from _spread(whole, "days", formation.days)
    for day in formation.office:
        yield "office", day.date.isoformat(), "a new government", "p_new", day.p_new
        for held in day.holders:
            yield "office", f"{day.date}:{held.player}", held.name, "p_in_office", held.p
    for power in formation.power:
        yield "power", power.list, power.list, "banzhaf", power.banzhaf
        yield "power", power.list, power.list, "shapley", power.shapley


def _spread(key: tuple[str, str, str], figure: str, values: Spread) -> Iterator[Row]:
    for name, value in values.model_dump().items():
        yield *key, f"{figure}.{name}", value
