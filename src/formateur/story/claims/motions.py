"""Claims on motions: who is for or against, and whether parliament would carry them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from formateur.reporting.motion_schema import MotionPart, PositionPart
from formateur.story import rules
from formateur.story.claim import Claim, Figure, Ruling, Verdict, unknown
from formateur.story.claims.line import Line
from formateur.story.claims.requirements import before_senate, required
from formateur.story.claims.topics import motion_meant, motion_of
from formateur.story.scene import Scene

_MODAL = (
    r"(?:would|will|could|is likely to|is expected to|likely to|expected to|sure to)"
    r" (?:not |never |easily |probably |surely )*"
)
CARRIED = re.compile(
    r"\b(?:majority (?:of the knesset |in the knesset |of lawmakers )?(?:backs|supports"
    r"|opposes|rejects)"
    rf"|{_MODAL}(?:have|get|win|find|command|enjoy|secure|lack) (?:a |the )?(?:\w+ )?majority"
    rf"|{_MODAL}(?:be (?:approved|passed|ratified|carried|adopted|rejected|defeated|voted down"
    r"|thrown out|blocked)|pass|approve|ratify|carry|adopt|reject|block|back|endorse|fail"
    r"|(?:vote|throw|shoot|strike)\b[^.;,]{0,40}?\b(?:down|out)|muster a majority|go through)\b"
    r"|(?:has|have|lacks?|without|enjoys|commands) (?:a |the )?(?:\w+ )?majority"
    r"|majority (?:for|in favou?r|against|behind)"
    r"|(?:no )?(?:tendria|tiene|contaria con|cuenta con|obtendria|lograria|alcanzaria"
    r"|carece de|hay|habria)"
    r" (?:con )?(?:una |la )?(?:\w+ )?mayoria"
    r"|(?:aprobaria|aprobara|ratificaria|rechazaria|rechazara|respaldaria|apoyaria|bloquearia"
    r"|seria (?:aprobad|ratificad|rechazad)[oa]|saldria adelante|prosperaria|pasaria)"
    r"|mayoria (?:a favor|en contra|para))\b"
)
_AGAINST = re.compile(
    r"\b(?:not|never|no|reject\w*|defeat\w*|block\w*|(?:vote|throw|shoot|strike)\b.*\b(?:down"
    r"|out)|voted down|thrown out|fail\w*|lacks?|without|against"
    r"|rechaz\w*|en contra|carece|sin|bloque\w*)\b|n't"
)
STANDS = re.compile(
    r"\b(?P<split>(?:is|are) (?:\w+ )?(?:divided|split|torn)|esta(?:n)? (?:\w+ )?(?:dividid"
    r"|partid)[oa]s?"
    r"|se divide(?:n)?)\b"
    r"|\b(?P<for>(?:would|will|to|decided to|plans? to|intends? to"
    r"|promised to) (?:\w+ )?vote (?:for"
    r"|in favou?r)|(?:has|have) come out (?:for|in favou?r)|sides? with|votar(?:a|an|ia"
    r"|ian)? (?:a favor"
    r"|por)|se (?:ha(?:n)? )?pronuncia(?:do|n)? a favor|dice(?:n)? si|supports?|supported|backs?"
    r"|backed|favou?rs?|endorses?|endorsed|is for|are for"
    r"|in favou?r of|welcomes?|welcomed|apoya(?:n|ba)?|apoyo|respalda(?:n)?|respaldo"
    r"|a favor de|defiende(?:n)?|esta(?:n)? a favor|ve(?:n)? con buenos ojos)\b"
    r"|\b(?P<against>(?:would|will|to|decided to|plans? to|intends? to"
    r"|promised to) (?:\w+ )?vote against"
    r"|(?:has|have) come out against|(?:has|have) rejected|votar(?:a|an|ia|ian)? en contra"
    r"|se (?:ha(?:n)? )?pronuncia(?:do|n)? en contra|dice(?:n)? no|(?:is|are) hostile to|opposes?"
    r"|opposed|rejects?|rejected|is against|are against|oppose"
    r"|se opone(?:n)?|se oponia|rechaza(?:n)?|rechazo|en contra de|esta(?:n)? en contra)\b"
    r"|\b(?P<unknown>has not said|have not said|have said nothing|undecided"
    r"|no se ha(?:n)? pronunciado|no ha(?:n)? dicho)\b"
)


def claims(line: Line) -> Iterator[Claim]:
    """Yield the claims of a sentence on motions that the forecast knows, or on one it does not."""
    motion = motion_of(line) or motion_meant(line) or before_senate(line)
    if motion is None:
        yield from _unknown_motion(line)
        return
    stood = [*required(line, motion), *_positions(line, motion)]
    yield from stood
    spans = [(one.start, one.end) for one in stood]
    for found in CARRIED.finditer(line.plain):
        if any(first < found.end() and found.start() < last for first, last in spans):
            continue
        verdict = _carried(line.scene, motion, against=bool(_AGAINST.search(found.group())))
        start = max(
            (one.end() for one in re.finditer(r"[;:,.] ", line.plain[: found.start()])), default=0
        )
        yield Claim("motion", start, found.end(), verdict)
        return


def _unknown_motion(line: Line) -> Iterator[Claim]:
    """Yield that a majority for something that no folder knows cannot be checked."""
    found = re.search(
        r"\b(?:majority|mayoria) (?:for|in favou?r of|against|a favor de(?:l)?"
        r"|en contra de(?:l)?|para aprobar)\b|\b(?:would|will|could) (?:approve|ratify|pass"
        r"|reject) (?:the |a |such )?(?:treaty|pact|bill|law|budget|plan|motion)"
        r"|\b(?:aprobaria|ratificaria|rechazaria) (?:el|la|un|una) (?:tratado|pacto|ley"
        r"|presupuesto|plan|mocion)",
        line.plain,
    )
    if found:
        yield Claim("motion", found.start(), found.end(), unknown(rules.CARRIED))


def _carried(scene: Scene, motion: MotionPart, *, against: bool) -> Verdict:
    p, least, most = motion.p_carried, motion.p_if_unknown_oppose, motion.p_if_unknown_support
    what = f"chance that “{motion.title}” is carried"
    figures = tuple(
        Figure(words, value, "chance", scene.day)
        for words, value in (
            (what, p),
            ("the same if every undeclared list opposes", least),
            ("the same if every undeclared list supports", most),
        )
    )
    open_question = least <= rules.UNLIKELY and most >= rules.LIKELY
    ruling: Ruling = (
        "cannot-be-checked" if open_question else rules.by_chance(1 - p if against else p)
    )
    sources = (*scene.source([motion.source]), *scene.forecast_source())
    return Verdict(ruling, rules.CARRIED, figures, sources)


def _positions(line: Line, motion: MotionPart) -> Iterator[Claim]:
    for found in STANDS.finditer(line.plain):
        who = line.list_before(found.start(), 60)
        between = line.plain[who.end : found.start()] if who else ""
        if who is None or re.search(
            r"[;:.]|\b(?:that|said|que|dijo|would|will|voters|supporters|votantes|seguidores"
            r"|members)\b",
            between,
        ):
            continue
        stand = next((one for one in motion.positions if one.list == who.list), None)
        if stand is None:
            continue
        negated = line.negated(found.start())
        wanted = (
            "unknown"
            if found["unknown"]
            else "split"
            if found["split"]
            else "support"
            if bool(found["for"]) != negated
            else "oppose"
        )
        yield Claim(
            "motion",
            who.start,
            found.end(),
            _stands(line.scene, motion, stand, wanted),
            (who.list,),
        )


def _stands(scene: Scene, motion: MotionPart, stand: PositionPart, wanted: str) -> Verdict:
    name = scene.name(stand.list)
    figure = Figure(
        f"position of {name} on “{motion.title}”",
        f"{stand.position} ({stand.basis})",
        "",
        stand.date or scene.day,
    )
    ruling: Ruling = "cannot-be-checked"
    if stand.position == wanted:
        ruling = "supported"
    elif stand.position in ("split", "abstain") and wanted != "split":
        ruling = "partly"
    elif (
        stand.position in ("support", "oppose")
        and wanted in ("support", "oppose", "split")
        and stand.basis == "stated"
    ):
        ruling = "contradicted"
    sources = scene.source([stand.source]) if stand.source else ()
    return Verdict(ruling, rules.POSITION, (figure,), sources)
