"""What is known to have happened, and which of it a sentence tells: words against words.

Spanish words are turned into English ones by `words.toml`, so that one vocabulary serves both.
"""

from __future__ import annotations

import math
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from formateur.facts import CalendarStep, Election
from formateur.story.folding import fold

UNTOLD = ("poll-silence", "list-deadline", "election")
"""Kinds of events that are days of the calendar: the steps of the procedure tell them."""

STEPS = {
    "mandate-given": (
        "{who} receives the mandate, the task to form a government",
        "{who} is given the first chance, is asked to form a government",
    ),
    "mandate-extended": ("the mandate of {who} to form a government is extended",),
    "mandate-returned": ("{who} returns the mandate to form a government",),
    "mandate-expired": ("the mandate of {who} to form a government expires",),
    "parliament-dissolved": ("The parliament is dissolved",),
    "coalition-agreement": ("{who} sign a coalition agreement",),
    "government-announced": ("{who} announces a government",),
    "government-sworn-in": ("The government of {who} is sworn in",),
    "government-resigned": ("Prime minister {who} resigns", "{who} presents the resignation"),
    "investiture-vote": (
        "The parliament votes on {who} as prime minister",
        "The parliament elects {who} prime minister",
        "The parliament approves the new government",
    ),
    "lists-close": (
        "The deadline for candidates closes",
        "The deadline to present candidates ends",
    ),
    "consultations-start": ("The president begins consultations with the factions",),
    "results": ("The official results are handed over",),
    "agreements-close": ("The deadline for surplus-vote agreements ends",),
    "poll-silence": (
        "The ban on publishing new surveys begins",
        "No surveys may be published",
    ),
}
"""Steps of the procedure as events, in the words that tell them; the first is the title."""

LEAST = 0.2
"""Share of the title itself, or of the telling, that must be said whatever else is."""

_ENDINGS = ("ations", "ation", "ing", "ers", "ies", "ed", "es", "er", "s", "e", "y")


@dataclass(frozen=True, slots=True)
class Happening:
    """An event or a step of the procedure, with the stems of its words.

    Attributes
    ----------
    words, more
        Of its title, and of all else that is said of it.
    tellings
        Of the other ways to tell it: each clause of what is said of it.
    """

    id: str
    date: date
    title: str
    kind: str
    lists: tuple[str, ...]
    source: str
    words: frozenset[str]
    more: frozenset[str]
    tellings: tuple[frozenset[str], ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """A happening that a sentence may tell, and how well it fits, from 0 to about 1."""

    happening: Happening
    fit: float


@dataclass(frozen=True, slots=True)
class Chronicle:
    """All happenings around the elections of a country.

    Attributes
    ----------
    weights
        How telling a stem is: the rarer, the more.
    names
        Stems of the names of persons and lists: they tell who, not what.
    """

    happenings: tuple[Happening, ...]
    weights: Mapping[str, float]
    names: frozenset[str]

    def told(self, text: str, *, spanish: bool, loose: bool = False) -> list[Told]:
        """Return what a sentence may tell, the best fit first.

        A happening is a candidate when two stems besides names are shared with it, one of them
        of its title.

        Parameters
        ----------
        loose
            Whether one stem and a name of the title are enough, and whether a clause of the
            summary may be what is told.
        """
        said = stems(text, spanish=spanish)
        found = []
        for one in self.happenings:
            fit = self._fit(said, one.words, one.more)
            if loose:
                fits = (self._fit(said, telling, one.words | one.more) for telling in one.tellings)
                fit = max(fit, self._fit(said, one.words, one.more, named=True), *fits)
            if fit:
                found.append(Told(one, fit))
        return sorted(found, key=lambda one: -one.fit)

    def _fit(
        self,
        said: frozenset[str],
        telling: frozenset[str],
        more: frozenset[str],
        *,
        named: bool = False,
    ) -> float:
        """Return how much of a telling is said, 0 where too little is."""
        shared, others = said & telling, (said & more) - telling
        own = {stem for stem in shared - self.names if not stem.isdigit()}
        if not own or (len((shared | others) - self.names) < 2 and not (named and shared - own)):
            return 0.0
        weight = sum(map(self.weights.__getitem__, shared))
        if weight < LEAST * sum(self.weights[stem] for stem in telling):
            return 0.0
        weight += 0.4 * sum(map(self.weights.__getitem__, others))
        return weight / sum(self.weights[stem] for stem in telling)


def chronicle(elections: Sequence[Election]) -> Chronicle:
    """Collect what happened around elections of one country."""
    seen: dict[tuple[date, str], Happening] = {}
    for election in elections:
        people = {one.id: one.name for one in election.persons}
        people |= {one.id: one.name for one in election.lists}
        for event in election.events:
            if event.kind in UNTOLD:
                continue
            more = " ".join((event.summary, *event.actors, event.kind.replace("-", " ")))
            seen[event.date, event.title] = Happening(
                event.id, event.date, event.title, event.kind, event.lists, event.source.text,
                stems(event.title), stems(more), _tellings(event.summary),
            )  # fmt: skip
        for step in election.calendar:
            if step.step in STEPS:
                title, *others = _titles(step, people)
                seen[step.date, title] = Happening(
                    step.step, step.date, title, step.step, (), step.source.text,
                    stems(title), stems(f"{step.note} {' '.join(others)}"),
                    (*map(stems, others), *_tellings(step.note)),
                )  # fmt: skip
    happenings = tuple(sorted(seen.values(), key=lambda one: one.date))
    counts = Counter(stem for one in happenings for stem in one.words | one.more)
    weights = {stem: math.log(1 + len(happenings) / count) for stem, count in counts.items()}
    return Chronicle(happenings, weights, _name_stems(elections))


def _titles(step: CalendarStep, people: Mapping[str, str]) -> list[str]:
    who = " and ".join(people.get(one, one) for one in step.who.split(";"))
    return [one.format(who=who).replace("  ", " ") for one in STEPS[step.step]]


def _tellings(summary: str) -> tuple[frozenset[str], ...]:
    """Return the stems of each clause of a summary that has at least two."""
    clauses = (stems(one) for one in re.split(r"[;:.]|, ", summary))
    return tuple(one for one in clauses if len(one) > 1)


def _name_stems(elections: Iterable[Election]) -> frozenset[str]:
    names = [one.name for election in elections for one in election.persons]
    for electoral_list in (one for election in elections for one in election.lists):
        names += [electoral_list.name, *(one.name for one in electoral_list.members)]
    return stems(" ".join(names))


def stems(text: str, *, spanish: bool = False) -> frozenset[str]:
    """Return the stems of the words of a text that tell something, in English."""
    words = re.findall(r"[^\W_]+", fold(text).lower())
    english = [w for word in words for w in (_english(word) if spanish else (word,))]
    small = _vocabulary()["small"]["words"]
    return frozenset(_stem(word) for word in english if word not in small and len(word) > 1)


def _stem(word: str) -> str:
    word = _same().get(word, word)
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word.removesuffix(ending)
            break
    return _same().get(word, word)[:8]


def _english(word: str) -> tuple[str, ...]:
    """Return the English words for a Spanish one; a name stays as it is."""
    beginnings = [begin for begin in _vocabulary()["event"] if word.startswith(begin)]
    if not beginnings:
        return (word,)
    return tuple(_vocabulary()["event"][max(beginnings, key=len)].split())


@cache
def _same() -> dict[str, str]:
    return {word: first for first, line in _vocabulary()["same"].items() for word in line.split()}


@cache
def _vocabulary() -> dict[str, Any]:
    path = files("formateur") / "data" / "story" / "words.toml"
    vocabulary = tomllib.loads(path.read_text(encoding="utf-8"))
    vocabulary["small"]["words"] = set(vocabulary["small"]["words"].split())
    return vocabulary
