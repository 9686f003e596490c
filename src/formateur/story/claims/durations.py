"""Claims on how long ago a thing was and how long one takes: "could take months"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from formateur.story import anchors, rules
from formateur.story.claim import Claim, Figure, Ruling, Verdict, unknown
from formateur.story.claims.line import Line
from formateur.story.claims.times import own_days, spans_of
from formateur.story.claims.topics import motion_of
from formateur.story.numbers import NUMBER

_MAY_TAKE = re.compile(
    r"\b(?:could|may|might|would|will|is expected to|are expected to|likely to) (?:still "
    r"|well |easily )?(?:take|drag on for|last|need)s? (?:\w+ ){0,2}(?:days|weeks|months"
    r"|years)|\b(?:podrian?|puede(?:n)?|podra(?:n)?) (?:tardar|llevar|durar|tomar"
    r"|prolongarse)(?: \w+){0,2} (?:dias|semanas|meses|anos)|\b(?:tardaria(?:n)?"
    r"|llevaria(?:n)?|tomaria(?:n)?|duraria(?:n)?)(?: \w+){0,2} (?:dias|semanas|meses|anos)"
)
_SINCE = re.compile(
    rf"\b(?P<n>{NUMBER}) (?P<unit>{anchors.UNIT}) (?:after|since|despues de(?: que)?"
    rf"|desde(?: que)?|tras) (?:the |la |el |its |su )?(?P<what>[^.;,]{{4,80}})"
)
_AGO = re.compile(
    rf"\b(?:(?P<n>{NUMBER}) (?P<unit>{anchors.UNIT}) ago"
    rf"|hace (?P<n2>{NUMBER}) (?P<unit2>{anchors.UNIT}))"
)
_PERIOD = re.compile(
    r"\b(?:has|have|had|gets?|got|given|with|tiene|tendra|tenia|dispone de|cuenta con"
    r"|dispondra de|plazo de) (?P<n>\d{1,2}) (?:days|dias)\b"
)


_TALKS = re.compile(
    rf"\b(?P<n>{NUMBER}) (?P<unit>{anchors.UNIT}) (?:of|de) (?:\w+ )?(?:talks|negotiations?"
    rf"|bargaining"
    r"|haggling|horse-trading|negociaci\w+|conversaciones|dialogo|regateos?)\b"
)
_ENDS = ("investiture-vote", "government-sworn-in", "government-announced", "coalition-agreement")


def claims(line: Line) -> Iterator[Claim]:
    """Yield the claims of a sentence on lengths of time besides those to a vote."""
    yield from _since(line)
    yield from _ago(line)
    yield from _period(line)
    yield from _talks(line)
    yield from _may_take(line)


def _since(line: Line) -> Iterator[Claim]:
    """Yield times since something that the folder tells, besides elections."""
    scene = line.scene
    for found in _SINCE.finditer(line.plain):
        if re.search(anchors.ELECTION, found["what"]):
            continue
        fits = _days_of_event(line, found["what"])
        if not fits:
            continue
        spans = [(day, end) for end in (scene.day, scene.election.date) for day in fits]
        yield Claim("time", found.start(), found.end(), spans_of(found, spans, line))


def _ago(line: Line) -> Iterator[Claim]:
    """Yield times such as "two weeks ago, on March 25"."""
    for found in _AGO.finditer(line.plain):
        days = [day for day in own_days(line) if day <= line.scene.day]
        days = days or _days_of_event(line, line.plain[: found.start()])
        if days:
            spans = [(day, line.scene.day) for day in days]
            yield Claim("time", found.start(), found.end(), spans_of(found, spans, line))


def _days_of_event(line: Line, words: str) -> list[date]:
    """Return the days of the events that words surely tell."""
    told = line.scene.chronicle.told(words, spanish=line.scene.tongue == "es")
    near = [one.happening.date for one in told if one.fit >= 0.6]
    return [day for day in near if day <= line.scene.day]


def _talks(line: Line) -> Iterator[Claim]:
    """Yield how long talks on a government went on: from the vote, or from a mandate."""
    scene = line.scene
    if not scene.voted:
        return
    given = [one.date for one in scene.election.calendar if one.step == "mandate-given"]
    ended = [one.date for one in scene.election.calendar if one.step in _ENDS]
    for found in _TALKS.finditer(line.plain):
        begins = [day for day in (scene.election.date, *given) if day <= scene.day]
        ends = [day for day in (scene.day, *ended) if day <= scene.day]
        spans = [(first, last) for first in begins for last in ends if first <= last]
        yield Claim("time", found.start(), found.end(), spans_of(found, spans, line))


def _period(line: Line) -> Iterator[Claim]:
    """Yield the length of a mandate, as the calendar notes it: "has 28 days"."""
    scene = line.scene
    steps = [
        one
        for one in scene.election.calendar
        if one.step == "mandate-given" and one.date <= scene.day + timedelta(days=3)
    ]
    for found in _PERIOD.finditer(line.plain):
        noted = [m for one in steps if (m := re.search(r"(\d+) days", one.note))]
        if not noted or not re.search(
            r"govern|coalition|mandate|task|gobiern|coalicion|encargo|mandato",
            f"{line.before} {line.text}".lower(),
        ):
            continue
        days = int(noted[-1].group(1))
        ruling: Ruling = "supported" if days == int(found["n"]) else "contradicted"
        figure = Figure("days of the mandate", days, "days", steps[-1].date)
        yield Claim(
            "time",
            found.start(),
            found.end(),
            Verdict(ruling, rules.PERIOD, (figure,), (steps[-1].source.text,)),
        )


def _took(line: Line, words: str) -> Verdict:
    """Hold "could take months" against how long comparable motions took, where that is known."""
    motion = motion_of(line)
    unit = re.search(anchors.UNIT, words)
    if motion is None or not motion.took or unit is None:
        return unknown(rules.FUTURE)
    figures = tuple(
        Figure(
            f"days from {one.begin} to {one.end.replace('_', ' ')}, {one.cases} comparable cases",
            f"{one.median} ({one.quarter}–{one.three_quarters})",
            "days",
            line.scene.day,
        )
        for one in motion.took
    )
    longest = max(one.three_quarters for one in motion.took)
    fits = longest >= anchors.UNITS[unit.group()]
    return Verdict(
        "supported" if fits else "partly", rules.TOOK, figures, line.scene.source([motion.source])
    )


def _may_take(line: Line) -> Iterator[Claim]:
    for found in _MAY_TAKE.finditer(line.plain):
        yield Claim("time", found.start(), found.end(), _took(line, found.group()))
