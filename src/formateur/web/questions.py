"""Questions that a server answers; equal ones have the same answer, which is worked out once.

A new kind of answer takes a class here, its `answer` in `formateur.web.answers`, and an address in
`formateur.web.server.data` or `single`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from formateur.reporting.coalitions import Asked as Coalitions
from formateur.reporting.page.assets import Linked
from formateur.reporting.page.navigation import Navigation
from formateur.web.asked import Asked

Form = Literal["json", "csv"]


@dataclass(frozen=True, slots=True)
class PageQuestion:
    """The page of a forecast, among its neighbours."""

    asked: Asked
    language: str
    assets: Linked
    navigation: Navigation | None


@dataclass(frozen=True, slots=True)
class ForecastQuestion:
    """The figures of a forecast."""

    asked: Asked
    form: Form = "json"


@dataclass(frozen=True, slots=True)
class CoalitionsQuestion:
    """Coalitions of a forecast."""

    asked: Asked
    wanted: Coalitions


@dataclass(frozen=True, slots=True)
class ChangesQuestion:
    """What changed between two days; `asked` holds the earlier one."""

    asked: Asked
    last: date
    form: Form = "json"


@dataclass(frozen=True, slots=True)
class MotionQuestion:
    """What becomes of a motion, wherever lists are taken to stand and whatever to be needed."""

    asked: Asked
    motion: str
    positions: tuple[tuple[str, str], ...] = ()
    majority: str | None = None
    form: Form = "json"


@dataclass(frozen=True, slots=True)
class EventsQuestion:
    """What events did, or one of them."""

    asked: Asked
    event: str | None = None
    form: Form = "json"


@dataclass(frozen=True, slots=True)
class CalendarQuestion:
    """What happens when."""

    asked: Asked
    form: Form = "json"


Question = (
    PageQuestion
    | ForecastQuestion
    | CoalitionsQuestion
    | ChangesQuestion
    | MotionQuestion
    | EventsQuestion
    | CalendarQuestion
)
