"""The model that the fast engine approximates, fitted without approximation by NUTS.

Level, house effects, pace and scale of the house effects are sampled jointly; readings have the
Student t that the fast engine stands for by a normal. Needs the extra ``mcmc``.

Literature: Hoffman and Gelman, The No-U-Turn sampler, JMLR 15 (2014).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

import jax
import jax.numpy as jnp
import numpy as np
from numpy.typing import NDArray
from numpyro.diagnostics import effective_sample_size, split_gelman_rubin
from numpyro.infer import MCMC, NUTS

from formateur.votes.state_space.kalman import DIFFUSE
from formateur.votes.state_space.learned import Motion
from formateur.votes.state_space.level import HOUSE_SPREAD, PACE_SPREAD
from formateur.votes.state_space.observations import Observations
from formateur.votes.state_space.tails import TAIL
from formateur.votes.state_space.walk import walked

jax.config.update("jax_enable_x64", True)

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Exact:
    """Moments of the exact posterior on the day of the vote, on scaled logs.

    Attributes
    ----------
    mean, sd
        Of the level, shape (lists,).
    house_mean, house_sd
        Of the house effects, shape (lists, houses).
    pace, house
        Mean and standard deviation of the logs of the factors of pace and house effects.
    effective
        Smallest effective sample size of the levels.
    r_hat
        Largest split R-hat of the levels.
    """

    mean: Floats
    sd: Floats
    house_mean: Floats
    house_sd: Floats
    pace: tuple[float, float]
    house: tuple[float, float]
    effective: float
    r_hat: float


@dataclass(frozen=True, slots=True, eq=False)
class Problem:
    """The readings as arrays for the sampler, and how its parameters become level and effects.

    Attributes
    ----------
    values
        Scaled logs, 0 where nothing is read, shape (polls, lists).
    read
        Whether something is read, shape (polls, lists).
    fixed, span
        Variance of a reading, and what is added to it for each unit of pace.
    steps
        Variance that a level gathers before each poll, for one unit of pace, 0 up to its first
        reading, shape (polls, lists).
    origin
        Where the level of each list is taken to begin, shape (lists,).
    effects
        House effects as expected, adding up to 0, shape (lists, houses).
    basis
        Orthonormal directions in which house effects add up to 0, shape (houses, houses - 1).
    """

    values: Floats
    read: NDArray[np.bool_]
    fixed: Floats
    span: Floats
    steps: Floats
    origin: Floats
    effects: Floats
    basis: Floats
    house: NDArray[np.int64]
    until: float
    motion: Motion


def problem_of(seen: Observations, motion: Motion, effects: Floats) -> Problem:
    """Put observations into the sampler's form."""
    values = seen.values()
    read = ~np.isnan(values)
    still, unit = (replace(motion, pace=pace) for pace in (0.0, 1.0))
    fixed = seen.noise(still)
    first = read.argmax(axis=0)
    begun = np.arange(len(values))[:, None] > first
    houses = len(seen.houses)
    centred = effects - effects.mean(axis=1, keepdims=True)
    columns = np.arange(values.shape[1])
    basis = np.linalg.qr(np.column_stack([np.ones(houses), np.eye(houses)[:, 1:]]))[0][:, 1:]
    return Problem(
        values=np.where(read, values, 0.0),
        read=read,
        fixed=fixed,
        span=seen.noise(unit) - fixed,
        steps=np.where(begun, seen.moved(unit)[:, None], 0.0),
        origin=values[first, columns] - centred[columns, seen.house[first]],
        effects=centred,
        basis=basis,
        house=seen.house,
        until=float(walked(np.maximum(seen.day[-1:], 0.0), np.zeros(1), unit)[0]),
        motion=motion,
    )


def _paths(
    p: Problem, theta: jax.Array, pace: jax.Array, house: jax.Array
) -> tuple[jax.Array, jax.Array]:
    """Levels, shape (polls, lists), and house effects, shape (lists, houses).

    `theta` has shape (lists, 1 + polls + houses - 1) and is standard normal beforehand: where the
    level begins, its steps, and the house effects along the basis.
    """
    polls = p.steps.shape[0]
    begin = p.origin + np.sqrt(DIFFUSE) * theta[:, 0]
    levels = begin + jnp.cumsum(
        jnp.sqrt(pace) * np.sqrt(p.steps) * theta[:, 1 : 1 + polls].T, axis=0
    )
    return levels, p.effects + house * theta[:, 1 + polls :] @ p.basis.T


def _factors(p: Problem, hyper: jax.Array) -> tuple[jax.Array, jax.Array]:
    pace = p.motion.pace * jnp.exp(PACE_SPREAD * hyper[0])
    return pace, p.motion.house * jnp.exp(HOUSE_SPREAD * hyper[1])


def _whitening(p: Problem) -> tuple[Floats, Floats]:
    """Centre and factor that make the parameters of each list nearly standard normal afterwards.

    Of the same posterior with normal readings. Only the sampler's speed hangs on it.
    """
    polls, lists = p.values.shape
    size = polls + len(p.basis)
    centre, factor = np.zeros((lists, size)), np.zeros((lists, size, size))
    noise = p.fixed + p.motion.pace * p.span
    for k in range(lists):
        rows = np.flatnonzero(p.read[:, k])
        walk = np.tril(np.ones((polls, polls))) * np.sqrt(p.motion.pace * p.steps[:, k])
        houses = p.motion.house * p.basis[p.house]
        design = np.hstack([np.full((polls, 1), np.sqrt(DIFFUSE)), walk, houses])[rows]
        target = p.values[rows, k] - p.origin[k] - p.effects[k, p.house[rows]]
        weight = (TAIL + 1.0) / (TAIL + 3.0) / noise[rows, k]
        precision = np.eye(size) + design.T @ (weight[:, None] * design)
        lower = np.linalg.cholesky(precision)
        factor[k] = np.linalg.inv(lower).T
        centre[k] = factor[k] @ (factor[k].T @ (design.T @ (weight * target)))
    return centre, factor


def _potential(p: Problem, centre: Floats, factor: Floats, z: dict[str, jax.Array]) -> jax.Array:
    theta = centre + jnp.einsum("kij,kj->ki", factor, z["u"])
    pace, house = _factors(p, z["hyper"])
    levels, effects = _paths(p, theta, pace, house)
    noise = p.fixed + pace * p.span
    miss = p.values - levels - effects.T[p.house]
    t = -0.5 * jnp.log(noise) - 0.5 * (TAIL + 1.0) * jnp.log1p(miss**2 / (TAIL * noise))
    prior = -0.5 * (theta**2).sum() - 0.5 * (z["hyper"] ** 2).sum()
    return -(prior + jnp.where(p.read, t, 0.0).sum())


def fit_exactly(
    seen: Observations, motion: Motion, effects: Floats, *, draws: int, seed: int
) -> Exact:
    """Sample the posterior with two chains of `draws` each, after 600 for adaptation."""
    p = problem_of(seen, motion, effects)
    centre, factor = _whitening(p)
    kernel = NUTS(potential_fn=partial(_potential, p, centre, factor))
    sampler = MCMC(kernel, num_warmup=600, num_samples=draws, num_chains=2, progress_bar=False,
                   chain_method="sequential")  # fmt: skip
    rng = np.random.default_rng(seed)
    start = {
        "u": 0.5 * rng.standard_normal((2, *centre.shape)),
        "hyper": 0.5 * rng.standard_normal((2, 2)),
    }
    sampler.run(jax.random.PRNGKey(seed), init_params=start)
    found = sampler.get_samples(group_by_chain=True)

    def moments(u: jax.Array, hyper: jax.Array) -> tuple[jax.Array, jax.Array, jax.Array]:
        pace, house = _factors(p, hyper)
        levels, own = _paths(p, centre + jnp.einsum("kij,kj->ki", factor, u), pace, house)
        return levels[-1], own, pace * p.until

    worked_out = jax.jit(moments)
    shape = found["u"].shape[:2]
    drawn = [worked_out(found["u"][c, d], found["hyper"][c, d]) for c, d in np.ndindex(*shape)]
    level, own, until = (np.array(one) for one in zip(*drawn, strict=True))
    by_chain = level.reshape(*shape, -1)
    hyper = np.asarray(found["hyper"]).reshape(-1, 2) * [PACE_SPREAD, HOUSE_SPREAD]
    return Exact(
        mean=level.mean(axis=0),
        sd=np.sqrt(level.var(axis=0) + until.mean()),
        house_mean=own.mean(axis=0),
        house_sd=own.std(axis=0),
        pace=(float(hyper[:, 0].mean()), float(hyper[:, 0].std())),
        house=(float(hyper[:, 1].mean()), float(hyper[:, 1].std())),
        effective=float(np.min(effective_sample_size(by_chain))),
        r_hat=float(np.max(split_gelman_rubin(by_chain))),
    )
