"""What the parts of the text output share: tables without lines, headings, source marks."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import JustifyMethod, RenderableType
from rich.table import Table
from rich.text import Text


class Cite:
    """Numbers the sources that the text shows, in the order in which it shows them."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}

    def __call__(self, *source_ids: str) -> str:
        """Return the marks of some sources: ``[3]`` or ``[1, 4]``."""
        cited = dict.fromkeys(source_ids)
        marks = [self.numbers.setdefault(one, len(self.numbers) + 1) for one in cited]
        return f"[{', '.join(map(str, marks))}]"


def table_of(*columns: tuple[str, str]) -> Table:
    """Build a table without lines from (heading, kind) pairs.

    The kinds are ``left``, ``right`` and ``bars``: bars are never broken at their gaps, however
    narrow the terminal is.
    """
    table = Table(box=None, pad_edge=False)
    for heading, kind in columns:
        justify: JustifyMethod = "right" if kind == "right" else "left"
        table.add_column(heading, justify=justify, no_wrap=kind == "bars")
    return table


def heading(title: str) -> Iterator[RenderableType]:
    """Return an empty line and the title of a section."""
    yield Text()
    yield Text(title, style="bold")
