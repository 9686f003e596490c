"""All claims of a sentence: every kind of rule in turn."""

from __future__ import annotations

from formateur.story.claim import Claim
from formateur.story.claims import (
    amounts,
    durations,
    events,
    governing,
    majorities,
    margins,
    motions,
    opinions,
    outcomes,
    race,
    results,
    times,
    unheld,
    votings,
)
from formateur.story.claims.line import Line

KINDS_OF_RULES = (
    votings,
    times,
    durations,
    majorities,
    amounts,
    race,
    results,
    margins,
    outcomes,
    governing,
    motions,
    unheld,
)
"""In the order in which they may take words; events and opinions get what is left."""


def claims_of(line: Line) -> list[Claim]:
    """Return the claims of a sentence, in the order of its words; each word of a kind once."""
    found: list[Claim] = []
    for rules_of in KINDS_OF_RULES:
        for claim in rules_of.claims(line):
            if not any(claim.clashes(one) for one in found):
                found.append(claim)
    found += events.claims(line, found)
    taken = [(one.start, one.end) for one in found if one.kind != "event"]
    found += opinions.claims(line, taken)
    return sorted(found, key=lambda one: (one.start, one.end))
