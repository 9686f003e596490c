"""What the model assumed and what could not be known, in plain sentences."""

from __future__ import annotations

from formateur.facts import OTHER, Election
from formateur.language import Message, message, message_many
from formateur.law import Rules
from formateur.votes.cells import Lineage
from formateur.votes.reading import reading_notes, unnamed_notes
from formateur.votes.state_space.learned import Learned
from formateur.votes.state_space.observations import Observations


def notes_of(
    seen: Observations,
    election: Election,
    lines: Lineage,
    learned: Learned,
    rules: Rules | None,
) -> tuple[Message, ...]:
    """Say what was assumed and what could not be known."""
    return (
        message_many(
            "Ranges are as wide as the model's forecasts of {count} election before {day} were "
            "wrong, among them the error that all polls of an election share.",
            "Ranges are as wide as the model's forecasts of {count} elections before {day} were "
            "wrong, among them the error that all polls of an election share.",
            learned.elections,
            day=learned.cut_off,
        ),
        *_without(election, learned),
        *reading_notes(election, lines, seen.latest, learned.unprinted),
        *unnamed_notes(seen.centre[OTHER], seen.latest, rules),
    )


def _without(election: Election, learned: Learned) -> list[Message]:
    notes = []
    if election.previous_votes is None:
        notes.append(
            message(
                "The previous result is not given by list, so nothing pulls the estimate towards "
                "it."
            )
        )
    if election.country not in learned.records:
        notes.append(
            message(
                "No earlier election of this country was learned from: lists and houses have no "
                "record."
            )
        )
    return notes
