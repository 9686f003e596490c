"""Which events are told in full: the latest, and those that no poll tells of."""

from __future__ import annotations

from datetime import timedelta

from formateur.reporting.schema import EventPart
from formateur.reporting.view.words import Words

LATELY = timedelta(weeks=2)
"""Events that polls tell of are told in full when they are no older."""


def unknown_events(words: Words) -> tuple[EventPart, ...]:
    """Return the events that concern a list of which no poll was wholly after them."""
    return tuple(
        event for event in words.document.events if any(not one.in_polls for one in event.effects)
    )


def known_lately(words: Words) -> tuple[EventPart, ...]:
    """Return the latest events of whose effect polls tell something."""
    since = words.document.as_of - LATELY
    return tuple(
        event
        for event in words.document.events
        if event.date >= since and any(one.polled for one in event.effects)
    )


def unknown_of(words: Words, list_id: str) -> str:
    """Return the id of the latest event that no poll of this list is wholly after."""
    return next(
        event.id
        for event in unknown_events(words)
        for one in event.effects
        if one.list == list_id and not one.in_polls
    )
