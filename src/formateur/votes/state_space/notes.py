"""What the model assumed and what could not be known, in plain sentences."""

from __future__ import annotations

from formateur.facts import OTHER, Election
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
) -> tuple[str, ...]:
    """Say what was assumed and what could not be known."""
    return (
        f"Ranges are as wide as the model's forecasts of {learned.elections} elections before "
        f"{learned.cut_off} were wrong, among them the error that all polls of an election share.",
        *_without(election, learned),
        *reading_notes(election, lines, seen.latest, learned.unprinted),
        *unnamed_notes(seen.centre[OTHER], seen.latest, rules),
    )


def _without(election: Election, learned: Learned) -> list[str]:
    notes = []
    if election.previous_votes is None:
        notes.append(
            "The previous result is not given by list, so nothing pulls the estimate towards it."
        )
    if election.country not in learned.records:
        notes.append(
            "No earlier election of this country was learned from: lists and houses have no record."
        )
    return notes
