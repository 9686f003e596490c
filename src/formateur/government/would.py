"""Which government *would* form, under whom, and when. Whether it could is another question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from formateur.facts import Cabinet, Draws, Election, in_order
from formateur.government.first_asked import asked_first
from formateur.government.formation.failure import History, history_on
from formateur.government.formation.model import FormationModel
from formateur.government.formation.over_draws import Averaged, average_over_draws
from formateur.government.formation.players import Table, scene_of, table_of
from formateur.government.formation.scene import Scene
from formateur.government.formation.statement_words import words_from
from formateur.government.formation.words import Word, spoken
from formateur.government.procedure import (
    Position,
    Procedure,
    Repeat,
    State,
    Timeline,
    position_on,
    run_procedure,
)
from formateur.government.would_parts import (
    Government,
    draw_heads,
    governments_of,
    incumbent_of,
    unplaced,
    waits_of,
    weigh_heads,
)

NO_PROCEDURE = Procedure(
    id="",
    name="no procedure given",
    country="",
    first="by-seats",
    investiture="none",
    votes="",
    constructive=False,
    states=(State(id="talks", kind="talks", who="parties", days=None, source="none"),),
    repeat=Repeat(automatic=False, least=40, usual=60, most=90, source="none"),
    source="none",
)
"""What is assumed where a folder names no procedure: talks as long as they take."""


MOST_DRAWS = 6_000
"""Simulated parliaments that governments are formed in: each weighs thousands of coalitions, and
with so many a chance of one half is known to 0.7 percent.
"""


@dataclass(frozen=True, slots=True, eq=False)
class Would:
    """Who would govern.

    Attributes
    ----------
    model
        What the chances were learned from.
    governments
        Likeliest first, down to `LISTED`.
    chances
        Of every coalition of the players by mask, shape (2^players,).
    p_none
        Chance of no government before the next election.
    heads
        By player, the chance to head the government.
    p_minority
        Chance of a cabinet without a majority, if one forms.
    history
        How often hung parliaments brought no government.
    openness
        Mean over draws of what speaks for any coalition; the lower, the harder to form one.
    timeline
        When, in every draw.
    first
        By player, the chance that its head is asked first.
    present
        Where the procedure stands on the day.
    unplaced
        Names of the players without a position.
    incumbent
        Id of the person in office; empty when it is not known.
    draws_of_heads
        Index of the player whose head governs in every draw, shape (draws,).
    cabinets
        Mask of the players in the cabinet of every head that may govern, int32, shape (draws,
        players).
    """

    model: FormationModel
    table: Table
    procedure: Procedure
    governments: tuple[Government, ...]
    chances: NDArray[np.float64]
    p_none: float
    heads: dict[str, float]
    p_minority: float
    history: History
    openness: float
    timeline: Timeline
    first: dict[str, float]
    present: Position
    unplaced: tuple[str, ...]
    incumbent: str
    draws_of_heads: NDArray[np.int64]
    cabinets: NDArray[np.int32]

    @property
    def draws_of_cabinets(self) -> NDArray[np.int32]:
        """Mask of the players in the cabinet in every draw, int32, shape (draws,)."""
        drawn: NDArray[np.int32] = self.cabinets[
            np.arange(len(self.draws_of_heads)), self.draws_of_heads
        ]
        return drawn

    def holds_office(self, day: date) -> dict[str, float]:
        """Return the chance of every person to be in office on a day, caretakers included.

        A leader who forms no government stays in office until another is there, at least until
        the next election; what comes after that one is not looked at. The chances sum to 1; the
        empty id is whoever is in office now, when nobody is told who that is.
        """
        new = self.timeline.by(day)
        held: dict[str, float] = {}
        for k, player in enumerate(self.table.players):
            p = float((new & (self.draws_of_heads == k)).mean())
            if p > 0:
                person = player.leader or player.id
                held[person] = held.get(person, 0.0) + p
        if not new.all():
            held[self.incumbent] = held.get(self.incumbent, 0.0) + float((~new).mean())
        return dict(sorted(held.items(), key=lambda pair: -pair[1]))


def would_govern(
    election: Election,
    day: date,
    seats: Draws,
    *,
    majority: int | NDArray[np.int64],
    model: FormationModel,
    cabinets: Sequence[Cabinet],
    procedure: Procedure | None,
    rng: np.random.Generator,
) -> Would | None:
    """Work out which government would form, over the first `MOST_DRAWS` of the draws.

    Parameters
    ----------
    election
        As of the day.
    seats
        Seats of the lists.
    majority
        Seats of a majority of the house; shape (draws,) where it differs.
    model
        Learned from governments before the day.
    cabinets
        The record of the country.
    procedure
        The country's procedure; ``None`` when it is not known.

    Returns
    -------
    Would or None
        ``None`` when no list has a seat in every draw.
    """
    if not (seats.values.sum(axis=1) > 0).all():
        return None
    seats, majority = _first(seats, majority)
    known = in_order(tuple(one for one in cabinets if one.start <= day))
    rules = procedure or NO_PROCEDURE
    basis = _Basis(
        model,
        history_on(election.country, day, model.parliaments),
        rules,
        position_on(rules, election.calendar, election.date, day),
        table_of(election, seats, known),
        known,
    )
    return _formed(election, day, basis, majority, rng)


def _first(
    seats: Draws, majority: int | NDArray[np.int64]
) -> tuple[Draws, int | NDArray[np.int64]]:
    """Keep the first `MOST_DRAWS`."""
    kept = np.arange(len(seats)) < MOST_DRAWS
    return seats.where(kept), majority if isinstance(majority, int) else majority[kept]


@dataclass(frozen=True, slots=True, eq=False)
class _Basis:
    """What the chances are worked out from."""

    model: FormationModel
    history: History
    rules: Procedure
    present: Position
    table: Table
    known: tuple[Cabinet, ...]


def _formed(
    election: Election,
    day: date,
    basis: _Basis,
    majority: int | NDArray[np.int64],
    rng: np.random.Generator,
) -> Would:
    table, present, known = basis.table, basis.present, basis.known
    scene = scene_of(election, table, known, day)
    words = words_from(election, table, day)
    averaged = _averaged(basis, scene, words)
    waits = waits_of(election, table, scene, basis.model)
    fails = averaged.fails * _hung(table)
    timeline = run_procedure(
        basis.rules, present, waits, fails, vote=election.date, day=day, rng=rng
    )
    p_none = float((~timeline.formed).mean())
    called = (basis.rules, table, words, present, election)
    first = asked_first(*called, joint=averaged.joint, rng=rng.spawn(1)[0])
    joint = weigh_heads(averaged.joint, table, present, election)
    joint *= (1 - p_none) / joint.sum()
    return Would(
        model=basis.model,
        table=table,
        procedure=basis.rules,
        governments=governments_of(joint, table, words, majority),
        chances=joint.sum(axis=1),
        p_none=p_none,
        heads=dict(zip((one.id for one in table.players), joint.sum(axis=0).tolist(), strict=True)),
        p_minority=averaged.minority,
        history=basis.history,
        openness=float(averaged.openness.mean()),
        timeline=timeline,
        first=first,
        present=present,
        unplaced=unplaced(table, known),
        incumbent=incumbent_of(election, table, scene),
        draws_of_heads=draw_heads(weigh_heads(averaged.heads, table, present, election), rng),
        cabinets=averaged.cabinets,
    )


def _hung(table: Table) -> NDArray[np.bool_]:
    """Return in which draws no player has a majority, shape (draws,)."""
    hung: NDArray[np.bool_] = 2 * table.seats.max(axis=1) <= table.house
    return hung


def _averaged(basis: _Basis, scene: Scene, words: Sequence[Word]) -> Averaged:
    table = basis.table
    share = (table.seats / table.house[:, None]).mean(axis=0)
    return average_over_draws(
        basis.model,
        scene,
        table.seats,
        table.house,
        spoken(words, share) if words else None,
        base_rate=basis.history.base_rate if _hung(table).any() else 0.0,
    )
