"""An election of the past, as it can be forecast again and scored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from formateur.facts import OTHER, Election

COLLECTIVE = frozenset({OTHER, "none", "one-seat", "etc", "no-seat", "ethnic"})
"""Party ids that stand for several parties or for independents."""

CENTRE = 5.0
"""Position between left and right."""


@dataclass(frozen=True, slots=True, eq=False)
class PastElection:
    """An election with its polls and its result.

    Attributes
    ----------
    election
        With `previous_votes` where the tables hold the election before.
    shares
        By list, share of the votes on the base that polls use, 0 to 1.
    threshold
        Legal threshold as a share, where the table has it; else 0.
    collections
        Where the polls come from.
    left_right
        By list, position from 0 (left) to 10 (right), where it is known.
    """

    election: Election
    shares: Mapping[str, float]
    threshold: float
    collections: tuple[str, ...]
    left_right: Mapping[str, float]
