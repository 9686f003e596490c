"""Who stands: lists, the parties and persons on them, blocs, and what statements may be about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from formateur.facts.source import Source

OTHER = "other"
"""Id of the remainder: every list that no poll names, taken together. It never wins seats."""


@dataclass(frozen=True, slots=True)
class Colour:
    """The colour that a list is known by: ``#rrggbb``, and who says so."""

    value: str
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A party on a joint list.

    Attributes
    ----------
    leader
        Id of the `Person` who heads it; empty when unknown.
    seats
        Its seats, or places, among those of the list: how the list would be divided if it splits.
        0 when unknown.
    left_right
        Position from 0 (left) to 10 (right); ``None`` when nobody has placed it.
    record
        Its ids in the record of past cabinets; when empty, its own id.
    """

    id: str
    name: str
    names: Mapping[str, str] = field(default_factory=dict)
    leader: str = ""
    seats: int = 0
    left_right: float | None = None
    record: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ElectoralList:
    """A list of candidates that voters can choose.

    Attributes
    ----------
    id
        Short name used in every file, ``[a-z0-9_]+``.
    name
        Name in English.
    names
        Names by language code (``he``, ``ar`` ...).
    abbreviation
        Ballot letters or usual abbreviation; may be empty.
    leader
        Id of the `Person` who heads it; empty when unknown.
    members
        Parties on a joint list; empty for a list of one party.
    founded
        First day on which the list stood; ``None`` when it always did.
    ended
        First day on which it no longer stood (withdrawn or merged); ``None`` while it stands.
    joined
        Id of the list it went into when it ended; empty when it withdrew.
    previous
        Ids of lists of the election before whose voters it counts on; when empty, the one with
        its own id.
    stands_in
        Constituencies (or regions) in which alone it stands; when empty, those where `previous`
        stood, and every one for a new list.
    exempt
        Whether no threshold applies to it, as to the list of a national minority.
    may_split
        Whether its members may go different ways after the vote.
    left_right
        Position from 0 (left) to 10 (right); ``None`` when nobody has placed it.
    record
        Its ids in the record of past cabinets; when empty, its own id.
    colour
        ``None`` when nobody gives it one.
    source
        Source of these facts.
    """

    id: str
    name: str
    names: Mapping[str, str] = field(default_factory=dict)
    abbreviation: str = ""
    leader: str = ""
    members: tuple[Party, ...] = ()
    founded: date | None = None
    ended: date | None = None
    joined: str = ""
    previous: tuple[str, ...] = ()
    stands_in: tuple[str, ...] = ()
    exempt: bool = False
    may_split: bool = False
    left_right: float | None = None
    record: tuple[str, ...] = ()
    colour: Colour | None = None
    source: Source

    def stands(self, day: date) -> bool:
        """Whether voters can choose the list, as far as is known on `day`."""
        return (self.founded is None or self.founded <= day) and (
            self.ended is None or day < self.ended
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody whom statements name or who may head a government.

    Attributes
    ----------
    list
        Id of the list he or she stands on; empty when on none.
    """

    id: str
    name: str
    names: Mapping[str, str] = field(default_factory=dict)
    list: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """The government that is in office when the country votes.

    Attributes
    ----------
    head
        Id of the `Person` who heads it.
    lists
        Lists and members of lists that are in it.
    seats
        Seats by list in the parliament that the election replaces; empty when they are not given.
    """

    head: str
    lists: tuple[str, ...]
    seats: Mapping[str, int] = field(default_factory=dict)
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Bloc:
    """Lists that are counted together; blocs may overlap, and a list may be in none."""

    id: str
    name: str
    lists: tuple[str, ...]
    names: Mapping[str, str] = field(default_factory=dict)
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What a statement may be about besides a list or a person: a kind of government, a policy.

    A government fits the target when it holds at least one list of `any_of` (if any are named),
    every list of `all_of`, and is headed by `head` (if named). A target with none of the three is
    a policy: statements about it are kept and shown, and block nothing.

    Attributes
    ----------
    id
        ``group:...``, ``government:...`` or ``policy:...``.
    """

    id: str
    name: str
    any_of: tuple[str, ...] = ()
    all_of: tuple[str, ...] = ()
    head: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SurplusAgreement:
    """Two lists that will count as one for the remaining seats, if both pass the threshold."""

    lists: tuple[str, str]
    date: date
    source: Source
