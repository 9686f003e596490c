"""Planting an effect of known size into the polls of a past campaign."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from formateur.facts import Election, Poll, Reading
from formateur.votes.events.shape import shifts


def can_be_planted(election: Election) -> bool:
    """Whether all polls are in percent; votes behind seats are not known."""
    return all(poll.scale == "percent" for poll in election.polls)


def planted(election: Election, list_id: str, moment: float, shift: float) -> Election:
    """Shift a list in every poll by the part of the fieldwork that lies after a moment.

    All other lists give or take in proportion to what they have. Figures below a bound stay.

    Parameters
    ----------
    moment
        Day number with the hour as its fraction.
    shift
        Lasting, on the log-ratio of the list to all others.
    """
    parts, _ = shifts(election.polls, np.array([moment]))
    polls = (
        _shifted(poll, list_id, shift * float(part))
        for poll, part in zip(election.polls, parts[:, 0], strict=True)
    )
    return replace(election, polls=tuple(polls))


def _shifted(poll: Poll, list_id: str, shift: float) -> Poll:
    own = poll.readings.get(list_id)
    if not shift or own is None or own.kind != "percent" or not own.value:
        return poll
    share = own.value / 100.0
    grown = share * math.exp(shift)
    after = grown / (grown + 1.0 - share)
    readings = {
        one: _times(reading, after / share if one == list_id else (1.0 - after) / (1.0 - share))
        for one, reading in poll.readings.items()
    }
    return replace(poll, readings=readings)


def _times(reading: Reading, factor: float) -> Reading:
    if reading.kind != "percent" or reading.value is None:
        return reading
    return replace(reading, value=reading.value * factor)
