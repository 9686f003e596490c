"""The built-in law of a past election, where there is one."""

from __future__ import annotations

from functools import cache

from formateur.errors import LawError
from formateur.facts import Election
from formateur.law import Law, Rules, builtin_laws, load_law


def rules_in_force(election: Election) -> Rules | None:
    """Return the rules of the built-in law of the chamber on the day of the vote.

    ``None`` where no built-in law is of that country and chamber, or none covers the day.
    """
    for law in _laws(election.country):
        if law.chamber.casefold() == election.chamber.casefold():
            try:
                return law.on(election.date)
            except LawError:
                return None
    return None


@cache
def _laws(country: str) -> tuple[Law, ...]:
    # ids begin with the country, which saves reading the laws of all others
    named = [one for one in builtin_laws() if one.startswith(f"{country}-")]
    return tuple(law for law in map(load_law, named) if law.country == country)
