"""Stories to check, and the scene of one day, for the tests of the story checker."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from formateur import api
from formateur.facts import Election
from formateur.folder import builtin_elections, open_election
from formateur.reporting.schema import ForecastDocument
from formateur.story import StoryDocument, check_story
from formateur.story.claims.line import Line
from formateur.story.gazetteer import gazetteer
from formateur.story.happenings import chronicle
from formateur.story.scene import Scene
from formateur.story.tongue import Tongue

LABELLED = json.loads((Path(__file__).parent / "stories.json").read_text(encoding="utf-8"))
STORIES: dict[str, dict[str, Any]] = {one["id"]: one for one in LABELLED["stories"]}
LEARNT: dict[str, dict[str, Any]] = {
    one["id"]: one
    for one in json.loads(
        (Path(__file__).parent / "stories_learnt.json").read_text(encoding="utf-8")
    )["stories"]
}
"""Stories composed by others, which the rules were widened on."""
DRAWS = 2000


@cache
def elections() -> tuple[Election, ...]:
    return tuple(open_election(one)[0] for one in builtin_elections())


@cache
def forecast_document(election_id: str, day: date) -> ForecastDocument:
    return api.report(api.forecast(election_id, as_of=day, draws=DRAWS)).document


def forecaster(election: Election, day: date) -> ForecastDocument:
    return forecast_document(election.id, day)


def checked(text: str, day: str = "", election: str = "") -> StoryDocument:
    when = date.fromisoformat(day) if day else None
    return check_story(text, elections(), forecaster, day=when, election=election or None)


@cache
def labelled(story_id: str) -> StoryDocument:
    story = (STORIES | LEARNT)[story_id]
    return checked(story["text"], story["date_option"] or "", story["election_option"] or "")


def scene(election_id: str, day: str, tongue: Tongue = "en", *, bare: bool = False) -> Scene:
    """Return the scene of a day; `bare` leaves out the forecast, which most rules do without."""
    when = date.fromisoformat(day)
    election = next(one for one in elections() if one.id == election_id)
    own = sorted(
        (one for one in elections() if one.country == election.country), key=lambda one: one.date
    )
    return Scene(
        tongue=tongue,
        election=election,
        elections=tuple(own),
        day=when,
        names=gazetteer(election),
        chronicle=chronicle(own),
        document=None if bare else forecast_document(election_id, when),
        gap="no forecast" if bare else "",
    )


def line(text: str, where: Scene, before: str = "") -> Line:
    return Line(text, before, where)
