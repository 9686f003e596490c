"""From the text of a story to its document: clean, place, date, find claims, judge, answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from formateur.errors import LawError, NotEnoughPollsError, UsageError
from formateur.facts import Election
from formateur.reporting.schema import ForecastDocument
from formateur.story import answers, dating, html_text
from formateur.story.attribution import attributed
from formateur.story.claim import Claim
from formateur.story.claims.find import claims_of
from formateur.story.claims.line import Line
from formateur.story.clean import Stripped, clean
from formateur.story.clues import clues
from formateur.story.dates import Named
from formateur.story.decoding import MOST_SIGNS
from formateur.story.gazetteer import gazetteer
from formateur.story.happenings import chronicle
from formateur.story.place import places_of
from formateur.story.scene import Scene
from formateur.story.schema import Ask, ClaimPart, ReadingPart, StoryDocument, StrippedPart
from formateur.story.sentences import Sentence, split, without_dateline
from formateur.story.tongue import Tongue, tongue_of

Forecaster = Callable[[Election, date], ForecastDocument]
"""Makes the forecast document of an election as of a day."""

_LEADING = re.compile(r"^(?:(?:that|which|but|and|then|que|y|pero|luego) )+")
"""What joins a claim to the words before it, and is not told with it."""

MOST_DAYS = 3
"""Days of an election that are told one by one where it is not sure which is meant."""

MOST_STRIPPED = 200


@dataclass(frozen=True, slots=True)
class Settled:
    """What was settled about a story before its claims are judged."""

    tongue: Tongue
    sentences: list[Sentence]
    stripped: list[Stripped]
    elections: tuple[Election, ...]
    readings: list[dating.Reading]
    sure: bool
    asks: tuple[Ask, ...] = ()


def check_story(
    text: str,
    elections: Sequence[Election],
    forecaster: Forecaster,
    *,
    day: date | None = None,
    election: str | None = None,
) -> StoryDocument:
    """Check a news story against the figures of its day.

    Parameters
    ----------
    text
        Plain text or HTML.
    elections
        Those that a story may be about, with all their facts.
    forecaster
        Makes the forecast of an election as of a day; called once, and only when both are sure.
    day, election
        Given by the reader; else they are read from the story.

    Raises
    ------
    UsageError
        When the story is in another language than English or Spanish, holds no text, or is a page
        of HTML and the extra ``story`` is not installed.
    """
    settled = _settle(text, elections, day, election)
    if not settled.sure:
        return _document(settled, None, [])
    reading = settled.readings[0]
    scene = _scene(settled, reading, forecaster)
    return _document(settled, scene, _claims(scene, settled.sentences))


def _settle(
    text: str, elections: Sequence[Election], day: date | None, election: str | None
) -> Settled:
    stripped: list[Stripped] = []
    published = None
    if html_text.is_html(text):
        published = html_text.published(text)
        text, left = html_text.article(text)
        stripped += [Stripped(line, "not part of the article") for line in left]
    if len(text) > MOST_SIGNS:
        stripped.append(
            Stripped(text[MOST_SIGNS : MOST_SIGNS + 80] + "…", "too long: read up to here")
        )
        text = text[:MOST_SIGNS]
    paragraphs, more = clean(text)
    stripped += more
    if not paragraphs:
        raise UsageError(
            "the text holds no story, only notices and links. Give the text of a story."
        )
    tongue = tongue_of("\n".join(paragraphs))
    sentences = split(paragraphs)
    line = dating.dateline(paragraphs, stripped)
    candidates, several = _candidates("\n".join(paragraphs), elections, election)
    base = Settled(tongue, sentences, stripped[:MOST_STRIPPED], candidates, [], sure=False)
    given = day or published
    return _dated(base, line, given, chosen=election or "", several=several)


def _candidates(
    text: str, elections: Sequence[Election], chosen: str | None
) -> tuple[tuple[Election, ...], bool]:
    """Return the elections that come into question, and whether they are of several countries."""
    if chosen is not None:
        country = next((one.country for one in elections if one.id == chosen), "")
        countries = [country]
    else:
        names = {one.id: gazetteer(one) for one in elections}
        countries = [one.country for one in places_of(text, elections, names)]
    found = [one for one in elections if one.country in countries]
    return tuple(sorted(found, key=lambda one: (one.country, one.date))), len(countries) > 1


def _dated(
    base: Settled, line: Named | None, given: date | None, *, chosen: str, several: bool
) -> Settled:
    elections = base.elections
    if not elections:
        return replace(base, readings=[])
    if several:
        by_country = [
            _readings(base, [e for e in elections if e.country == country], line, given)
            for country in dict.fromkeys(one.country for one in elections)
        ]
        every = [one for found in by_country for one in _near(found)]
        return replace(base, readings=every, asks=("election",))
    readings = _near(_readings(base, elections, line, given, chosen))
    if len(readings) == 1 and readings[0].weight >= dating.ENOUGH:
        return replace(base, readings=readings, sure=True)
    asks: tuple[Ask, ...] = ("date",)
    if len({one.election.id for one in readings}) > 1:
        asks = ("election", "date")
    return replace(base, readings=readings, asks=asks if readings else ())


def _near(readings: list[dating.Reading]) -> list[dating.Reading]:
    """Return the readings that are nearly as likely as the best, the days of an election apart."""
    return [one for one in readings if one.weight > readings[0].weight - dating.LEAD]


def _told(readings: Sequence[dating.Reading]) -> list[ReadingPart]:
    """Return readings as the document holds them; many days of an election as one, without day."""
    parts = []
    for id_ in dict.fromkeys(one.election.id for one in readings):
        days = [one for one in readings if one.election.id == id_]
        if len(days) > MOST_DAYS:
            first, last = min(one.day for one in days), max(one.day for one in days)
            parts.append(ReadingPart(election=id_, date=None, why=f"a day from {first} to {last}"))
        else:
            parts += [ReadingPart(election=id_, date=one.day, why=one.why) for one in days]
    return parts


def _readings(
    base: Settled,
    elections: Sequence[Election],
    line: Named | None,
    given: date | None,
    chosen: str = "",
) -> list[dating.Reading]:
    allowed = [one for one in elections if one.id == chosen] if chosen else list(elections)
    if given is not None:
        one = allowed[0] if chosen else dating.election_on(given, elections)
        return [dating.Reading(one, given, "the day given", 99.0)] if one is not None else []
    spanish = base.tongue == "es"
    evidence = clues(base.sentences, elections, chronicle(elections), spanish=spanish)
    return dating.readings(allowed, evidence, line)


def _scene(settled: Settled, reading: dating.Reading, forecaster: Forecaster) -> Scene:
    document, gap = None, ""
    try:
        document = forecaster(reading.election, reading.day)
    except (NotEnoughPollsError, LawError) as error:
        gap = str(error)
    country = [one for one in settled.elections if one.country == reading.election.country]
    return Scene(
        tongue=settled.tongue,
        election=reading.election,
        elections=tuple(sorted(country, key=lambda one: one.date)),
        day=reading.day,
        names=gazetteer(reading.election),
        chronicle=chronicle(country),
        document=document,
        gap=gap,
    )


def _claims(scene: Scene, sentences: Sequence[Sentence]) -> list[ClaimPart]:
    found: list[ClaimPart] = []
    before: Sentence | None = None
    for sentence in sentences:
        same = before is not None and before.paragraph == sentence.paragraph
        head = sentence.paragraph < 3 and not same
        text = without_dateline(sentence.text) if head else sentence.text
        line = Line(text, before.text if before is not None and same else "", scene)
        speaker, outlet = attributed(sentence.text, scene.names, line.before)
        found += [_part(claim, line.text, speaker, outlet) for claim in claims_of(line)]
        before = sentence
    return found


def _part(claim: Claim, sentence: str, speaker: str, outlet: str) -> ClaimPart:
    return ClaimPart(
        text=_LEADING.sub("", sentence[claim.start : claim.end].strip(" ,;:")),
        sentence=sentence,
        kind=claim.kind,
        said_by=speaker,
        reported_by=outlet,
        verdict=claim.verdict.ruling,
        figures=answers.figure_parts(claim.verdict.figures),
        rule=claim.verdict.rule,
        sources=list(claim.verdict.sources),
    )


def _document(settled: Settled, scene: Scene | None, claims: list[ClaimPart]) -> StoryDocument:
    told = [figure.what for one in claims if one.kind == "event" for figure in one.figures]
    return StoryDocument(
        language=settled.tongue,
        election=scene.election.id if scene else None,
        election_name=scene.election.name if scene else "",
        date=scene.day if scene else None,
        readings=_told(settled.readings),
        asks=list(settled.asks),
        stripped=[StrippedPart(text=one.text, why=one.why) for one in settled.stripped],
        claims=claims,
        answers=answers.answers(scene, told) if scene else [],
        later=answers.later(scene) if scene else [],
        notes=_notes(settled, scene),
    )


def _notes(settled: Settled, scene: Scene | None) -> list[str]:
    if scene is not None:
        return [scene.gap] if scene.gap else []
    if not settled.elections:
        return ["The story is about no election that is known here: nothing is judged."]
    if not settled.readings:
        return ["No election that is known here was on at that day: nothing is judged."]
    return ["It is not sure which election or day the story is of: nothing is judged."]
