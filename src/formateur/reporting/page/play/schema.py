"""What a forecast gives the page to play with, schema ``formateur/play/1``.

It names lists, statements and motions by the ids of the forecast document and holds no words for
people. Columns over draws are `Packed` and hold the same draws in the same order.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from formateur.facts import Position
from formateur.reporting.page.play.packing import Packed
from formateur.reporting.record import Record


class PlayList(Record):
    """One list, in order of expected seats."""

    id: str
    seats: Packed = Field(description="In every draw.")
    votes: Packed = Field(description="Hundredths of a percent of the valid votes, by draw.")
    passed: Packed | None = Field(
        description="1 where it passes the threshold, 0 where not; null where that is certain."
    )
    p_threshold: float = Field(description="The document's.")
    expected: float = Field(description="Mean share of all draws of the forecast, percent.")
    usual_error: float | None = Field(
        description="Standard deviation of the error that all polls share, percentage points; "
        "null where the model tells none."
    )


class PlayBloc(Record):
    """Lists that are counted together."""

    id: str
    lists: list[str]
    expected: float = Field(description="Mean share of all draws of the forecast, percent.")
    usual_error: float | None = Field(
        description="As of a list: the spread of the bloc's draws, as far as the error that all "
        "polls share has a part in the spread of its lists."
    )


class PlayCoalitions(Record):
    """Seats of every coalition over all draws of the forecast, by mask: the document's figures.

    Bit *k* of a mask stands for ``lists[k]``; mask 0 is nobody.
    """

    lists: list[str]
    p: Packed = Field(description="Chance of a majority, 60,000ths.")
    q50: Packed = Field(description="Seats in the middle case.")
    below: Packed = Field(description="Seats from the 5 % quantile up to the middle.")
    above: Packed = Field(description="Seats from the middle up to the 95 % quantile.")


class PlayStatement(Record):
    """A statement in force that stands in the way of some coalitions.

    It speaks of a coalition only if `by` is in it. It is broken where the coalition holds one of
    `some` (if any are named), all of `every` and `home` (if one is named) – or, for what is
    demanded, where it does not hold them.
    """

    id: str
    by: str
    demands: bool = Field(description="Whether it demands what is named, rather than refuses it.")
    some: list[str]
    every: list[str]
    home: str = Field(description="List of the person it is about; empty when about no person.")
    person: str = Field(description="Id of the person whom it refuses or demands as head.")


class PlayMotion(Record):
    """A motion and where the lists stand; those not named are undeclared."""

    id: str
    majority: str = Field(description="plain, absolute, a fraction of the house, or seats.")
    positions: dict[str, Position]
    p_carried: float = Field(description="The document's.")
    p_if_oppose: float = Field(description="The document's, all undeclared lists against.")
    p_if_support: float = Field(description="The document's, all undeclared lists for it.")


class PlayPlayer(Record):
    """A list, or a member of one that may split, as it takes part in the formation."""

    id: str
    places: list[int] = Field(
        description="Places of all members of its list, which is divided as they are; empty for "
        "a list that is whole."
    )
    place: int = Field(description="Which of `places` is its own.")
    position: float = Field(description="From 0 (left) to 10 (right).")
    share_before: float | None = Field(description="Of the seats of the house before.")
    outgoing_head: bool
    head: float = Field(description="What speaks for its head apart from seats, log-odds.")
    returned: float = Field(description="What is left of the chance of its head; 1 is all.")
    share: float = Field(description="Mean share of the seats, by which its words weigh.")
    home: str = Field(description="The list it stands on; its own id where the list is whole.")


class PlayWord(Record):
    """A statement, as the formation model takes it in; numbers are places in `players`."""

    statement: str
    speaker: int
    effect: str
    others: list[int]
    all_of: bool
    head: int | None
    strength: float


class PlayChance(Record):
    """The chance that exactly these players govern, by the document."""

    mask: int
    p: float


class PlayFormation(Record):
    """The formation model in this house: enough to work out again who would govern."""

    players: list[PlayPlayer]
    fixed: Packed | None = Field(
        description="By mask, thousandths: what speaks for a coalition apart from seats and words. "
        "Null where there are too many players for an answer at once."
    )
    weights: dict[str, float] = Field(description="What the seats weigh.")
    force: dict[str, float] = Field(description="What each effect of words weighs.")
    words: list[PlayWord]
    open: float = Field(
        description="Of the houses that bring a government, the part in which it could still come."
    )
    p_none: float = Field(description="Chance of no government before the next election.")
    chances: list[PlayChance] = Field(description="Likeliest first; mask as in `fixed`.")


class PlayData(Record):
    """All of it."""

    schema_id: Literal["formateur/play/1"] = Field(default="formateur/play/1", alias="schema")
    run: str = Field(description="Id of the forecast's run.")
    draws: int = Field(description="Draws in the columns.")
    of: int = Field(description="Draws of the forecast, of which these are taken evenly.")
    house: int = Field(description="Seats of the house.")
    majority: int = Field(description="Seats of a majority of the house.")
    majorities: Packed | None = Field(description="By draw, where the house may grow; else null.")
    lists: list[PlayList]
    blocs: list[PlayBloc]
    coalitions: PlayCoalitions
    statements: list[PlayStatement]
    motions: list[PlayMotion]
    formation: PlayFormation | None = Field(
        description="Null where no government was worked out, or the search for one is over."
    )

    def embedded(self) -> str:
        """Return it as JSON that can stand in a ``script`` element of type ``application/json``."""
        return self.model_dump_json(by_alias=True).replace("<", "\\u003c")
