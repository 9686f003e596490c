"""The table of every poll known on the day."""

from __future__ import annotations

from collections.abc import Sequence

from formateur.language import Message, message
from formateur.reporting.figure_ids import figure
from formateur.reporting.schema import ListPart
from formateur.reporting.schema_account import PollPart
from formateur.reporting.view.cells import EMPTY
from formateur.reporting.view.poll_cells import (
    columns_of_lists,
    pollster_cell,
    reading,
    reading_cells,
    weight_cell,
)
from formateur.reporting.view.records import Cell, Column, Row, Table
from formateur.reporting.view.words import Words


def all_polls_table(words: Words) -> Table:
    """Tabulate every poll known on the day, newest first."""
    document = words.document
    read = {one for poll in document.polls for one in poll.readings}
    lists = [one for one in document.lists if one.id in read]
    count = len(document.polls)
    return Table(
        id="polls",
        folded=True,
        title=words.language.say_many(
            "{count} poll known on the day", "All {count} polls known on the day", count
        ),
        caption=words.say(
            "Polls known on the day, newest first: percent, or seats where the poll gives seats"
        ),
        columns=(
            Column(key="field", title=words.say("field"), look="day"),
            Column(key="pollster", title=words.say("pollster"), look="name"),
            Column(key="published", title=words.say("published"), look="day", brief=False),
            Column(key="sample", title=words.say("asked"), look="number", brief=False),
            Column(key="scale", title=words.say("printed in")),
            *columns_of_lists(words, lists, brief=False),
            Column(key="others", title=words.say("other lists"), brief=False),
            Column(key="printed", title=words.say("printed"), wide=False),
            Column(key="used", title=words.say("used")),
            Column(key="weight", title=words.say("weight"), look="number"),
            Column(key="surprise", title=words.say("surprise"), look="number"),
            Column(key="source", title=words.say("source"), look="sources", brief=False),
        ),
        rows=tuple(Row(id=one.id, cells=_full(words, one, lists)) for one in document.polls),
        first=count,
        brief=False,
    )


def _full(words: Words, poll: PollPart, lists: Sequence[ListPart]) -> tuple[Cell, ...]:
    own = {one.id for one in lists}
    others = {one: printed for one, printed in poll.readings.items() if one not in own}
    return (
        Cell(text=fieldwork(words, poll), value=poll.fieldwork_end),
        pollster_cell(words, poll),
        Cell(text=words.language.short_day(poll.published), value=poll.published)
        if poll.published
        else EMPTY,
        Cell(text=words.language.number(poll.sample_size), value=poll.sample_size)
        if poll.sample_size
        else EMPTY,
        Cell(text=_scale(words, poll), value=poll.scale),
        *reading_cells(words, poll, lists),
        _printed(words, others),
        _printed(words, poll.readings),
        _used(words, poll),
        weight_cell(words, poll),
        _surprise(words, poll),
        Cell(text="", sources=(poll.source,)),
    )


def _scale(words: Words, poll: PollPart) -> str:
    if poll.kind == "exit":
        seats, percent = words.say("seats, exit poll"), words.say("percent, exit poll")
        return seats if poll.scale == "seats" else percent
    return words.say("seats") if poll.scale == "seats" else words.say("percent")


def _printed(words: Words, readings: dict[str, str]) -> Cell:
    told = [
        words.language.tell(
            message(
                "{list} {figure}",
                list=words.called(words.list_name(one)).text,
                figure=reading(words, printed),
            )
        )
        for one, printed in readings.items()
    ]
    return Cell(text=", ".join(told))


def _used(words: Words, poll: PollPart) -> Cell:
    note = words.called(poll.note)
    reason = words.language.tell(words.written(poll.reason_message))
    told: Message = message("yes") if poll.used else message("no: {reason}", reason=reason)
    return Cell(
        text=words.language.tell(told),
        value=poll.used,
        small=(note,) if note.text else (),
    )


def _surprise(words: Words, poll: PollPart) -> Cell:
    if poll.surprise is None:
        return EMPTY
    return Cell(
        text=words.language.number(poll.surprise, 1),
        value=poll.surprise,
        figure=figure("poll", poll.id),
    )


def fieldwork(words: Words, poll: PollPart) -> str:
    """Write the days of the fieldwork."""
    first, last = poll.fieldwork_start, poll.fieldwork_end
    if first is None or first == last:
        return words.language.short_day(last)
    return words.language.say(
        "{first} to {last}",
        first=words.language.short_day(first),
        last=words.language.short_day(last),
    )
