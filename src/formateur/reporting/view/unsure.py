"""The table of what the polls say, and what makes it unsure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from formateur.language import message
from formateur.reporting.figure_ids import figure
from formateur.reporting.schema import ListPart
from formateur.reporting.schema_account import TrendPart
from formateur.reporting.view.cells import EMPTY, list_cell
from formateur.reporting.view.records import Cell, Column, Row, Table
from formateur.reporting.view.words import Words

BACK = (0, 7, 30)
"""Days ago on which the trend is told."""

LEAST = 0.05
"""Points; what moves no list by as much is left out."""


def unsure_table(words: Words) -> Table:
    """Tabulate how the polls moved and what makes every list unsure."""
    pulls = _pulls(words)
    note = (
        message(
            "Percent; ± are standard deviations in points: sampling and houses, opinion until the "
            "vote, the error that all polls share; last, what moves a list away from its polls, in "
            "points."
        )
        if pulls
        else message(
            "Percent; ± are standard deviations in points: sampling and houses, opinion until the "
            "vote, the error that all polls share."
        )
    )
    return Table(
        id="unsure",
        folded=True,
        title=words.say("What the polls say, and how sure they are"),
        caption=words.say("What the polls say in percent, and what makes it unsure in points"),
        columns=(
            Column(key="list", title=words.say("List"), look="name"),
            Column(key="votes", title=words.say("votes on the day"), look="range", brief=False),
            Column(key="now", title=words.say("polls now"), look="number"),
            *(_back(words, days) for days in BACK[1:]),
            Column(key="polls", title=words.say("± sampling"), look="number"),
            Column(key="movement", title=words.say("± movement"), look="number"),
            Column(key="shared", title=words.say("± shared error"), look="number"),
            *(Column(key=title, title=title, look="number") for title in pulls),
        ),
        rows=tuple(Row(id=one.id, cells=_cells(words, one, pulls)) for one in words.document.lists),
        first=len(words.document.lists),
        notes=(words.told(note),),
    )


def _back(words: Words, days: int) -> Column:
    title = words.language.say_many("{count} day ago", "{count} days ago", days)
    return Column(key=f"back-{days}", title=title, look="number")


def _pulls(words: Words) -> dict[str, Mapping[str, float]]:
    """Return what moves lists away from their polls: points by list, under a title."""
    own = {one.id: one.uncertainty for one in words.document.lists if one.uncertainty}
    found = {
        words.say("previous result"): {one: pull.previous for one, pull in own.items()},
        words.say("own record"): {one: pull.record for one, pull in own.items()},
    }
    return {
        title: by_list
        for title, by_list in found.items()
        if any(abs(points) >= LEAST for points in by_list.values())
    }


def _cells(
    words: Words, one: ListPart, pulls: Mapping[str, Mapping[str, float]]
) -> tuple[Cell, ...]:
    unsure = figure("unsure", one.id)
    votes = Cell(text=words.shares(one.votes), value=one.votes.q50, figure=figure("votes", one.id))
    moved = (by_list.get(one.id) for by_list in pulls.values())
    return (
        list_cell(words, one),
        votes,
        *levels(words, one.id),
        *_spreads(words, one),
        *(
            EMPTY
            if points is None
            else Cell(text=words.points(points), value=points, figure=unsure)
            for points in moved
        ),
    )


def trend_of(words: Words, list_id: str) -> TrendPart | None:
    """Return the trend of a list; ``None`` where there is none."""
    told = (one for one in words.document.trend if one.list == list_id and one.points)
    return next(told, None)


def levels(words: Words, list_id: str) -> list[Cell]:
    """Return the middle of the trend at `BACK`; a dash where no poll had named the list yet."""
    trend = trend_of(words, list_id)
    by_day = {point.date: point.q50 for point in trend.points} if trend else {}
    days = [words.document.as_of - timedelta(days=back) for back in BACK]
    name = figure("trend", list_id)
    return [
        Cell(text=words.language.number(by_day[day], 1), value=by_day[day], figure=name)
        if day in by_day
        else EMPTY
        for day in days
    ]


def _spreads(words: Words, one: ListPart) -> list[Cell]:
    own = one.uncertainty
    if own is None:
        return [EMPTY, EMPTY, EMPTY]
    name = figure("unsure", one.id)
    return [
        Cell(text=words.language.number(value, 1), value=value, figure=name)
        for value in (own.polls, own.movement, own.shared)
    ]
