"""Claims on numbers of seats and shares: "would win 32 seats", "con el 24 % de los votos"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from formateur.reporting.schema import BlocPart, ListPart
from formateur.story import polled, rules, standing
from formateur.story.claim import Claim, Kind, Verdict, unknown
from formateur.story.claims.line import Line
from formateur.story.claims.results import judge_bloc, judge_result, tells_result, which_election
from formateur.story.gazetteer import Mention
from formateur.story.numbers import NUMBER, number

_SEATS = r"(?:seats?|mandates?|lawmakers|deputies|mps|mks|escanos?|diputados?|bancas?|mandatos?)"
_SHARE = r"(?:percent|per cent|%|por ciento)"
_UNIT = rf"(?:(?P<seats>{_SEATS})\b|(?P<share>{_SHARE}))"
AMOUNT = re.compile(rf"(?<![\w.,-])(?P<n>{NUMBER})(?: |-)?{_UNIT}")
BARE = re.compile(
    rf"(?<![\w.,%-])(?P<n>\d{{1,3}}|{NUMBER})"
    r"(?= ?(?:[;)]|[,.](?!\d)|$|and\b|y\b|e\b|while\b|mientras\b|each\b|apiece\b|cada\b|in\b"
    r"|en\b|but\b|pero\b))"
)
_EXCLUDED = re.compile(
    r"(?:majority of|mayoria (?:absoluta )?de(?: los| las)?|needs?|needed|required|los|de los"
    r"|all|total de|of the|the|threshold of|umbral del?|barrera del?|over|above|at least"
    r"|out of|among|each of the) (?:\w+ )?$"
)
_BY = re.compile(
    r"\b(?:by|(?:lead|gap|margin|edge|advantage|difference) of|(?:ventaja|diferencia|margen) de|por"
    r"|los?t|lose|losing|gain(?:ed|ing|s)?|perdio|perderia\w*|en|a) (?:about |unos |just |solo )?$"
    r"|\b(?:below|above|than|from|compared (?:with|to)|frente al?|por (?:debajo|encima) del?"
    r"|desde el)"
    r"(?: the| its| el| los)? $"
)
"""Before a number that is a difference or a change, not what a list has."""
_OTHER_SHARES = re.compile(
    r"\b(?:turnout|unemployment|inflation|growth|econom\w*|tax|gdp|approval|respondents|chance|"
    r"probability|counted|precincts|of (?:israelis|swedes|voters|people|those|adults"
    r"|the population)"
    r"|participacion|desempleo|inflacion|crecimiento|impuestos|pib|encuestados|probabilidad|"
    r"posibilidad|escrutad\w*|de los (?:israelies|suecos|votantes|ciudadanos|consultados"
    r"|electores))\b"
)
_OF_YEAR = re.compile(r" (?:of|de|in|en) (?:19|20)\d\d\b")
_JOINT = re.compile(
    r"\b(?:blocs?|bloques?|allies|aliados|governments?|coalitions?|gobiernos?|coalicion(?:es)?"
    r"|alianza|alliance|together|juntos"
    r"|combined|sumarian|suman|in all|en total)\b"
)
"""Between a list and a number: the number is that of several lists."""
_FORECAST = re.compile(
    r"\b(?:would|will|could|forecast|projected|predicted|expected|set) (?:to )?(?:\w+ )?(?:win"
    r"|have|get"
    r"|take|gain|hold|secure)\b|\b(?:obtendr|lograr|tendr|conseguir|sacar|ganar|alcanzar)(?:ian?"
    r"|a|an)\b"
)
_HOLDS = re.compile(r"\b(?:has|have|holds?|tiene|tienen|cuenta con|ocupa)(?: \w+)? $")
_GAINS = re.compile(
    r"\b(?:wins?|won|get|gets|got|take|takes|took|secure\w*|has|have|had|hold\w*|elect\w*|"
    r"obten\w*|obtuv\w*|rond(?:a|an|aria|arian)|(?:quedar|caer|bajar|subir)\w* (?:en|a)"
    r"|se har\w* con|hizo con|captur\w*|controls?|gan(?:aria|ara|aran|arian|o|aron|a|an)|eleg\w*"
    r"|win|lograr\w*|logro|sac\w*|consegu\w*|consigui\w*|tendr\w*|tiene\w*|con|with)"
    r" (?:\w+ ){0,2}$"
)
_WON = re.compile(
    r"\b(?:when|where|which|who|that|cuando|donde|que) (?:\w+ ){0,3}(?:won|took|got|received|had"
    r"|captured"
    r"|obtuvo|logro|saco|gano|consiguio|obtuvieron|lograron|sacaron|ganaron) (?:\w+ )?$"
)
"""Before a number: a clause that tells what was."""
_BLOC_OF = re.compile(
    r"\b(?:bloque|coalicion|campo|bando|bloc|camp|coalition)(?: [\w-]+)?"
    r" (?:del?|que lidera|liderado por|encabezado por|of|led by|headed by|around|behind) $"
)
_PERSONS = re.compile(r"lawmakers|deputies|mps|mks|diputados?")
_TAIL = re.compile(
    r"[\s-]*(?:majority|mayoria|needed|required|necesari|short|threshold|needed|of the \d+|en juego"
    r"|que se necesitan|para (?:la|una|tener|formar|gobernar) |for a majority|to govern"
    r"|to form|more than|fewer than|less than|ahead|up for|chamber|house|parliament|knesset"
    r"|riksdag|del parlamento|electoral threshold|barrier|hurdle|points?|de la mayoria)"
)
_GIVES = re.compile(
    r"\b(?:gives?|gave|giving|put|puts|show(?:s|ed|ing)?|has|have|had|da|dan|daba|daban|dio"
    r"|otorga\w*|concede\w*|atribuye\w*|asigna\w*) (?:\w+ ){0,2}$"
)


@dataclass(frozen=True, slots=True)
class _Amount:
    """A number, its unit and whose it is."""

    start: int
    end: int
    value: float
    unit: str
    who: Mention | None
    bloc: str


def claims(line: Line) -> Iterator[Claim]:
    """Yield the claims of a sentence on seats and shares, forecast or won."""
    for one in _amounts(line):
        if one.who is None and not one.bloc:
            continue
        if line.of_another_time and not tells_result(line):
            continue
        begin = min(one.start, one.who.start if one.who else one.start)
        kind, verdict = _judged(line, one)
        start = begin if begin > one.start - 60 else one.start
        lists = (one.who.list,) if one.who else ()
        end = max(one.end, one.who.end if one.who else 0)
        yield Claim(kind, start, end, verdict, lists, (one.start, one.end))


def _judged(line: Line, one: _Amount) -> tuple[Kind, Verdict]:
    """Judge a number as a result where the sentence tells of one, else as a forecast."""
    if one.who is not None and not line.scene.voted and _holds(line, one):
        verdict = judge_result(line, line.scene.previous, one.who.list, one.value, one.unit)
        # lists merge and split while a parliament sits: another number may be right
        return "outcome", verdict if verdict.ruling == "supported" else unknown(rules.RESULTS)
    if one.who is not None and (tells_result(line) or _won(line, one)):
        election = which_election(line)
        return "outcome", judge_result(line, election, one.who.list, one.value, one.unit)
    if one.bloc and tells_result(line):
        return "outcome", judge_bloc(line, which_election(line), one.bloc, one.value, one.unit)
    return "race", _forecast(line, one)


def _forecast(line: Line, one: _Amount) -> Verdict:
    scene = line.scene
    if line.of_polls and not scene.voted and one.who is not None and not one.bloc:
        verdict = polled.amount(scene, one.who.list, one.value, one.unit, line.text)
        if verdict.ruling != "cannot-be-checked":
            return verdict
    if one.bloc:
        part: BlocPart | ListPart | None = scene.bloc_part(one.bloc)
    else:
        part = scene.list_part(one.who.list) if one.who else None
    if isinstance(part, ListPart) and one.unit == "percent":
        return standing.amount(scene, part.name, part.votes, one.value, "percent")
    if part is None or one.unit != "seats":
        return unknown(scene.gap or rules.NO_SUBJECT)
    return standing.amount(scene, part.name, part.seats, one.value, "seats")


def _holds(line: Line, one: _Amount) -> bool:
    """Whether a list is said to hold seats in the parliament of the day: "has five seats"."""
    told = line.of_polls or _FORECAST.search(line.plain)
    return one.unit == "seats" and not told and bool(_HOLDS.search(line.plain[: one.start]))


def _won(line: Line, one: _Amount) -> bool:
    """Whether the clause of a number tells what was won: "when it took five seats"."""
    return not line.of_polls and bool(_WON.search(line.plain[: one.start]))


def _amounts(line: Line) -> Iterator[_Amount]:
    taken: set[int] = set()
    full = list(_with_unit(line))
    for one in full:
        if one.who is not None:
            taken.add(one.who.start)
        yield one
    unit = full[0].unit if any(one.who for one in full) else _unit_of_polls(line)
    if not unit:
        return
    spans = [(one.start, one.end) for one in full]
    for found in BARE.finditer(line.plain):
        if any(first <= found.start() < last for first, last in spans):
            continue
        if any(day.start <= found.start() < day.end for day in line.days):
            continue
        who = _bare_owner(line, found)
        if who is not None and who.start not in taken:
            taken.add(who.start)
            yield _Amount(found.start(), found.end(), number(found["n"]), unit, who, "")


def _unit_of_polls(line: Line) -> str:
    """Return what a bare number is in a sentence on polls or a forecast: what polls print."""
    forecast, polls = _FORECAST.search(line.plain), line.scene.polls()
    if not (line.of_polls or forecast or (tells_result(line) and line.past)):
        return ""
    before = AMOUNT.search(line.before.lower())
    if before or not line.of_polls:  # as the sentence before; what a list wins is seats
        return "percent" if before and before["share"] else "seats"
    return str(polls[0].scale) if polls else ""


def _with_unit(line: Line) -> Iterator[_Amount]:
    for found in AMOUNT.finditer(line.plain):
        before, after = line.plain[: found.start()], line.plain[found.end() :]
        if (_EXCLUDED.search(before[-32:]) and not found["share"]) or _TAIL.match(after):
            continue
        if _BY.search(before) or (found["share"] and _OTHER_SHARES.search(line.plain)):
            continue
        if _OF_YEAR.match(after) and not tells_result(line):
            continue
        if _PERSONS.match(found["seats"] or "") and not _GAINS.search(before):
            continue
        if re.search(r"(?:threshold|umbral|barrera|barrier|hurdle)", after[:24] + before[-24:]):
            continue
        try:
            value = number(found["n"])
        except ValueError:
            continue
        if found["seats"] and value in _of_house(line) and not _GAINS.search(before):
            continue
        if value in (1,) and found["n"] in ("a", "an", "un", "una"):
            continue
        who, bloc = _owner(line, found)
        unit = "seats" if found["seats"] else "percent"
        yield _Amount(found.start(), found.end(), float(value), unit, who, bloc)


def _of_house(line: Line) -> tuple[int, ...]:
    """Return the seats of the house and of a majority, which belong to nobody."""
    document = line.scene.document
    return (document.election.seats, document.election.majority) if document else ()


def _owner(line: Line, found: re.Match[str]) -> tuple[Mention | None, str]:
    """Return whose the number is: "gave X N seats", "X would win N", "N seats for X"."""
    after = re.match(
        r"(?: (?:for|to|para|al?|del?))(?: the| el| la| los)? ", line.plain[found.end() :]
    )
    if after:
        who = line.list_after(found.end(), len(after.group()) + 2)
        if who is not None:
            return who, ""
    blocs = [one for one in line.mentions if one.what == "bloc" and one.end <= found.start()]
    who = line.list_before(found.start(), 110)
    apart = line.lists(blocs[-1].end, found.start()) if blocs else []
    if blocs and (who is None or blocs[-1].start > who.start or len(apart) > 1):
        return None, blocs[-1].id
    if (
        who is not None
        and line.blocs()
        and re.match(
            r"'s? (?:[\w-]+ ){0,4}(?:bloc|camp|coalition|alliance)\b", line.plain[who.end :]
        )
    ):
        return None, line.blocs()[-1]
    if who is not None and line.blocs() and _BLOC_OF.search(line.plain[: who.start]):
        return None, line.blocs()[-1]
    between = re.sub(r",[^,]*,", "", line.plain[who.end : found.start()]) if who else ""
    if who is not None and _JOINT.search(between):
        return None, ""
    return who, ""


def _bare_owner(line: Line, found: re.Match[str]) -> Mention | None:
    """Return whose a number without a unit is, in "Likud 32 seats and Blue and White 33"."""
    who = line.list_before(found.start(), 40)
    if who is None:
        return None
    between = line.plain[who.end : found.start()]
    return (
        who
        if re.fullmatch(
            r"(?:'s?)?(?: ?[,(]| (?:party|on|with|at|to|a|con|(?:would|will|could|can|might|may"
            r"|should) (?:still |only |just )?(?:win|get|have|take|gain|hold|secure|collect"
            r"|reach|pick up)|gets|wins|takes|took|holds?|captured|secured|picked|up|controls"
            r"|received|gained|claimed|finished|ended|has"
            r"|had|won|and|just|only|about|unos|solo|(?:tendr|obtendr|lograr|sacar|ganar"
            r"|conseguir|alcanzar)(?:ian?|a|an)|obtuvo|obtuvieron|logro|lograron"
            r"|saco|sacaron|tiene|se|hizo|hara|haria|rondaria|gano|ganaron|consiguio|was|is"
            r"|forecast|projected|predicted|expected|to|get|win|have|take|put|an"
            r"|conseguiria)){0,5} ?",
            between,
        )
        else None
    )
