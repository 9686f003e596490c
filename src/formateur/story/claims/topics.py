"""Which motion a sentence is about."""

from __future__ import annotations

import re

from formateur.reporting.motion_schema import MotionPart
from formateur.story.claims.line import Line
from formateur.story.gazetteer import Mention
from formateur.story.happenings import stems

_COMMON = frozenset(["with", "over", "northern", "would", "approve", "sovereignty", "united"])
_TOPIC = re.compile(
    r"\b(?:treaty|pact|annex\w*|sovereignty|bill|law|motion|plan|tratado|pacto|anexi\w*"
    r"|anexa\w*|soberania|ley|mocion|proyecto|resolution|budget|presupuesto)\b"
)

_PRONOUN = re.compile(
    r"\b(?:it|they|them|him|he|she|her|est[oae]s?|ellos|ellas|ella|el|los|le|les|aquellos)\b"
)


def motion_of(line: Line) -> MotionPart | None:
    """Return the motion of the forecast that a sentence names; ``None`` where it names none.

    The words that only this motion has in its title and its id count, one of them at least
    besides a word such as treaty, annexation or bill.
    """
    motions = line.scene.document.motions if line.scene.document else []
    if not _TOPIC.search(line.plain):
        return None
    said = stems(f"{line.before} {line.text}", spanish=line.scene.tongue == "es")
    here = stems(line.text, spanish=line.scene.tongue == "es")
    best: tuple[int, MotionPart | None] = (0, None)
    for motion in motions:
        own = stems(f"{motion.title} {motion.id.replace('-', ' ')}") - stems(" ".join(_COMMON))
        shared = len(own & said) if own & here else 0
        if shared > best[0]:
            best = (shared, motion)
    return best[1]


def motion_meant(line: Line) -> MotionPart | None:
    """Return the motion of the sentence before, for one that names none: "Likud is for it."."""
    if not line.before or _TOPIC.search(line.plain):
        return None
    return motion_of(Line(line.before, "", line.scene))


def list_meant(line: Line, but: str = "") -> Mention | None:
    """Return the list that a pronoun means: the last of the sentence before, but for one."""
    if not _PRONOUN.search(line.plain):
        return None
    named = [one for one in line.scene.names.find(line.before) if one.list and one.list != but]
    return named[-1] if named else None
