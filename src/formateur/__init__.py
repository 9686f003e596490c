"""Formateur turns opinion polls into governments.

>>> import formateur as fm
>>> forecast = fm.forecast("il-2019-09", as_of="2019-09-14", draws=1000)
>>> forecast.rules.majority
61

The public names are those in ``__all__``; they are loaded when first used, so that importing the
package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from formateur.version import __version__

if TYPE_CHECKING:
    from formateur.api import allocate, compare, elections, forecast, report, score
    from formateur.errors import FormateurError
    from formateur.facts import Draws, Election
    from formateur.folder import check_election, new_election, read_election, write_election
    from formateur.forecasting import Forecast
    from formateur.law import Law, load_law
    from formateur.questions import calendar, events, explain, motion
    from formateur.stories import check_story

_HOMES = {
    "Draws": "facts",
    "Election": "facts",
    "Forecast": "forecasting",
    "FormateurError": "errors",
    "Law": "law",
    "allocate": "api",
    "calendar": "questions",
    "check_election": "folder",
    "check_story": "stories",
    "compare": "api",
    "elections": "api",
    "events": "questions",
    "explain": "questions",
    "forecast": "api",
    "load_law": "law",
    "motion": "questions",
    "new_election": "folder",
    "read_election": "folder",
    "report": "api",
    "score": "api",
    "write_election": "folder",
}

__all__ = [
    "Draws",
    "Election",
    "Forecast",
    "FormateurError",
    "Law",
    "__version__",
    "allocate",
    "calendar",
    "check_election",
    "check_story",
    "compare",
    "elections",
    "events",
    "explain",
    "forecast",
    "load_law",
    "motion",
    "new_election",
    "read_election",
    "report",
    "score",
    "write_election",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return __all__
