"""Score the models of the votes on two records that others have published about.

    python scripts/score_poll_model.py --data DIR

DIR holds tables of past elections, and DIR/israel those of the Knesset with polls in seats. Every
election is forecast with what had been learned before it.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from formateur.evaluation.backtest.law_in_force import rules_in_force
from formateur.evaluation.proper_scores import crps_of_draws
from formateur.facts import Draws, Election, Source, SurplusAgreement, as_of
from formateur.folder import PastElection, read_past_elections
from formateur.law import Rules
from formateur.parliament import simulate_parliament
from formateur.votes import model_for

DRAWS = 4000
MODELS = ("reference", "state-space")
BUNDESTAG = ("de-2002", "de-2005", "de-2009", "de-2013")
BUNDESTAG_DAYS = (1, 8, 36, 64, 92)
BUNDESTAG_LISTS = ("cdu-csu", "spd", "fdp", "gruene", "linke")
PUBLISHED = {"Stoetzer et al. 2019, out of sample": (1.98, 1.83, 2.27, 2.22, 2.54)}
"""Political Analysis 27 (2019), 255-262, https://doi.org/10.1017/pan.2018.49."""

KNESSET_DAYS = (1, 3, 7)
RIGHT = {
    "il-2009": ("likud", "yisrael_beiteinu", "shas", "utj", "national_union", "jewish_home"),
    "il-2013": ("likud_beiteinu", "jewish_home", "shas", "utj", "otzma_leyisrael"),
    "il-2015": ("likud", "kulanu", "jewish_home", "shas", "utj", "yisrael_beiteinu", "yachad"),
    "il-2019-04": (
        *("likud", "kulanu", "shas", "utj", "urwp", "new_right", "yisrael_beiteinu", "zehut"),
    ),
    "il-2019-09": ("likud", "shas", "utj", "yamina", "otzma_yehudit"),
    "il-2020": ("likud", "shas", "utj", "yamina", "otzma_yehudit"),
    "il-2021": ("likud", "shas", "utj", "religious_zionist", "yamina"),
}
"""The lists of the right and the religious, as the poll tables of the time add them up."""


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="folder of the tables")
    folder = parser.parse_args().data
    print("\n".join(_bundestag(read_past_elections(folder))))
    knesset = read_past_elections(folder / "israel")
    print("\n".join(["", *_knesset(knesset, folder / "israel")]))


def votes_of(past: PastElection, model: str, days: int) -> Draws:
    """Forecast the votes of a past election some days before it, in shares."""
    day = past.election.date - timedelta(days=days)
    known = as_of(past.election, day)
    known = replace(known, polls=tuple(one for one in known.polls if one.kind != "exit"))
    rng = np.random.default_rng(1)
    rules = rules_in_force(past.election)
    return model_for(model, day).estimate(known, rules, day, draws=DRAWS, rng=rng, run="").draws


def _bundestag(past: Sequence[PastElection]) -> Iterator[str]:
    """Root mean square errors in points, over five lists and the others of four elections."""
    yield "| Bundestag 2002 to 2013, RMSE | " + " | ".join(f"{d} d" for d in BUNDESTAG_DAYS) + " |"
    yield "|---" * (1 + len(BUNDESTAG_DAYS)) + "|"
    chosen = [one for one in past if one.election.id in BUNDESTAG]
    for model in MODELS:
        errors = [
            np.concatenate([_errors(one, votes_of(one, model, days)) for one in chosen])
            for days in BUNDESTAG_DAYS
        ]
        yield _row(model, [float(np.sqrt(np.mean(one**2))) for one in errors])
    for name, figures in PUBLISHED.items():
        yield _row(name, figures)


def _errors(past: PastElection, votes: Draws) -> NDArray[np.float64]:
    mean = {one: float(votes[one].mean()) for one in BUNDESTAG_LISTS if one in votes.lists}
    got = {one: past.shares[one] for one in mean}
    off = [got[one] - mean[one] for one in mean]
    return 100 * np.array([*off, sum(mean.values()) - sum(got.values())])


@dataclass(frozen=True, slots=True)
class _Seats:
    """Seats of one list or bloc: draws against what it won."""

    draws: NDArray[np.float64]
    won: float

    @property
    def error(self) -> float:
        return abs(float(np.median(self.draws)) - self.won)

    @property
    def place(self) -> float:
        return float((self.draws < self.won).mean() + (self.draws == self.won).mean() / 2)


def _knesset(past: Sequence[PastElection], folder: Path) -> Iterator[str]:
    agreements = _agreements(folder)
    head = "| Knesset, seats | days | model | MAE lists | L2 | CRPS | 50 | 80 | 90 "
    yield head + "| right bloc | 50 % range | 90 % range | won |"
    yield "|---" * 13 + "|"
    for one in past:
        if one.election.id not in RIGHT:
            continue
        election = replace(one.election, agreements=agreements.get(one.election.id, ()))
        for days in KNESSET_DAYS:
            for model in MODELS:
                yield _knesset_row(replace(one, election=election), model, days)


def _knesset_row(past: PastElection, model: str, days: int) -> str:
    rules = rules_in_force(past.election)
    if rules is None:
        raise SystemExit(f"{past.election.id}: no law")
    votes = votes_of(past, model, days)
    drawn = _allocated(votes, rules, past.election)
    won = _won(past, rules, votes.lists)
    lists = [_Seats(drawn[one].astype(np.float64), won[one]) for one in drawn.lists]
    seated = [one for one in lists if one.won or float(np.median(one.draws))]
    right = [one for one in RIGHT[past.election.id] if one in drawn.lists]
    bloc = _Seats(drawn.total(right).astype(np.float64), sum(won[one] for one in right))
    off = np.abs(np.array([one.place for one in seated]) - 0.5)
    low, q25, q75, high = np.quantile(bloc.draws, (0.05, 0.25, 0.75, 0.95))
    figures = (
        f"{np.mean([one.error for one in seated]):.2f}",
        f"{np.sqrt(sum(one.error**2 for one in seated)):.1f}",
        f"{np.mean([crps_of_draws(one.draws, one.won) for one in seated]):.2f}",
        *(f"{np.mean(off <= width / 2):.2f}" for width in (0.5, 0.8, 0.9)),
        f"{np.median(bloc.draws):.0f}",
        f"{q25:.0f} to {q75:.0f}",
        f"{low:.0f} to {high:.0f}",
        f"{bloc.won:.0f}",
    )
    return f"| {past.election.id} | {days} | {model} | {' | '.join(figures)} |"


def _allocated(votes: Draws, rules: Rules, election: Election) -> Draws:
    return simulate_parliament(votes, rules, election, None, np.random.default_rng(2))


def _won(past: PastElection, rules: Rules, lists: Sequence[str]) -> Mapping[str, float]:
    """Seats by the law from the official shares."""
    names = (*past.shares, "other")
    shares = np.array([[*past.shares.values(), max(0.0, 1 - sum(past.shares.values()))]])
    seats = _allocated(Draws(shares, names, "share", ""), rules, past.election)
    return {one: float(seats[one][0]) if one in seats.lists else 0.0 for one in {*lists, *names}}


def _agreements(folder: Path) -> dict[str, tuple[SurplusAgreement, ...]]:
    found: dict[str, list[SurplusAgreement]] = {}
    with (folder / "surplus_agreements.csv").open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            pair = (row["party_a"], row["party_b"])
            one = SurplusAgreement(lists=pair, date=date(1900, 1, 1), source=Source(row["source"]))
            found.setdefault(row["election_id"], []).append(one)
    return {name: tuple(rows) for name, rows in found.items()}


def _row(name: str, figures: Sequence[float]) -> str:
    return f"| {name} | " + " | ".join(f"{one:.2f}" for one in figures) + " |"


if __name__ == "__main__":
    main()
