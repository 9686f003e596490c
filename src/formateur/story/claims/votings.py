"""Claims on the day of the vote and on how many there were."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Literal

from formateur.facts import Election
from formateur.story import anchors, rules
from formateur.story.claim import Claim, Figure, Ruling, Verdict, unknown
from formateur.story.claims.line import Line
from formateur.story.claims.results import election_named
from formateur.story.dates import Named
from formateur.story.numbers import number, ordinal

_SPOKE = re.compile(
    r"\b(?:spoke|speaking|said|told|warned|announced|pledged|promised|attacked|met|called"
    r"|wrote|voted"
    r"|hablo|dijo|advirtio|anuncio|prometio|ataco|escribio|afirmo|declaro|aseguro)\b"
)


_FOLLOWS = re.compile(
    r"\b(?:may|might|could|risk\w*|avoid\w*|avert\w*|prevent\w*|loom\w*|headed|heading|podrian?"
    r"|evitar"
    r"|riesgo|abocad\w*)\b"
)
TENSES: tuple[Literal["past", "future"], ...] = ("past", "future")


def claims(line: Line) -> Iterator[Claim]:
    """Yield the claims of a sentence on the day of the vote and the number of votes."""
    yield from _nth(line)
    yield from _eve(line)
    yield from _vote_day(line)
    yield from _weekday_of_date(line)


def _eve(line: Line) -> Iterator[Claim]:
    """Yield "on the eve of the vote" and "the day after": of another vote it cannot be told."""
    named = election_named(line)
    if named is not None and named.id != line.scene.election.id:
        return
    left = (line.scene.election.date - line.scene.day).days
    figure = Figure("days to the vote", left, "days", line.scene.day)
    for pattern, days in ((anchors.EVE, 1), (anchors.MORROW, -1)):
        for found in pattern.finditer(line.plain):
            ruling: Ruling = "supported" if left == days else "contradicted"
            if left != days and (days < 0 or 1 < left <= 3):
                ruling = "cannot-be-checked" if days < 0 else "partly"
            verdict = Verdict(ruling, rules.DAYS, (figure,), vote_source(line.scene.election))
            yield Claim("time", found.start(), found.end(), verdict)


def _nth(line: Line) -> Iterator[Claim]:
    """Yield claims such as "the third election in less than a year"."""
    for found in anchors.NTH.finditer(line.plain):
        nth = ordinal(found["nth"])
        if not (re.search(anchors.ELECTION, line.plain) and nth > 1):
            continue
        if _FOLLOWS.search(line.plain):
            continue  # not this vote but one that may follow
        yield Claim("time", found.start(), found.end(), _counted(line, found, nth))


def _counted(line: Line, found: re.Match[str], nth: int) -> Verdict:
    """Judge that a vote is the n-th within a time: the votes that are known are counted."""
    scene = line.scene
    held = [one.date for one in scene.elections if one.date <= scene.election.date]
    before = re.search(r"\d{4}", scene.elections[0].previous)
    if before:  # the vote before the first that is known: in that year, at its end at the latest
        held.insert(0, date(int(before.group()), 12, 31))
    if found["year"]:
        count = sum(day.year == scene.election.date.year for day in held)
        figure = Figure(f"elections in {scene.election.date.year}", count, "", scene.day)
        ruling: Ruling = "supported" if count == nth else "contradicted"
        return Verdict(ruling, rules.COUNTED, (figure,), vote_source(scene.election))
    if len(held) < nth:
        return unknown(rules.COUNTED)
    first, last = held[-nth], held[-1]
    length = anchors.UNITS[found["unit"]] * number(found["n"])
    strict = re.search("less than|under|menos", found["more"] or "")
    fits = (last - first).days <= length + (0 if strict else 0.1 * length + 15)
    if fits and before and len(held) == nth:  # its day is not known
        return unknown(rules.COUNTED)
    what = f"days from the vote of {first} to that of {last}"
    figure = Figure(what, (last - first).days, "days", scene.day)
    ruling = "supported" if fits else "contradicted"
    return Verdict(ruling, rules.COUNTED, (figure,), vote_source(scene.election))


def _vote_day(line: Line) -> Iterator[Claim]:
    """Yield claims such as "Israelis vote on Tuesday"."""
    for day in line.days:
        start, end, sure = _vote_words(line, day)
        if not end:
            continue
        verdict = _vote_verdict(line, day)
        if sure or verdict.ruling == "supported":
            yield Claim("time", start, end, verdict, (), (day.start, day.end))


def _vote_words(line: Line, day: Named) -> tuple[int, int, bool]:
    """Return where the vote of a day is named, and whether it is surely the vote's day.

    In "spoke of the election on Monday" the day may be that of the speech.
    """
    tail = re.match(
        r"(?:'s)? (?:(?:general|snap|national|parliamentary|legislative|repeat|knesset|riksdag"
        r"|israeli|swedish|crucial|close|tight) )*(?:elections?|vote|ballot|polls?\b(?! show))",
        line.plain[day.end :],
    )
    al_voto = re.match(r"(?: \w+)? a (?:las )?(?:urnas|votar)\b", line.plain[day.end :])
    if al_voto and re.search(
        r"\b(?:acud\w+|va|van|iran|ira|vuelven?|volveran)\b[^.;]{0,20}$", line.plain[: day.start]
    ):
        return day.start, day.end + al_voto.end(), True
    if tail and (line.plain[day.end : day.end + 2] == "'s" or day.day):
        return day.start, day.end + tail.end(), True
    head = re.search(
        rf"(?:{anchors.ELECTION}|\bvota(?:n|ran|ra|r)?|\bcelebra(?:n|ran|ra)?(?: sus| las"
        rf"| unas)?(?: \w+)?|\b(?:acuden|acudiran|van|iran|acudir|llamados"
        rf"|convocados) a (?:las )?(?:urnas|votar)|\bvoting (?:takes place|is)|voters (?:go"
        rf"|head)|\belects? (?:a |the |its )?(?:new )?(?:\w+ )?(?:knesset|riksdag|parliament))"
        r"(?: (?:will be held|is held|are held|take place|takes place|is due|due|set for"
        r"|scheduled for|scheduled|planned for|to be held|held|again|back|anticipad[ao]s"
        r"|se celebra\w*|tendra\w* lugar|previst[ao]s?|generales|legislativas|parlamentarias"
        r"|seran|sera|son|es|is|are|falls|fall|would be held)){0,3},? ?(?:on |el |este |del "
        r"|para el |next |this |de este |proximo )*$",
        line.plain[: day.start],
    )
    if not head:
        return 0, 0, False
    speech = _SPOKE.search(line.plain[: head.start()] + line.plain[day.end :])
    noun = re.fullmatch(
        r"(?:[\w']+ )*(?:elections?|vote|ballot|voting|comicios|votacion|elecciones)"
        r"(?:,? (?:on|el|este|del|next|this))* ?",
        head.group(),
    )
    return head.start(), day.end, not (noun and speech)


def _vote_verdict(line: Line, day: Named) -> Verdict:
    scene, vote = line.scene, line.scene.election.date
    meant = day.on(scene.day, "past" if scene.voted else "future")
    dates = {day.on(scene.day, tense) for tense in TENSES} if day.day is not None else set()
    ruling: Ruling = "contradicted"
    if meant == vote or dates & {one.date for one in scene.elections}:
        ruling = "supported"
    elif day.weekday is not None and day.weekday == vote.weekday():
        ruling = "supported" if abs((vote - scene.day).days) <= 8 and day.ahead else "partly"
    figure = Figure("day of the vote", f"{vote:%A} {vote}", "day", scene.day)
    return Verdict(ruling, rules.WEEKDAY, (figure,), vote_source(scene.election))


def _weekday_of_date(line: Line) -> Iterator[Claim]:
    """Yield dates that are named with their weekday: the one must fall on the other."""
    for first, second in zip(line.days, line.days[1:], strict=False):
        weekday, dated = (first, second) if first.weekday is not None else (second, first)
        gap = line.plain[first.end : second.start]
        if (
            weekday.weekday is None
            or dated.day is None
            or not re.fullmatch(r",? ?(?:the |el |dia |\()?", gap)
        ):
            continue
        meant = dated.on(line.scene.day, "past")
        if meant is None:
            continue
        ruling: Ruling = "supported" if meant.weekday() == weekday.weekday else "contradicted"
        figure = Figure(f"weekday of {meant}", f"{meant:%A}", "day", meant)
        yield Claim("time", first.start, second.end, Verdict(ruling, rules.NAMED_DAY, (figure,)))


def vote_source(election: Election) -> tuple[str, ...]:
    """Return the source of the day of a vote."""
    votes = [one.source.text for one in election.calendar if one.step == "vote"]
    return tuple(votes[:1]) or (election.source.text,)
