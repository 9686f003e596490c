"""Shipped files of learned numbers: one for each cut-off, so that a day sees nothing later."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable

from formateur.errors import NotEnoughPollsError, UsageError


def newest_shipped(kind: str, day: date, what: str) -> Traversable:
    """Return the newest file of a kind whose cut-off is not after `day`.

    Parameters
    ----------
    kind
        Beginning of its name: ``reference`` for ``reference-2019-01-01.json``.
    what
        What is in it, for the message: ``polling errors``.

    Raises
    ------
    NotEnoughPollsError
        When every shipped file was learned from elections of that day or later.
    """
    found = shipped_by_cut_off(kind)
    old_enough = [cut_off for cut_off in found if cut_off <= day]
    if not old_enough:
        raise NotEnoughPollsError(
            f"no polls yet to learn from on {day}: the oldest file of {what} ends on "
            f"{min(found)}. Ask for that day or a later one."
        )
    return found[max(old_enough)]


def shipped_by_cut_off(kind: str) -> dict[date, Traversable]:
    """Return the files of a kind by the cut-off in their names."""
    folder = files("formateur") / "data" / "learned"
    begin, end = f"{kind}-", ".json"
    return {
        date.fromisoformat(one.name[len(begin) : -len(end)]): one
        for one in folder.iterdir()
        if one.name.startswith(begin) and one.name.endswith(end)
    }


def check_schema(document: Mapping[str, object], schema: str, maker: str) -> None:
    """Refuse learned numbers of another schema, which another version wrote.

    Parameters
    ----------
    schema
        That is read: ``formateur/learned-swing/1``.
    maker
        The command that makes the file.

    Raises
    ------
    UsageError
        When the document is of another schema.
    """
    if document.get("schema") != schema:
        raise UsageError(
            f"schema {document.get('schema')!r} is not {schema!r}; make the file again with "
            f"{maker}."
        )
