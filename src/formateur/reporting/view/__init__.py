"""The view: one model of what a reader sees, in the reader's language.

Made from the forecast document alone, it feeds the terminal, the page, tables and images.
"""

from formateur.reporting.view.make import make_view
from formateur.reporting.view.records import (
    Cell,
    Column,
    Piece,
    Row,
    Sentence,
    SourceLine,
    Station,
    Table,
    View,
)

__all__ = [
    "Cell",
    "Column",
    "Piece",
    "Row",
    "Sentence",
    "SourceLine",
    "Station",
    "Table",
    "View",
    "make_view",
]
