"""Treaties of the past, for how long the way of another may be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Treaty:
    """A treaty and the days on which it passed its stages; ``None`` where no source tells one.

    Attributes
    ----------
    negotiation
        Begin of the talks, or the public offer that began them.
    signed
        Day of signature.
    approved
        Day on which the body `approved_by` gave its consent.
    in_force
        Entry into force between the first parties.
    source
        Where the days are told.
    """

    id: str
    name: str
    negotiation: date | None
    signed: date
    approved: date | None
    approved_by: str
    in_force: date | None
    source: str
