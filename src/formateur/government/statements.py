"""What lists have said about each other, and which coalitions that stands in the way of."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from formateur.facts import Election, Statement, Target


@dataclass(frozen=True, slots=True)
class Block:
    """A statement that a coalition would break.

    Attributes
    ----------
    unless_without
        Id of a person: the statement is broken only by a government that this person heads (or
        is part of, when the person heads no list). Empty when the coalition breaks it as such.
    """

    statement: Statement
    unless_without: str = ""


def in_force(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Keep of several statements of one list about the same only the latest.

    Parameters
    ----------
    statements
        Statements known on the day; of two of the same date the later in the file counts.
    """
    latest: dict[tuple[str, str], Statement] = {}
    for statement in sorted(statements, key=lambda one: one.date):
        key = (statement.by, statement.about)
        latest.pop(key, None)
        latest[key] = statement
    return tuple(latest.values())


def blocks(coalition: Collection[str], election: Election) -> tuple[Block, ...]:
    """Return the statements in force that a government of these lists would break.

    Only one person can head it. Where one of its lists demands a head whom another refuses, or
    two demand different ones, any head breaks a statement, so the coalition breaks them as such.

    Parameters
    ----------
    coalition
        Ids of the lists in government.
    election
        The election as of the day.
    """
    said = [one for one in in_force(election.statements) if one.by in coalition]
    broken = [block for one in said if (block := _block(one, coalition, election)) is not None]
    demands = {
        one: person
        for one in said
        if one.stance == "requires" and (person := _person_meant(one, election))
    }
    refused = {block.unless_without for block in broken} - {""}
    rivals = set(demands.values()) if len(set(demands.values())) > 1 else set()
    hopeless = (refused & set(demands.values())) | rivals
    blocked = [
        Block(block.statement) if block.unless_without in hopeless else block for block in broken
    ]
    named = {block.statement for block in blocked}
    demanding = (one for one, person in demands.items() if person in hopeless)
    return (*blocked, *(Block(one) for one in demanding if one not in named))


def _block(statement: Statement, coalition: Collection[str], election: Election) -> Block | None:
    if statement.stance == "excludes":
        return _broken_exclusion(statement, coalition, election)
    if statement.stance == "requires":
        return _broken_condition(statement, coalition, election)
    return None


def _broken_exclusion(
    statement: Statement, coalition: Collection[str], election: Election
) -> Block | None:
    person = _person_meant(statement, election)
    if person:
        home = _list_of(person, election)
        target = _target(statement, election)
        if home == statement.by or home not in coalition:
            return None
        if target is not None and not fits(target, coalition):
            return None
        return Block(statement, unless_without=person)
    return Block(statement) if _holds(statement, coalition, election) else None


def _broken_condition(
    statement: Statement, coalition: Collection[str], election: Election
) -> Block | None:
    target = _target(statement, election)
    if target is not None and not (target.any_of or target.all_of or target.head):
        return None
    person = _person_meant(statement, election)
    if person:
        home = _list_of(person, election)
        missing = bool(home) and home not in coalition
        unfit = target is not None and not fits(target, coalition)
        return Block(statement) if missing or unfit else None
    known = target is not None or any(one.id == statement.about for one in election.lists)
    return Block(statement) if known and not _holds(statement, coalition, election) else None


def _holds(statement: Statement, coalition: Collection[str], election: Election) -> bool:
    """Whether the coalition holds the list, or fits the target, that the statement is about."""
    target = _target(statement, election)
    if target is None:
        return statement.about in coalition
    return bool(target.any_of or target.all_of) and fits(target, coalition)


def fits(target: Target, coalition: Collection[str]) -> bool:
    """Whether the coalition has the lists that the target names; its head is not looked at."""
    some = not target.any_of or any(one in coalition for one in target.any_of)
    return some and all(one in coalition for one in target.all_of)


def _target(statement: Statement, election: Election) -> Target | None:
    return next((one for one in election.targets if one.id == statement.about), None)


def _person_meant(statement: Statement, election: Election) -> str:
    if statement.about.startswith("person:"):
        return statement.about.removeprefix("person:")
    target = _target(statement, election)
    return target.head if target is not None else ""


def _list_of(person: str, election: Election) -> str:
    return next((one.list for one in election.persons if one.id == person), "")
