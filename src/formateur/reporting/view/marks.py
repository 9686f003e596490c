"""Marks around stretches of a text while a sentence is put together, and the pieces they leave.

A translation may put its parts in any order, so a figure is marked before the sentence is said and
found again after. The marks are noncharacters of Unicode, which no text that is meant for people
holds; what a folder smuggles in is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from formateur.reporting.view.records import Piece

_OPEN, _FIELD, _TEXT, _CLOSE = "\ufdd0", "\ufdd1", "\ufdd2", "\ufdd3"
_ANY = re.compile(f"[{_OPEN}{_FIELD}{_TEXT}{_CLOSE}]")
_MARKED = re.compile(f"{_OPEN}([^{_OPEN}-{_CLOSE}]*){_FIELD}([^{_OPEN}-{_CLOSE}]*){_FIELD}"
                     f"([^{_OPEN}-{_CLOSE}]*){_TEXT}([^{_OPEN}-{_CLOSE}]*){_CLOSE}")  # fmt: skip


def marked(
    text: str, figure: str = "", *, language: str = "", sources: tuple[str, ...] = ()
) -> str:
    """Mark a stretch of text as a figure, as text of another language, or as resting on sources."""
    fields = _FIELD.join(clean(one) for one in (figure, language, " ".join(sources)))
    return f"{_OPEN}{fields}{_TEXT}{clean(text)}{_CLOSE}"


def clean(text: str) -> str:
    """Drop marks, and what looks like them."""
    return _ANY.sub("", text)


def pieces(text: str) -> tuple[Piece, ...]:
    """Take a text apart where it is marked.

    Examples
    --------
    >>> [one.text for one in pieces("in " + marked("9 of 50", "bloc.right") + ".")]
    ['in ', '9 of 50', '.']
    """
    return tuple(one for one in _pieces(text) if one.text)


def _pieces(text: str) -> Iterator[Piece]:
    done = 0
    for found in _MARKED.finditer(text):
        yield Piece(clean(text[done : found.start()]))
        figure, language, sources, inner = found.groups()
        yield Piece(inner, figure, language, tuple(sources.split()))
        done = found.end()
    yield Piece(clean(text[done:]))
