"""How the seats came about, for a terminal: the last seats, the ties, and every step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from formateur.law import NATIONAL
from formateur.reporting.allocation_schema import AllocationDocument, TiePart, TracePart
from formateur.reporting.layout import heading, table_of
from formateur.reporting.words import and_list

MOST_LAST_SEATS = 10
"""Constituencies shown, the closest races first."""

MOST_PLACES = 12
"""Constituencies in which the account of one step is shown to people."""

MOST_NATIONAL_LINES = 40
"""Lines of one step about the whole country that are shown to people."""


def last_seats_section(document: AllocationDocument) -> Iterator[RenderableType]:
    """Say how close the last seats were."""
    closest = document.last_seats[:MOST_LAST_SEATS]
    if not closest:
        return
    more = len(document.last_seats) - len(closest)
    yield from heading(f"Closest last seats ({len(closest)} of {more + len(closest)})")
    tiers = len({one.tier for one in document.last_seats}) > 1
    table = table_of(
        ("Constituency", "left"), *((("tier", "left"),) if tiers else ()),
        ("last seat to", "left"), ("next", "left"), ("votes short", "right"),
    )  # fmt: skip
    for one in closest:
        tier = (one.tier,) if tiers else ()
        names = (" + ".join(one.winner), " + ".join(one.runner_up))
        table.add_row(one.constituency, *tier, *names, f"{one.votes_missing:,}")
    yield table


def ties_section(document: AllocationDocument) -> Iterator[RenderableType]:
    """Tell every tie and how it was resolved."""
    yield from heading("Ties")
    if not document.ties:
        yield Text("None.")
    for tie in document.ties:
        yield Text(f"· {_tie(tie, document.seed)}")


def _tie(tie: TiePart, seed: int) -> str:
    where = "" if tie.constituency == NATIONAL else f"{tie.constituency}: "
    level, winners = (_joined(names) for names in (tie.contenders, tie.winners))
    how = f"by lot (seed {seed}); the real outcome was open" if tie.resolved_by == "lot" else (
        f"by {tie.resolved_by.replace('-', ' ')}"
    )  # fmt: skip
    return f"{where}{level} were level; {winners} won {how}"


def _joined(contenders: Sequence[Sequence[str]]) -> str:
    return and_list([" + ".join(one) for one in contenders])


def account_section(document: AllocationDocument) -> Iterator[RenderableType]:
    """Tell what every step did."""
    yield from heading("How the seats came about")
    for step, lines in groupby(document.trace, key=lambda line: line.step):
        yield Text(step)
        yield Padding("\n".join(_told(list(lines))), (0, 0, 0, 2))


def _told(lines: list[TracePart]) -> Iterator[str]:
    """Tell what one step did: line by line in the country, a line for each constituency."""
    country = [line.text for line in lines if line.constituency == NATIONAL]
    yield from country[:MOST_NATIONAL_LINES]
    yield from _more(len(country) - MOST_NATIONAL_LINES, "lines")
    here: dict[str, list[str]] = {}
    for line in lines:
        if line.constituency != NATIONAL:
            here.setdefault(line.constituency, []).append(line.text)
    for where in list(here)[:MOST_PLACES]:
        yield f"{where}: {'; '.join(here[where])}"
    yield from _more(len(here) - MOST_PLACES, "constituencies")


def _more(number: int, of_what: str) -> Iterator[str]:
    if number > 0:
        yield f"… and {number} more {of_what}; --format json holds them all"
