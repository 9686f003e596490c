"""The pictures of the station of votes: how every list moved, with its polls and the events."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from formateur.reporting.schema import ListPart
from formateur.reporting.schema_account import PollPart, TrendPart
from formateur.reporting.view.charts import Chart, EventMark, PollDot, Trend, TrendDay
from formateur.reporting.view.unsure import levels
from formateur.reporting.view.wording import NOTHING
from formateur.reporting.view.words import Words


def trend_charts(words: Words) -> Iterator[Chart]:
    """Picture the trend of every list, in their order, all over the same days."""
    drawn = {one.list: one for one in words.document.trend if one.points}
    first = min((one.points[0].date for one in drawn.values()), default=words.document.as_of)
    for one in words.document.lists:
        if one.id in drawn:
            yield _chart(words, one, drawn[one.id], first)


def _chart(words: Words, one: ListPart, trend: TrendPart, first: date) -> Chart:
    name = words.called(one.name).text
    now, week, month = (cell.text for cell in levels(words, one.id))
    say = words.language.say
    return Chart(
        id=f"trend-{one.id}",
        kind="trend",
        title=say("{list}: percent of the votes in the polls", list=name),
        description=say("{now} percent now.", now=now)
        if NOTHING in (week, month)
        else say(
            "{now} percent now, {week} seven days ago, {month} thirty days ago.",
            now=now,
            week=week,
            month=month,
        ),
        table="unsure",
        data=Trend(
            list=one.id,
            name=name,
            axis=words.say("percent of the votes"),
            first=first,
            last=words.document.as_of,
            days=tuple(
                TrendDay(
                    day=point.date,
                    q05=point.q05,
                    q25=point.q25,
                    q50=point.q50,
                    q75=point.q75,
                    q95=point.q95,
                )
                for point in trend.points
            ),
            polls=tuple(_dots(words, one.id, first)),
            events=tuple(_events(words, one.id, first)),
            result=one.result.share if one.result else None,
        ),
    )


def _dots(words: Words, list_id: str, first: date) -> Iterator[PollDot]:
    for poll in words.document.polls:
        day = middle_day(poll)
        if poll.used and list_id in poll.shares and first <= day <= words.document.as_of:
            yield PollDot(
                id=poll.id,
                day=day,
                percent=poll.shares[list_id],
                label=words.called(poll.pollster).text,
                weight=poll.weight,
            )


def middle_day(poll: PollPart) -> date:
    """Return the day in the middle of the fieldwork, the later one of two."""
    start = poll.fieldwork_start or poll.fieldwork_end
    return poll.fieldwork_end - timedelta(days=(poll.fieldwork_end - start).days // 2)


def _events(words: Words, list_id: str, first: date) -> Iterator[EventMark]:
    """Return the events that concern a list, or none in particular."""
    for event in words.document.events:
        if event.date >= first and (not event.lists or list_id in event.lists):
            title = words.called(event.title)
            yield EventMark(id=event.id, day=event.date, label=title.text, language=title.language)
