"""Results by constituency that come with Formateur, for the elections after them."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable

from formateur.facts import Constituency, PreviousVotes, Source

BALLOT_LIST, BALLOT_CANDIDATE = "list", "candidate"


@dataclass(frozen=True, slots=True, kw_only=True)
class BuiltinResult:
    """A built-in result: ``source.toml``, ``constituencies.csv`` and ``votes.csv`` of a folder.

    Attributes
    ----------
    country
        ISO 3166 alpha-2, lower case.
    date
        Day of the vote; that of `votes` may be later, where some voted again.
    constituencies
        With their sizes at that election.
    names
        Names of the lists by id.
    exempt
        Lists to which no threshold applied.
    """

    id: str
    name: str
    country: str
    date: date
    constituencies: tuple[Constituency, ...]
    votes: PreviousVotes
    names: Mapping[str, str]
    exempt: frozenset[str]


def builtin_results() -> tuple[str, ...]:
    """Return the ids of the built-in results, in alphabetical order."""
    return tuple(sorted(one.name for one in _home().iterdir() if one.is_dir()))


def builtin_result(result_id: str) -> BuiltinResult:
    """Read a built-in result.

    Raises
    ------
    KeyError
        When there is none of that id.
    """
    if result_id not in builtin_results():
        raise KeyError(result_id)
    folder = _home() / result_id
    about = tomllib.loads((folder / "source.toml").read_text(encoding="utf-8"))
    ballots: dict[str, dict[str, dict[str, int]]] = {BALLOT_LIST: {}, BALLOT_CANDIDATE: {}}
    for row in _rows(folder / "votes.csv"):
        votes = ballots[row.pop("ballot", BALLOT_LIST)].setdefault(row.pop("constituency"), {})
        votes |= {one: int(number) for one, number in row.items() if number}
    source = Source(about["source"])
    return BuiltinResult(
        id=result_id,
        name=about["name"],
        country=about["country"],
        date=about["date"],
        constituencies=tuple(
            _constituency(row, source) for row in _rows(folder / "constituencies.csv")
        ),
        votes=PreviousVotes(
            election=result_id,
            date=about.get("counted", about["date"]),
            lists=ballots[BALLOT_LIST],
            candidates=ballots[BALLOT_CANDIDATE],
            source=source,
        ),
        names=about["lists"],
        exempt=frozenset(about.get("exempt", ())),
    )


def _home() -> Traversable:
    return files("formateur") / "data" / "constituencies"


def _rows(file: Traversable) -> Iterator[dict[str, str]]:
    yield from csv.DictReader(file.read_text(encoding="utf-8").splitlines())


def _constituency(row: Mapping[str, str], source: Source) -> Constituency:
    return Constituency(
        name=row["constituency"],
        seats=int(row["seats"] or 0),
        levelling=int(row.get("levelling") or 0),
        region=row.get("region", ""),
        population=int(row.get("population") or 0),
        source=source,
    )
