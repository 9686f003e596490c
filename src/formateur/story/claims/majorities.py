"""Claims on majorities and on the threshold: "short of a majority", "risks falling below 4 %"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from formateur.story import polled, rules, standing
from formateur.story.claim import Claim, Figure, Kind, Ruling, Verdict, unknown
from formateur.story.claims.line import Line
from formateur.story.claims.results import judge_entry
from formateur.story.claims.topics import motion_of
from formateur.story.numbers import NUMBER
from formateur.story.scene import Scene

MAJORITY = re.compile(
    r"\b(?:majority|majorities|mayorias?|(?:the )?(?:\d+|sixty-one) (?:seats )?(?:needed"
    r"|required|necessary)|(?:los )?\d+ (?:escanos |diputados )?(?:necesarios|requeridos)"
    r"|path to (?:the )?\d+ seats|(?<=short of )(?:the )?\d{2,3}\b(?! percent|%)|enough seats"
    r"|suficientes escanos|escanos suficientes)\b"
)
SHORT = re.compile(
    r"\b(?:short of|shy of|without|no|neither|nor|lack\w*|fall\w* short|fell short|den(?:y|ies"
    r"|ied)|fail\w*|not|n't|unlikely|far from|unable|cannot|deprived?|nobody|none|below"
    r"|ningun\w*|ni|sin|lejos|no|tampoco|nadie|debajo|carece\w*|incapaz|insuficiente\w*"
    r"|a las puertas|a un paso|a punto|al borde|brink|verge|close to|within|falta\w*)\b"
    r"|n't\b"
)
_SURE = re.compile(
    r"\b(?:sure of|certain of|count on|contar con|guaranteed|assured of|asegurad[ao]s?"
    r"|garantizad[ao]s?)\b"
)
_NOBODY = re.compile(
    r"\b(?:no|neither|nor|ningun\w*|ni)\b[^.;]{0,40}?\b(?:bloc|bloque|side|camp|party|partido"
    r"|man|leader|candidate|lista|list|one|coalition|fuerza|group|lideres?)s?\b|\bneither\b"
    r"|\bninguno\b|\bnobody\b|\bnadie\b"
)
_PARTY = re.compile(
    r"\b(?:no|single|any|ningun|ninguna) (?:single |one )?(?:party|list|partido|lista|fuerza"
    r"|formacion)\b"
)
_TOGETHER = re.compile(
    r"\b(?:government|coalition|gobierno|coalicion|alliance|alianza|cabinet)s? (?:of|between|with"
    r"|made up of|comprising|de|entre|con|formad[oa] por|joining|uniting) (?P<after>)"
    r"|(?P<before>)\b(?:together|junt[oa]s|sumarian|suman|combined)\b"
)
_IF = re.compile(r"\b(?:if|unless|whether|should|were|si|a menos que|en caso de que)\b[^,]*$")
_RISKS = (
    r"(?P<risks>(?:risks?|risking|in danger of|could|may|might|at risk of|flirt\w*|hover\w*"
    r"|coquet\w*"
    r"|struggl\w*"
    r"|fights?|fighting|battl\w*|on the (?:edge|brink|cusp)|teeter\w*|near|close to|podrian?"
    r"|puede(?:n)?"
    r"|riesgo|peligr\w*|roza\w*|ronda\w*|al borde|al filo|lucha\w*)\b(?:[^.;,]|\d[.,]\d){0,50}?)"
)
_REACH = (
    r"(?:fall\w* (?:below|under|short of)|drop\w* (?:below|out)|miss\w*|below|under"
    r"|not (?:cross|pass|clear|make|reach)|fail\w* to (?:cross|pass|clear|make|reach|enter)"
    r"|(?:cross|pass|clear|reach)(?:es|ing|ed)?|get(?:ting)? (?:over|past)|stay\w* (?:above|over)"
    r"|above|over|around|near|short of|on|at|quedar\w* (?:fuera|por debajo)|qued\w* fuera"
    r"|por debajo|superar\w*|supera\w*|pasar\w*|rebasar\w*|alcanzar\w*|alcanza\w*|cruzar\w*"
    r"|roza\w*|ronda\w*|bordea\w*)\b(?:[^.;,]|\d[.,]\d){0,40}?\b"
    r"(?:threshold|hurdle|barrier|umbral|barrera)"
)
_ENTER = (
    r"(?:not )?(?:enter|re-?enter|return to|stay in|remain in|get into|make it into"
    r"|fall\w* out of|drop\w* out of"
    r"|be left out of"
    r"|crash\w* out of|miss out on|be shut out of|entrar\w* (?:en|al)|quedar\w* fuera de"
    r"|quedan? fuera de"
    r"|queden? fuera de|caer\w* del?)l? (?:the |el |la )?(?:next )?"
    r"(?:knesset|riksdag|parliament|parlamento|kneset)"
)
_SHORT_BY = re.compile(
    rf"\b(?:seats?|escanos|diputados), (?:just |only |solo )?{NUMBER} (?:seats? )?short of"
)
"""After a number of seats: how far it is from a majority."""
_WE = re.compile(r"\b(?:we|our|tenemos|nosotros|nuestr\w+|sumamos|alcanzamos)\b")
_HAD = re.compile(r"\b(?:had|held|enjoyed|lost|commanded|tenia|tuvo|perdio)\b")
_NEEDS = re.compile(r"\b(?:needs?|require[sd]?|necesita\w*|hacen falta|se requieren)\b")
_AT = (
    r"(?P<at>(?:close to|near|hover\w* (?:around|near|at|just above|over)|flirt\w* with"
    r"|teeter\w* on"
    r"|coquet\w* con|on the (?:edge|brink|cusp) of|al borde del?|al filo del?|cerca del?|rozando"
    r"|en torno al?)"
    r"(?: the| el)?(?: \w+| \d[.,]\d+ ?%?){0,3} (?:threshold|hurdle|barrier|umbral|barrera))"
)
BELOW = re.compile(rf"\b(?:{_AT}|{_RISKS}?\b(?:{_REACH}|{_ENTER}))\b")
_MISSES = re.compile(
    r"fall|drop|miss|below|under|not |n't|fail|short|fuera|por debajo|out of|caer|crash|\bno "
)


def claims(line: Line) -> Iterator[Claim]:
    """Yield the claims of a sentence on majorities and on the threshold."""
    below = list(BELOW.finditer(line.plain))
    for found in below:
        claim = _threshold(line, found)
        if claim is not None:
            yield claim
    for found in (*MAJORITY.finditer(line.plain), *_by_number(line)):
        if any(one.start() <= found.start() < one.end() for one in below):
            continue
        claim = _majority(line, found)
        if claim is not None:
            yield claim
            return


def _majority(line: Line, found: re.Match[str]) -> Claim | None:
    if motion_of(line) is not None or re.search(
        r"\bmajority (?:leader|of (?!\d|the \d|seats|at least|more|over|some|one|two))"
        r"|\bmayoria de (?!\d|(?:los |las )?\d|(?:los )?escanos)",
        line.plain,
    ):
        return None
    scene, head = line.scene, line.plain[: found.start()]
    clause = re.split(r"[;:]|, (?:and|y|but|while|which|pero|mientras|lo que)\b", head)[-1].lstrip(
        " ,"
    )
    past = _HAD.search(clause) and not line.scene.voted
    if past or line.of_another_time or _NEEDS.search(clause) or _IF.search(clause):
        return None
    if _SHORT_BY.search(clause + found.group()):
        return None  # the number of seats is judged
    tail = re.match(r"[^.;,]{0,20}\bshort\b", line.plain[found.end() :])
    short = bool(SHORT.search(clause) or tail)
    joined = _joined(line)
    if len(joined) > 1 and not _NOBODY.search(clause):
        together_only = _TOGETHER.search(line.plain)
        kind: Kind = (
            "race" if together_only and together_only["before"] is not None else "government"
        )
        verdict: Verdict | None = together(scene, joined, short=short)
    else:
        kind = "race"
        verdict = _of_subject(line, found, clause, short=short)
    if verdict is None:
        return None
    return Claim(kind, len(head) - len(clause), found.end(), verdict, (), found.span())


def _by_number(line: Line) -> Iterator[re.Match[str]]:
    """Find a majority that is told by its number: "would not reach the 61 seats"."""
    document = line.scene.document
    if document is not None:
        yield from re.finditer(
            r"\b(?:reach\w*|get(?:s|ting)? to|gather\w*|muster\w*|command\w*|(?:we"
            r"|they) (?:already )?have|lleg\w* a"
            r"|alcanz\w*|reun\w*|sum\w*|tenemos|tienen|rebas\w*|super\w*) (?:the |los |las |a "
            r"|ya )*"
            rf"{document.election.majority}\b(?:[ -](?:seats?|escanos|diputados|mandates))?",
            line.plain,
        )


def _joined(line: Line) -> list[str]:
    """Return the lists of a coalition that the sentence names: "a government of A and B"."""
    found = _TOGETHER.search(line.plain)
    if not found:
        return []
    if found["after"] is None:
        return line.lists(0, found.start())
    first = line.list_after(found.end(), 14)
    return line.lists(found.end(), found.end() + 80) if first else []


def _of_subject(line: Line, found: re.Match[str], clause: str, *, short: bool) -> Verdict | None:
    """Judge a majority of whom the clause names: no party, no bloc, a bloc, a list, a leader."""
    scene, blocs, sure = line.scene, line.blocs(), bool(_SURE.search(clause))
    who = line.list_before(found.start())
    if who is None and not blocs and _WE.search(line.plain):
        who = line.list_after(found.end(), 100)  # of the list of who says it
    if _PARTY.search(clause) and scene.document:
        lists = [one.id for one in scene.document.lists]
        return standing.majority(scene, [], lists, short=short)
    if _NOBODY.search(clause) or not (blocs or who):
        if sure and short:
            return standing.majority(scene, smallest(scene), [], short=True, sure=True)
        return _blocs(line, smallest(scene), short=short) if short else None
    if not blocs and who is not None and who.what == "person":  # a leader has one through the bloc
        blocs = [one for one in smallest(scene) if who.list in _lists_of(scene, one)]
    if len(blocs) == 1 and (helper := _helper(line, blocs[0], found.start())):
        return standing.majority_with(scene, blocs[0], helper, short=short)
    if blocs:
        return _blocs(line, blocs, short=short)
    return standing.majority(scene, [], [who.list], short=short) if who else None


def _helper(line: Line, bloc_id: str, end: int) -> str:
    """Return the list outside a bloc that is to help it: "Netanyahu's bloc, with Yamina, would"."""
    for one in line.mentions:
        joins = re.search(
            r"\b(?:with|plus|con|junto (?:a|con)|mas) (?:the |el |la |los )?$",
            line.plain[: one.start],
        )
        if one.list and one.end < end and joins and one.list not in _lists_of(line.scene, bloc_id):
            return one.list
    return ""


def _blocs(line: Line, blocs: list[str], *, short: bool) -> Verdict:
    if line.of_polls and not line.scene.voted and polled.can_tell_majority(line.scene):
        return polled.majority(line.scene, blocs, short=short)
    return standing.majority(line.scene, blocs, [], short=short)


def smallest(scene: Scene) -> list[str]:
    """Return the blocs of the forecast, of nested ones the smallest."""
    blocs = scene.document.blocs if scene.document else []
    sets = {one.id: set(one.lists) for one in blocs}
    return [id_ for id_, own in sets.items() if not any(other < own for other in sets.values())]


def _lists_of(scene: Scene, bloc_id: str) -> list[str]:
    bloc = scene.bloc_part(bloc_id)
    return bloc.lists if bloc else []


def together(scene: Scene, lists: list[str], *, short: bool) -> Verdict:
    """Judge that several lists together have a majority, or are short of one."""
    if scene.document is None:
        return unknown(scene.gap)
    names = " and ".join(scene.name(one) for one in lists)
    same = [one for one in scene.document.governments if set(one.lists) == set(lists)]
    p = same[0].p_could if same else _by_seats(scene, lists, scene.document.election.majority)
    if p is None:
        return unknown(rules.COALITION)
    ruling: Ruling = rules.by_chance(1 - p if short else p)
    figure = Figure(
        f"chance that {names} have a majority together", round(p, 4), "chance", scene.day
    )
    return Verdict(ruling, rules.COALITION, (figure,), scene.forecast_source())


def _by_seats(scene: Scene, lists: list[str], needed: int) -> float | None:
    """Return 0 or 1 where the seats leave no doubt: the lowest or the highest sum decides."""
    parts = [scene.list_part(one) for one in lists]
    if any(one is None for one in parts):
        return None
    low = sum(one.seats.q05 for one in parts if one)
    high = sum(one.seats.q95 for one in parts if one)
    return 1.0 if low >= needed else 0.0 if high < needed else None


def _threshold(line: Line, found: re.Match[str]) -> Claim | None:
    who = line.list_before(found.start()) or next(
        (one for one in line.mentions if one.list and found.start() <= one.start < found.end()),
        None,
    )
    if who is None or _IF.search(line.plain[: found.start()]):
        return None
    words = line.plain[max(0, found.start() - 12) : found.end()]
    misses = bool(_MISSES.search(words))
    says = "misses" if misses else "passes"
    if line.scene.voted or (line.past and not (found["risks"] or found["at"])):
        verdict = judge_entry(line, who.list, entered=not misses)
        return Claim("outcome", who.start, max(found.end(), who.end), verdict, (who.list,))
    if (
        found["risks"]
        or found["at"]
        or re.search(r"roza|ronda|bordea", words)
        or re.search(
            r"\b(?:risks?|could|may|might|podrian?|puede|danger|riesgo|hover|near|peligr\w*)\b",
            line.plain[who.end : found.start()],
        )
    ):
        says = "risks"
    if (
        re.search(r"\b(?:expected|set|likely|certain|sure) to $", line.plain[: found.start()][-14:])
        and misses
    ):
        says = "misses"
    start = who.start if who.start < found.start() else found.start()
    return Claim(
        "race", start, found.end(), standing.threshold(line.scene, who.list, says), (who.list,)
    )
