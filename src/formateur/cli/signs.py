"""Signs that a terminal's encoding lacks, told in the signs that every encoding has.

A question mark in place of a minus sign would change a figure, and in place of a dash would read
as unknown.
"""

from __future__ import annotations

import codecs
import unicodedata
from typing import TextIO

_HANDLER = "formateur-plain-signs"

_PLAIN = {
    **dict.fromkeys("‐‑‒–—−", "-"),
    **dict.fromkeys("‘’", "'"),
    **dict.fromkeys("“”", '"'),
    **dict(zip("▁▂▃▄▅▆▇█", "_.-=+*%#", strict=True)),
    "·": "*",
    "…": "...",
    "±": "+/-",
    "→": "->",
    **dict.fromkeys("\u2066\u2067\u2068\u2069", ""),  # no sign, but the direction of a name
}


def never_fail_on_signs(stream: TextIO) -> None:
    """Have a stream print the nearest ASCII signs for those that its encoding lacks."""
    codecs.register_error(_HANDLER, _in_ascii)
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors=_HANDLER)


def plain(text: str) -> str:
    """Return the nearest ASCII text; a letter without one becomes a question mark.

    Examples
    --------
    >>> plain("−5 to +11"), plain("20–31 …"), plain("Malmö"), plain("ליכוד")
    ('-5 to +11', '20-31 ...', 'Malmo', '?????')
    """
    return "".join(_PLAIN[sign] if sign in _PLAIN else _letter(sign) for sign in text)


def _letter(sign: str) -> str:
    return unicodedata.normalize("NFKD", sign).encode("ascii", "ignore").decode() or "?"


def _in_ascii(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return plain(error.object[error.start : error.end]), error.end
