"""Learning the numbers of the model from the elections held before a day.

The numbers that all campaigns share maximise the mean log score of past results, held near
`START` by a prior; what differs between families of countries, lists and houses is shrunken
towards what they have in common.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date

import numpy as np
from numpy.typing import NDArray

from formateur.votes.learning import t_scale
from formateur.votes.state_space.bloc_learning import learn_bloc_part
from formateur.votes.state_space.families import family_of
from formateur.votes.state_space.learned import Family, Learned, Motion, SharedError
from formateur.votes.state_space.likelihood import (
    Missed,
    Prepared,
    mean_score,
    missed,
    prepare,
)
from formateur.votes.state_space.origin import Origin
from formateur.votes.state_space.past_records import (
    Records,
    house_effects,
    pollster_records,
    records_before,
)
from formateur.votes.state_space.shared_error import DEGREES_OF_FREEDOM
from formateur.votes.unprinted import Unprinted

START = (
    Motion(
        pace=1.0,
        rush=1.3,
        house=0.09,
        overdispersion=0.5,
        extra=0.02,
        looseness=0.4,
        most=1.2,
    ),
    SharedError(scale=0.08, exponent=0.42, drift=1.0, bloc=0.0),
)
"""Where the search begins, and what the prior holds to: chosen on elections before 2015."""

PRIOR_SD = 0.5
"""Standard deviation of the prior of every number, on its log."""

PRIOR_ELECTIONS = 5.0
"""The prior weighs as much as this number of elections."""

EVALUATIONS = 220
FAMILY_ELECTIONS = 20.0
"""A family's own error counts half when it has had this number of elections."""


def learn(
    origins: Sequence[Origin], until: date, unprinted: Unprinted, sources: Sequence[str]
) -> Learned:
    """Learn from the elections held before `until`.

    Parameters
    ----------
    origins
        Past elections, whatever their date.
    unprinted, sources
        What else goes into the file.
    """
    own = [one for one in origins if one.held < until]
    motion, error = START
    ready = prepare(own, motion)
    records = Records.of([one for one in ready if one.origin.days == 1], motion, error)
    motion, error = _search(ready, motion, error, records)
    ready = prepare(own, motion)
    records = Records.of([one for one in ready if one.origin.days == 1], motion, error)
    found = [missed(one, motion, error, records.for_origin(one.origin)) for one in ready]
    return Learned(
        cut_off=until,
        elections=len({one.election for one in own}),
        motion=Motion(**_four_digits(asdict(motion))),
        error=SharedError(**_four_digits(asdict(error) | {"bloc": learn_bloc_part(found)})),
        families=_families(found),
        records=records_before(records, until),
        houses=house_effects(ready, motion, until),
        pollsters=pollster_records(ready, until),
        unprinted=unprinted,
        sources=tuple(sources),
    )


def _search(
    ready: Sequence[Prepared], motion: Motion, error: SharedError, records: Records
) -> tuple[Motion, SharedError]:
    """Maximise the mean log score and the prior, by the simplex of Nelder and Mead."""
    from scipy.optimize import minimize  # noqa: PLC0415 - slow, and only learning needs it

    known = [records.for_origin(one.origin) for one in ready]
    elections = len({one.origin.election for one in ready})
    at = _logs(motion, error)

    def loss(x: NDArray[np.float64]) -> float:
        one, other = _numbers(x, error.bloc)
        scores = [missed(r, one, other, k) for r, k in zip(ready, known, strict=True)]
        prior = PRIOR_ELECTIONS / elections * 0.5 * np.mean(((x - _logs(*START)) / PRIOR_SD) ** 2)
        return float(prior) - mean_score(scores)

    simplex = np.vstack([at, at + 0.25 * np.eye(len(at))])
    options = {"maxfev": EVALUATIONS, "initial_simplex": simplex, "adaptive": True, "xatol": 0.01}
    return _numbers(minimize(loss, at, method="Nelder-Mead", options=options).x, error.bloc)


def _logs(motion: Motion, error: SharedError) -> NDArray[np.float64]:
    searched = [*asdict(motion).values(), error.scale, error.exponent, error.drift]
    return np.asarray(np.log(searched))


def _numbers(logs: NDArray[np.float64], bloc: float) -> tuple[Motion, SharedError]:
    values = np.exp(logs).tolist()
    names = list(asdict(START[0]))
    motion = Motion(**dict(zip(names, values, strict=False)))
    scale, exponent, drift = values[len(names) :]
    return motion, SharedError(scale=scale, exponent=exponent, drift=drift, bloc=bloc)


def _four_digits(numbers: dict[str, float]) -> dict[str, float]:
    """Round to four significant digits: more would pretend to be known."""
    return {name: float(f"{value:.4g}") for name, value in numbers.items()}


def _families(found: Sequence[Missed]) -> dict[str, Family]:
    """How much larger or smaller the errors of a family were, pooled with all the others."""
    families: dict[str, dict[str, list[NDArray[np.float64]]]] = {}
    for one in found:
        own = families.setdefault(family_of(one.origin.country), {})
        own.setdefault(one.origin.election, []).append(one.surprises)
    factors = {}
    for name, elections in sorted(families.items()):
        scale = t_scale([np.concatenate(s) for s in elections.values()], int(DEGREES_OF_FREEDOM))
        count = len(elections)
        pooled = (count * np.log(scale)) / (count + FAMILY_ELECTIONS)
        factors[name] = Family(factor=round(float(np.exp(pooled)), 4), elections=count)
    return factors
