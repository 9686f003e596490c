"""Cells that several tables hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from formateur.reporting.figure_ids import figure
from formateur.reporting.schema import ListPart, SeatChance
from formateur.reporting.view.records import Cell, Piece, Value
from formateur.reporting.view.wording import NOTHING
from formateur.reporting.view.words import Words

EMPTY = Cell(text=NOTHING)


def list_cell(words: Words, one: ListPart) -> Cell:
    """Name a list that heads a row, with its name in the script of the country and its leader."""
    return Cell(
        text=words.called(one.name).text,
        value=one.id,
        language=words.called(one.name).language,
        small=tuple(beside(words, one.name)),
    )


def beside(words: Words, name: str) -> Iterable[Piece]:
    """Give a name as the folder has it, or in the first language that the folder adds.

    That is the language of the country, by the custom of the folders; the reader sees names as
    posters and other newspapers write them.
    """
    known = words.document.names.get(name, {})
    shown = words.called(name).text
    if shown != name:
        yield Piece(name, language="en")
    elif known:
        code, local = next(iter(known.items()))
        if local != shown:
            yield Piece(local, language=code)


def name_cell(words: Words, name: str, value: Value = None, sources: tuple[str, ...] = ()) -> Cell:
    """Tell a name or quotation of the folder."""
    piece = words.called(name)
    return Cell(text=piece.text, value=value or name, language=piece.language, sources=sources)


def chance_cell(
    words: Words, p: float, figure: str, *, settled: bool = False, quiet: bool = False
) -> Cell:
    """Tell a chance as a count of 50.

    Parameters
    ----------
    settled
        Whether it is no chance any more: yes or a dash.
    quiet
        Whether a dash is written for none, where most have none.
    """
    if not p and (settled or quiet):
        return Cell(text=NOTHING, value=p, figure=figure)
    text = words.say("yes") if settled else words.language.of_50(p, short=True)
    return Cell(text=text, value=p, figure=figure)


def bars_cell(chances: Sequence[SeatChance], seats: str, figure: str) -> Cell:
    """Hold the chances of the numbers of seats; in words it is their middle and range."""
    return Cell(text=seats, figure=figure, chances=pairs(chances))


def pairs(chances: Iterable[SeatChance]) -> tuple[tuple[int, float], ...]:
    """Return numbers of seats and their chances."""
    return tuple((one.seats, one.p) for one in chances)


def members_cell(words: Words, names: Sequence[str], members: Sequence[str]) -> Cell:
    """Name the members of a coalition: ``Likud + Shas``."""
    own = tuple(words.called(name) for name in names)
    told = " + ".join(words.language.isolated(one.text) for one in own)
    return Cell(text=told, value="+".join(members), pieces=own)


def seats_cell(words: Words, one: ListPart) -> Cell:
    """Tell the seats of a list."""
    return Cell(text=words.seats(one.seats), value=one.seats.q50, figure=figure("seats", one.id))
