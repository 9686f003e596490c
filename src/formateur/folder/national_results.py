"""National results of the built-in elections, for the elections after them."""

from __future__ import annotations

import tomllib

from formateur.facts import PreviousVotes, Result
from formateur.folder.builtin_results import BuiltinResult
from formateur.folder.library import builtin_elections, find_election
from formateur.folder.previous_votes import one_source
from formateur.folder.problem_log import ProblemLog
from formateur.folder.register import Register
from formateur.folder.results import read_results
from formateur.folder.table import read_table
from formateur.law import NATIONAL

PER_PERCENT = 10_000
"""Where votes were not published, shares are kept as votes in a million."""


def national_result(election_id: str) -> BuiltinResult | None:
    """Read the official result of a built-in election, in the one place `NATIONAL`.

    Returns
    -------
    BuiltinResult or None
        Without constituencies; ``None`` when the id is not that of a built-in election, or no
        result of it is built in.
    """
    if election_id not in builtin_elections():
        return None
    folder = find_election(election_id)
    file, log = folder / "results.csv", ProblemLog("results.csv")
    table = read_table(file.read_text(encoding="utf-8"), log) if file.is_file() else None
    results = () if table is None else read_results(table, Register(), log)
    if not results:
        return None
    about = tomllib.loads((folder / "election.toml").read_text(encoding="utf-8"))
    return BuiltinResult(
        id=election_id,
        name=about["name"],
        country=about["country"],
        date=about["date"],
        constituencies=(),
        votes=PreviousVotes(
            election=election_id,
            date=about["date"],
            lists={NATIONAL: _votes(results)},
            seats={one.list: one.seats for one in results if one.seats},
            source=one_source(one.source for one in results),
        ),
        names={one["id"]: one["name"] for one in about["list"]},
        exempt=frozenset(one["id"] for one in about["list"] if one.get("exempt")),
    )


def _votes(results: tuple[Result, ...]) -> dict[str, int]:
    counted = {one.list: one.votes for one in results if one.votes is not None}
    if len(counted) == len(results):
        return counted
    return {one.list: round(one.share * PER_PERCENT) for one in results}
