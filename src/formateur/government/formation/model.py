"""The formation model: what was learned from the governments of the past, and how it is learned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from formateur.government.formation.failure import Deadlock
from formateur.government.formation.features import feature_matrix
from formateur.government.formation.formations import Formation, Parliament
from formateur.government.formation.head import head_features
from formateur.government.formation.logit import Choice, fit, probabilities
from formateur.government.formation.words import EFFECTS

RIDGE, HEAD_RIDGE = 5.0, 1.0
"""Penalties on coefficients of features that are divided by their spread."""

HALF_LIFE = 30.0
"""Years after which a formation counts half."""

SURPRISE = 0.05
"""Weight of a second, half as sure opinion: without it the surest forecasts are too sure."""

SELDOM = 1e-5
"""Coalitions less likely than this hardly change who heads the government."""

DAYS_OF_A_YEAR = 365.25


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FormationModel:
    """What was learned from formations before a day.

    Attributes
    ----------
    cut_off
        Only formations known before this day were used.
    coalition
        Coefficients of `FEATURES`.
    head
        Coefficients of `HEAD_FEATURES`.
    surprise
        Weight of the opinion that holds half of every utility.
    formations
        How many were learned from.
    parliaments
        Every hung parliament of which was known by then what came of it.
    words
        Force of `EFFECTS`, what was said; without pledges to learn from, what is expected of it.
    spoken_formations
        How many formations with pledges that was learned from.
    deadlock
        How the chance of no government hangs on the house.
    """

    cut_off: date
    coalition: NDArray[np.float64]
    head: NDArray[np.float64]
    surprise: float
    formations: int
    parliaments: tuple[Parliament, ...]
    words: NDArray[np.float64] = field(default_factory=lambda: np.zeros(len(EFFECTS)))
    spoken_formations: int = 0
    deadlock: Deadlock = Deadlock(0.0, 0.0)  # noqa: RUF009 - frozen


@dataclass(frozen=True, slots=True, eq=False)
class Lesson:
    """A formation as the two choices that were made in it.

    Attributes
    ----------
    coalition
        One coalition of all.
    head
        One of its members as head; ``None`` where the head is not known.
    """

    formation: Formation
    coalition: Choice
    head: Choice | None


def lesson_of(formation: Formation) -> Lesson:
    """Work out what spoke for and against every coalition of a formation, and every head."""
    seats, chosen, head = formation.seats, formation.chosen, formation.head
    return Lesson(
        formation,
        Choice(feature_matrix(formation.scene, seats, formation.cabinet.house), chosen - 1),
        None
        if head is None
        else Choice(
            head_features(formation.scene, seats, chosen),
            (chosen & ((1 << head) - 1)).bit_count(),
        ),
    )


def learn_formation(
    lessons: Sequence[Lesson],
    parliaments: Sequence[Parliament],
    cut_off: date,
    *,
    start: FormationModel | None = None,
) -> FormationModel:
    """Learn the model from formations that are given.

    Parameters
    ----------
    lessons, parliaments
        All of them are used: whoever makes a forecast sees to it that they were known.
    cut_off
        Day from which their age is counted.
    start
        A model near the one that is looked for, to begin from.
    """
    coalitions = [replace(one.coalition, weight=fading(one.formation, cut_off)) for one in lessons]
    heads = [
        replace(one.head, weight=fading(one.formation, cut_off))
        for one in lessons
        if one.head is not None
    ]
    return FormationModel(
        cut_off=cut_off,
        coalition=fit_scaled(coalitions, RIDGE, start.coalition if start else None),
        head=fit_scaled(heads, HEAD_RIDGE),
        surprise=SURPRISE,
        formations=len(lessons),
        parliaments=tuple(parliaments),
    )


def fading(formation: Formation, cut_off: date) -> float:
    """Return how much a formation counts on a day."""
    years = (cut_off - formation.cabinet.election_date).days / DAYS_OF_A_YEAR
    return float(0.5 ** (max(years, 0.0) / HALF_LIFE))


def fit_scaled(
    choices: Sequence[Choice], ridge: float, start: NDArray[np.float64] | None = None
) -> NDArray[np.float64]:
    """Fit coefficients so that the penalty is the same for features of every unit."""
    variances = np.array([one.features.var(axis=0) for one in choices])
    spread = np.sqrt(np.maximum(variances.mean(axis=0), 1e-12))
    penalty = ridge * spread**2
    return fit(choices, penalty, start=start)


def chances(model: FormationModel, lesson: Lesson) -> NDArray[np.float64]:
    """Return the chance of every coalition given the true seats, shape (2^players,).

    The first, nobody, has none.
    """
    utility = lesson.coalition.features @ model.coalition
    flat = probabilities(utility / 2)
    mixed = (1 - model.surprise) * probabilities(utility) + model.surprise * flat
    return np.concatenate([[0.0], mixed])


def head_chances(
    model: FormationModel, formation: Formation, coalition: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the chance of every player to head the government, shape (players,).

    Parameters
    ----------
    coalition
        As `chances` returns it; coalitions under `SELDOM` are left out.
    """
    total = np.zeros(len(formation.seats))
    for mask in np.flatnonzero(coalition > SELDOM).tolist():
        members = [k for k in range(len(total)) if mask >> k & 1]
        rows = head_features(formation.scene, formation.seats, mask)
        total[members] += coalition[mask] * probabilities(rows @ model.head)
    summed: NDArray[np.float64] = total / total.sum()
    return summed
