"""Reading polls as a table of the lists that stand, and telling what was assumed in doing so."""

from __future__ import annotations

from collections.abc import Sequence

from formateur.facts import Election, Poll
from formateur.language import Amount, Message, Value, message, message_many
from formateur.law import Rules
from formateur.votes.average import PollTable, poll_table
from formateur.votes.cells import Lineage, poll_cells
from formateur.votes.unprinted import Unprinted

MOST_NAMES = 6
"""A note that names more lists than this gives only some of them."""


def read_polls(
    polls: Sequence[Poll], lines: Lineage, rules: Rules | None, unprinted: Unprinted
) -> PollTable:
    """Read polls as a table of the lists that stand; polls in percent need no `rules`.

    A list without a seat is below the legal threshold or, where there is none, below one seat.
    """
    threshold = _least_with_a_seat(rules) if rules is not None else 0.0
    below = unprinted.below_threshold_centre
    cells = [poll_cells(p, lines, threshold=threshold, below_centre=below) for p in polls]
    return poll_table(cells, lines.standing, rules)


def _least_with_a_seat(rules: Rules) -> float:
    """Share that a list needs to be in parliament, as polls mean it when they print no seat."""
    return max(float(rules.threshold), 1 / rules.seats)


def reading_notes(
    election: Election, lines: Lineage, table: PollTable, unprinted: Unprinted
) -> list[Message]:
    """Say what was assumed of lists and figures that polls do not print."""
    names = {one.id: one.name for one in election.lists}
    notes = []
    if missing := [names[one] for one in lines.standing if one not in table.lists]:
        notes.append(
            message(
                "No poll in use names {lists}: counted among the other lists.", lists=_some(missing)
            )
        )
    if table.in_seats.any():
        notes.append(
            message("Polls in seats were read as shares through the threshold and the seat rule.")
        )
    if table.in_seats.all():
        notes.append(
            message(
                "Lists that no poll names are taken to have {share} of the votes in all.",
                share=Amount(unprinted.other_in_seat_polls, 1, percent=True),
            )
        )
    if low := [names[one] for one, only in zip(table.lists, table.only_below, strict=True) if only]:
        notes.append(
            message(
                "Printed only as below a bound, taken at {part} of it: {lists}.",
                part=Amount(unprinted.below_threshold_centre, percent=True),
                lists=_some(low),
            )
        )
    return notes


def unnamed_notes(share: float, table: PollTable, rules: Rules | None) -> list[Message]:
    """Say what polls in percent leave over, where a list could win seats with it."""
    if rules is None or table.in_seats.all() or share < _least_with_a_seat(rules):
        return []
    return [
        message(
            "The polls leave {share} of the votes to lists that they do not name; no seat is given "
            "to these.",
            share=Amount(share, 1, percent=True),
        )
    ]


def _some(names: Sequence[str]) -> tuple[Value, ...]:
    """Return names to be joined in a sentence; of many, the first few and how many more."""
    if len(names) <= MOST_NAMES:
        return tuple(names)
    more = len(names) - MOST_NAMES + 1
    return (*names[: MOST_NAMES - 1], message_many("{count} more", "{count} more", more))
