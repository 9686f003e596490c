"""The forecast: facts, votes, parliament, government, motions, one after the other."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from datetime import date

import numpy as np

from formateur.errors import UsageError
from formateur.facts import Draws, Election, Statement, as_of
from formateur.folder.past_cabinets import built_in_cabinets
from formateur.folder.treaties import built_in_treaties
from formateur.government import Coalitions, Would, coalitions_that_could, would_govern
from formateur.government.formation.learned import load_formation
from formateur.government.procedure import load_procedure
from formateur.law import Law, Rules
from formateur.motions import MotionAnswer, answer_motions
from formateur.parliament import (
    BlocSeats,
    LearnedSwing,
    bloc_seats,
    chance_to_be_largest,
    chance_to_pass,
    majority_of_draws,
    national_facts,
)
from formateur.settings import DEFAULT_DRAWS, DEFAULT_SEED, MOST_DRAWS
from formateur.simulating import simulate, streams
from formateur.version import __version__
from formateur.votes import Estimator, EventPolls, VoteEstimate, polls_around_events
from formateur.what_if import AS_IT_WAS, WhatIf

EMPTY: tuple[object, ...] = (None, "", (), {}, False)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Forecast:
    """What was to be expected of an election on a day.

    Attributes
    ----------
    election
        The election as it stood on the day, nothing later in it.
    rules
        The law in force on the day of the vote, with the changes of a what-if.
    without
        Statements that are taken as never made, for a what-if.
    day
        The day the forecast is made for.
    seed
        Seed of the random numbers.
    run
        Id of the run: a hash of the facts, the law, the settings and the version.
    estimator
        Name of the estimator of the votes.
    estimate
        The votes, and which polls they rest on.
    swing
        How constituencies were taken to move; ``None`` where they were not counted.
    parliament
        Seats, shape (draws, lists).
    p_threshold, p_largest
        By list: chance to pass the threshold, and to have most seats (ties shared).
    blocs
        Seats of the blocs.
    government
        What coalitions could govern.
    formation
        What government would form; ``None`` where no list wins seats.
    motions
        Answers to the motions raised by the day.
    events
        The events up to the day, and the polls around each.
    """

    election: Election
    rules: Rules
    without: tuple[Statement, ...]
    day: date
    seed: int
    run: str
    estimator: str
    estimate: VoteEstimate
    swing: LearnedSwing | None
    parliament: Draws
    p_threshold: dict[str, float]
    p_largest: dict[str, float]
    blocs: tuple[BlocSeats, ...]
    government: Coalitions
    formation: Would | None
    motions: tuple[MotionAnswer, ...]
    events: tuple[EventPolls, ...]

    @property
    def votes(self) -> Draws:
        """Shares of the valid votes, shape (draws, lists and the others)."""
        return self.estimate.draws

    @property
    def counted(self) -> bool:
        """Whether the votes are the official result rather than an estimate."""
        return bool(self.election.results)

    def motion(self, motion_id: str) -> MotionAnswer:
        """Return the answer to one motion.

        Raises
        ------
        UsageError
            When no such motion had been raised by the day.
        """
        for answer in self.motions:
            if answer.motion.id == motion_id:
                return answer
        known = ", ".join(answer.motion.id for answer in self.motions) or "none"
        raise UsageError(
            f"motion {motion_id!r} is not known on {self.day}. Motions raised by then: {known}."
        )


def make_forecast(
    election: Election,
    law: Law,
    day: date,
    estimator: Estimator,
    *,
    what_if: WhatIf = AS_IT_WAS,
    draws: int = DEFAULT_DRAWS,
    seed: int = DEFAULT_SEED,
) -> Forecast:
    """Go the whole way from polls to motions, as of a day.

    Parameters
    ----------
    election
        All facts; what is later than `day` is dropped first.
    law
        The electoral law; its version of the day of the vote is applied.
    day
        The last day whose facts are used.
    estimator
        How votes are estimated.
    what_if
        What is taken to differ from the facts and the law.
    draws
        Number of simulated elections, 1 to `MOST_DRAWS`.
    seed
        Seed of the random numbers, 0 or more.

    Raises
    ------
    UsageError
        When `draws` or `seed` is out of range, no statement has the id of one to leave out, or
        another law is asked for once the seats are the result.
    LawError
        When the law has no version for the day of the vote, or counts by constituency and those
        of the election are not known.
    NotEnoughPollsError
        When no poll can be used, or nothing was learned yet about constituencies.
    """
    _check_settings(draws, seed)
    heard, without = what_if.unsaid(election)
    known, as_it_was = as_of(heard, day), law.on(heard.date)
    rules = what_if.rules(known, as_it_was)
    run = run_id(known, rules, day, estimator, draws=draws, seed=seed)
    _, for_motions, _, for_formation = streams(seed)
    simulated = simulate(
        known, rules, day, estimator, draws=draws, seed=seed, run=run, read_by=as_it_was
    )
    votes, seats = simulated.estimate.draws, simulated.seats
    formation, motions = _politics(known, day, seats, rules, (for_formation, for_motions))
    return Forecast(
        election=known,
        rules=rules,
        without=without,
        day=day,
        seed=seed,
        run=run,
        estimator=estimator.name,
        estimate=simulated.estimate,
        swing=simulated.swing,
        parliament=seats,
        p_threshold=chance_to_pass(votes, rules, national_facts(known, votes.lists)),
        p_largest=chance_to_be_largest(seats),
        blocs=bloc_seats(seats, rules, known),
        government=coalitions_that_could(seats, majority_of_draws(seats, rules), known),
        formation=formation,
        motions=motions,
        events=polls_around_events(known),
    )


def _politics(
    known: Election,
    day: date,
    seats: Draws,
    rules: Rules,
    seeds: tuple[np.random.SeedSequence, np.random.SeedSequence],
) -> tuple[Would | None, tuple[MotionAnswer, ...]]:
    """Form a government in every draw, and put the motions to the vote under it."""
    cabinets = built_in_cabinets(known.country)
    formation = would_govern(
        known,
        day,
        seats,
        majority=majority_of_draws(seats, rules),
        model=load_formation(day),
        cabinets=cabinets,
        procedure=load_procedure(known.procedure).on(day) if known.procedure else None,
        rng=np.random.default_rng(seeds[0]),
    )
    motions = answer_motions(
        known,
        day,
        (seats, rules.seats),
        formation,
        cabinets=cabinets,
        treaties=built_in_treaties(),
        seed=seeds[1],
    )
    return formation, motions


def run_id(
    known: Election, rules: Rules, day: date, estimator: Estimator, *, draws: int, seed: int
) -> str:
    """Return 12 hex digits that are the same for the same facts, law, settings and version.

    Lines in files do not count: a row added for a later day must not change the run of this one.
    Nor do facts that are not given, so that a new kind of fact changes only runs that know one,
    nor the colours of lists, on which no figure hangs.
    """
    facts = replace(
        known,
        polls=tuple(replace(poll, line=0) for poll in known.polls),
        lists=tuple(replace(one, colour=None) for one in known.lists),
    )
    settings = [day, draws, seed, repr(estimator), __version__]
    text = json.dumps([_given(asdict(facts)), asdict(rules), settings], sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _given(facts: object) -> object:
    """Return facts as JSON knows them, without those that are empty."""
    if isinstance(facts, dict):
        return {key: _given(value) for key, value in facts.items() if value not in EMPTY}
    return [_given(value) for value in facts] if isinstance(facts, list | tuple) else facts


def _check_settings(draws: int, seed: int) -> None:
    for word, number in (("draws", draws), ("seed", seed)):
        if type(number) is not int:
            raise UsageError(f"{word} {number!r}: the number must be a whole number.")
    if not 1 <= draws <= MOST_DRAWS:
        raise UsageError(f"{draws} draws: the number of draws must be 1 to {MOST_DRAWS:,}.")
    check_seed(seed)


def check_seed(seed: int) -> None:
    """Refuse a seed that no random numbers could begin with."""
    if seed < 0:
        raise UsageError(f"seed {seed}: the seed must be 0 or more.")
