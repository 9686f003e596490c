"""Counting a case: its law on its day, and beside it the law with something changed."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from formateur.cases.read import CASE_FILE, Case, read_case
from formateur.law import NATIONAL, Allocation, ElectionFacts, Law, Rules, allocate, load_law

SEPARATORS = tuple(filter(None, (os.sep, os.altsep)))


@dataclass(frozen=True, slots=True)
class Outcome:
    """Rules, and the seats under them."""

    rules: Rules
    allocation: Allocation

    @property
    def seats(self) -> int:
        """All seats given out."""
        return sum(self.allocation.seats.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedCase:
    """The seats of a case.

    Attributes
    ----------
    outcome
        The law on the day of the vote, with the changes of a what-if, and the seats under it.
    as_it_was
        The same without the changes; ``None`` when there are none.
    seed
        Seed of the lots.
    """

    case: Case
    outcome: Outcome
    as_it_was: Outcome | None
    seed: int

    @property
    def notes(self) -> tuple[str, ...]:
        """What does not fit: warnings of the reader, and numbers of seats."""
        return (*map(str, self.case.warnings), *self._numbers_of_seats())

    def _numbers_of_seats(self) -> Iterator[str]:
        house, given, case = self.outcome.rules.seats, self.outcome.seats, self.case
        if self.as_it_was is not None:
            if house != self.as_it_was.rules.seats and given == self.as_it_was.seats:
                yield (
                    "the change of the seats of the house has no effect here: the seats of the "
                    f"constituencies are facts of {CASE_FILE}"
                )
            return
        if case.base_seats not in (None, house):
            yield (
                f"{CASE_FILE}, facts.base_seats: {case.base_seats} is not the ordinary size of "
                f"the house under this law, which is {house}"
            )
        if case.seats not in (None, given):
            yield f"{CASE_FILE}, seats: {case.seats} is not what the law gave out, which is {given}"


def count_case(
    folder: Path,
    *,
    law: str | Path | None = None,
    changes: Mapping[str, object] | None = None,
    seed: int,
) -> CountedCase:
    """Give out the seats of an allocation case.

    Parameters
    ----------
    law
        Id of a built-in law, or path of a law file; by default the law of the case.
    changes
        What to change in the law for a what-if, as `load_law` takes it.
    seed
        Seed of the lots, where the law draws lots.

    Raises
    ------
    DataError
        When the case cannot be used.
    LawError
        When there is no such law, its file is wrong, or it has no result for these votes.
    """
    case = read_case(folder)
    rules = _load(law, case, folder).on(case.day)
    facts = case.facts if law is None else _without_house(case)
    outcome, as_it_was = _count(case, rules, facts, seed), None
    if changes:
        changed = _load(law, case, folder, changes).on(case.day)
        facts = facts if changed.seats == rules.seats else _without_house(case)
        outcome, as_it_was = _count(case, changed, facts, seed), outcome
    return CountedCase(case=case, outcome=outcome, as_it_was=as_it_was, seed=seed)


def _count(case: Case, rules: Rules, facts: ElectionFacts, seed: int) -> Outcome:
    return Outcome(rules, allocate(rules, case.ballots, facts, seed))


def _without_house(case: Case) -> ElectionFacts:
    """Return the facts without the seats of the house, where the country is one constituency.

    They are those of the law of the case; another law has a house of its own.
    """
    if case.ballots.candidates or tuple(case.ballots.lists) != (NATIONAL,):
        return case.facts
    return replace(case.facts, magnitudes={}, list_seats={})


def _load(
    law: str | Path | None, case: Case, folder: Path, changes: Mapping[str, object] | None = None
) -> Law:
    """Load the law of the case, or the one that is asked for instead."""
    if law is None:
        return load_law(case.law, folder, changes)
    path = Path(law)
    if path.suffix == ".toml" or any(sign in str(law) for sign in SEPARATORS):
        return load_law(path.name, path.parent, changes)
    return load_law(str(law), None, changes)
