"""Checks within the TOML files that reach from one table to another."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from fractions import Fraction

from formateur.facts import OTHER
from formateur.folder.poll_rows import LONG_COLUMNS, POLL_COLUMNS
from formateur.folder.problem_log import ProblemLog
from formateur.folder.register import Register, knows
from formateur.folder.statements import NOBODY
from formateur.folder.suggestion import suggest
from formateur.folder.toml_document import Entry, TomlDocument

RESERVED_IDS = frozenset({*POLL_COLUMNS, *LONG_COLUMNS, OTHER, NOBODY})
"""Ids that no list may have, because they mean something else in a CSV file."""

Complaint = tuple[Entry, str, str, str, str]
"""Table, key, value, reason, remedy."""


def check_election(document: TomlDocument, register: Register, log: ProblemLog) -> None:
    """Report references and dates of ``election.toml`` that contradict each other."""
    top = document.top
    for key in ("list", "person", "bloc", "target"):
        _log(_repeated(top, key), document, log)
    for one in top.tables("list"):
        _log(_repeated(one, "member"), document, log)
        _log(_list(one, register), document, log)
    for key in ("person", "bloc", "target", "surplus_agreement"):
        for one in top.tables(key):
            _log(_names(one, register), document, log)
    _log(_members_and_outgoing(top, register), document, log)
    _log(_joined_in_circle(top), document, log)
    _log(_agreements(top), document, log)


def check_motions(document: TomlDocument, register: Register, log: ProblemLog) -> None:
    """Report references and majorities of ``motions.toml`` that cannot be."""
    _log(_repeated(document.top, "motion"), document, log)
    for motion in document.top.tables("motion"):
        _log(_majority(motion, register), document, log)
        seen = set()
        for position in motion.tables("position"):
            _log(_names(position, register), document, log)
            stand = position.text("list"), position.day("date")
            if stand in seen and None not in stand:
                reason = "has two positions of the same day"
                _log([(position, "list", stand[0], reason, "Keep one.")], document, log)
            seen.add(stand)


def _log(
    found: Collection[Complaint] | Iterator[Complaint], document: TomlDocument, log: ProblemLog
) -> None:
    for entry, key, value, reason, remedy in found:
        path = (*entry.path, key)
        field = ".".join(part for part in path if isinstance(part, str))
        log.error(document.line(path), field, value, reason, remedy)


def _repeated(table: Entry, key: str) -> Iterator[Complaint]:
    seen = set()
    for one in table.tables(key):
        if one.text("id") in seen:
            reason = f"is the id of two [[{key}]] tables"
            yield one, "id", one.text("id"), reason, "Give one of them another id."
        seen.add(one.text("id") or None)


def _list(one: Entry, register: Register) -> Iterator[Complaint]:
    if one.text("id") in RESERVED_IDS:
        reason = "cannot be the id of a list: it means something else in a CSV file"
        yield one, "id", one.text("id"), reason, f"Choose another id, {one.text('id')}_list say."
    yield from _names(one, register)
    founded, ended, joined = one.day("founded"), one.day("ended"), one.text("joined")
    if founded and ended and founded >= ended:
        reason = f"is not before the day it ended, {ended}"
        yield one, "founded", str(founded), reason, "Correct one of the two dates."
    if founded and register.vote and founded > register.vote:
        reason = f"is after the vote, {register.vote}"
        yield one, "founded", str(founded), reason, "Correct the date, or remove the list."
    if joined and not ended:
        reason = "is given, but not the day on which the list ended"
        yield one, "joined", joined, reason, "Add ended = …, or remove joined."


def _names(one: Entry, register: Register) -> Iterator[Complaint]:
    """Check every key of a table that names lists or persons."""
    for key in ("lists", "any_of", "all_of"):
        named = one.texts(key)
        for name in dict.fromkeys(named):
            yield from _unknown(one, key, name, register.lists, "list")
            if named.count(name) > 1:
                yield one, key, name, "is named twice", "Name it once."
    for key in ("list", "joined"):
        yield from _unknown(one, key, one.text(key), register.lists, "list")
    for key in ("leader", "head"):
        yield from _unknown(one, key, one.text(key), register.persons, "person")


def _unknown(
    one: Entry, key: str, name: str, known: frozenset[str] | None, kind: str
) -> Iterator[Complaint]:
    if name and not knows(known, name):
        remedy = suggest(name, known or (), f"add a [[{kind}]] to election.toml")
        yield one, key, name, f"is not a {kind} of this election", remedy


def _members_and_outgoing(top: Entry, register: Register) -> Iterator[Complaint]:
    """Check leaders of members, places of lists that may split, and the outgoing government."""
    players = set(register.lists or ())
    for one in top.tables("list"):
        members = list(one.tables("member"))
        players |= {member.text("id") for member in members}
        for member in members:
            yield from _unknown(member, "leader", member.text("leader"), register.persons, "person")
        if one.values.get("may_split") and not all(m.values.get("seats") for m in members[:1]):
            remedy = "Give each [[list.member]] its seats, or remove may_split."
            yield one, "may_split", "true", "needs to know how seats would be divided", remedy
    outgoing = Entry(("outgoing",), _table(top.values.get("outgoing")))
    yield from _unknown(outgoing, "head", outgoing.text("head"), register.persons, "person")
    for name in outgoing.texts("lists"):
        yield from _unknown(outgoing, "lists", name, frozenset(players), "list")
    for name in _table(outgoing.values.get("seats")):
        yield from _unknown(outgoing, "seats", name, register.lists, "list")


def _table(found: object) -> dict[str, object]:
    return found if isinstance(found, dict) else {}


def _joined_in_circle(top: Entry) -> Iterator[Complaint]:
    into = {one.text("id"): one.text("joined") for one in top.tables("list")}
    for one in top.tables("list"):
        start = one.text("id")
        passed, here = {""}, into[start]
        while here not in passed and here != start:
            passed.add(here)
            here = into.get(here, "")
        if here == start and start:
            reason = "comes back to the list itself"
            yield one, "joined", one.text("joined"), reason, "Name the list that lives on."


def _agreements(top: Entry) -> Iterator[Complaint]:
    partners: dict[str, str] = {}
    for one in top.tables("surplus_agreement"):
        lists = one.texts("lists")
        for name in dict.fromkeys(lists):
            if name in partners:
                reason = f"already has an agreement, with {partners[name]}"
                yield one, "lists", name, reason, "A list can have one agreement: keep one."
            else:
                partners[name] = next((other for other in lists if other != name), name)


def _majority(motion: Entry, register: Register) -> Iterator[Complaint]:
    found = str(motion.values.get("majority", ""))
    whole, slash, parts = found.partition("/")
    if not (whole.isdecimal() and (parts.isdecimal() or not slash)):
        return
    if slash:
        if not (int(parts) and 0 < Fraction(int(whole), int(parts)) <= 1):
            remedy = 'Write one between 0 and 1, as in "2/3".'
            yield motion, "majority", found, "is not a part of the house", remedy
    elif int(whole) == 0 or (register.house is not None and int(whole) > register.house):
        house = "" if register.house is None else f", which has {register.house} seats"
        reason = f"is not a number of seats of the house{house}"
        yield motion, "majority", found, reason, "Correct the number."
