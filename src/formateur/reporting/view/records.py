"""What a reader sees, ready to be set: every text is said in the reader's language.

Renderers (terminal, page, tables, images) loop over these records; they hold no wording and no
arithmetic of their own. Values beside the texts stay as the document has them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from formateur.reporting.view.charts import Chart

Value = str | int | float | bool | date | None

Look = Literal["name", "text", "number", "chance", "range", "bars", "day", "sources"]
"""How a column is set: ``name`` heads its row; ``number``, ``chance`` and ``range`` stand at the
end; ``bars`` are pictures of `Cell.chances`; ``sources`` hold nothing but citations."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; with a `figure` it is a number that can be asked where it comes from.

    Attributes
    ----------
    figure
        Its name, see `formateur.reporting.figure_ids`; empty for words.
    language
        Code of the language of the text where it is not the reader's (folders and laws are in
        English); empty where it is.
    sources
        Ids of the sources that it rests on.
    """

    text: str
    figure: str = ""
    language: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence.

    Attributes
    ----------
    pieces
        The sentence in stretches; joined they are `text`.
    """

    pieces: tuple[Piece, ...]
    sources: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The whole of it, without marks."""
        return "".join(one.text for one in self.pieces)

    @property
    def figures(self) -> tuple[str, ...]:
        """Names of the figures in it, in their order."""
        return tuple(one.figure for one in self.pieces if one.figure)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell of a table.

    Attributes
    ----------
    text
        As it is shown; a dash where there is nothing to tell.
    value
        The figure or id itself, untranslated, for sorting, CSV and JSON.
    figure
        Name of the figure, for "where does this come from?"; empty for words.
    sources
        Ids of the sources that are cited behind the text.
    language
        Code of the language of `text` where it is not the reader's.
    pieces
        The text in parts that can be opened one by one, such as the statements against a coalition;
        empty where it is one.
    small
        Small print below the text, such as the name in the script of the country.
    chances
        Numbers and their chances, for a picture of bars.
    strong
        Whether it stands out, such as a house effect beyond chance.
    """

    text: str
    value: Value = None
    figure: str = ""
    sources: tuple[str, ...] = ()
    language: str = ""
    pieces: tuple[Piece, ...] = ()
    small: tuple[Piece, ...] = ()
    chances: tuple[tuple[int, float], ...] = ()
    strong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column.

    Attributes
    ----------
    brief
        Whether it is shown where there is little room, in a terminal.
    wide
        Whether it is shown where there is room, on a page.
    """

    key: str
    title: str
    look: Look = "text"
    brief: bool = True
    wide: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row; its cells are those of the columns, in their order.

    Attributes
    ----------
    id
        Of what it tells: a list, a coalition (``likud+shas``), a poll.
    """

    id: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table.

    Attributes
    ----------
    title
        A few words, for a heading.
    caption
        What the table holds, in full.
    first
        How many rows are shown at once; the others can be folded away.
    rest
        What is said of the folded rows, such as "60 earlier events"; empty where none are.
    notes
        How to read it, below the table.
    brief
        Whether it is shown where there is little room, in a terminal.
    folded
        Whether a page shows it only when asked to, under its title.
    """

    id: str
    title: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    first: int
    rest: str = ""
    notes: tuple[Sentence, ...] = ()
    brief: bool = True
    folded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """A part of the view: sentences first, then pictures, then tables.

    Attributes
    ----------
    id
        ``votes``, ``seats``, ``government`` and ``motions``; ``race``, ``calendar``, ``polls``,
        ``houses``, ``record`` and so on; of a part of a station, what it tells of.
    about
        What it is that is told of, such as the question of a motion.
    doubts
        What is not known, to be set as large as the sentences.
    ground
        What the sentences rest on, for those who ask.
    charts
        Every one has a title and a description in words, and a table that tells the same.
    parts
        Such as every motion of the station of motions.
    brief
        Whether it is told where there is little room, in a terminal.
    """

    id: str
    title: str
    about: tuple[Sentence, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    doubts: tuple[Sentence, ...] = ()
    ground: tuple[Sentence, ...] = ()
    charts: tuple[Chart, ...] = ()
    tables: tuple[Table, ...] = ()
    parts: tuple[Station, ...] = ()
    brief: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """One source.

    Attributes
    ----------
    number
        By which it is cited.
    text, reporter
        As the folder has them; `reporter` is empty where the source says who it is itself.
    told
        Both in one line.
    """

    id: str
    number: int
    text: str
    reporter: str
    told: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """All that a reader sees of one forecast.

    Attributes
    ----------
    language, direction
        Code, and the way in which it is written.
    election, day
        Id, and the day that the forecast is as of.
    title
        Name of the election.
    stood
        The day in words: "As it stood on Saturday 14 September 2019 (3 days before the vote)".
    heading
        Title and day in one line.
    basis
        What it rests on: polls, model, law, draws, run.
    what_if
        What is taken to differ from the facts and the law; empty for the forecast as it is.
    lead
        What a reader needs first.
    doubt
        What is not known; as large as the lead.
    stations
        Votes, seats, government, motions.
    background
        The story of the race, calendar, polls, houses, record.
    notes
        Assumptions, gaps and limits.
    foreign
        Says which parts are in another language; empty where none are.
    citation
        How to cite the forecast.
    """

    language: str
    direction: Literal["ltr", "rtl"]
    election: str
    day: date
    title: str
    stood: str
    heading: str
    basis: tuple[Sentence, ...]
    what_if: tuple[Sentence, ...]
    lead: tuple[Sentence, ...]
    doubt: tuple[Sentence, ...]
    stations: tuple[Station, ...]
    background: tuple[Station, ...]
    notes: tuple[Sentence, ...]
    foreign: str
    sources: tuple[SourceLine, ...]
    citation: str
    run: str
    version: str
