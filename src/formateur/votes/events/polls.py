"""Which polls could show what an event did.

Whether an event moved the race can only be asked of polls taken wholly after it. Where there is
none, its effect is *not identified*, and no number is given.
"""

from __future__ import annotations

from dataclasses import dataclass

from formateur.facts import Election, Event, Poll


@dataclass(frozen=True, slots=True)
class EventPolls:
    """The polls around one event.

    Attributes
    ----------
    before, after
        Polls whose fieldwork was wholly before, or wholly after, the day of the event.
    unclear
        Polls in the field on the day, and those whose first day of fieldwork is not known.
    """

    event: Event
    before: tuple[Poll, ...]
    after: tuple[Poll, ...]
    unclear: tuple[Poll, ...]

    @property
    def identified(self) -> bool:
        """Whether any poll was taken wholly before and any wholly after."""
        return bool(self.before) and bool(self.after)


def polls_around_events(election: Election) -> tuple[EventPolls, ...]:
    """Sort the polls known on the day around each event known on the day, latest event first."""
    polls = [poll for poll in election.polls if poll.kind == "poll"]
    events = sorted(election.events, key=lambda event: (event.date, event.time), reverse=True)
    return tuple(_around(event, polls) for event in events)


def _around(event: Event, polls: list[Poll]) -> EventPolls:
    before = tuple(poll for poll in polls if poll.fieldwork_end < event.date)
    after = tuple(
        poll
        for poll in polls
        if poll.fieldwork_start is not None and poll.fieldwork_start > event.date
    )
    sure = {id(poll) for poll in (*before, *after)}
    unclear = tuple(poll for poll in polls if id(poll) not in sure)
    return EventPolls(event, before, after, unclear)
