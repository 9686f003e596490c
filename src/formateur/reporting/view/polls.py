"""The polls known on the day, with their weights, and why some are not used."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from formateur.language import message_many
from formateur.reporting.rows import heaviest_polls, used_polls
from formateur.reporting.schema import ListPart
from formateur.reporting.schema_account import PollPart
from formateur.reporting.view.all_polls import all_polls_table
from formateur.reporting.view.poll_cells import (
    columns_of_lists,
    pollster_cell,
    reading_cells,
    weight_cell,
)
from formateur.reporting.view.records import Cell, Column, Row, Sentence, Station, Table
from formateur.reporting.view.words import Words


def polls_station(words: Words) -> Station:
    """Tell which polls were used, with what weight, and which were not, and why."""
    return Station(
        id="polls",
        title=words.say("Polls"),
        tables=tuple(_tables(words)) if words.document.polls else (),
    )


def _tables(words: Words) -> Iterator[Table]:
    used, heaviest = used_polls(words.document), heaviest_polls(words.document)
    if heaviest:
        yield _heaviest(words, heaviest, used)
    yield all_polls_table(words)


def _heaviest(words: Words, shown: Sequence[PollPart], used: Sequence[PollPart]) -> Table:
    lists = [x for x in words.document.lists if any(x.id in poll.readings for poll in shown)]
    count = len(shown)
    title = (
        words.say("Polls used")
        if count == len(used)
        else words.language.say_many(
            "Polls used, the heaviest", "Polls used, the {count} heaviest", count
        )
    )
    return Table(
        id="polls-heaviest",
        title=title,
        caption=words.say(
            "Polls used, the heaviest first: percent, or seats where the poll gives seats"
        ),
        columns=(
            Column(key="pollster", title=words.say("pollster"), look="name"),
            Column(key="field", title=words.say("field"), look="day"),
            Column(key="weight", title=words.say("weight"), look="number"),
            *columns_of_lists(words, lists),
            Column(key="source", title=words.say("source"), look="sources"),
        ),
        rows=tuple(Row(id=one.id, cells=_short(words, one, lists)) for one in shown),
        first=count,
        notes=tuple(_others(words, shown, used)),
    )


def _short(words: Words, poll: PollPart, lists: Sequence[ListPart]) -> tuple[Cell, ...]:
    end = poll.fieldwork_end
    return (
        pollster_cell(words, poll),
        Cell(text=words.language.day_in_table(end), value=end),
        weight_cell(words, poll),
        *reading_cells(words, poll, lists),
        Cell(text="", sources=(poll.source,)),
    )


def _others(
    words: Words, shown: Sequence[PollPart], used: Sequence[PollPart]
) -> Iterator[Sentence]:
    rest = len(used) - len(shown)
    if rest:
        weight = words.weight(1.0 - sum(poll.weight for poll in shown))
        yield words.told(
            message_many(
                "{count} more weighs {weight}; `formateur polls` shows it too.",
                "{count} more weigh {weight} together; `formateur polls` shows them all.",
                rest,
                weight=weight,
            )
        )
