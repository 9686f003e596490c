"""What is asked of an election: day and settings, what-ifs included."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from formateur.settings import DEFAULT_MODEL, DEFAULT_SEED

WEB_DRAWS = 4_000
"""Simulated elections of a page: a chance of one half is known to 0.8 percent, a third of the
distance from one of 50 dots to the next."""

MOST_WEB_DRAWS = 20_000
"""So many are simulated at most for whoever asks over a network."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One forecast; two that are equal are the same forecast.

    Attributes
    ----------
    place
        Id of a built-in election, or the path of a folder.
    stamp
        State of the files of a folder that may change; empty for a built-in election.
    without
        Ids of statements that are taken as never made.
    changes
        What is changed in the law, as ``threshold.share=2%``.
    """

    place: str
    day: date
    stamp: str = ""
    without: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    draws: int = WEB_DRAWS
    seed: int = DEFAULT_SEED
    model: str = DEFAULT_MODEL

    @property
    def query(self) -> str:
        """What of it an address says beside election and day: ``?set=seats%3D101``, or nothing."""
        settings = [("without", one) for one in self.without]
        settings += [("set", one) for one in self.changes]
        usual = (("draws", WEB_DRAWS), ("seed", DEFAULT_SEED), ("model", DEFAULT_MODEL))
        settings += [
            (name, str(getattr(self, name)))
            for name, value in usual
            if getattr(self, name) != value
        ]
        return f"?{urlencode(settings)}" if settings else ""
