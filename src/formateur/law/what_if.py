"""What-ifs: a law with one of its values changed."""

from __future__ import annotations

from collections.abc import Mapping

from formateur.errors import LawError


def changed(
    law: str, document: Mapping[str, object], changes: Mapping[str, object]
) -> tuple[Mapping[str, object], tuple[str, ...]]:
    """Return a document with values changed in every version, and each change in words.

    Parameters
    ----------
    changes
        Values by key, as ``{"threshold.share": "2%"}``; ``seats`` alone means ``seats.value``.

    Raises
    ------
    LawError
        When the document has no such table. The value itself is checked with the document.
    """
    result = dict(document)
    told = []
    for key, value in changes.items():
        table, _, field = key.partition(".")
        versions = result.get(table)
        if not isinstance(versions, list) or not all(isinstance(one, dict) for one in versions):
            known = [name for name, found in document.items() if isinstance(found, list)]
            raise LawError(
                law,
                key,
                "the law has no such table",
                f"Write TABLE.KEY=VALUE with one of its tables: {', '.join(known)}",
            )
        result[table] = [{**one, field or "value": value} for one in versions]
        told.append(f"{table}.{field or 'value'} = {value}")
    return result, tuple(told)
