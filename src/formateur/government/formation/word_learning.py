"""How much words count: learned from formations before which something was said.

The chance of a coalition under a head without any words is what the formation model gives; words
move it. Their force is drawn towards what studies of pacts and rejections lead one to expect
(`EXPECTED`), and the data decide how far it stays there.

Literature: Debus, Pre-electoral commitments and government formation, Public Choice 138 (2009),
45-64.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from formateur.facts import Pledge
from formateur.government.formation.head import head_features
from formateur.government.formation.logit import Choice, fit
from formateur.government.formation.model import FormationModel, Lesson, fading
from formateur.government.formation.words import EFFECTS, Spoken, spoken, words_of

EXPECTED: dict[str, tuple[float, float]] = {
    "excluded": (-2.0, 1.2),
    "excluded_head": (-2.0, 1.2),
    "promised": (1.0, 1.0),
    "promise_left_out": (-1.0, 1.0),
    "preferred": (0.5, 1.0),
    "required_left_out": (-1.5, 1.0),
    "tolerated": (0.7, 1.0),
    "recommended_share": (2.0, 1.5),
    "opposed": (-4.0, 1.5),
}
"""Log-odds that are expected of each effect, and their standard deviation."""

HELD = 1e8
"""Penalty that holds the weight of the model without words at 1."""

HOPELESS = 12.0
"""Coalitions whose utility is so far below the highest are not looked at."""


@dataclass(frozen=True, slots=True, eq=False)
class Alternatives:
    """Coalitions with their heads, one a row.

    Attributes
    ----------
    masks, heads
        Coalition and index of its head, int64, shape (rows,).
    rows
        Utility without words, and the effects of words, float64, shape (rows, 1 + effects).
    """

    masks: NDArray[np.int64]
    heads: NDArray[np.int64]
    rows: NDArray[np.float64]


def alternatives(model: FormationModel, lesson: Lesson, said: Spoken) -> Alternatives:
    """Return every coalition with every head, apart from hopeless ones; what came is kept."""
    formation = lesson.formation
    utility = np.concatenate([[-np.inf], lesson.coalition.features @ model.coalition])
    kept = utility > utility.max() - HOPELESS
    kept[formation.chosen] = True
    masks, heads, rows = [], [], []
    for mask in np.flatnonzero(kept).tolist():
        members = [k for k in range(len(formation.seats)) if mask >> k & 1]
        drawn = head_features(formation.scene, formation.seats, mask) @ model.head
        drawn = drawn - drawn.max()
        drawn = drawn - np.log(np.exp(drawn).sum())
        masks += [mask] * len(members)
        heads += members
        moved = said.coalitions[mask] + said.heads[members, mask]
        rows.append(np.column_stack([utility[mask] + drawn, moved]))
    return Alternatives(np.array(masks), np.array(heads), np.vstack(rows))


def said_before(pledges: Sequence[Pledge], lesson: Lesson) -> Spoken:
    """Return what the pledges before a formation do."""
    formation = lesson.formation
    own = [one for one in pledges if one.formation == formation.cabinet.election]
    share = formation.seats / formation.cabinet.house
    return spoken(words_of(own, formation.scene.players), share)


def learn_words(
    model: FormationModel, lessons: Sequence[Lesson], pledges: Sequence[Pledge], cut_off: date
) -> FormationModel:
    """Return the model with the force of words learned from the lessons that have pledges."""
    covered = {one.formation for one in pledges}
    choices = [
        choice
        for one in lessons
        if one.formation.cabinet.election in covered
        and (choice := _choice(model, one, pledges, cut_off)) is not None
    ]
    expected = np.array([EXPECTED[name] for name in EFFECTS])
    centre = np.concatenate([[1.0], expected[:, 0]])
    ridge = np.concatenate([[HELD], expected[:, 1] ** -2])
    force = fit(choices, ridge, centre=centre)[1:] if choices else centre[1:]
    return replace(model, words=force, spoken_formations=len(choices))


def _choice(
    model: FormationModel, lesson: Lesson, pledges: Sequence[Pledge], cut_off: date
) -> Choice | None:
    formation = lesson.formation
    if formation.head is None:
        return None
    offered = alternatives(model, lesson, said_before(pledges, lesson))
    came = (offered.masks == formation.chosen) & (offered.heads == formation.head)
    return Choice(offered.rows, int(np.argmax(came)), fading(formation, cut_off))


def chances_with_words(
    model: FormationModel, lesson: Lesson, said: Spoken
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the chances of coalitions, shape (2^players,), and of heads, (players,)."""
    offered = alternatives(model, lesson, said)
    utility = offered.rows @ np.concatenate([[1.0], model.words])
    raised = np.exp(utility - utility.max())
    flat = np.sqrt(raised)
    joint = (1 - model.surprise) * raised / raised.sum() + model.surprise * flat / flat.sum()
    players = len(lesson.formation.seats)
    coalitions, heads = np.zeros(1 << players), np.zeros(players)
    np.add.at(coalitions, offered.masks, joint)
    np.add.at(heads, offered.heads, joint)
    return coalitions, heads
