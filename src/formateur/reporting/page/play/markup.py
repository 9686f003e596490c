"""The controls of play, as parts of the page that the script brings to life."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from formateur.language import Language
from formateur.reporting.page.play.messages import PlayMessages
from formateur.reporting.page.play.packing import unpack
from formateur.reporting.page.play.schema import PlayData, PlayMotion


@dataclass(frozen=True, slots=True)
class Choice:
    """A list or a bloc that can be chosen; `seats` in the middle case, empty for a bloc."""

    id: str
    name: str
    seats: str = ""


@dataclass(frozen=True, slots=True)
class MotionChoice:
    """A motion whose positions and majority can be changed, with words for majorities."""

    id: str
    name: str
    majority: str
    positions: Mapping[str, str]
    majorities: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Choices:
    """All that can be chosen, in the words of the page."""

    lists: tuple[Choice, ...]
    blocs: tuple[Choice, ...]
    stances: tuple[tuple[str, str], ...]
    house: int
    majority: int


def play_markup(data: PlayData, messages: PlayMessages, language: Language) -> dict[str, Markup]:
    """Return the controls by the station they belong to: ``seats``, ``government``, ``motions``.

    Parameters
    ----------
    data, messages
        As `play_data` and `play_messages` make them; the page holds them as `data_blocks`.
    """
    of, say = _choices(data, messages, language), language.say
    stations = {
        "seats": _part("parliament", of, say),
        "government": _part("coalition", of, say)
        + _part("suppose", of, say)
        + _part("scenario", of, say),
    }
    motions = [_motion(one, messages, language) for one in data.motions]
    if motions:
        stations["motions"] = Markup("").join(_part("motion", of, one, say) for one in motions)
    return stations


def _part(name: str, *values: object) -> Markup:
    made: Markup = getattr(_environment().get_template("play.html.jinja").module, name)(*values)
    return made


def data_blocks(data: PlayData, messages: PlayMessages) -> Markup:
    """Return the data and the words of play, as the script finds them in the page."""
    blocks = (("play-data", data.embedded()), ("play-messages", messages.embedded()))
    return Markup("\n").join(
        Markup(f'<script type="application/json" id="{key}">{text}</script>')  # noqa: S704
        for key, text in blocks
    )


def _choices(data: PlayData, messages: PlayMessages, language: Language) -> Choices:
    table = data.coalitions
    middle = unpack(table.q50)
    seats = {one: language.number(int(middle[1 << k])) for k, one in enumerate(table.lists)}
    names = messages.names
    return Choices(
        lists=tuple(
            Choice(one.id, names["lists"][one.id], seats.get(one.id, "")) for one in data.lists
        ),
        blocs=tuple(Choice(one.id, names["blocs"][one.id]) for one in data.blocs),
        stances=(
            ("support", language.say("supports")),
            ("oppose", language.say("opposes")),
            ("split", language.say("is split")),
            ("unknown", language.say("has not said")),
        ),
        house=data.house,
        majority=data.majority,
    )


def _motion(one: PlayMotion, messages: PlayMessages, language: Language) -> MotionChoice:
    say = language.say
    majorities = {
        "plain": say("more yes than no"),
        "absolute": say("more than half of the house"),
        "3/5": say("three fifths of the house"),
        "2/3": say("two thirds of the house"),
        "3/4": say("three quarters of the house"),
    }
    majorities.setdefault(one.majority, one.majority)
    return MotionChoice(
        one.id,
        messages.names["motions"][one.id],
        one.majority,
        one.positions,
        tuple(majorities.items()),
    )


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("formateur.reporting.page"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
