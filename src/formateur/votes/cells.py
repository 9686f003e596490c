"""What each poll says of each list that stands: mergers added up, withdrawn lists left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from formateur.facts import ElectoralList, Poll, Reading


@dataclass(frozen=True, slots=True)
class Cell:
    """What one poll says of one list, on the base of the votes for all lists that stand.

    Attributes
    ----------
    seats
        Seats printed.
    share
        Share of the valid votes printed, 0 to 1. A list merged from one parent with seats and one
        with a percentage has both.
    below
        Upper bound of the share where that is all the poll says; else ``None``.
    """

    seats: int = 0
    share: float = 0.0
    below: float | None = None


@dataclass(frozen=True, slots=True)
class Lineage:
    """Which lists stand on a day, and which were merged into them.

    Attributes
    ----------
    standing
        Ids of the lists that stand, in the order of the election.
    joined
        By list: the lists that went into it, directly, and the day from which they no longer
        stood.
    """

    standing: tuple[str, ...]
    joined: Mapping[str, tuple[tuple[str, date], ...]]

    def family(self, list_id: str) -> Iterable[str]:
        """Yield the list and every list that was merged into it, directly or not."""
        yield list_id
        for parent, _ in self.joined.get(list_id, ()):
            yield from self.family(parent)

    @property
    def counted(self) -> frozenset[str]:
        """Every id whose readings count."""
        return frozenset(one for stands in self.standing for one in self.family(stands))


def lineage(lists: Sequence[ElectoralList], day: date) -> Lineage:
    """Work out which lists stand on `day` and which went into them before."""
    joined: dict[str, tuple[tuple[str, date], ...]] = {}
    for one in lists:
        if one.ended is not None and one.ended <= day and one.joined:
            joined[one.joined] = (*joined.get(one.joined, ()), (one.id, one.ended))
    return Lineage(tuple(one.id for one in lists if one.stands(day)), joined)


def poll_cells(
    poll: Poll, lines: Lineage, *, threshold: float, below_centre: float
) -> dict[str, Cell]:
    """Read one poll as cells of the lists that stand.

    Figures in percent are divided by what the undecided leave of 100, or by their sum where that
    is more. Readings of lists that withdrew are dropped, and the others are divided by what
    remains. A list that was merged is the sum of its parents; a parent that is printed only as
    below a bound counts with `below_centre` of that bound.

    Parameters
    ----------
    threshold
        Legal threshold as a share: the bound of a list printed as below it.
    below_centre
        Where in the interval from 0 to its bound a list is taken to be, 0 to 1.

    Returns
    -------
    dict
        Cell by list, without the lists that the poll does not print.
    """
    percents = [r.value or 0.0 for r in poll.readings.values() if r.kind == "percent"]
    base = max(100.0 - poll.undecided, sum(percents)) if poll.scale == "percent" else 100.0
    counted = lines.counted
    gone = {one: r for one, r in poll.readings.items() if one not in counted}
    remains = 1.0 - _share_of(gone.values(), base, _seats(poll.readings.values()))
    raw = {one: _cell(r, base, threshold) for one, r in poll.readings.items() if one in counted}
    cells = {
        one: _merged(one, raw, lines, poll.fieldwork_end, below_centre) for one in lines.standing
    }
    return {one: _on_base(cell, remains) for one, cell in cells.items() if cell is not None}


def _seats(readings: Iterable[Reading]) -> float:
    return sum(r.value or 0.0 for r in readings if r.kind == "seats")


def _share_of(gone: Iterable[Reading], base: float, seats: float) -> float:
    """Share of the votes of some readings; seats count in proportion."""
    gone = list(gone)
    share = sum(r.value or 0.0 for r in gone if r.kind == "percent") / base
    return share + (_seats(gone) / seats if seats else 0.0)


def _cell(reading: Reading, base: float, threshold: float) -> Cell:
    if reading.kind == "below" or (reading.kind == "seats" and not reading.value):
        printed = reading.value if reading.kind == "below" else None
        return Cell(below=threshold if printed is None else printed / base)
    value = reading.value or 0.0
    return Cell(seats=round(value)) if reading.kind == "seats" else Cell(share=value / base)


def _merged(
    list_id: str, raw: Mapping[str, Cell], lines: Lineage, ended: date, below_centre: float
) -> Cell | None:
    """Add what the poll prints of the parents, where it was taken before the merger.

    A poll taken after the merger that still prints a parent is taken at its word only if it does
    not print the new list.
    """
    own = raw.get(list_id)
    parents = [
        _merged(parent, raw, lines, ended, below_centre)
        for parent, until in lines.joined.get(list_id, ())
        if own is None or ended < until
    ]
    parts = [part for part in (own, *parents) if part is not None]
    if len(parts) < 2:
        return parts[0] if parts else None
    return Cell(
        seats=sum(part.seats for part in parts),
        share=sum(part.share + below_centre * (part.below or 0.0) for part in parts),
    )


def _on_base(cell: Cell, remains: float) -> Cell:
    below = None if cell.below is None else cell.below / remains
    return Cell(cell.seats, cell.share / remains, below)
