"""A checked story as text for a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from formateur.language import Language, open_language
from formateur.story.schema import AnswerPart, ClaimPart, FigurePart, StoryDocument
from formateur.story.words import ASK, QUESTION, VERDICT, counted, heading_of, told

MOST_FIGURES = 4


def render_story_text(document: StoryDocument, language: Language | None = None) -> Group:
    """Return a checked story as text: verdict by claim, answers, what came later."""
    speech = language or open_language("en")
    return Group(*_parts(document, speech))


def _parts(document: StoryDocument, speech: Language) -> Iterator[RenderableType]:
    yield Text(heading_of(document, speech), style="bold")
    for note in document.notes:
        yield Text(speech.say(note))
    if document.asks:
        yield from _asks(document, speech)
        return
    if document.election is None:
        yield from _stripped(document, speech)
        return
    rulings = Counter(one.verdict for one in document.claims)
    yield Text(counted(rulings, speech))
    for one in document.claims:
        yield Text()
        yield from _claim(one, speech)
    yield from _answers(document, speech)
    yield from _later(document, speech)
    yield from _stripped(document, speech)


def _asks(document: StoryDocument, speech: Language) -> Iterator[RenderableType]:
    yield Text(speech.say("It may be:"))
    for one in document.readings:
        day = speech.day(one.date) if one.date else speech.say("day not told")
        yield Text(f"· {one.election}, {day}" + (f" – {one.why}" if one.why else ""))
    yield Text(" ".join(speech.say(ASK[one]) for one in document.asks))


def _claim(one: ClaimPart, speech: Language) -> Iterator[RenderableType]:
    line = Text()
    line.append(speech.say(VERDICT[one.verdict]).upper(), style="bold")
    line.append(f"  “{one.text}”")
    yield line
    if one.said_by or one.reported_by:
        yield Padding(Text(told(one, speech), style="dim"), (0, 0, 0, 2))
    if one.verdict == "opinion":
        return
    for figure in one.figures[:MOST_FIGURES]:
        yield Padding(Text(_figure(figure, speech)), (0, 0, 0, 2))
    yield Padding(
        Text(speech.say("Rule: {rule}", rule=speech.say(one.rule)), style="dim"), (0, 0, 0, 2)
    )
    if one.sources:
        sources = "; ".join(one.sources[:3])
        yield Padding(
            Text(speech.say("Sources: {sources}", sources=sources), style="dim"), (0, 0, 0, 2)
        )


def _figure(figure: FigurePart, speech: Language) -> str:
    return f"{figure.what}: {written(figure, speech)}"


def written(figure: FigurePart, speech: Language) -> str:
    """Write the value of a figure: chances of 50, whole numbers without decimals."""
    if isinstance(figure.value, str):
        return figure.value
    if figure.unit == "chance":
        return speech.of_50(figure.value)
    places = 0 if figure.value == int(figure.value) else 1
    number = speech.number(figure.value, places)
    return f"{number}\N{NO-BREAK SPACE}%" if figure.unit == "percent" else number


def _answers(document: StoryDocument, speech: Language) -> Iterator[RenderableType]:
    if not document.answers:
        return
    yield Text()
    yield Text(speech.say("What the story leaves open"), style="bold")
    for one in document.answers:
        yield Text(_answer(one, speech))


def _answer(one: AnswerPart, speech: Language) -> str:
    about = f" – {one.about}" if one.about else ""
    return f"{speech.say(QUESTION[one.question])}{about}: {one.text}"


def _later(document: StoryDocument, speech: Language) -> Iterator[RenderableType]:
    if not document.later:
        return
    yield Text()
    yield Text(speech.say("Later, and not known on the day"), style="bold")
    for one in document.later:
        yield Text(f"{one.date}  {one.text}", style="dim")


def _stripped(document: StoryDocument, speech: Language) -> Iterator[RenderableType]:
    if not document.stripped:
        return
    yield Text()
    yield Text(speech.say("Left out as not of the story"), style="bold")
    for one in document.stripped[:12]:
        short = one.text if len(one.text) <= 80 else one.text[:79] + "…"
        yield Text(f"{one.why}: {short}", style="dim")
    if len(document.stripped) > 12:
        yield Text(
            speech.say("and {more} more lines", more=len(document.stripped) - 12), style="dim"
        )
