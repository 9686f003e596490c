"""What was true of one election only, and is no law: sizes, alliances, exemptions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from formateur.facts import OTHER

Alliance = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ElectionFacts:
    """Facts of one election that its law asks for; a law ignores those it has no use for.

    Attributes
    ----------
    magnitudes
        Seats by constituency that are given out there.
    list_seats
        Seats by constituency or region on the list ballot; the key ``national`` where it is one.
    levelling_seats
        Levelling seats in the country.
    levelling_in
        Levelling seats that must be placed in a constituency or region.
    region_of
        The Land, region or province in which a constituency lies.
    population
        By Land: what the seats of the Länder are worked out from.
    alliances
        Lists that count as one: surplus agreements, list combinations, joint lists.
    alliances_in
        The same where they hold in one constituency only.
    sub_alliances_in
        By constituency: lists of one alliance that count as one list within it.
    members
        By list: how many parties it is made of.
    exempt
        Lists to which no threshold applies, those of national minorities say.
    level_for
        By list: a threshold of its own, as a share.
    not_lists
        Rows that count as valid votes and cannot win seats: ``other``, blank votes.
    independents
        Candidates without a list.
    most_seats
        By constituency and party: seats that the party has candidates for.
    direct_seats
        By party: constituency seats won, where the votes behind them are not given.
    valid_votes
        All valid votes of the country, where the ballots leave some out.
    votes_for_lists
        Valid votes for lists, where the law does not count the others.
    """

    magnitudes: Mapping[str, int] = field(default_factory=dict)
    list_seats: Mapping[str, int] = field(default_factory=dict)
    levelling_seats: int | None = None
    levelling_in: Mapping[str, int] = field(default_factory=dict)
    region_of: Mapping[str, str] = field(default_factory=dict)
    population: Mapping[str, int] = field(default_factory=dict)
    alliances: tuple[Alliance, ...] = ()
    alliances_in: Mapping[str, tuple[Alliance, ...]] = field(default_factory=dict)
    sub_alliances_in: Mapping[str, tuple[Alliance, ...]] = field(default_factory=dict)
    members: Mapping[str, int] = field(default_factory=dict)
    exempt: frozenset[str] = frozenset()
    level_for: Mapping[str, Fraction] = field(default_factory=dict)
    not_lists: frozenset[str] = frozenset({OTHER})
    independents: frozenset[str] = frozenset()
    most_seats: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    direct_seats: Mapping[str, int] = field(default_factory=dict)
    valid_votes: int | None = None
    votes_for_lists: int | None = None

    @property
    def every_alliance(self) -> tuple[Alliance, ...]:
        """Alliances of the country and of constituencies."""
        local = (one for here in self.alliances_in.values() for one in here)
        return (*self.alliances, *local)
