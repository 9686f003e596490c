"""Control characters: signs that steer a terminal instead of standing in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

Place = tuple[str | int, ...]
"""Keys, and numbers within arrays, from the top of a document."""

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202d\u202e\ud800-\udfff]")
"""All but tab and line feed; also the marks that turn the direction of what follows, and halves of
a character, which no output can hold.
"""


def first_control(text: str) -> tuple[int, str] | None:
    """Return the first control character and where it is; ``None`` when there is none."""
    found = _CONTROL.search(text)
    return None if found is None else (found.start(), found.group())


def controls_within(value: object, place: Place = ()) -> Iterator[tuple[Place, str]]:
    """Find the texts and keys of a parsed document that hold a control character, and which."""
    if isinstance(value, str) and (found := first_control(value)):
        yield place, found[1]
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from controls_within(key, (*place, key))
            yield from controls_within(one, (*place, key))
    elif isinstance(value, list):
        for number, one in enumerate(value):
            yield from controls_within(one, (*place, number))


def visible(text: str) -> str:
    r"""Return a text with its control characters written out.

    Examples
    --------
    >>> print(visible("\x1b[31mred"))
    \x1b[31mred
    """
    return _CONTROL.sub(lambda found: found.group().encode("unicode_escape").decode(), text)
