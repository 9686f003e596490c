"""Claims on lengths of time: how far the vote is, how long ago a thing was."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from formateur.story import anchors, rules
from formateur.story.claim import Claim, Figure, Ruling, Verdict, unknown
from formateur.story.claims.line import Line
from formateur.story.claims.results import election_named
from formateur.story.claims.votings import vote_source
from formateur.story.numbers import NUMBER, number

_EARLIER = re.compile(
    r"inconclusive|last|previous|first|earlier|pasad|ultim|anterior|no concluyente|inconclus"
    r"|sin (?:un )?ganador|primer"
)
_MAY_TAKE = re.compile(
    r"\b(?:could|may|might|would|will|is expected to|are expected to|likely to) (?:still "
    r"|well |easily )?(?:take|drag on for|last|need)s? (?:\w+ ){0,2}(?:days|weeks|months"
    r"|years)|\b(?:podrian?|puede(?:n)?|podra(?:n)?) (?:tardar|llevar|durar|tomar"
    r"|prolongarse)(?: \w+){0,2} (?:dias|semanas|meses|anos)|\b(?:tardaria(?:n)?"
    r"|llevaria(?:n)?|tomaria(?:n)?|duraria(?:n)?)(?: \w+){0,2} (?:dias|semanas|meses|anos)"
)
_VAGUE = re.compile(
    rf"\b(?:(?:just|only|mere|barely|a few|apenas|solo|pocos|pocas|unos|unas|a) )?(?P<unit>days"
    rf"|weeks|months|dias|semanas|meses) (?:before|ahead of|until|from|away from|antes de"
    rf"|de) (?:the |an? |las? |los? )?{anchors.ELECTION}"
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


_AWAY = re.compile(
    rf"\b(?:in |dentro de |en )?(?P<n>{NUMBER}) (?P<unit>{anchors.UNIT})"
    rf"(?:'s? time| away| off| from now)?\b(?! before| ago| after| antes| despues)"
)
_COMING = re.compile(
    r"\b(?:will|due|expected|can|must|may|has to|have to|sera\w*|debe\w*|podra\w*)\b"
)
TELLS = 0.45
"""Share of an event's words that a sentence must hold for its day to be meant."""
_TOLD = re.compile(
    r"\b(?!said|says)(?:\w{3,}ed|met|made|gave|took|spoke|held|went|came|left|won|lost|told|wrote"
    r"|\w{3,}io|\w{2,}aron|\w{3,}o(?= (?:a|con|el|la|un|una|que|en|al|su)\b))\b"
)
"""A verb that tells what somebody did, so that the day may be one before the story's."""


def claims(line: Line) -> Iterator[Claim]:
    """Yield the claims of a sentence on time."""
    taken: list[Claim] = []
    for find in (_around_vote, _left, _since, _ago, _period, _may_take, _vague):
        for claim in find(line):
            if not any(claim.clashes(one) for one in taken):
                taken.append(claim)
                yield claim


def _around_vote(line: Line) -> Iterator[Claim]:
    for found in anchors.BEFORE.finditer(line.plain):
        core = found.start(), found.start("what")
        yield Claim("time", found.start(), found.end(), _until_vote(line, found), (), core)
    for found in anchors.AFTER.finditer(line.plain):
        coming = _COMING.search(line.plain) and not line.scene.voted
        if not (coming and not _earlier(line, found)):  # what will be after the vote
            yield Claim("time", found.start(), found.end(), _since_vote(line, found))


def _until_vote(line: Line, found: re.Match[str]) -> Verdict:
    """Judge a time before a vote: from the day of the story, or of what the sentence tells."""
    scene, named = line.scene, election_named(line)
    told = [*_own_days(line), *_event_days(line)]
    if named is not None and named.id != scene.election.id:
        return _surely(_spans(found, [(day, named.date) for day in told], line))
    if scene.voted:
        return _surely(_spans(found, [(day, scene.election.date) for day in told], line))
    spans = [(day, scene.election.date) for day in (scene.day, *told)]
    verdict = _spans(found, spans, line)
    amount = number(found["n"]) * anchors.UNITS[found["unit"]]
    earlier = amount > (scene.election.date - scene.day).days
    acted = _TOLD.search(line.plain) and not _event_days(line)
    return _surely(verdict) if earlier and acted else verdict


def _surely(verdict: Verdict) -> Verdict:
    """Return a verdict that contradicts as one that cannot be: the day meant may be another."""
    return unknown(rules.DAYS) if verdict.ruling == "contradicted" else verdict


def _since_vote(line: Line, found: re.Match[str]) -> Verdict:
    """Judge a time after a vote: up to the story, the coming vote, or what the sentence tells."""
    scene, earlier = line.scene, _earlier(line, found)
    last = scene.election if scene.voted else scene.previous
    election = election_named(line) or last
    if election is None or election.date >= scene.day:
        return unknown(rules.DAYS)
    ends = [scene.day, *_own_days(line), *_event_days(line)]
    if not scene.voted:
        ends.append(scene.election.date)
    verdict = _spans(found, [(election.date, end) for end in ends], line)
    amount = number(found["n"]) * anchors.UNITS[found["unit"]]
    shorter = amount < (scene.day - election.date).days - 16
    if not earlier and (shorter or not scene.voted):
        return _surely(verdict)
    return verdict


def _earlier(line: Line, found: re.Match[str]) -> bool:
    """Whether the vote is said to be one before the coming or the latest one."""
    rest = line.plain[found.end() : found.end() + 40]
    named = election_named(line)
    return bool(
        _EARLIER.search(found["what"])
        or re.match(r" (?:no concluyente|inconclus|pasad|anterior|sin )", rest)
        or (named is not None and named.id != line.scene.election.id)
    )


def _event_days(line: Line) -> list[date]:
    """Return the days of the events that a sentence may tell."""
    told = line.scene.chronicle.told(line.text, spanish=line.scene.tongue == "es")
    days = [one.happening.date for one in told if one.fit >= TELLS]
    return [day for day in days if day <= line.scene.day]


def _left(line: Line) -> Iterator[Claim]:
    if line.scene.voted:
        return
    for found in anchors.LEFT.finditer(line.plain):
        span = [(line.scene.day, line.scene.election.date)]
        yield Claim("time", found.start(), found.end(), _spans(found, span, line))
    for found in _AWAY.finditer(line.plain):
        head = line.plain[: found.start()]
        if not re.search(r"^(?:in|dentro|en)\b|(?:time|away|off|now)$", found.group()):
            continue
        long_in = found["unit"][0] in "ma" or found["unit"].startswith("year")
        if long_in and not re.search(r"(?:time|away|off|now)$", found.group()):
            continue  # "two elections in one year"
        if re.search(anchors.ELECTION, head[-60:]) and not ORDINALS.search(head):
            span = [(line.scene.day, line.scene.election.date)]
            yield Claim("time", found.start(), found.end(), _spans(found, span, line))


ORDINALS = re.compile(r"\b(?:second|third|fourth|fifth|segund\w+|tercer\w*|cuart\w+|quint\w+)\b")


def _vague(line: Line) -> Iterator[Claim]:
    bounds = {"d": (1, 14), "w": (7, 75), "s": (7, 75), "m": (45, 400)}
    if line.scene.voted:
        return
    for found in _VAGUE.finditer(line.plain):
        left = (line.scene.election.date - line.scene.day).days
        low, high = bounds[found["unit"][0]]
        ruling: Ruling = "supported" if low <= left <= high else "cannot-be-checked"
        figure = Figure("days to the vote", left, "days", line.scene.day)
        verdict = Verdict(ruling, rules.DAYS, (figure,), vote_source(line.scene.election))
        yield Claim("time", found.start(), found.end(), verdict)


def _since(line: Line) -> Iterator[Claim]:
    """Yield times since something that the folder tells, besides elections."""
    scene = line.scene
    for found in _SINCE.finditer(line.plain):
        if re.search(anchors.ELECTION, found["what"]):
            continue
        told = scene.chronicle.told(found["what"], spanish=scene.tongue == "es")
        fits = [one.happening for one in told if one.fit >= 0.6 and one.happening.date <= scene.day]
        if not fits:
            continue
        spans = [(one.date, scene.day) for one in fits] + [
            (one.date, scene.election.date) for one in fits
        ]
        yield Claim("time", found.start(), found.end(), _spans(found, spans, line))


def _ago(line: Line) -> Iterator[Claim]:
    """Yield times such as "two weeks ago, on March 25"."""
    for found in _AGO.finditer(line.plain):
        days = [day for day in _own_days(line) if day <= line.scene.day]
        if days:
            spans = [(day, line.scene.day) for day in days]
            yield Claim("time", found.start(), found.end(), _spans(found, spans, line))


def _own_days(line: Line) -> list[date]:
    """Return the days that the sentence names, as past ones."""
    found = (one.on(line.scene.day, "past") for one in line.days if not one.ahead)
    return [day for day in found if day is not None]


def _spans(found: re.Match[str], spans: list[tuple[date, date]], line: Line) -> Verdict:
    """Judge a length of time against what it may be the length of."""
    groups = {key: value for key, value in found.groupdict().items() if value}
    amount = next(number(groups[key]) for key in ("n", "n2", "n3") if key in groups)
    unit = next(groups[key] for key in ("unit", "unit2", "unit3") if key in groups)
    about = groups.get("about", "")
    if not spans:
        return unknown(rules.DAYS)
    fits = [span for span in spans if _fits((span[1] - span[0]).days, amount, unit, about)]
    first, last = (fits or spans)[0]
    figure = Figure(f"days from {first} to {last}", (last - first).days, "days", line.scene.day)
    ruling: Ruling = "supported" if fits else "contradicted"
    return Verdict(ruling, rules.DAYS, (figure,), vote_source(line.scene.election))


def _fits(days: int, amount: float, unit: str, about: str = "") -> bool:
    length = anchors.UNITS[unit] * amount
    slack = {"d": 0.0, "w": 3.0, "s": 3.0, "m": 15.5}.get(unit[0], 31.0)
    if re.search(r"more than|over|mas de", about):
        return days >= length - 0.5 and days <= 2 * length
    if re.search(r"less than|under|menos de", about):
        return 0.4 * length <= days < length + 0.5
    if re.search(r"almost|nearly|about|around|roughly|some|casi|unos|unas|cerca de|apenas", about):
        slack = max(slack, 1.0) * 1.5
    return abs(days - length) <= slack


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


def _may_take(line: Line) -> Iterator[Claim]:
    for found in _MAY_TAKE.finditer(line.plain):
        yield Claim("time", found.start(), found.end(), unknown(rules.FUTURE))
