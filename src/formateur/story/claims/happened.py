"""Which known event the words of a sentence tell, and whether its day and its count agree."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from formateur.story import rules
from formateur.story.claim import Figure, Verdict, unknown
from formateur.story.claims.line import Line
from formateur.story.dates import Named
from formateur.story.folding import fold
from formateur.story.happenings import Happening, Told, stems

FIT = 0.45
"""Share of an event's words that a sentence must hold to tell it."""
LOOSE_FIT = 0.6
"""The same where a name and one word, or a clause of the summary, are all that is shared."""
ON_DAY = 0.3
"""The same where the day named is that of the event."""
STRONG = 0.4
"""The same for one with a day that differs, to contradict it."""
LONGEST = 200
"""Days back from the story that an event without a day in the sentence may lie."""
YEAR = 366
MOST_OFF = 21
"""Days by which a day named may be wrong and the same event still be meant."""

_TALLY = re.compile(
    r"\b(\d{1,3})(?: (?:votes?|votos|lawmakers|diputados|yes|noes))?(?: a favor| in favou?r)?"
    r"(?: to |-|,? (?:against|contra|frente a|por|y|and) )(\d{1,3})\b"
)


_OF_PARLIAMENT = (
    "investiture-vote", "government-sworn-in", "government-announced", "coalition-agreement"
)  # fmt: skip
"""Steps that are told without who is concerned."""


_LEADERSHIP = re.compile(
    r"\b(?:elect|becom|becam|chose|succe|replac|resign|step|quit|took over|eleg|elig|convirt"
    r"|sustitu|dimi"
    r"|renunci|dirig|asum|encabez)\w*"
)
_OFFICE = re.compile(r"\b(?:leaders?|l[ií]der(?:es|esa)?)\b", re.I)
"""Who somebody is; what happened only beside a verb of leadership."""


@dataclass(frozen=True, slots=True)
class Match:
    """The event that words tell.

    Attributes
    ----------
    fits
        Whether the day that is named is that of the event, or none is named.
    sure
        Whether the words are enough to contradict a day that is another.
    alike
        Other events that the words may tell as well.
    """

    told: Told
    fits: bool
    sure: bool
    alike: tuple[Happening, ...]


def best_match(
    line: Line,
    part: tuple[int, int],
    named: Named | None,
    hidden: Sequence[tuple[int, int]],
    *,
    surely: bool,
) -> Match | None:
    """Return the event that a part of a sentence tells: on the day named, or the best fit.

    Parameters
    ----------
    hidden
        Where words stand that tell something else.
    surely
        Whether the part tells an event and nothing else: then few words are enough.
    """
    scene, text = line.scene, canonical(line, part, hidden)
    spanish = scene.tongue == "es"
    if part[0] and not [one for one in line.mentions if part[0] <= one.start < part[1]]:
        before = [one for one in line.mentions if one.end <= part[0]]
        text = f"{scene.name(before[-1].id)} {text}" if before else text
    strict = _past(line, scene.chronicle.told(text, spanish=spanish))
    loose = strict
    if surely:
        loose = _past(line, scene.chronicle.told(text, spanish=spanish, loose=True))
    if named is not None:
        on_day = [one for one in loose if one.fit >= ON_DAY and _is_on(line, named, one.happening)]
        if on_day:
            return Match(on_day[0], True, True, ())
    reach = YEAR if named is not None else LONGEST
    for told, least, to_deny in ((strict, FIT, STRONG), (loose, LOOSE_FIT, LOOSE_FIT)):
        near = [one for one in told if (scene.day - one.happening.date).days <= reach]
        needed = to_deny if named is not None else least
        if near and near[0].fit >= needed:
            rest = tuple(x.happening for x in told if x is not near[0])
            alike = rest[: sum(x.fit >= 0.6 * near[0].fit for x in told) - 1]
            return Match(near[0], named is None, near[0].fit >= to_deny, alike)
    return None


def canonical(line: Line, part: tuple[int, int], hidden: Sequence[tuple[int, int]] = ()) -> str:
    """Return a part of a sentence with lists and persons by the names that the folders use."""
    shown = list(line.text)
    for start, end in hidden:
        shown[start:end] = " " * (end - start)
    source, text, at = "".join(shown), "", part[0]
    for one in line.mentions:
        inside = part[0] <= one.start and one.end <= part[1]
        if one.what in ("list", "person") and inside and source[one.start] != " ":
            text += f"{source[at : one.start]} {line.scene.name(one.id)} "
            at = one.end
    text += source[at : part[1]]
    return text if _LEADERSHIP.search(fold(text).lower()) else _OFFICE.sub(" ", text)


def _past(line: Line, told: list[Told]) -> list[Told]:
    """Return what had happened by the story's day, the best fit first, of equal ones the latest."""
    day = line.scene.day
    past = [one for one in told if one.happening.date <= day and _same_actors(line, one)]
    return sorted(past, key=lambda one: (-round(one.fit, 3), day - one.happening.date))


def _same_actors(line: Line, told: Told) -> bool:
    """Whether a sentence names who acts in the title, or begins with a list concerned."""
    scene, event = line.scene, told.happening
    actors = event.words & scene.chronicle.names
    said = stems(canonical(line, (0, len(line.text))), spanish=scene.tongue == "es")
    if event.kind in _OF_PARLIAMENT:
        return True
    return not actors or bool(actors & said) or bool(set(event.lists) & set(line.lists()[:1]))


def _is_on(line: Line, named: Named, event: Happening) -> bool:
    if _is_month(named):
        near = (line.scene.day - event.date).days <= YEAR
        in_year = named.year == event.date.year or (named.year is None and near)
        return in_year and named.month == event.date.month
    return named.on(line.scene.day, "past") == event.date


def _is_month(named: Named) -> bool:
    return named.month is not None and named.day is None


def verdict_on(line: Line, part: tuple[int, int], match: Match, named: Named | None) -> Verdict:
    """Judge the day and the count of votes of the event that is told."""
    one = match.told.happening
    figures = (Figure(one.title, one.date.isoformat(), "day", one.date),)
    if match.fits:
        wrong = _wrong_count(line.plain[slice(*part)], one)
        return Verdict(
            "contradicted" if wrong else "supported", rules.EVENT, figures, (one.source,)
        )
    told_what = _tells_what(line, part, one)
    if named is None or not match.sure or not told_what or _only_said(line, named):
        return unknown(rules.EVENT, *figures, sources=(one.source,))
    if _is_month(named):
        surely = match.told.fit >= LOOSE_FIT and not any(
            _is_on(line, named, other) for other in match.alike
        )
    else:
        same_weekday = named.day is None and named.weekday == one.date.weekday()
        surely = not same_weekday and _other_day(
            named.on(line.scene.day, "past"), one.date, match.alike
        )
    if not surely:
        return unknown(rules.EVENT, *figures, sources=(one.source,))
    return Verdict("contradicted", rules.EVENT, figures, (one.source,))


def _tells_what(line: Line, part: tuple[int, int], event: Happening) -> bool:
    """Whether enough of what happened is told, names aside: else it may be another event."""
    chronicle = line.scene.chronicle
    said = stems(canonical(line, part), spanish=line.scene.tongue == "es")
    for telling in (event.words, *event.tellings):
        what = telling - chronicle.names
        weight = sum(chronicle.weights[stem] for stem in what)
        if what and sum(chronicle.weights[stem] for stem in what & said) >= STRONG * weight:
            return True
    return False


def _other_day(meant: date | None, happened: date, alike: tuple[Happening, ...]) -> bool:
    """Whether the day named is surely another than that of the event, and near it."""
    if meant is None or abs((happened - meant).days) > MOST_OFF:
        return False
    return not any(abs(one.date - meant) <= timedelta(days=1) for one in alike)


def _wrong_count(plain: str, event: Happening) -> bool:
    """Whether a count of votes is told that is not the event's."""
    counted = _TALLY.search(plain)
    known = {one for one in event.words | event.more if one.isdigit()}
    return bool(counted and len(known) > 1 and not set(counted.groups()) <= known)


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
