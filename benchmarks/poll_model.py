"""Time of the poll model, how it grows, and how it does beside `kronikas`; prints Markdown.

Run by ``make bench``. Campaigns are simulated with a fixed seed, so every run fits the same. For
the comparison both are told that polls have no common error, since the simulated ones have none.
"""

from __future__ import annotations

import importlib.util
import logging
import statistics
import time
import warnings
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import numpy as np
from numpy.typing import NDArray
from softmax_campaigns import EVE, VOTE, Simulated, simulate

from formateur.evaluation import crps_of_draws
from formateur.votes.state_space import Learned, StateSpace, load_learned

DRAWS = 20_000
LEARNED = load_learned(date(2019, 1, 1))
DAY = VOTE - timedelta(days=EVE)
SIZES = ((12, 75), (12, 150), (12, 300), (12, 600), (12, 2000), (6, 150), (24, 150))
CAMPAIGNS = 3
REPEATS = 5


def draws_of(case: Simulated, learned: Learned = LEARNED) -> NDArray[np.float64]:
    """Forecast a campaign with our model: percents, shape (draws, lists)."""
    rng = np.random.default_rng(1)
    model = StateSpace(learned)
    found = model.estimate(case.election, None, DAY, draws=DRAWS, rng=rng, run="").draws
    return np.column_stack([100.0 * found[one.id] for one in case.election.lists])


def kronikas_draws(case: Simulated) -> NDArray[np.float64]:
    """Forecast it with kronikas, as it comes, on one core."""
    import pandas as pd  # noqa: PLC0415 - comes with kronikas only
    from kronikas import ElectionForecast, ModelConfig  # noqa: PLC0415

    rows = [
        {"date": poll.fieldwork_end, "pollster": poll.pollster, "sample_size": poll.sample_size}
        | {one: reading.value for one, reading in poll.readings.items()}
        for poll in case.election.polls
    ]
    config = ModelConfig(cores=1, progressbar=False, random_seed=1)
    model = ElectionForecast.from_dataframe(pd.DataFrame(rows), VOTE, today=DAY, config=config)
    drawn = model.run().party_forecast_dataframe(day="election_day")
    return np.asarray(drawn[[one.id for one in case.election.lists]], dtype=np.float64)


def cpu_seconds(work: Callable[[], NDArray[np.float64]]) -> tuple[float, NDArray[np.float64]]:
    """Return the processor's time that some work took, and what it found."""
    started = time.process_time()
    found = work()
    return time.process_time() - started, found


def growth() -> None:
    """Print the time of a fit by lists and polls."""
    print("| fit, 250 days, 20,000 draws | median CPU time |")
    print("|---|--:|")
    draws_of(simulate(3, 20, 3, np.random.default_rng(1)))
    for lists, polls in SIZES:
        case = simulate(lists, polls, 10, np.random.default_rng(1), days=250)
        taken = [cpu_seconds(partial(draws_of, case))[0] for _ in range(REPEATS)]
        print(f"| {lists} lists, {polls:,} polls | {statistics.median(taken):.2f} s |")
    print()


def beside_kronikas() -> None:
    """Print CPU time and CRPS of both on the same campaigns."""
    rng = np.random.default_rng(2)
    cases = [simulate(5, 40, 5, rng) for _ in range(CAMPAIGNS)]
    alike = replace(LEARNED, error=replace(LEARNED.error, scale=1e-6, drift=1.0))
    print("| 5 lists, 40 polls, a week before the vote | median CPU time | CRPS, points |")
    print("|---|--:|--:|")
    models: dict[str, Callable[[Simulated], NDArray[np.float64]]] = {
        "kronikas": kronikas_draws,
        "formateur": partial(draws_of, learned=alike),
    }
    for name, model in models.items():
        done = [cpu_seconds(partial(model, case)) for case in cases]
        scores = [
            crps_of_draws(drawn[:, k], 100.0 * case.result[k])
            for (_, drawn), case in zip(done, cases, strict=True)
            for k in range(drawn.shape[1])
        ]
        taken = statistics.median(seconds for seconds, _ in done)
        print(f"| {name} | {taken:,.3f} s | {np.mean(scores):.3f} |")


if __name__ == "__main__":
    growth()
    if importlib.util.find_spec("kronikas"):
        logging.disable(logging.WARNING)
        warnings.simplefilter("ignore")
        beside_kronikas()
    else:
        print("kronikas is not installed: it needs Python below 3.13.")
