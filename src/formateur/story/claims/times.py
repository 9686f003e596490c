"""Claims on how far the vote is, or was: "three days before", "five months after"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

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
_VAGUE = re.compile(
    rf"\b(?:(?:just|only|mere|barely|a few|apenas|solo|pocos|pocas|unos|unas|a) )?(?P<unit>days"
    rf"|weeks|months|dias|semanas|meses) (?:before|ahead of|until|from|away from|antes de"
    rf"|de) (?:the |an? |las? |los? )?{anchors.ELECTION}"
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
    r"\b(?!said|says)(?:\w{3,}ed|met|made|gave|took|spoke|held|went|came|left|won|lost|told"
    r"|wrote|flew|began|rose|fell|chose|broke|drew|saw|sat|ran|sent|paid"
    r"|stood|became|grew|put|set|cut|hit|quit|shook|swore"
    r"|\w{3,}io|\w{2,}aron|\w{3,}o(?= (?:a|con|el|la|un|una|que|en|al|su)\b))\b"
)
"""A verb that tells what somebody did, so that the day may be one before the story's."""


def claims(line: Line) -> Iterator[Claim]:
    """Yield the claims of a sentence on time."""
    taken: list[Claim] = []
    for find in (_around_vote, _left, _vague):
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
    told = [*own_days(line), *_event_days(line)]
    if named is not None and named.id != scene.election.id:
        return _surely(spans_of(found, [(day, named.date) for day in told], line))
    if scene.voted:
        return _surely(spans_of(found, [(day, scene.election.date) for day in told], line))
    spans = [(day, scene.election.date) for day in (scene.day, *told)]
    verdict = spans_of(found, spans, line)
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
    ends = [scene.day, *own_days(line), *_event_days(line)]
    if not scene.voted:
        ends.append(scene.election.date)
    verdict = spans_of(found, [(election.date, end) for end in ends], line)
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
        yield Claim("time", found.start(), found.end(), spans_of(found, span, line))
    for found in _AWAY.finditer(line.plain):
        head = line.plain[: found.start()]
        if not re.search(r"^(?:in|dentro|en)\b|(?:time|away|off|now)$", found.group()):
            continue
        long_in = found["unit"][0] in "ma" or found["unit"].startswith("year")
        if long_in and not re.search(r"(?:time|away|off|now)$", found.group()):
            continue  # "two elections in one year"
        if re.search(anchors.ELECTION, head[-60:]) and not ORDINALS.search(head):
            span = [(line.scene.day, line.scene.election.date)]
            yield Claim("time", found.start(), found.end(), spans_of(found, span, line))


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


def own_days(line: Line) -> list[date]:
    """Return the days that the sentence names, as past ones."""
    found = (one.on(line.scene.day, "past") for one in line.days if not one.ahead)
    return [day for day in found if day is not None]


def spans_of(found: re.Match[str], spans: list[tuple[date, date]], line: Line) -> Verdict:
    """Judge a length of time against what it may be the length of."""
    groups = {key: value for key, value in found.groupdict().items() if value}
    amount = next(number(groups[key]) for key in ("n", "n2", "n3", "n4") if key in groups)
    unit = next(groups[key] for key in ("unit", "unit2", "unit3", "unit4") if key in groups)
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
