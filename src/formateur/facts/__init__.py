"""What is known: frozen records without I/O, and what of them was known on a day."""

from formateur.facts.as_of import ANNOUNCED_STEPS, as_of, default_day
from formateur.facts.cabinet import Cabinet, HouseParty, in_order
from formateur.facts.constituencies import Constituency, PreviousVotes, VotesByPlace
from formateur.facts.draws import Draws, Unit
from formateur.facts.election import Election
from formateur.facts.event import STEPS, CalendarStep, Event
from formateur.facts.lists import (
    OTHER,
    Bloc,
    Colour,
    ElectoralList,
    Outgoing,
    Party,
    Person,
    SurplusAgreement,
    Target,
)
from formateur.facts.motion import Basis, Motion, Position, PositionTaken, Stage
from formateur.facts.pledge import Pledge
from formateur.facts.poll import Poll, PollKind, Reading, Scale
from formateur.facts.result import Result
from formateur.facts.source import Source
from formateur.facts.statement import Firmness, Stance, Statement
from formateur.facts.treaty import Treaty

__all__ = [
    "ANNOUNCED_STEPS",
    "OTHER",
    "STEPS",
    "Basis",
    "Bloc",
    "Cabinet",
    "CalendarStep",
    "Colour",
    "Constituency",
    "Draws",
    "Election",
    "ElectoralList",
    "Event",
    "Firmness",
    "HouseParty",
    "Motion",
    "Outgoing",
    "Party",
    "Person",
    "Pledge",
    "Poll",
    "PollKind",
    "Position",
    "PositionTaken",
    "PreviousVotes",
    "Reading",
    "Result",
    "Scale",
    "Source",
    "Stage",
    "Stance",
    "Statement",
    "SurplusAgreement",
    "Target",
    "Treaty",
    "Unit",
    "VotesByPlace",
    "as_of",
    "default_day",
    "in_order",
]
