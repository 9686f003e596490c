"""The names that a story may use: lists, members, persons, blocs and places of an election."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from formateur.facts import Election
from formateur.story.folding import fold

What = Literal["list", "member", "person", "bloc"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a text.

    Attributes
    ----------
    id
        Of the list, the person or the bloc.
    list
        The list that is meant or that the person stands on; empty for a bloc or when on none.
    """

    start: int
    end: int
    what: What
    id: str
    list: str


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Every name of one election, ready to be found.

    Attributes
    ----------
    names
        What is meant, by folded name.
    pattern
        Finds any of the names, the longest first.
    persons
        Full names by id.
    """

    names: Mapping[str, tuple[What, str, str]]
    pattern: re.Pattern[str]
    persons: Mapping[str, str]

    def find(self, text: str) -> list[Mention]:
        """Return the names in a text, in order; none lies within another."""
        return [
            Mention(found.start(), found.end(), *self.names[found.group()])
            for found in self.pattern.finditer(fold(text))
        ]

    def lists(self, text: str) -> list[Mention]:
        """Return the mentions of lists and of persons who stand on one, in order."""
        return [one for one in self.find(text) if one.list]


@cache
def other_names() -> dict[str, Any]:
    """Return the names by country that election folders do not hold."""
    home = files("formateur") / "data" / "story"
    return tomllib.loads((home / "names.toml").read_text(encoding="utf-8"))


def places(country: str) -> re.Pattern[str]:
    """Return the pattern of a country's places, people and chamber."""
    words = [fold(one) for one in other_names().get(country, {}).get("places", [])]
    return _pattern(words) if words else re.compile(r"(?!)")


def gazetteer(election: Election) -> Gazetteer:
    """Collect the names of an election: those of the folder and those of `names.toml`."""
    names: dict[str, tuple[What, str, str]] = {}
    shared: set[str] = set()
    for name, meant in _named(election):
        key = fold(name)
        if key in names and names[key][1:] != meant[1:]:
            shared.add(key)
        names.setdefault(key, meant)
    for key in shared & {fold(one) for one in _surnames(election)}:
        if names[key][0] == "person":
            del names[key]  # two persons have this surname; only their full names tell who
    return Gazetteer(names, _pattern(names), {one.id: one.name for one in election.persons})


def _named(election: Election) -> Iterator[tuple[str, tuple[What, str, str]]]:
    more = other_names().get(election.country, {})
    for one in sorted(election.lists, key=lambda one: one.ended is not None):
        for name in (*_short(one.name), *more.get("lists", {}).get(one.id, ())):
            yield name, ("list", one.id, one.id)
    for one in sorted(election.lists, key=lambda one: one.ended is not None):
        for member in one.members:
            for name in (*_short(member.name), *more.get("lists", {}).get(member.id, ())):
                yield name, ("member", member.id, one.id)
    for person in election.persons:
        more_names = more.get("persons", {}).get(person.id, ())
        for name in (person.name, *more_names, _surname(person.name)):
            yield name, ("person", person.id, person.list)
    for bloc in reversed(election.blocs):  # the narrower name of a wider bloc comes last
        for name in (bloc.name, *more.get("blocs", {}).get(bloc.id, ())):
            yield name, ("bloc", bloc.id, "")


def _short(name: str) -> Iterable[str]:
    """Return a list's name, also without what stands in brackets and without its article."""
    bare = re.sub(r"\s*\(.*?\)", "", name)
    return {name, bare, bare.removeprefix("The ")} - {""}


def _surname(name: str) -> str:
    return " ".join(name.split()[1:])


def _surnames(election: Election) -> list[str]:
    return [_surname(person.name) for person in election.persons]


def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted({one for one in names if one}, key=lambda one: (-len(one), one))
    either = "|".join(re.escape(one) for one in longest_first)
    return re.compile(rf"(?<![\w-])(?:{either})(?!\w)") if either else re.compile(r"(?!)")
