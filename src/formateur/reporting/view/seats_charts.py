"""The pictures of the station of seats: 50 dots for lists and blocs, and one parliament."""

from __future__ import annotations

from collections.abc import Iterator

from formateur.language import Message, message
from formateur.reporting.figure_ids import figure
from formateur.reporting.schema import BlocPart, ListPart
from formateur.reporting.view.cells import pairs
from formateur.reporting.view.charts import Bench, Chart, Hemicycle, SeatChances, SeatRow
from formateur.reporting.view.words import Words


def seats_charts(words: Words) -> Iterator[Chart]:
    """Picture the seats of blocs and lists, and one simulated parliament."""
    if words.document.basis == "polls":
        if words.document.blocs:
            yield _blocs(words)
        yield _lists(words)
    yield parliament_chart(words)


def _blocs(words: Words) -> Chart:
    document, say = words.document, words.language.say
    majority = document.election.majority
    return Chart(
        id="bloc-seats",
        kind="seats",
        title=say("Seats of the blocs in 50 equally likely elections"),
        description=say(
            "The majority of {majority} seats is reached by {blocs}.",
            majority=majority,
            blocs=tuple(_often(words, one) for one in document.blocs),
        ),
        table="blocs",
        data=SeatChances(
            rows=tuple(_bloc(words, one) for one in document.blocs),
            axis=words.say("seats"),
            line=majority,
            line_label=say("majority: {majority}", majority=majority),
            reached_label=words.say("the bloc has a majority"),
            missed_label=words.say("it has none"),
        ),
    )


def _often(words: Words, bloc: BlocPart) -> Message:
    return message(
        "{name} in {often}",
        name=words.called(bloc.name).text,
        often=words.language.of_50(bloc.p_majority),
    )


def _bloc(words: Words, bloc: BlocPart) -> SeatRow:
    return SeatRow(
        id=bloc.id,
        name=words.called(bloc.name).text,
        figure=figure("bloc", bloc.id),
        chances=pairs(bloc.seat_chances),
        told=words.language.say(
            "has a majority in {often}", often=words.language.of_50(bloc.p_majority)
        ),
    )


def _lists(words: Words) -> Chart:
    document, say = words.document, words.language.say
    return Chart(
        id="list-seats",
        kind="seats",
        title=say("Seats of the lists in 50 equally likely elections"),
        description=say(
            "Middle value and the range that holds 90 of 100: {lists}.",
            lists=tuple(
                message(
                    "{name} {seats}",
                    name=words.called(one.name).text,
                    seats=words.seats(one.seats),
                )
                for one in document.lists
            ),
        ),
        table="lists",
        data=SeatChances(
            rows=tuple(_list(words, one) for one in document.lists), axis=words.say("seats")
        ),
    )


def _list(words: Words, one: ListPart) -> SeatRow:
    missed = round(1 - one.p_threshold, 6)
    often = words.language.of_50(missed)
    return SeatRow(
        id=one.id,
        name=words.called(one.name).text,
        figure=figure("threshold", one.id) if missed else figure("seats", one.id),
        chances=pairs(one.seat_chances),
        told=words.language.say("misses the threshold in {often}", often=often)
        if missed
        else words.seats(one.seats),
        result=one.result.seats if one.result else None,
    )


def parliament_chart(words: Words) -> Chart:
    """Picture one parliament: the counted one, or an example of the simulated ones."""
    document, say = words.document, words.language.say
    benches = benches_of(words)
    majority = document.election.majority
    title = (
        say("The parliament that was elected")
        if document.basis == "result"
        else say("One of the simulated parliaments, near the middle of all")
    )
    seats = tuple(message("{name} {seats}", name=one.name, seats=one.seats) for one in benches)
    return Chart(
        id="parliament",
        kind="hemicycle",
        title=title,
        description=say("Seats: {lists}.", lists=seats),
        table="lists",
        data=Hemicycle(
            benches=benches,
            majority=majority,
            majority_label=say("majority: {majority}", majority=majority),
        ),
    )


def benches_of(words: Words) -> tuple[Bench, ...]:
    """Return the lists with seats in the parliament of the document, in their order there."""
    held = words.document.parliament
    names = {one.id: words.called(one.name).text for one in words.document.lists}
    order = [*names, *(one for one in held if one not in names)]
    return tuple(
        Bench(id=one, name=names.get(one, one), seats=held[one])
        for one in order
        if held.get(one, 0)
    )
