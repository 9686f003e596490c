"""Parts of `would`: from averaged chances to governments and heads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from formateur.facts import Cabinet, Election
from formateur.government.formation.model import FormationModel
from formateur.government.formation.players import Table, player_led_by
from formateur.government.formation.scene import Scene
from formateur.government.formation.waiting import Waits, expected_waits, house_measures
from formateur.government.formation.words import AGAINST, Word, hits
from formateur.government.procedure import Position

LISTED = 0.002
"""Governments less likely than this are not listed."""

MEASURED_DRAWS = 50
"""Draws over which the expected days are mixed, evenly spread."""

RETURNED = 0.2
"""What is left of the chance of a head who has had the task and given it back. In Israel from 2019
to 2021 four such returns were followed by no government under the same head in the same house."""


@dataclass(frozen=True, slots=True, eq=False)
class Government:
    """A government that may form.

    Attributes
    ----------
    members
        Ids of its lists, or of members of lists, largest first.
    probability
        Chance that it forms before the next election.
    p_could
        Chance that it has a majority. It is not the chance that it forms.
    heads
        By player, the chance that it forms under that player's head; likeliest first.
    against, favoured
        Ids of the statements that speak against it under one of these heads, and for it.
    """

    members: tuple[str, ...]
    probability: float
    p_could: float
    heads: tuple[tuple[str, float], ...]
    against: tuple[str, ...]
    favoured: tuple[str, ...]


def weigh_heads(
    chances: NDArray[np.float64], table: Table, present: Position, election: Election
) -> NDArray[np.float64]:
    """Weigh heads down who have returned the task; of a government that is there, keep its head.

    Parameters
    ----------
    chances
        Shape (..., players).
    """
    weights = np.ones(len(table.players))
    for person in present.returned:
        led = player_led_by(person, table, election)
        if led is not None:
            weights[led] = RETURNED
    head = player_led_by(present.head, table, election) if present.formed else None
    if head is not None:
        weights = np.where(np.arange(len(weights)) == head, 1.0, 1e-9)
    return chances * weights


def draw_heads(chances: NDArray[np.float64], rng: np.random.Generator) -> NDArray[np.int64]:
    """Draw the player whose head governs in every draw, shape (draws,)."""
    reached = np.cumsum(chances, axis=1)
    level = rng.random(len(chances)) * reached[:, -1]
    return np.asarray((reached < level[:, None]).sum(axis=1), dtype=np.int64)


def waits_of(election: Election, table: Table, scene: Scene, model: FormationModel) -> Waits:
    """Mix the days that the houses of some draws are expected to take."""
    rows = np.linspace(0, len(table.seats) - 1, min(MEASURED_DRAWS, len(table.seats)))
    mixed = []
    for row in rows.astype(int):
        held = table.seats[row] > 0
        measures = house_measures(table.seats[row][held].tolist(), scene.position[held].tolist())
        mixed.append(expected_waits(election.country, measures, election.date, model.parliaments))
    days = np.concatenate([one.days for one in mixed])
    weights = np.concatenate([one.weights for one in mixed]) / len(mixed)
    order = np.argsort(days, kind="stable")
    return Waits(days[order], weights[order])


def governments_of(
    joint: NDArray[np.float64],
    table: Table,
    words: Sequence[Word],
    majority: int | NDArray[np.int64],
) -> tuple[Government, ...]:
    """List the governments that may form, likeliest first.

    Parameters
    ----------
    joint
        Of every coalition under every head, shape (2^players, players).
    majority
        Seats of a majority; shape (draws,) where it differs.
    """
    chances = joint.sum(axis=1)
    order = np.argsort(-chances, kind="stable")
    listed = [int(mask) for mask in order if chances[mask] >= LISTED]
    touched = [(word, hits(word, len(table.players))) for word in words]
    return tuple(_government(mask, joint[mask], table, touched, majority) for mask in listed)


def _government(
    mask: int,
    heads: NDArray[np.float64],
    table: Table,
    touched: Sequence[tuple[Word, dict[str, NDArray[np.bool_]]]],
    majority: int | NDArray[np.int64],
) -> Government:
    members = [k for k in range(len(table.players)) if mask >> k & 1]
    held = table.seats[:, members].sum(axis=1)
    order = [k for k in np.argsort(-heads, kind="stable").tolist() if heads[k] > 0]
    likely = {k for k in order if heads[k] >= heads.sum() / 10}
    said: dict[bool, list[str]] = {True: [], False: []}
    for word, effects in touched:
        if word.head is not None and word.head not in likely:
            continue
        for name, where in effects.items():
            if where[mask] and word.id not in said[name in AGAINST]:
                said[name in AGAINST].append(word.id)
    return Government(
        members=tuple(table.players[k].id for k in members),
        probability=float(heads.sum()),
        p_could=float((held >= majority).mean()),
        heads=tuple((table.players[k].id, float(heads[k])) for k in order),
        against=tuple(said[True]),
        favoured=tuple(said[False]),
    )


def incumbent_of(election: Election, table: Table, scene: Scene) -> str:
    """Return the person in office; the leader of the outgoing head's player, if nobody is told."""
    if election.outgoing is not None:
        return election.outgoing.head
    heads = np.flatnonzero(scene.outgoing_head)
    return table.players[int(heads[0])].leader if len(heads) else ""


def unplaced(table: Table, cabinets: Sequence[Cabinet]) -> tuple[str, ...]:
    """Return the names of the players without a position, in the folder or in the record."""
    placed = {
        one.party for cabinet in cabinets for one in cabinet.parties if one.left_right is not None
    }
    return tuple(
        one.name for one in table.players if one.left_right is None and not placed & set(one.record)
    )
