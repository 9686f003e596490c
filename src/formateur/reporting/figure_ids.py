"""Names of the figures that people are told, so that each can be asked where it comes from.

A figure is named by its kind and what it is of, with a dot between them: ``seats.likud``,
``threshold.yamina``, ``could.likud+shas``, ``poll.panels-2019-09-12``. What it is of may hold dots
itself; only the first one separates.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from formateur.errors import UsageError

Kind = Literal[
    "votes",
    "seats",
    "threshold",
    "largest",
    "trend",
    "unsure",
    "order",
    "house",
    "poll",
    "pollster",
    "bloc",
    "could",
    "would",
    "surplus",
    "head",
    "first",
    "formation",
    "office",
    "power",
    "statement",
    "motion",
    "position",
    "event",
    "law",
]
"""What a figure tells, and of what:

- ``votes``, ``seats``: median and range of a list; ``threshold``, ``largest``: its chance to pass
  the threshold, to have most seats; ``trend``: what the polls say of it; ``unsure``: what makes its
  votes unsure; ``power``: how often it decides.
- ``order``: the order of two lists, ``order.yamina+shas``.
- ``house``: house effect, ``house.shas@Smith``; ``pollster``: the record of a house;
  ``poll``: a poll and its weight, by its id.
- ``bloc``: chance of a bloc to have a majority, or of a bloc and a list outside it,
  ``bloc.right+shas``; ``seats.bloc:right``: its seats.
- ``could``, ``would``, ``surplus``: chance of a coalition to have a majority, to form, and its
  seats above the majority, by its members; ``would.none``: no government before the next election.
- ``head``, ``first``: chance to head the next government, to be asked first, by player.
- ``formation``: ``formation.days`` from the vote, ``formation.minority``, ``formation.repeat``.
- ``office``: who is in office on a day, ``office.2019-11-01``.
- ``statement``, ``motion``, ``event``: by their ids; ``position``: where a list stands on a motion,
  ``position.treaty@likud``.
- ``law``: ``law.threshold``, ``law.majority``, ``law.seats``.
"""

BLOC = "bloc:"
"""Marks a bloc among what `seats` can be of."""


@dataclass(frozen=True, slots=True)
class FigureId:
    """The name of one figure.

    Attributes
    ----------
    of
        What it is of, as the kind asks for.
    """

    kind: Kind
    of: str

    def __str__(self) -> str:
        """Return the name as it is written: ``seats.likud``."""
        return f"{self.kind}.{self.of}"


def figure(kind: Kind, *of: str) -> str:
    """Name a figure of some lists, members or players: ``could.likud+shas``.

    Examples
    --------
    >>> figure("could", "likud", "shas"), figure("seats", "likud")
    ('could.likud+shas', 'seats.likud')
    """
    return str(FigureId(kind, "+".join(of)))


def figure_at(kind: Kind, of: str, where: str) -> str:
    """Name a figure of one thing at another: ``house.shas@Smith``."""
    return str(FigureId(kind, f"{of}@{where}"))


def parse_figure(text: str) -> FigureId:
    """Read the name of a figure.

    Raises
    ------
    UsageError
        When it has no such form or kind.

    Examples
    --------
    >>> parse_figure("house.shas@Maariv.co").of
    'shas@Maariv.co'
    """
    kind, _, of = text.partition(".")
    kinds: tuple[Kind, ...] = get_args(Kind)
    for one in kinds:
        if one == kind and of:
            return FigureId(one, of)
    raise UsageError(
        f"{text!r} is not the name of a figure. Write a kind, a dot and what it is of, like "
        f"seats.likud; kinds: {', '.join(kinds)}."
    )
