"""Claims on figures and changes that no folder holds: they are listed, and cannot be checked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from formateur.story import rules
from formateur.story.claim import Claim, unknown
from formateur.story.claims.line import Line
from formateur.story.numbers import NUMBER

_VOTERS = (
    r"(?:voters?|electorate|young (?:people|voters)|women|men|pensioners|students|israelis|swedes"
    r"|citizens"
    r"|residents|people|votantes|electores|electorado|jovenes|mujeres|hombres|jubilados|estudiantes"
    r"|israelies|suecos|ciudadanos|vecinos)"
)
_PART = (
    rf"(?:(?:{NUMBER}) ?(?:percent|per cent|%|por ciento)|{NUMBER} (?:in|out of"
    rf"|de cada) (?:every )?{NUMBER}"
    r"|(?:a|one) (?:third|quarter|half|fifth)|un tercio|un cuarto|la mitad)"
)
GROUPS = re.compile(
    rf"\b{_PART}(?: of| de)?(?: the| los| las)?(?: \w+){{0,3}}? {_VOTERS}\b"
    r"|\b(?:undecided|indecis[oa]s)\b"
    rf"|\b(?:turnout|participacion)\b[^.;]{{0,60}}?\b{NUMBER} ?(?:percent|per cent|%|por ciento)"
    rf"|\b{NUMBER} ?(?:percent|per cent|%|por ciento)[^.;]{{0,30}}?\b(?:turnout|participacion)\b"
)
CAMPAIGN = re.compile(
    r"\b(?:never been so|more|less|least|most) (?:un)?popular\b|\b(?:mas|menos"
    r"|tan) (?:im)?popular(?:es)?\b"
    r"|\b(?:spen[dt]\w*|rais\w+|outsp\w+|gast\w+|recaud\w+)\b[^.;]{0,40}?\b(?:campaign|more than"
    r"|million"
    r"|campana|mas que|millones)\b"
)
SUCCEEDS = re.compile(
    r"\b(?:will|would|is (?:due|set|to)(?: to)?|va a|debe) (?:then |later )?(?:replace|succeed"
    r"|take over from|hand over to"
    r"|make way for|sustituir a?|suceder a?|relevar a?)\b|\b(?:sustituira|sucedera|relevara) a\b"
)


def claims(line: Line) -> Iterator[Claim]:
    """Yield the claims of a sentence that the folders hold nothing on."""
    found = GROUPS.search(line.plain) or CAMPAIGN.search(line.plain)
    if found:
        yield Claim("race", found.start(), found.end(), unknown(rules.NO_FIGURE))
    found = SUCCEEDS.search(line.plain)
    who = line.list_before(found.start()) if found else None
    if found and who is not None and who.what == "person":
        yield Claim("government", who.start, found.end(), unknown(rules.FUTURE), (who.list,))
