"""Claims on what happened: "on Tuesday pledged to annex"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from formateur.story import rules
from formateur.story.claim import Claim, unknown
from formateur.story.claims.happened import best_match, verdict_on
from formateur.story.claims.line import Line
from formateur.story.dates import Named
from formateur.story.sentences import Sentence

SHORTEST = 20
"""Signs that the words of an event have at least."""
_PAST = re.compile(
    r"\b(?:\w{3,}ed|used|made|told|came|went|took|was|were|had|has|have|ha|han|habia|habian|fue"
    r"|fueron|since|desde"
    r"|se \w+(?:o|aron|eron)|\w{3,}(?:io|aron|ieron))\b"
)
"""What tells that a thing has been."""
_SAME_DAY = re.compile(r"\b(?:that|the)(?: very)? same day|el mismo dia|ese (?:mismo )?dia\b")
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
    r"[;]|, (?:and|but|while|y|pero|mientras|an?|the|which|who|in what|in a|un|una|lo que|que"
    r"|en lo que) "
)
"""What ends a clause: another one, or what is said of it."""
_SEPARATE = re.compile(
    r"[;]|, (?:and|but|while|though|although|y|pero|mientras|aunque) "
    r"|, (?=(?:an?|the|una?|el|la) (?:\w+ )?(?:that|which|que) (?:was|were|fue|had|has) )"
    r"|,? (?:after|despues de que) (?=(?:the |el |la )?\w+(?:'s)? \w+ \w+)"
    r"|,? (?:and|y) (?=(?:later |then |also |luego |despues )?(?:told|signed|said|announced"
    r"|approved"
    r"|pledged|resigned|visited|met|dijo|firmo|anuncio|aprobo|prometio|dimitio|visito)\b)"
)


def claims(line: Line, taken: Sequence[Claim]) -> Iterator[Claim]:
    """Yield the events that a sentence tells, or that it tells one that nobody knows.

    Parameters
    ----------
    taken
        Claims of other kinds: what they rest on is told by them.
    """
    acted = _acted(line, taken)
    if acted is None and not line.days and not line.months and not _PAST.search(line.plain):
        return
    found = [claim for part in _parts(line) for claim in _told(line, part, taken)]
    if not found:
        found = list(_told(line, (0, len(line.text)), taken))
    yield from found
    named = _named(line, (0, len(line.text)))
    if (
        not found
        and named is not None
        and named.shift is None
        and acted is not None
        and all(one.kind == "time" for one in taken)
        and line.lists()
        and not _VOTE.search(line.plain[: acted.start()])
    ):
        yield Claim("event", *_span(line, named, taken), unknown(rules.NOT_KNOWN))


def _parts(line: Line) -> list[tuple[int, int]]:
    """Return where the clauses of a sentence that tells several things begin and end."""
    cuts = [one.span() for one in _SEPARATE.finditer(line.plain)]
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(line.text)]
    return list(zip(starts, ends, strict=True)) if cuts else []


def _told(line: Line, part: tuple[int, int], taken: Sequence[Claim]) -> Iterator[Claim]:
    """Yield the event that a part of a sentence tells."""
    whole = part == (0, len(line.text))
    named = _named(line, part)
    if named is None and (same := _SAME_DAY.search(line.plain, *part)):
        earlier = [one for one in (*line.days, *line.months) if one.start < same.start()]
        named = earlier[-1] if earlier else None
    if named is not None and named.day is None and any(one.kind == "outcome" for one in taken):
        named = None if named.month else named  # the month of the vote whose result is told
    judges = named is None and _JUDGES.search(line.plain, *part)
    hidden = [*((one.start, one.end) for one in taken), *Sentence(line.text, 0).quotations()]
    others = [one for one in taken if one.kind != "time" and part[0] <= one.start < part[1]]
    match = None if judges else best_match(line, part, named, hidden, surely=not others)
    if match is None:
        return
    verdict = verdict_on(line, part, match, named)
    if verdict.ruling != "cannot-be-checked" or not taken:
        own = [one for one in taken if part[0] <= one.start < part[1]]
        span = _span(line, named, taken) if whole else _clause(line, part, own)
        if span[0] < span[1]:
            yield Claim("event", *span, verdict, match.told.happening.lists)


def _clause(line: Line, part: tuple[int, int], taken: Sequence[Claim]) -> tuple[int, int]:
    """Return a part of a sentence without what is said of it, and without other claims' words."""
    start, end = part
    following = _APPOSED.search(line.plain, start + 12, end)
    end = following.start() if following else end
    starts = [one.start for one in taken if one.start > start + 12]
    end = min([end, *starts])
    return (start, end) if end - start >= SHORTEST else part


def _acted(line: Line, taken: Sequence[Claim]) -> re.Match[str] | None:
    """Return the verb of what happened: the first that no other claim rests on."""
    for found in _ACTED.finditer(line.plain):
        if not any(one.start <= found.start() < one.end for one in taken):
            return found
    return None


def _named(line: Line, part: tuple[int, int]) -> Named | None:
    """Return the day or the month on which the thing is said to have happened."""
    vote = re.compile(r"'s (?:\w+ )?(?:election|vote|ballot)")
    days = [
        one
        for one in line.days
        if not vote.match(line.plain[one.end :]) and not one.ahead and not _is_dateline(line, one)
    ]
    inside = [one for one in (*days, *line.months) if part[0] <= one.start < part[1]]
    return inside[0] if inside else None


def _is_dateline(line: Line, day: Named) -> bool:
    head, tail = line.text[: day.start], line.text[day.end : day.end + 16]
    return (
        day.day is not None
        and head.upper() == head
        and bool(re.match(r"\s*(?:\(\w+\)|\(.{2,12}\))?\s*[-–—.]", tail))
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
