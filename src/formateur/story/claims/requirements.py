"""Claims on the majority that a motion needs: "two thirds of the Knesset would have to consent"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from formateur.reporting.motion_schema import MotionPart
from formateur.story import rules
from formateur.story.claim import Claim, Figure, Ruling, Verdict, unknown
from formateur.story.claims.line import Line
from formateur.story.folding import fold

_SHARES = {
    Fraction(2, 3): r"two[- ]thirds?|dos tercios",
    Fraction(3, 4): r"three[- ]quarters|tres cuart[oa]s",
    Fraction(3, 5): r"three[- ]fifths|tres quintos",
}
_SHARE = re.compile("|".join(f"(?:{words})" for words in _SHARES.values()))
_NEED = re.compile(
    r"\b(?:needs?|needed|requires?|required|must|would have to|will have to|has to|have to|takes?"
    r"|necesita\w*|requier\w*|requeri\w*|exig\w*|tendri\w* que|debe\w*|hace(?:n)? falta)\b"
)
_PLAIN = re.compile(
    r"\b(?:simple|plain|ordinary) majority|mayoria (?:simple|ordinaria)|absolute majority"
    r"|mayoria absoluta"
)
_SENATE = r"\bsenat\w*|\bsenador\w*|\bsenado\b"


def required(line: Line, motion: MotionPart) -> Iterator[Claim]:
    """Yield that a motion needs some majority, in parliament or in a body of one of its stages."""
    found = _SHARE.search(line.plain) or _PLAIN.search(line.plain)
    need = _NEED.search(line.plain)
    if not found or not need:
        return
    start, end = min(found.start(), need.start()), max(found.end(), need.end())
    if re.search(_SENATE, line.plain):
        verdict = _of_stage(line, motion, found.group())
    else:
        verdict = _of_parliament(line, motion, found.group())
    yield Claim("motion", start, end, verdict)


def before_senate(line: Line) -> MotionPart | None:
    """Return the only motion that needs a senate, where a sentence tells what a senate must do."""
    if not (re.search(_SENATE, line.plain) and _SHARE.search(line.plain)):
        return None
    motions = line.scene.document.motions if line.scene.document else []
    with_one = [
        one
        for one in motions
        if any(re.search(_SENATE, fold(stage.body).lower()) for stage in one.stages)
    ]
    return with_one[0] if len(with_one) == 1 else None


def _of_stage(line: Line, motion: MotionPart, words: str) -> Verdict:
    """Judge the majority of a body abroad by what the stage of the motion notes."""
    stages = [one for one in motion.stages if re.search(_SENATE, fold(one.body).lower())]
    if not stages:
        return unknown(rules.REQUIRED)
    noted = _SHARE.search(fold(stages[0].note).lower())
    said = _share(words)
    if noted is None or said is None:
        return unknown(rules.REQUIRED)
    ruling: Ruling = "supported" if _share(noted.group()) == said else "contradicted"
    figure = Figure(stages[0].body, stages[0].note, "", line.scene.day)
    return Verdict(ruling, rules.REQUIRED, (figure,), line.scene.source([motion.source]))


def _of_parliament(line: Line, motion: MotionPart, words: str) -> Verdict:
    if motion.majority == "none":
        return unknown(rules.REQUIRED)
    said = _share(words)
    if said is not None:
        fits = "/" in motion.majority and Fraction(motion.majority) == said
    else:
        fits = (motion.majority == "absolute") == bool(re.search("absolut", words))
    figure = Figure(f"majority that “{motion.title}” needs", motion.majority, "", line.scene.day)
    ruling: Ruling = "supported" if fits else "contradicted"
    return Verdict(ruling, rules.REQUIRED, (figure,), line.scene.source([motion.source]))


def _share(words: str) -> Fraction | None:
    return next((share for share, one in _SHARES.items() if re.fullmatch(one, words)), None)
