"""One election: everything that is known about it, as immutable records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from formateur.facts.constituencies import Constituency, PreviousVotes
from formateur.facts.event import CalendarStep, Event
from formateur.facts.lists import (
    Bloc,
    ElectoralList,
    Outgoing,
    Person,
    SurplusAgreement,
    Target,
)
from formateur.facts.motion import Motion
from formateur.facts.poll import Poll
from formateur.facts.result import Result
from formateur.facts.source import Source
from formateur.facts.statement import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Election:
    """An election and the facts around it; what an election folder holds.

    Attributes
    ----------
    id
        ``il-2019-09``: country, year, and the month where a country voted twice that year.
    country
        ISO 3166 alpha-2, lower case.
    name
        Title for people: "Israel, 22nd Knesset".
    date
        Day of the vote.
    law
        Id of a built-in law, or ``law.toml`` for the one in the folder.
    procedure
        Id of the formation procedure; empty when none is given.
    previous
        Id of the election before; empty when none is given.
    outgoing
        The government in office; ``None`` when it is not given.
    constituencies
        Where seats are given out; none when the folder does not tell.
    previous_votes
        The result of the election before; of the country alone where there are no
        constituencies.
    """

    id: str
    country: str
    chamber: str
    name: str
    names: Mapping[str, str] = field(default_factory=dict)
    date: date
    law: str
    procedure: str = ""
    previous: str = ""
    source: Source
    lists: tuple[ElectoralList, ...]
    persons: tuple[Person, ...] = ()
    blocs: tuple[Bloc, ...] = ()
    targets: tuple[Target, ...] = ()
    outgoing: Outgoing | None = None
    agreements: tuple[SurplusAgreement, ...] = ()
    constituencies: tuple[Constituency, ...] = ()
    previous_votes: PreviousVotes | None = None
    polls: tuple[Poll, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    motions: tuple[Motion, ...] = ()
    calendar: tuple[CalendarStep, ...] = ()
    results: tuple[Result, ...] = ()

    def list(self, list_id: str) -> ElectoralList:
        """Return the list with that id.

        Raises
        ------
        KeyError
            When the election has no such list.
        """
        for one in self.lists:
            if one.id == list_id:
                return one
        raise KeyError(list_id)
