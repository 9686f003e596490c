"""The station of seats: lists and blocs."""

from __future__ import annotations

from collections.abc import Iterator

from formateur.language import message
from formateur.reporting.figure_ids import BLOC, figure
from formateur.reporting.rows import kingmakers
from formateur.reporting.schema import BlocPart, ListPart
from formateur.reporting.view.cells import (
    bars_cell,
    chance_cell,
    list_cell,
    name_cell,
    seats_cell,
)
from formateur.reporting.view.lead import counted, seats_lead
from formateur.reporting.view.records import Cell, Column, Row, Sentence, Station, Table
from formateur.reporting.view.seats_charts import seats_charts
from formateur.reporting.view.words import Words


def seats_station(words: Words) -> Station:
    """Tell the seats of lists and blocs."""
    said = counted(words) if words.document.basis == "result" else seats_lead(words)
    return Station(
        id="seats",
        title=words.say("Seats"),
        sentences=tuple(words.told(one) for one in said),
        charts=tuple(seats_charts(words)),
        tables=(lists_table(words), *blocs_tables(words)),
    )


def lists_table(words: Words) -> Table:
    """Tabulate votes and seats of every list."""
    polls = words.document.basis == "polls"
    return Table(
        id="lists",
        title=words.say("Lists"),
        caption=words.say(
            "Votes and seats of the lists: middle value and the range that holds 90 of 100 "
            "simulated elections"
        )
        if polls
        else words.say("Votes and seats of the lists: the official result"),
        columns=(
            Column(key="list", title=words.say("List"), look="name"),
            Column(key="votes", title=words.say("votes %"), look="range"),
            Column(key="seats", title=words.say("seats"), look="range"),
            *_how_often(words),
            Column(key="largest", title=words.say("most seats"), look="chance"),
            Column(key="missed", title=words.say("below threshold"), look="chance"),
        ),
        rows=tuple(Row(id=one.id, cells=_list(words, one)) for one in words.document.lists),
        first=len(words.document.lists),
        notes=tuple(_ranges(words)) if polls else (),
    )


def _how_often(words: Words) -> Iterator[Column]:
    """Head the pictures of the chances, as long as there are chances."""
    if words.document.basis == "polls":
        yield Column(key="chances", title=words.say("seats, how often"), look="bars")


def _ranges(words: Words) -> Iterator[Sentence]:
    yield words.told(message("Ranges hold 90 of 100 simulated elections."))


def _list(words: Words, one: ListPart) -> tuple[Cell, ...]:
    settled = words.document.basis == "result"
    seats, missed = figure("seats", one.id), round(1 - one.p_threshold, 6)
    return (
        list_cell(words, one),
        Cell(text=words.shares(one.votes), value=one.votes.q50, figure=figure("votes", one.id)),
        seats_cell(words, one),
        *(() if settled else (bars_cell(one.seat_chances, words.seats(one.seats), seats),)),
        chance_cell(words, one.p_largest, figure("largest", one.id), settled=settled, quiet=True),
        chance_cell(words, missed, figure("threshold", one.id), settled=settled, quiet=True),
    )


def blocs_tables(words: Words) -> Iterator[Table]:
    """Tabulate the seats of the blocs, where the folder names any."""
    document = words.document
    if not document.blocs:
        return
    majority, makers = document.election.majority, kingmakers(document)
    say = words.language.say
    yield Table(
        id="blocs",
        title=words.say("Blocs"),
        caption=say(
            "Seats of the blocs; a majority is {majority} of {seats} seats",
            majority=majority,
            seats=document.election.seats,
        ),
        columns=(
            Column(key="bloc", title=words.say("Bloc"), look="name"),
            Column(key="seats", title=words.say("seats"), look="range"),
            *_how_often(words),
            Column(key="majority", title=say("has {majority}", majority=majority), look="chance"),
            *(
                Column(
                    key=f"with {one.id}",
                    title=say(
                        "has {majority} with {name}",
                        majority=majority,
                        name=words.called(one.name).text,
                    ),
                    look="chance",
                    brief=False,
                )
                for one in makers
            ),
            Column(key="lists", title=words.say("lists")),
        ),
        rows=tuple(Row(id=one.id, cells=_bloc(words, one, makers)) for one in document.blocs),
        first=len(document.blocs),
        notes=tuple(_how_blocs_are_read(words, makers)),
    )


def _how_blocs_are_read(words: Words, makers: list[ListPart]) -> Iterator[Sentence]:
    yield words.told(
        message("Who counts which lists in a bloc is told by its source. Blocs may overlap.")
    )
    if makers:
        yield words.told(
            message("Adding the seats of a list outside the blocs is arithmetic, not a promise.")
        )


def _bloc(words: Words, bloc: BlocPart, makers: list[ListPart]) -> tuple[Cell, ...]:
    seats = figure("seats", f"{BLOC}{bloc.id}")
    settled = words.document.basis == "result"
    own = tuple(words.called(words.list_name(one)) for one in bloc.lists)
    return (
        name_cell(words, bloc.name, bloc.id, (bloc.source,)),
        Cell(text=words.seats(bloc.seats), value=bloc.seats.q50, figure=seats),
        *(() if settled else (bars_cell(bloc.seat_chances, words.seats(bloc.seats), seats),)),
        chance_cell(words, bloc.p_majority, figure("bloc", bloc.id), settled=settled),
        *(
            chance_cell(
                words,
                bloc.p_majority_with.get(one.id, 0.0),
                figure("bloc", bloc.id, one.id),
                settled=settled,
            )
            for one in makers
        ),
        Cell(
            text=", ".join(words.language.isolated(one.text) for one in own),
            value="+".join(bloc.lists),
            pieces=own,
        ),
    )
