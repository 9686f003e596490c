"""Columns and cells that both tables of polls hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from formateur.reporting.figure_ids import figure
from formateur.reporting.schema import ListPart
from formateur.reporting.schema_account import PollPart
from formateur.reporting.view.records import Cell, Column
from formateur.reporting.view.wording import NOTHING
from formateur.reporting.view.words import Words


def columns_of_lists(
    words: Words, lists: Sequence[ListPart], *, brief: bool = True
) -> Iterator[Column]:
    """Head the readings of lists."""
    for one in lists:
        title = words.called(one.name).text
        yield Column(key=one.id, title=title, look="number", brief=brief)


def weight_cell(words: Words, poll: PollPart) -> Cell:
    """Tell the weight of a poll."""
    return Cell(
        text=words.weight(poll.weight) if poll.used else NOTHING,
        value=poll.weight,
        figure=figure("poll", poll.id),
    )


def reading_cells(words: Words, poll: PollPart, lists: Sequence[ListPart]) -> Iterator[Cell]:
    """Tell what a poll prints of lists."""
    for one in lists:
        printed = poll.readings.get(one.id, "")
        yield Cell(text=reading(words, printed), value=printed, figure=figure("poll", poll.id))


def reading(words: Words, printed: str) -> str:
    """Write what a poll prints of a list with the decimals that it prints."""
    try:
        value = float(printed)
    except ValueError:
        return printed
    return words.language.number(value, len(printed.partition(".")[2]))


def pollster_cell(words: Words, poll: PollPart) -> Cell:
    """Name who asked, and for whom."""
    house, sponsor = words.called(poll.pollster), words.called(poll.sponsor)
    return Cell(
        text=house.text,
        value=poll.pollster,
        language=house.language,
        small=(sponsor,) if sponsor.text else (),
    )
