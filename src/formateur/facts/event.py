"""Dated events of a campaign, and the steps of the procedure that have been taken."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from formateur.facts.source import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened and may have moved the race.

    Attributes
    ----------
    time
        Local time ``HH:MM``; empty when unknown.
    actors
        Who acted, in words: parties, persons, states.
    lists
        Ids of the lists concerned.
    """

    id: str
    date: date
    time: str = ""
    title: str
    actors: tuple[str, ...] = ()
    kind: str
    lists: tuple[str, ...] = ()
    summary: str = ""
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarStep:
    """A step of the electoral or formation procedure, done or fixed by law.

    Attributes
    ----------
    step
        One of `STEPS`.
    who
        Person, list or office; may be empty.
    """

    date: date
    step: str
    who: str = ""
    note: str = ""
    source: Source


STEPS: tuple[str, ...] = (
    "election-called",
    "parliament-dissolved",
    "lists-close",
    "agreements-close",
    "poll-silence",
    "vote",
    "results",
    "consultations-start",
    "consultations-end",
    "mandate-given",
    "mandate-extended",
    "mandate-returned",
    "mandate-expired",
    "parliament-period-start",
    "parliament-period-end",
    "coalition-agreement",
    "government-announced",
    "investiture-vote",
    "government-sworn-in",
    "government-resigned",
)
"""Steps that ``calendar.csv`` may name."""
