"""Learning the numbers of the state-space model from tables of past elections."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from formateur.errors import UsageError
from formateur.evaluation.backtest.law_in_force import rules_in_force
from formateur.folder import PastElection, read_past_folders
from formateur.votes.learning import ASSUMED, Unseen, fit_unprinted, measure_unseen
from formateur.votes.state_space.learned import Learned, learned_document
from formateur.votes.state_space.learning import learn
from formateur.votes.state_space.origin import ORIGINS, Origin, origin_of

FEWEST_ELECTIONS = 10
"""Nothing is learned from fewer elections."""


@dataclass(frozen=True, slots=True, eq=False)
class Past:
    """Past elections, ready to be learned from.

    Attributes
    ----------
    collections
        By election, where its polls come from.
    unseen
        What polls in seats did not print.
    """

    origins: tuple[Origin, ...]
    collections: dict[str, tuple[str, ...]]
    unseen: tuple[Unseen, ...]


def read_past(folders: Iterable[Path]) -> Past:
    """Read tables of past elections; of an election in two folders, the first counts.

    Raises
    ------
    UsageError
        When there is no such folder.
    DataError
        A file that is missing or cannot be used; it carries every problem.
    """
    elections = read_past_folders(folders)
    return Past(
        origins=tuple(origin for one in elections for origin in _origins(one)),
        collections={one.election.id: one.collections for one in elections},
        unseen=tuple(seen for one in elections if (seen := _unseen(one)) is not None),
    )


def learn_until(past: Past, until: date) -> Learned:
    """Learn from the elections held before `until`.

    Raises
    ------
    UsageError
        When there are fewer than `FEWEST_ELECTIONS`.
    """
    before = {one.election for one in past.origins if one.held < until}
    if len(before) < FEWEST_ELECTIONS:
        raise UsageError(
            f"{len(before)} elections with polls and results were held before {until}; nothing can "
            f"be learned from fewer than {FEWEST_ELECTIONS}. Choose a later day or add elections."
        )
    sources = {name for one in before for name in past.collections[one]}
    unprinted = fit_unprinted(past.unseen, until)
    return learn(past.origins, until, unprinted, sorted(sources))


def learned_text(learned: Learned) -> str:
    """Return what was learned as JSON for people: a row of numbers is one line."""
    return readable(learned_document(learned))


def readable(document: dict[str, Any]) -> str:
    """Return plain values as JSON for people: a row of numbers is one line."""
    return _lines(document, "") + "\n"


def _lines(value: object, indent: str) -> str:
    rows = [value] if not isinstance(value, dict | list) else list(_values(value))
    if not any(isinstance(row, dict | list) for row in rows):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, dict):
        inner = [
            f"{json.dumps(key, ensure_ascii=False)}: {_lines(one, indent + ' ')}"
            for key, one in value.items()
        ]
        return "{" + ",".join(f"\n{indent} {row}" for row in inner) + f"\n{indent}}}"
    return json.dumps(value, ensure_ascii=False)


def _values(value: dict[str, object] | list[object]) -> Sequence[object]:
    return list(value.values()) if isinstance(value, dict) else value


def _origins(past: PastElection) -> Iterable[Origin]:
    rules = rules_in_force(past.election)
    if rules is None and any(poll.scale == "seats" for poll in past.election.polls):
        return
    for days in ORIGINS:
        origin = origin_of(past.election, past.shares, rules, days, ASSUMED)
        if origin is not None:
            yield origin


def _unseen(past: PastElection) -> Unseen | None:
    if not past.threshold:
        return None
    return measure_unseen(past.election, past.shares, past.threshold)
