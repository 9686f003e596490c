"""What becomes of a motion: three questions, each with an answer of its own.

Would there be a majority, in the new parliament and in the outgoing one? Would a government bring
the motion? Does it have to pass parliament at all?
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from formateur.facts import Draws, Motion, Position, PositionTaken, Source
from formateur.government.power import power_of
from formateur.motions.ballot import Chances, Luck, Outcome, chances_of, draw_luck, vote
from formateur.motions.cabinets import GivenCabinet, by_cabinet
from formateur.motions.durations import Took
from formateur.motions.house import House
from formateur.motions.majority import seats_needed_by_draw
from formateur.motions.standing import Standing, declared, standings, vary

SUPPOSED = Source("what-if: supposed, not said")

VARIED = 60
"""How often the chances of the lists are drawn anew for the range of the answer."""


@dataclass(frozen=True, slots=True)
class Decider:
    """How much hangs on one list.

    Attributes
    ----------
    p_if_supports, p_if_opposes
        Chance that the motion is carried if the list says so or so, all others as they are.
    banzhaf
        Its share of the decisive votes among the lists that are undeclared or split; 0 for others.
    """

    standing: Standing
    p_if_supports: float
    p_if_opposes: float
    banzhaf: float

    @property
    def list(self) -> str:
        """Id of the list."""
        return self.standing.list

    @property
    def position(self) -> Position:
        """Where it stands."""
        return self.standing.position

    @property
    def swing(self) -> float:
        """Chance that the motion is carried if the list supports it, less if it opposes."""
        return self.p_if_supports - self.p_if_opposes


@dataclass(frozen=True, slots=True)
class Outgoing:
    """The answer of the outgoing parliament.

    Attributes
    ----------
    seats
        Its seats, under the lists of today.
    p_carried
        In a vote held there, bound by the outgoing cabinet.
    """

    seats: Mapping[str, int]
    p_carried: float


@dataclass(frozen=True, slots=True)
class MotionAnswer:
    """What becomes of a motion in the new parliament.

    Attributes
    ----------
    p_carried
        Chance of a majority, if it is put to the vote; with the majority ``none``, of a
        government that decides it.
    p_range
        5 and 95 percent of that chance, over what the chances of the lists may be.
    p_if_unknown_oppose, p_if_unknown_support
        With all undeclared lists voting alike.
    p_if_unknown_toss
        With each of them tossing a coin, whatever its neighbours have said.
    p_brought
        Chance of a government that would bring it.
    p_if_brought
        Chance of a majority given such a government; ``None`` where there is never one.
    p_passed
        Chance that the motion gets all that those two decide: brought, and carried where it has
        to pass parliament.
    given
        By government, the likeliest first.
    outgoing
        ``None`` when the seats of the outgoing parliament are not known.
    deciders
        Every list, the one that most hangs on first.
    took
        How long comparable things took; empty where the motion names none.
    """

    motion: Motion
    p_carried: float
    p_range: tuple[float, float]
    p_if_unknown_oppose: float
    p_if_unknown_support: float
    p_if_unknown_toss: float
    p_brought: float
    p_if_brought: float | None
    p_passed: float
    given: tuple[GivenCabinet, ...]
    outgoing: Outgoing | None
    deciders: tuple[Decider, ...]
    took: tuple[Took, ...] = ()

    @property
    def positions(self) -> dict[str, PositionTaken]:
        """By list, the position known on the day."""
        stand = (one.standing for one in self.deciders)
        return {one.list: one.taken for one in stand if one.taken is not None}


@dataclass(frozen=True, slots=True, eq=False)
class _Vote:
    """Everything about one vote but where the lists stand."""

    motion: Motion
    house: House
    luck: Luck
    places: Mapping[str, float]

    def stand(self) -> tuple[Standing, ...]:
        """Return where the lists stand."""
        return standings(self.motion, self.house.lists, self.places)

    def held(self, stand: Sequence[Standing], chances: Chances | None = None) -> Outcome:
        """Hold the vote."""
        split = np.array([one.position == "split" for one in stand])
        own = chances_of(stand) if chances is None else chances
        return vote(self.house, self.luck, self.motion.majority, own, split)

    def p_if(self, stand: Sequence[Standing], one: str, position: Position) -> float:
        """Return the chance that it is carried if one list says something else."""
        changed = [declared(one, position) if one == x.list else x for x in stand]
        return float(self.held(changed).carried.mean())


def answer_motion(
    motion: Motion,
    house: House,
    outgoing: House | None,
    places: Mapping[str, float],
    seed: np.random.SeedSequence,
) -> MotionAnswer:
    """Work out what becomes of a motion.

    Parameters
    ----------
    motion
        With the positions known on the day.
    house
        The new parliament, with its cabinets.
    outgoing
        The outgoing one; ``None`` when it is not known.
    places
        By list, its place from 0 (left) to 10 (right), where it has one.
    seed
        Of the random numbers.
    """
    new, old, varied = (np.random.default_rng(one) for one in seed.spawn(3))
    held = _Vote(motion, house, draw_luck(house, new), places)
    stand = held.stand()
    outcome = held.held(stand)
    carried, brought = outcome.carried, outcome.brought
    passed = brought & carried if motion.needed == "required" else brought
    return MotionAnswer(
        motion=motion,
        p_carried=float(carried.mean()),
        p_range=_range(held, stand, varied),
        p_if_unknown_oppose=_alike(held, stand, 0.0),
        p_if_unknown_support=_alike(held, stand, 1.0),
        p_if_unknown_toss=_alike(held, stand, 0.5),
        p_brought=float(brought.mean()),
        p_if_brought=float(carried[brought].mean()) if brought.any() else None,
        p_passed=float(passed.mean()),
        given=by_cabinet(house, outcome),
        outgoing=None if outgoing is None else _outgoing(motion, outgoing, places, old),
        deciders=_deciders(held, stand),
    )


def supposing(motion: Motion, said: Mapping[str, Position]) -> Motion:
    """Return a motion on which some lists have said something else, or nothing (``unknown``)."""
    if not said:
        return motion
    kept = tuple(one for one in motion.positions if one.list not in said)
    new = (
        PositionTaken(list=one, position=position, date=motion.first_raised, source=SUPPOSED)
        for one, position in said.items()
    )
    return replace(motion, positions=(*kept, *new))


def _alike(held: _Vote, stand: Sequence[Standing], p: float) -> float:
    """Return the chance that it is carried if every undeclared list votes for it with chance p."""
    chances = chances_of(stand)
    chances[:, [not one.declared for one in stand]] = p
    return float(held.held(stand, chances).carried.mean())


def _range(held: _Vote, stand: Sequence[Standing], rng: np.random.Generator) -> tuple[float, float]:
    chances = [np.array([vary(one, rng) for one in stand]).T for _ in range(VARIED)]
    carried = [held.held(stand, one).carried.mean() for one in chances]
    low, high = np.quantile(carried, (0.05, 0.95))
    return float(low), float(high)


def _outgoing(
    motion: Motion, house: House, places: Mapping[str, float], rng: np.random.Generator
) -> Outgoing:
    held = _Vote(motion, house, draw_luck(house, rng), places)
    seats = dict(zip(house.lists, house.seats[0].tolist(), strict=True))
    return Outgoing(seats, float(held.held(held.stand()).carried.mean()))


def _deciders(held: _Vote, stand: Sequence[Standing]) -> tuple[Decider, ...]:
    power = _power(held, stand)
    found = [
        Decider(
            one,
            held.p_if(stand, one.list, "support"),
            held.p_if(stand, one.list, "oppose"),
            power.get(one.list, 0.0),
        )
        for one in stand
    ]
    return tuple(sorted(found, key=lambda one: -one.swing))


def _power(held: _Vote, stand: Sequence[Standing]) -> dict[str, float]:
    """Return the Banzhaf index of the lists that are undeclared or split, the others decided."""
    house = held.house
    open_ = np.array([one.position in ("unknown", "split") for one in stand])
    if held.motion.majority == "none" or not open_.any():
        return {}
    sure = house.seats[:, [one.position == "support" for one in stand]].sum(axis=1)
    aside = house.seats[:, [one.position == "abstain" for one in stand]].sum(axis=1)
    needed = seats_needed_by_draw(held.motion.majority, house.size)
    least = (house.seats.sum(axis=1) - aside) // 2 + 1 if needed is None else needed
    lists = tuple(one.list for one in stand if one.position in ("unknown", "split"))
    seats = Draws(house.seats[:, open_], lists, "seats", "")
    return {one.list: one.banzhaf for one in power_of(seats, least - sure)}
