"""Claims on what happened: "on Tuesday pledged to annex"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from formateur.story import rules
from formateur.story.claim import Claim, Figure, Verdict, unknown
from formateur.story.claims.line import Line
from formateur.story.dates import Named
from formateur.story.happenings import Told, stems

FIT = 0.45
"""Share of an event's words that a sentence must hold to tell it."""
STRONG = 0.4
"""The same for one with a day that differs, to contradict it."""
LONGEST = 200
"""Days back from the story that an event without a day in the sentence may lie."""

_ACTED = re.compile(
    r"\b(?:came out|took|broke|left|became|began|elected|murdered|killed|passed|survived|set"
    r"|hit|invaded|boycotted|said|announced|pledged|promised|vowed|unveiled|signed|launched"
    r"|met|visited|held|called|agreed|rejected|presented|resigned|floated|wrote|tweeted|told"
    r"|spoke|ordered|attacked|fired|returned|gave|dropped|withdrew|joined|merged|split"
    r"|endorsed|accused|declared|released|dissolved|voted|approved|passed|failed|filed"
    r"|indicted|recogni[sz]ed|suspended|anuncio|prometio|firmo|lanzo|visito|celebro|acordo"
    r"|rechazo|presento|dimitio|planteo|escribio|tuiteo|hablo|ordeno|ataco|devolvio|entrego"
    r"|retiro|unio|rompio|acuso|declaro|publico|disolvio|voto|aprobo|fracaso|imputo|reconocio"
    r"|suspendio|se reunio|propuso|renuncio|ofrecio|pidio|asistio|viajo|inauguro)\b"
)
_JUDGES = re.compile(
    r"\b(?:called|calls|described|describes|dismissed|hailed|praised|califico|tacho|describio"
    r"|tildo)\b"
)
_VOTE = re.compile(r"\b(?:elections?|polls|elecciones|votacion|comicios)\b")
_APPOSED = re.compile(
    r"[;:]|, (?:and|but|while|y|pero|mientras|an?|the|which|who|in what|in a|un|una|lo que|que"
    r"|en lo que) "
)
"""What ends a clause: another one, or what is said of it."""
_SEPARATE = re.compile(r"[;:]|, (?:and|but|while|y|pero|mientras) ")


def claims(line: Line, taken: Sequence[Claim]) -> Iterator[Claim]:
    """Yield the event that a sentence tells, or that it tells one that nobody knows.

    Parameters
    ----------
    taken
        Claims of other kinds: what they rest on is told by them.
    """
    scene, acted = line.scene, _acted(line, taken)
    if acted is None and not line.days and not line.months:
        return
    told = [
        one
        for one in scene.chronicle.told(line.text, spanish=scene.tongue == "es")
        if one.happening.date <= scene.day and _same_actors(line, one)
    ]
    named = _named(line)
    meant = _day(line, named)
    judges = meant is None and _JUDGES.search(line.plain)
    best = None if judges else _best(told, meant, scene.day)
    if best is not None:
        verdict = _verdict(line, best, meant, told)
        if verdict.ruling != "cannot-be-checked" or not taken:
            yield Claim("event", *_span(line, named, taken), verdict, best.happening.lists)
    elif (
        named is not None
        and named.shift is None
        and acted is not None
        and line.lists()
        and not _VOTE.search(line.plain[: acted.start()])
    ):
        yield Claim("event", *_span(line, named, taken), unknown(rules.NOT_KNOWN))


def _same_actors(line: Line, told: Told) -> bool:
    """Whether a sentence names who acts in the title, or begins with a list concerned."""
    scene, event = line.scene, told.happening
    actors = event.words & scene.chronicle.names
    said = stems(line.text, spanish=scene.tongue == "es")
    return not actors or bool(actors & said) or bool(set(event.lists) & set(line.lists()[:1]))


def _acted(line: Line, taken: Sequence[Claim]) -> re.Match[str] | None:
    """Return the verb of what happened: the first that no other claim rests on."""
    for found in _ACTED.finditer(line.plain):
        if not any(one.start <= found.start() < one.end for one in taken):
            return found
    return None


def _named(line: Line) -> Named | None:
    """Return the day or the month on which the thing is said to have happened."""
    vote = re.compile(r"'s (?:\w+ )?(?:election|vote|ballot)")
    days = [
        one
        for one in line.days
        if not vote.match(line.plain[one.end :]) and not one.ahead and not _is_dateline(line, one)
    ]
    return days[0] if days else line.months[0] if line.months else None


def _is_dateline(line: Line, day: Named) -> bool:
    head, tail = line.text[: day.start], line.text[day.end : day.end + 16]
    return (
        day.day is not None
        and head.upper() == head
        and bool(re.match(r"\s*(?:\(\w+\)|\(.{2,12}\))?\s*[-–—.]", tail))
    )


def _day(line: Line, named: Named | None) -> date | None:
    return named.on(line.scene.day, "past") if named is not None else None


def _best(told: list[Told], meant: date | None, day: date) -> Told | None:
    """Return the event that is told: on the day named, or else the one that fits best."""
    near = [one for one in told if (day - one.happening.date).days <= LONGEST]
    on_day = [
        one for one in near if meant is not None and one.happening.date == meant and one.fit >= 0.35
    ]
    if on_day:
        return on_day[0]
    if not near:
        return None
    best = near[0]
    needed = STRONG if meant is not None else FIT
    return best if best.fit >= needed else None


def _verdict(line: Line, best: Told, meant: date | None, told: list[Told]) -> Verdict:
    one = best.happening
    figure = Figure(one.title, one.date.isoformat(), "day", one.date)
    named = _named(line)
    if meant is None and named is not None and named.month is not None:
        fits = named.month == one.date.month and named.year in (None, one.date.year)
        if not fits:
            return unknown(rules.EVENT, figure, sources=(one.source,))
    if meant is None or meant == one.date:
        return Verdict("supported", rules.EVENT, (figure,), (one.source,))
    alike = [x for x in told if x.happening is not one and x.fit >= 0.6 * best.fit]
    close_by = [x for x in alike if abs(x.happening.date - meant) <= timedelta(days=1)]
    if (
        best.fit < STRONG
        or close_by
        or _only_said(line, named)
        or abs((one.date - meant).days) > 21
    ):
        return unknown(rules.EVENT, figure, sources=(one.source,))
    return Verdict("contradicted", rules.EVENT, (figure,), (one.source,))


def _only_said(line: Line, named: Named | None) -> bool:
    """Whether the day named is that of somebody's words, as in "the minister said on Sunday"."""
    head = line.plain[: named.start] if named else ""
    return bool(
        re.search(
            r"\b(?:said|told \w+|wrote|added|tweeted|dijo|afirmo|declaro|anadio|escribio)(?: (?:on"
            r"|el|este|late|early|in|en)){0,2} $",
            head,
        )
    )


def _span(line: Line, named: Named | None, taken: Sequence[Claim]) -> tuple[int, int]:
    """Return the words that tell it: the clause of its verb and its day, without other claims."""
    acted = _acted(line, taken) or _ACTED.search(line.plain)
    middle = acted.start() if acted else 0
    cuts = [one.end() for one in _SEPARATE.finditer(line.plain[:middle])]
    cuts += [one.end for one in taken if one.end <= middle]
    start = max(cuts, default=0)
    if named is not None and named.start < start:
        start = named.start
    while start < middle and line.plain[start] in " ,;:":
        start += 1
    following = _APPOSED.search(line.plain, max(middle, named.end if named else 0))
    end = following.start() if following else len(line.text)
    return start, end
