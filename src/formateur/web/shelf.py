"""The elections that are offered: those built in, and folders that the operator names.

What is asked for is found by its id among these; no word of a request ever becomes a path.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

from formateur import api
from formateur.errors import UsageError
from formateur.facts import Election, default_day
from formateur.folder import open_election

RESERVED = ("api", "assets", "embed", "story")
"""Beginnings of addresses, which no election may take."""

AFTERMATH = timedelta(days=366)
"""How long after the vote a day may be asked for: governments take their time."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One election as it is offered.

    Attributes
    ----------
    place, stamp
        As in `formateur.web.asked.Asked`.
    facts
        All of them, later ones too: for what may be asked, never for an answer.
    """

    place: str
    stamp: str
    facts: Election

    @property
    def first(self) -> date:
        """The first day on which a poll was known."""
        return min((one.known_from for one in self.facts.polls), default=self.facts.date)

    @property
    def last(self) -> date:
        """The last day that may be asked for."""
        return self.facts.date + AFTERMATH

    def usual_day(self, today: date) -> date:
        """Return the day that is shown when none is asked for."""
        return max(default_day(self.facts, today), self.first)


class Shelf:
    """Elections by id.

    Parameters
    ----------
    folders
        Of the operator, beside the built-in elections.

    Raises
    ------
    UsageError
        When two elections have the same id, or one that is taken by other addresses.
    DataError, LawError
        When a folder cannot be used.
    """

    def __init__(self, folders: Iterable[Path] = ()) -> None:
        self._offers = {one: _offer(one, "") for one in api.elections()}
        self._folders: dict[str, Path] = {}
        for folder in folders:
            path = folder.resolve()
            made = _offer(str(path), _stamp(path))
            name = made.facts.id
            if name in self._offers or name in RESERVED:
                raise UsageError(
                    f"{folder}: the id {name!r} is taken by another election or page. Give this "
                    "election another id in election.toml."
                )
            self._offers[name], self._folders[name] = made, path

    def __iter__(self) -> Iterator[Offer]:
        """Go through the offers, the latest vote first."""
        by_name = sorted(self._offers.values(), key=lambda one: one.facts.id)
        return iter(sorted(by_name, key=lambda one: one.facts.date, reverse=True))

    def find(self, name: str) -> Offer | None:
        """Return the election of an id, read anew when the operator changed its files.

        Raises
        ------
        DataError, LawError
            When they changed it for the worse.
        """
        folder = self._folders.get(name)
        if folder is not None and (stamp := _stamp(folder)) != self._offers[name].stamp:
            self._offers[name] = _offer(str(folder), stamp)
        return self._offers.get(name)


def _offer(place: str, stamp: str) -> Offer:
    facts, _ = open_election(place)
    return Offer(place, stamp, facts)


def _stamp(folder: Path) -> str:
    """Return what changes when a file of the folder does."""
    try:
        states = [
            (one.name, found.st_size, found.st_mtime_ns)
            for one in sorted(folder.iterdir())
            for found in (one.stat(),)
        ]
    except OSError:  # whoever opens the folder next says what is wrong with it
        return "unreadable"
    return sha256(repr(states).encode()).hexdigest()[:16]
