"""The nearest known name for one that is not known."""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches

LISTED_NAMES = 30
"""Above this many, a message names only the nearest ones."""


def nearest(name: str, known: Collection[str], likeness: float = 0.6) -> str:
    """Return the known name that is most like `name`; empty when none is.

    `likeness` is the least that counts, between 0 and 1 (the same name).
    """
    found = get_close_matches(name[:80].lower(), list(known), n=1, cutoff=likeness)
    return found[0] if found else ""


def suggest(name: str, known: Collection[str], otherwise: str) -> str:
    """Return a remedy: the nearest known name, else the known names, and what else to do."""
    found = nearest(name, known)
    if found:
        return f"Did you mean {found!r}? Otherwise {otherwise}."
    if known and len(known) <= LISTED_NAMES:
        return f"Known: {', '.join(sorted(known))}. Otherwise {otherwise}."
    return f"{otherwise[0].upper()}{otherwise[1:]}."
