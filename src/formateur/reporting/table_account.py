"""How the votes came about, as rows of the table for spreadsheets."""

from __future__ import annotations

from collections.abc import Iterator

from formateur.reporting.schema import ForecastDocument

Row = tuple[str, str, str, str, float | str]


def account_rows(document: ForecastDocument) -> Iterator[Row]:
    """Return uncertainty, order, trend, houses, pollsters and polls, one figure a row."""
    names = {one.id: one.name for one in document.lists}
    for one in document.lists:
        if one.uncertainty is not None:
            for figure, value in one.uncertainty.model_dump().items():
                yield "lists", one.id, one.name, f"uncertainty.{figure}", value
    yield from _order_rows(document, names)
    yield from _trend_rows(document, names)
    yield from _house_rows(document, names)
    for poll in document.polls:
        key = ("polls", poll.id)
        yield *key, poll.pollster, "used", str(poll.used).lower()
        yield *key, poll.pollster, "weight", poll.weight
        if poll.surprise is not None:
            yield *key, poll.pollster, "surprise", poll.surprise


def _order_rows(document: ForecastDocument, names: dict[str, str]) -> Iterator[Row]:
    for pair in document.order:
        key = ("order", f"{pair.first}>{pair.second}")
        name = f"{names[pair.first]} before {names[pair.second]}"
        for figure in ("p_more_votes", "p_more_seats", "p_equal_seats"):
            yield *key, name, figure, getattr(pair, figure)


def _trend_rows(document: ForecastDocument, names: dict[str, str]) -> Iterator[Row]:
    for trend in document.trend:
        key = ("trend", trend.list, names.get(trend.list, trend.list))
        for point in trend.points:
            for figure, value in point.model_dump(exclude={"date"}).items():
                yield *key, f"{point.date}.{figure}", value


def _house_rows(document: ForecastDocument, names: dict[str, str]) -> Iterator[Row]:
    for house in document.houses:
        key = ("houses", f"{house.pollster}:{house.list}")
        name = f"{house.pollster} on {names.get(house.list, house.list)}"
        for figure in ("points", "low", "high"):
            yield *key, name, figure, getattr(house, figure)
    for past in document.pollsters:
        key = ("pollsters", past.pollster)
        yield *key, past.pollster, "elections", past.elections
        yield *key, past.pollster, "error", past.error
