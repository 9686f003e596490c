"""Events of one kind or by one actor, over campaigns: what they have in common.

The lasting shift of an event is what its kind and its actors bring on average, and something of its
own. All three are normal around 0; polls of every campaign tell of all of them at once, so an
actor with two events is drawn nearer to 0 than one with ten.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from formateur.facts import Event
from formateur.votes.events.effects import ListEvidence
from formateur.votes.events.prior import PASSING, PRIOR_SD, SCALE, VARIANCE

Floats = NDArray[np.float64]

KIN_SD = 0.03
"""Standard deviation of what a kind or an actor brings, log-ratio; chosen, not learned."""

OWN_SD = float(np.sqrt(PRIOR_SD**2 - 2 * KIN_SD**2))
"""What is left to an event itself, so that in all it is as unsure as one without kin."""

_PASSING_PRECISION = 1.0 / (VARIANCE * (SCALE * PASSING) ** 2)

Role = Literal["kind", "actor"]
Group = tuple[Role, str]


@dataclass(frozen=True, slots=True)
class Kin:
    """What a kind of event, or an actor, brings a list concerned on average.

    Attributes
    ----------
    events
        Election and id of each of the events that polls tell something of.
    mean, sd
        Of the lasting shift, log-ratio; before any poll 0 and `KIN_SD`.
    """

    role: Role
    name: str
    events: tuple[tuple[str, str], ...]
    mean: float
    sd: float


@dataclass(frozen=True, slots=True, eq=False)
class Kinship:
    """What all kinds and actors bring, and how unsure that is together.

    Attributes
    ----------
    groups
        Names of the axes of `mean` and `covariance`.
    """

    groups: tuple[Group, ...]
    events: Mapping[Group, tuple[tuple[str, str], ...]]
    mean: Floats
    covariance: Floats

    def listed(self) -> tuple[Kin, ...]:
        """Return every kind and every actor, those with most events first."""
        sd = np.sqrt(np.diag(self.covariance))
        found = [
            Kin(*group, self.events[group], float(mean), float(one))
            for group, mean, one in zip(self.groups, self.mean, sd, strict=True)
        ]
        return tuple(sorted(found, key=lambda kin: (-len(kin.events), kin.role, kin.name)))

    def expected(self, event: Event) -> tuple[float, float] | None:
        """Mean and standard deviation of an event's lasting shift, by its kin alone.

        ``None`` for an event without kin of which polls tell something.
        """
        own = _groups_of(event)
        weights = np.array([own.get(group, 0.0) for group in self.groups])
        if not weights.any():
            return None
        # a group without such events is as unsure as before any poll
        new = KIN_SD**2 * sum(own[group] ** 2 for group in own.keys() - set(self.groups))
        variance = float(weights @ self.covariance @ weights) + new + OWN_SD**2
        return float(weights @ self.mean), float(np.sqrt(variance))


def kinship(campaigns: Mapping[str, Sequence[ListEvidence]]) -> Kinship:
    """Find what kinds and actors have in common.

    Parameters
    ----------
    campaigns
        By election, what the polls of each list say of the events on it.
    """
    told = [(election, one) for election, lists in campaigns.items() for one in lists]
    rows = [(election, event) for election, one in told for event in one.events]
    groups = tuple(dict.fromkeys(group for _, event in rows for group in _groups_of(event)))
    belongs = np.zeros((len(rows), len(groups)))
    events: dict[Group, list[tuple[str, str]]] = {group: [] for group in groups}
    for row, (election, event) in enumerate(rows):
        for group, weight in _groups_of(event).items():
            belongs[row, groups.index(group)] = weight
            if (election, event.id) not in events[group]:
                events[group].append((election, event.id))
    precision, pull = _lasting([one for _, one in told])
    # the shifts themselves integrated out: what is left speaks of the groups
    spread = np.linalg.inv(precision + np.eye(len(rows)) / OWN_SD**2)
    seen = (np.eye(len(rows)) - spread / OWN_SD**2) / OWN_SD**2
    own = np.eye(len(groups)) / KIN_SD**2
    covariance = np.linalg.inv(belongs.T @ seen @ belongs + own)
    mean = covariance @ (belongs.T @ (spread @ pull)) / OWN_SD**2
    known = {group: tuple(found) for group, found in events.items()}
    return Kinship(groups, known, mean, np.asarray(covariance))


def _groups_of(event: Event) -> dict[Group, float]:
    """Kind and actors of an event with their weights; several actors share one."""
    weights: dict[Group, float] = {("kind", event.kind): 1.0}
    several = len(event.actors) ** -0.5 if event.actors else 0.0
    return weights | {("actor", actor): several for actor in event.actors}


def _lasting(told: Sequence[ListEvidence]) -> tuple[Floats, Floats]:
    """Precision and pull of all lasting shifts, the passing ones integrated out."""
    size = sum(len(one.events) for one in told)
    precision, pull, at = np.zeros((size, size)), np.zeros(size), 0
    for one in told:
        here = len(one.events)
        both, drawn = one.evidence.precision, one.evidence.pull
        passing = both[here:, here:] + _PASSING_PRECISION * np.eye(here)
        shared = np.linalg.solve(passing, both[here:, :here]).T
        own = slice(at, at + here)
        precision[own, own] = both[:here, :here] - shared @ both[here:, :here]
        pull[own] = drawn[:here] - shared @ drawn[here:]
        at += here
    return precision, pull
