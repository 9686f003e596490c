"""``KEY=VALUE``: changes of a law, as people write them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable

from formateur.control import first_control, visible
from formateur.errors import UsageError


def parse_changes(words: Iterable[str]) -> dict[str, object]:
    """Return changes by key; a value is TOML where it reads as such, else text.

    Raises
    ------
    UsageError
        When a word is not KEY=VALUE, or a key is set twice.

    Examples
    --------
    >>> parse_changes(["threshold.share=2%", "seats=101", 'allocation.ties="lot"'])
    {'threshold.share': '2%', 'seats': 101, 'allocation.ties': 'lot'}
    """
    changes: dict[str, object] = {}
    for word in words:
        key, sign, value = (part.strip() for part in word.partition("="))
        if not (key and sign and value) or first_control(word) or "\n" in word:
            raise UsageError(f"--set {visible(word)!r}: write KEY=VALUE, as in threshold.share=2%.")
        if key in changes:
            raise UsageError(f"--set {word!r}: {key} is set twice. Set it once.")
        changes[key] = _value(value)
    return changes


def _value(text: str) -> object:
    try:
        return tomllib.loads(f"value = {text}")["value"]
    except (tomllib.TOMLDecodeError, RecursionError, ValueError):
        return text
