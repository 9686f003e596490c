"""Questions that a server answers; equal ones have the same answer, which is worked out once.

A new kind of answer takes a class here, its `answer` in `formateur.web.answers`, and an address in
`formateur.web.server.data` or `single`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from formateur.reporting.coalitions import Asked as Coalitions
from formateur.reporting.page.assets import Linked
from formateur.reporting.page.navigation import Navigation
from formateur.web.asked import Asked
from formateur.web.story_page import Surroundings

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


@dataclass(frozen=True, slots=True)
class ExplainQuestion:
    """Where a figure of a forecast comes from."""

    asked: Asked
    figure: str
    language: str


@dataclass(frozen=True, slots=True)
class StoryQuestion:
    """Which claims of a news story hold; neither question nor answer is kept.

    Attributes
    ----------
    text
        Plain text or HTML.
    day
        Empty where it is to be read from the story.
    election, place, stamp
        Its id, and as in `Asked`; empty where it is to be read from the story.
    page
        That shows the answer, and its language; ``None`` for JSON.
    """

    text: bytes = field(repr=False)
    day: str = ""
    election: str = ""
    place: str = ""
    stamp: str = ""
    page: tuple[Surroundings, str] | None = None


AskedQuestion = (
    PageQuestion
    | ForecastQuestion
    | CoalitionsQuestion
    | ChangesQuestion
    | MotionQuestion
    | EventsQuestion
    | CalendarQuestion
    | ExplainQuestion
)
"""About one forecast."""

Question = AskedQuestion | StoryQuestion
