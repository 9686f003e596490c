"""House effects, and how far each house was off before."""

from __future__ import annotations

from formateur.reporting.figure_ids import figure, figure_at
from formateur.reporting.schema import ListPart
from formateur.reporting.schema_account import HousePart, PastPollsPart
from formateur.reporting.view.cells import EMPTY, name_cell
from formateur.reporting.view.records import Cell, Column, Row, Station, Table
from formateur.reporting.view.words import Words


def houses_station(words: Words) -> Station:
    """Tell by how much houses differ from each other, and how far they were off before."""
    document = words.document
    tables = []
    if document.houses:
        tables.append(_effects(words))
    if document.pollsters:
        tables.append(record_table(words))
    return Station(id="houses", title=words.say("Houses"), tables=tuple(tables))


def _effects(words: Words) -> Table:
    lists = [one for one in words.document.lists if one.uncertainty]
    houses = dict.fromkeys(one.pollster for one in words.document.houses)
    effects = {(one.pollster, one.list): one for one in words.document.houses}
    return Table(
        id="houses",
        folded=True,
        title=words.say("House effects"),
        caption=words.say(
            "Points by which a house shows a list higher than the others do; bold: beyond chance"
        ),
        columns=(
            Column(key="house", title=words.say("House"), look="name"),
            *(
                Column(key=one.id, title=words.called(one.name).text, look="number")
                for one in lists
            ),
        ),
        rows=tuple(Row(id=one, cells=_house(words, one, lists, effects)) for one in houses),
        first=len(houses),
        brief=False,
    )


def _house(
    words: Words,
    house: str,
    lists: list[ListPart],
    effects: dict[tuple[str, str], HousePart],
) -> tuple[Cell, ...]:
    found = (effects.get((house, one.id)) for one in lists)
    return (name_cell(words, house), *(_effect(words, one) for one in found))


def _effect(words: Words, one: HousePart | None) -> Cell:
    if one is None:
        return EMPTY
    return Cell(
        text=words.points(one.points),
        value=one.points,
        figure=figure_at("house", one.list, one.pollster),
        strong=one.low > 0 or one.high < 0,
    )


def record_table(words: Words) -> Table:
    """Tabulate how far the last polls of the houses were off in earlier elections."""
    past = words.document.pollsters
    return Table(
        id="pollsters",
        folded=True,
        title=words.say("Last polls before earlier votes: mean absolute error of a list, points"),
        caption=words.say(
            "How far the last polls of a house before earlier votes were off: mean absolute error "
            "of a list, points"
        ),
        columns=(
            Column(key="house", title=words.say("Pollster"), look="name"),
            Column(key="elections", title=words.say("elections"), look="number"),
            Column(key="error", title=words.say("error"), look="number"),
        ),
        rows=tuple(Row(id=one.pollster, cells=_past(words, one)) for one in past),
        first=len(past),
        brief=False,
    )


def _past(words: Words, one: PastPollsPart) -> tuple[Cell, ...]:
    name = figure("pollster", one.pollster)
    return (
        name_cell(words, one.pollster),
        Cell(text=words.language.number(one.elections), value=one.elections),
        Cell(text=words.language.number(one.error, 1), value=one.error, figure=name),
    )
