"""What the text outputs share: tables without lines, headings, source marks, sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rich.console import JustifyMethod, RenderableType
from rich.table import Table as Grid
from rich.text import Text

from formateur.reporting.bars import bars
from formateur.reporting.view.records import Cell, Column, Sentence, Table

AT_THE_END = ("number", "chance", "range")
"""Looks of columns whose cells end in one line."""


class Cite:
    """Numbers the sources that the text shows, in the order in which it shows them."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}

    def __call__(self, *source_ids: str) -> str:
        """Return the marks of some sources: ``[3]`` or ``[1, 4]``."""
        cited = dict.fromkeys(source_ids)
        marks = [self.numbers.setdefault(one, len(self.numbers) + 1) for one in cited]
        return f"[{', '.join(map(str, marks))}]"

    def behind(self, text: str, source_ids: Iterable[str]) -> str:
        """Return a text with the marks of its sources behind it, if it has any."""
        ids = tuple(source_ids)
        return " ".join(part for part in (text, self(*ids) if ids else "") if part)


def table_of(*columns: tuple[str, str]) -> Grid:
    """Build a table without lines from (heading, kind) pairs.

    The kinds are ``left``, ``right`` and ``bars``: bars are never broken at their gaps, however
    narrow the terminal is.
    """
    table = Grid(box=None, pad_edge=False)
    for title, kind in columns:
        justify: JustifyMethod = "right" if kind == "right" else "left"
        table.add_column(title, justify=justify, no_wrap=kind == "bars")
    return table


def heading(title: str) -> Iterator[RenderableType]:
    """Return an empty line and the title of a section."""
    yield Text()
    yield Text(title, style="bold")


def sentence_text(sentence: Sentence, cite: Cite) -> str:
    """Return a sentence with the marks of its sources."""
    told = "".join(cite.behind(one.text, one.sources) for one in sentence.pieces)
    return cite.behind(told, sentence.sources)


def sources_section(cite: Cite, told: Mapping[str, str], title: str) -> Iterator[RenderableType]:
    """List the sources that were cited, by their numbers here.

    Parameters
    ----------
    told
        By id of a source, the line that tells it.
    title
        Of the section, in the language of the reader.
    """
    if cite.numbers:
        yield from heading(title)
    for source_id, number in cite.numbers.items():
        yield Text(f"[{number}] {told[source_id]}")


def table_section(table: Table, cite: Cite) -> Iterator[RenderableType]:
    """Return a table with its heading, what it leaves out, and how to read it."""
    yield from heading(table.title)
    yield grid(table, cite, table.first)
    if table.rest:
        yield Text(table.rest, style="dim")
    for note in table.notes:
        yield Text(sentence_text(note, cite), style="dim")


def grid(table: Table, cite: Cite, first: int) -> RenderableType:
    """Return the first rows of a table, in the columns for little room."""
    shown = [k for k, column in enumerate(table.columns) if column.brief]
    drawn = table_of(*(_column(table.columns[k]) for k in shown))
    for row in table.rows[:first]:
        drawn.add_row(*(_cell(row.cells[k], table.columns[k], cite) for k in shown))
    return drawn


def _column(column: Column) -> tuple[str, str]:
    if column.look == "sources":
        return "", "left"
    if column.look == "bars":
        return column.title, "bars"
    return column.title, "right" if column.look in AT_THE_END else "left"


def _cell(cell: Cell, column: Column, cite: Cite) -> str:
    if column.look == "bars":
        return bars(cell.chances)
    return cite.behind(cell.text, cell.sources)
