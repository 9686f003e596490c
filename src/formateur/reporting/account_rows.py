"""What text and page both show of how the votes came about."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from formateur.reporting.schema import ForecastDocument, ListPart
from formateur.reporting.schema_account import HousePart, PollPart, TrendPart
from formateur.reporting.words import and_list, of_50

BACK = (0, 7, 30)
"""Days ago on which the trend is told."""

HEAVIEST = 10
"""Polls shown to people; the document and `formateur polls` list them all."""

STANDING_OUT = 3
"""Houses, surprising polls and open orders that are told in a sentence."""

OPEN = 0.75
"""With a smaller chance the order of two lists is told as open."""

SURPRISING = 1.5
"""Standard deviations; polls that missed by less are as polls are."""


def trend_of(document: ForecastDocument, list_id: str) -> TrendPart | None:
    """Return the trend of a list; ``None`` where there is none."""
    return next((one for one in document.trend if one.list == list_id and one.points), None)


def levels(document: ForecastDocument, list_id: str) -> list[str]:
    """Return the middle of the trend at `BACK`; empty where no poll had named the list yet."""
    trend = trend_of(document, list_id)
    by_day = {point.date: point.q50 for point in trend.points} if trend else {}
    days = [document.as_of - timedelta(days=back) for back in BACK]
    return [f"{by_day[day]:.1f}" if day in by_day else "" for day in days]


def unsure(one: ListPart) -> list[str]:
    """Return the standard deviations of a list in points: polls, movement, shared error."""
    if one.uncertainty is None:
        return ["", "", ""]
    own = one.uncertainty
    return [f"{value:.1f}" for value in (own.polls, own.movement, own.shared)]


def pulls(document: ForecastDocument) -> list[tuple[str, dict[str, str]]]:
    """Return what moves lists away from their polls: a title, and signed points by list.

    What moves no list by as much as a twentieth of a point is left out.
    """
    own = {one.id: one.uncertainty for one in document.lists if one.uncertainty}
    found = [
        ("previous result", {one: pull.previous for one, pull in own.items()}),
        ("own record", {one: pull.record for one, pull in own.items()}),
    ]
    return [
        (title, {one: signed(points) for one, points in by_list.items()})
        for title, by_list in found
        if any(abs(points) >= 0.05 for points in by_list.values())
    ]


def signed(points: float) -> str:
    """Write a difference with its sign: ``+1.3``, ``−0.2``; one that rounds to nothing as ``0``.

    Examples
    --------
    >>> signed(1.26), signed(-0.2), signed(-0.01)
    ('+1.3', '−0.2', '0')
    """
    told = f"{points:+.1f}"
    return "0" if told in ("+0.0", "-0.0") else told.replace("-", "−")


def house_sentence(document: ForecastDocument) -> str:
    """Say which houses differ from the others beyond chance."""
    sure = [one for one in document.houses if one.low > 0 or one.high < 0]
    if not sure:
        return "Houses: none shows a list higher or lower than the others beyond chance."
    names = {one.id: one.name for one in document.lists}
    largest = sorted(sure, key=lambda one: -abs(one.points))[:STANDING_OUT]
    told = and_list([_house(one, names.get(one.list, one.list)) for one in largest])
    rest = len(sure) - len(largest)
    more = f"; {rest} more such {'difference' if rest == 1 else 'differences'}" if rest else ""
    return f"Houses that stand out, in points against the others: {told}{more}."


def _house(one: HousePart, name: str) -> str:
    bounds = f"({signed(one.low)} to {signed(one.high)})"
    return f"{one.pollster} has {name} at {signed(one.points)} {bounds}"


def surprise_sentence(document: ForecastDocument) -> str:
    """Say which polls were farthest from what the polls before them led to expect."""
    ordered = sorted(
        (poll for poll in document.polls if poll.surprise is not None),
        key=lambda poll: -(poll.surprise or 0.0),
    )
    if not ordered:
        return ""
    far = [poll for poll in ordered if (poll.surprise or 0.0) >= SURPRISING][:STANDING_OUT]
    if not far:
        return f"No poll was a surprise; farthest off was {_poll(ordered[0])}."
    return f"Polls that surprised: {and_list([_poll(poll) for poll in far])}."


def _poll(poll: PollPart) -> str:
    day = f"{poll.fieldwork_end.day} {poll.fieldwork_end:%B}"
    return f"{poll.pollster} of {day} ({poll.surprise:.1f} standard deviations)"


def order_sentence(document: ForecastDocument) -> str:
    """Say where the order of the votes is most open; empty where it is sure."""
    names = {one.id: one.name for one in document.lists}
    open_ones = [pair for pair in document.order if pair.p_more_votes < OPEN]
    told = [
        f"{names[pair.first]} before {names[pair.second]} in {of_50(pair.p_more_votes)}"
        for pair in sorted(open_ones, key=lambda pair: pair.p_more_votes)[:STANDING_OUT]
    ]
    return f"Order of the votes, where it is most open: {and_list(told)}." if told else ""


def account_sentences(document: ForecastDocument) -> Iterator[str]:
    """Return what there is to say of houses, polls and order."""
    if document.houses:
        yield house_sentence(document)
    yield from filter(None, (surprise_sentence(document), order_sentence(document)))


def heaviest_polls(document: ForecastDocument) -> list[PollPart]:
    """Return the polls that weigh most, the heaviest first, newer ones first where they tie."""
    used = [poll for poll in document.polls if poll.used]
    return sorted(used, key=lambda poll: -poll.weight)[:HEAVIEST]
