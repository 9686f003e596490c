"""Claims on what came of earlier votes: victory declared, a government that was not formed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from formateur.facts import CalendarStep
from formateur.story import rules
from formateur.story.claim import Claim, Figure, Ruling, Verdict, unknown
from formateur.story.claims.line import Line
from formateur.story.claims.results import election_named
from formateur.story.gazetteer import Mention

CLAIMED = re.compile(
    r"\b(?:(?:had |has )?(?:declared|proclaimed|called|announced|crowned) (?:himself|herself"
    r"|themselves|itself|his|her|their)? ?(?:as )?(?:the |a )?(?:winner|victor|victorious"
    r"|victory|win)|(?:had |has )?(?:claimed|claiming|declared|declaring|proclaimed) (?:a |an "
    r"|the )?(?:\w+ )?(?:victory|win|triumph)"
    r"|se (?:habia |ha |habian )?(?:declar|proclam|atribuy|autoproclam|dio por|dieron por"
    r"|adjudic|apunt)\w*(?: como)?(?: el| la| su)? ?(?:ganador(?:a)?|vencedor(?:a)?|victoria"
    r"|triunfo|victorios[oa]|ganadores)|(?:reivindic|reclam|cant|proclam)\w+ (?:la |su "
    r"|una )?victoria)\b"
)
FAILED = re.compile(
    r"\b(?:(?:then |but |later |had |has |subsequently |also )*(?:failed|unable|was unable"
    r"|were unable|could not|couldn't|did not manage|had failed|failing"
    r"|failure) (?:to )?(?:then )?(?:form|build|cobble together|put together|assemble|forge"
    r"|piece together|forming|secure)(?: \w+){0,3} (?:coalition|government|majority|cabinet"
    r"|administration)"
    r"|(?:luego |despues |posteriormente |y |pero )*no (?:logro|consiguio|pudo|fue capaz de"
    r"|alcanzo a|ha logrado|habia logrado|lograron|consiguieron|pudieron"
    r"|supo)(?: \w+)? (?:formar|armar|constituir|reunir|conformar|forjar|articular"
    r"|componer)(?: \w+){0,3} (?:coalicion|gobierno|ejecutivo|mayoria|gabinete)|fracas(?:o"
    r"|aron|ado|ar) (?:en (?:su|el|sus) (?:intento|intentos|tentativa) de|al|en) (?:formar"
    r"|armar|constituir|conformar|tratar de formar|intentar formar)(?: \w+){0,3} (?:coalicion"
    r"|gobierno|ejecutivo|gabinete))\b"
)
MANAGED = re.compile(
    r"\b(?:(?:successfully |then |eventually |finally |quickly )*(?:formed|put together|built"
    r"|assembled) (?:a |his |her |the )?(?:\w+ ){0,2}(?:coalition|government|cabinet)|(?:formo"
    r"|logro formar|consiguio formar) (?:un |una |su |el |la )?(?:\w+ )?(?:coalicion|gobierno"
    r"|ejecutivo))\b"
)
_HE = re.compile(r"\b(?:he|she|who|el|ella|que|quien)\b")


def claims(line: Line) -> Iterator[Claim]:
    """Yield the claims of a sentence on what came of earlier votes."""
    if line.of_another_time:
        return
    for found in CLAIMED.finditer(line.plain):
        yield Claim("outcome", found.start(), found.end(), _victory(line, _who(line, found)))
    for found in FAILED.finditer(line.plain):
        if not re.search(
            r"\b(?:if|would|si)\b", line.plain[max(0, found.start() - 25) : found.start()]
        ):
            yield Claim("outcome", found.start(), found.end(), _failed(line, _who(line, found)))
    for found in MANAGED.finditer(line.plain):
        if line.negated(found.start()) or re.search(
            r"\b(?:if|would|could|not|after|once|to|be|si|una vez|tras|para|de)\b",
            line.plain[max(0, found.start() - 20) : found.start()],
        ):
            continue
        yield Claim("outcome", found.start(), found.end(), _formed(line, _who(line, found)))


def _who(line: Line, found: re.Match[str]) -> Mention | None:
    named = line.list_before(found.start(), 160)
    if named is not None or not line.before:
        return named
    before = [one for one in line.scene.names.find(line.before) if one.what == "person"]
    return before[-1] if before and _HE.search(line.plain[: found.start()] or "he") else None


def _victory(line: Line, who: Mention | None) -> Verdict:
    """Judge a claim of victory: it is an event of the folders; that none is there says nothing."""
    scene = line.scene
    if who is None:
        return unknown(rules.NO_SUBJECT)
    name = scene.name(who.id).split()[-1].lower()
    for one in scene.chronicle.happenings:
        if (
            one.kind == "victory-claim"
            and one.date <= scene.day
            and (name in one.title.lower() or (who.what != "person" and who.list in one.lists))
        ):
            figure = Figure(one.title, one.date.isoformat(), "day", one.date)
            return Verdict("supported", rules.CLAIMED, (figure,), (one.source,))
    return unknown(rules.CLAIMED)


def _steps(line: Line, *kinds: str) -> list[CalendarStep]:
    """Return steps of the calendars up to the day, of the election and the one before it."""
    scene = line.scene
    named = election_named(line)
    calendars = [scene.election, *([scene.previous] if scene.previous else [])]
    if named is not None:
        calendars = [named]
    steps = {(one.date, one.step, one.who): one for each in calendars for one in each.calendar}
    return [one for one in steps.values() if one.step in kinds and one.date <= scene.day]


def _person(line: Line, who: Mention) -> str:
    if who.what == "person":
        return who.id
    leaders = {one.id: one.leader for one in line.scene.election.lists}
    return leaders.get(who.list, "")


def _failed(line: Line, who: Mention | None) -> Verdict:
    ended = _steps(line, "mandate-expired", "mandate-returned")
    if who is None:
        if not ended:
            return unknown(rules.NO_SUBJECT)
        return Verdict(
            "supported", rules.FAILED, _figures(line, ended[-1:]), (ended[-1].source.text,)
        )
    person = _person(line, who)
    own = [one for one in ended if one.who == person]
    given = _steps(line, "mandate-given")
    formed = [one for one in _steps(line, "government-sworn-in") if one.who == person]
    if own:
        return Verdict("supported", rules.FAILED, _figures(line, own[-1:]), (own[-1].source.text,))
    if formed or (given and ended and person not in {one.who for one in given}):
        return Verdict(
            "contradicted",
            rules.FAILED,
            _figures(line, formed or given),
            tuple(dict.fromkeys(one.source.text for one in formed or given)),
        )
    return unknown(rules.FAILED)


def _formed(line: Line, who: Mention | None) -> Verdict:
    if who is None:
        return unknown(rules.NO_SUBJECT)
    person = _person(line, who)
    formed = [one for one in _steps(line, "government-sworn-in") if one.who == person]
    ended = [
        one for one in _steps(line, "mandate-expired", "mandate-returned") if one.who == person
    ]
    ruling: Ruling = "supported" if formed else "contradicted"
    if not formed and not ended:
        return unknown(rules.FAILED)
    steps = formed or ended
    return Verdict(
        ruling, rules.FAILED, _figures(line, steps), tuple(one.source.text for one in steps)
    )


def _figures(line: Line, steps: list[CalendarStep]) -> tuple[Figure, ...]:
    return tuple(
        Figure(
            f"{one.step.replace('-', ' ')}: {line.scene.name(one.who)}",
            one.date.isoformat(),
            "day",
            one.date,
        )
        for one in steps
    )
