"""Statements that stand in the way of coalitions, as clauses that the page can hold against any."""

from __future__ import annotations

from formateur.facts import Election, Statement, Target
from formateur.government import in_force
from formateur.reporting.page.play.schema import PlayStatement

PERSON = "person:"


def play_statements(election: Election) -> list[PlayStatement]:
    """Return the statements in force that some coalition would break, as `government.blocks` says.

    Parameters
    ----------
    election
        As of the day.
    """
    found = (_clause(one, election) for one in in_force(election.statements))
    return [one for one in found if one is not None]


def _clause(said: Statement, election: Election) -> PlayStatement | None:
    if said.stance not in ("excludes", "requires"):
        return None
    target = next((one for one in election.targets if one.id == said.about), None)
    person = said.about.removeprefix(PERSON) if said.about.startswith(PERSON) else ""
    if target is not None:
        person = target.head
    home = next((one.list for one in election.persons if one.id == person), "")
    clause = PlayStatement(
        id=said.id,
        by=said.by,
        demands=said.stance == "requires",
        some=list(target.any_of) if target else [],
        every=list(target.all_of) if target else _about_list(said, election),
        home=home,
        person=person,
    )
    return clause if _can_be_broken(clause, target) else None


def _about_list(said: Statement, election: Election) -> list[str]:
    return [one.id for one in election.lists if one.id == said.about]


def _can_be_broken(clause: PlayStatement, target: Target | None) -> bool:
    if clause.person and not clause.demands:
        return bool(clause.home) and clause.home != clause.by
    if target is not None and not (target.any_of or target.all_of):
        return bool(clause.person)
    return bool(clause.person or clause.some or clause.every)
