"""Letters made comparable: accents and typographic signs set aside, every place kept."""

from __future__ import annotations

import unicodedata
from functools import cache

PLAIN = {
    "’": "'",
    "‘": "'",
    "ʼ": "'",
    "´": "'",
    "`": "'",
    "–": "-",
    "—": "-",
    "‑": "-",
    "\xa0": " ",
}
QUOTES = '"“”«»„'


def fold(text: str) -> str:
    """Return a text without accents, sign for sign as long as it was.

    Examples
    --------
    >>> fold("Löfven’s Riksdag: ¡mayoría!")
    "Lofven's Riksdag: ¡mayoria!"
    """
    return "".join(_plain(sign) for sign in text)


@cache
def _plain(sign: str) -> str:
    return PLAIN.get(sign) or unicodedata.normalize("NFD", sign)[0]
