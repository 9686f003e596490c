"""Claims on what elections brought: seats won, who came first, what is inconclusive."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from formateur.facts import Election, Result
from formateur.story import rules
from formateur.story.claim import Claim, Figure, Ruling, Verdict, unknown
from formateur.story.claims.line import Line
from formateur.story.numbers import WORDS
from formateur.story.scene import Scene

_LAST = re.compile(
    r"\b(?:last|previous|earlier|first|inconclusive|past) (?:general "
    r"|inconclusive )?(?:election|vote|ballot|time)|\b(?:elecciones|comicios"
    r"|votacion)(?: \w+){0,2} (?:pasad[ao]s?|anteriores?|previas?|ultimas?|no concluyentes"
    r"|sin ganador|inconclusas?)|\b(?:ultimas|pasadas|anteriores|previas"
    r"|primeras) (?:elecciones|votaciones)"
)
_COMPARED = re.compile(r"\b(?:up|down|from|than|compared|que|frente a|respecto)\b[^,;:.]{0,30} ?$")
"""Before a day that a number is compared with, not the one that it is of."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_OUTGOING = re.compile(
    r"\b(?:outgoing|current|departing|last) (?:parliament|knesset|riksdag|house|chamber)"
    r"|(?:parlamento|kneset|riksdag|camara) (?:saliente|actual)"
)
_AGO = re.compile(r"\b(?P<n>\w+) years? ago\b|\bhace (?P<n2>\w+) anos?\b")
_WON_SEATS = re.compile(
    r"\b(?:won|took|got|received|secured|captured|gained|picked up|finished (?:with|on)"
    r"|ended (?:up )?with|holds?|gano|obtuvo|logro|consiguio|saco|ganaron|obtuvieron|sacaron"
    r"|lograron|consiguieron|se hizo con|cosecho|alcanzo)\b"
)


def tells_result(line: Line) -> bool:
    """Whether the numbers of a sentence are what an election brought, not what polls expect."""
    if line.of_another_time and line.past:
        return True
    told_of = election_named(line)
    if line.scene.voted and not line.of_polls and told_of in (None, line.scene.election):
        return True
    if _OUTGOING.search(line.plain):
        return True
    named = election_named(line)
    if named is not None and named.date < line.scene.day and line.past:
        return True
    won = _WON_SEATS.search(line.plain) and (line.past or _year_of(line))
    return bool(won) and (not line.of_polls or election_named(line) is not None)


def which_election(line: Line) -> Election | None:
    """Return the past election whose result a sentence tells; ``None`` where it is not known."""
    scene = line.scene
    named = election_named(line)
    if named is not None:
        return named
    if line.of_another_time:
        return None
    ago = _AGO.search(line.plain)
    if ago:
        then = scene.day.year - WORDS.get(ago["n"] or ago["n2"], 0)
        return next((one for one in scene.elections if one.date.year == then), None)
    return scene.election if scene.voted else scene.previous


def _year_of(line: Line) -> int | None:
    years = _YEAR.finditer(line.plain)
    own = (one for one in years if not _COMPARED.search(line.plain[: one.start()]))
    return next((int(one.group()) for one in own), None)


def election_named(line: Line) -> Election | None:
    """Return the election that a month, a date or a year in the sentence names."""
    scene, past = line.scene, [one for one in line.scene.elections if one.date < line.scene.day]
    for day in line.days:
        if _COMPARED.search(line.plain[: day.start]):
            continue
        meant = day.on(scene.day, "past")
        for one in past:
            if meant == one.date and day.day is not None:
                return one
    for month in line.months:
        if _COMPARED.search(line.plain[: month.start]):
            continue
        fits = [
            one
            for one in past
            if one.date.month == month.month and month.year in (None, one.date.year)
        ]
        if fits:
            return max(fits, key=lambda one: one.date)
    year = _year_of(line)
    fits = [one for one in past if one.date.year == year]
    return fits[0] if len(fits) == 1 else None


def results_of(election: Election, day: date) -> dict[str, Result]:
    """Return the results of an election by list, as far as they were counted on a day."""
    return {one.list: one for one in election.results} if day > election.date else {}


def judge_result(
    line: Line, election: Election | None, list_id: str, claimed: float, unit: str
) -> Verdict:
    """Judge a number of seats or percent that a list is said to have won."""
    if election is None:
        return unknown(rules.RESULTS)
    result = results_of(election, line.scene.day).get(_id_then(line.scene, election, list_id))
    if result is None:
        return unknown(rules.RESULTS)
    true = result.seats if unit == "seats" else result.share
    off = abs(true - claimed)
    ruling: Ruling = "contradicted"
    if off == 0 if unit == "seats" else off <= 0.5 or round(true) == claimed:
        ruling = "supported"
    elif (
        re.search(r"\b(?:about|around|some|nearly|almost|roughly|unos|casi|cerca de)\b", line.plain)
        and off <= 2
    ) or (unit == "percent" and off <= 1):
        ruling = "partly"
    if ruling == "contradicted" and _OUTGOING.search(line.plain):
        return unknown(rules.RESULTS)  # lists merge and split while a parliament sits
    name = line.scene.name(list_id)
    figure = Figure(f"{unit} of {name} on {election.date}", round(true, 2), unit, election.date)
    return Verdict(ruling, rules.RESULTS, (figure,), (result.source.text,))


def judge_bloc(
    line: Line, election: Election | None, bloc_id: str, claimed: float, unit: str
) -> Verdict:
    """Judge the seats that the lists of a bloc are said to have won together."""
    bloc = next((one for one in election.blocs if one.id == bloc_id), None) if election else None
    results = results_of(election, line.scene.day) if election else {}
    if election is None or bloc is None or not results or unit != "seats":
        return unknown(rules.RESULTS)
    true = sum(results[one].seats for one in bloc.lists if one in results)
    figure = Figure(f"seats of {bloc.name} on {election.date}", true, "seats", election.date)
    ruling: Ruling = "supported" if true == claimed else "contradicted"
    return Verdict(ruling, rules.RESULTS, (figure,), (next(iter(results.values())).source.text,))


def rank_of_result(scene: Scene, list_id: str, place: int) -> Verdict:
    """Judge the place of a list in the result of the election that is over."""
    results = results_of(scene.election, scene.day)
    if list_id not in results:
        return unknown(rules.RESULTS)
    own = results[list_id]
    before = sum((one.seats, one.share) > (own.seats, own.share) for one in results.values())
    figure = Figure(f"place of {scene.name(list_id)}", before + 1, "", scene.election.date)
    ruling: Ruling = "supported" if before + 1 == place else "contradicted"
    return Verdict(ruling, rules.RESULTS, (figure,), (own.source.text,))


def judge_entry(line: Line, list_id: str, *, entered: bool) -> Verdict:
    """Judge that a list won seats in the election told of, or none."""
    election = which_election(line)
    results = results_of(election, line.scene.day) if election else {}
    if election is None:
        return unknown(rules.RESULTS)
    result = results.get(_id_then(line.scene, election, list_id))
    if result is None:
        return unknown(rules.RESULTS)
    name = line.scene.name(list_id)
    figure = Figure(f"seats of {name} on {election.date}", result.seats, "seats", line.scene.day)
    ruling: Ruling = "supported" if (result.seats > 0) == entered else "contradicted"
    return Verdict(ruling, rules.RESULTS, (figure,), (result.source.text,))


def _id_then(scene: Scene, election: Election, list_id: str) -> str:
    """Return the id that a list had in another election: the one with the same name."""
    if any(one.list == list_id for one in election.results):
        return list_id
    name = scene.name(list_id)
    return next((one.id for one in election.lists if one.name == name), list_id)


_MORE = re.compile(
    r"\b(?P<n>\w+) (?:seats? )?(?P<dir>more|fewer|less|mas|menos) (?:seats? )?(?:than"
    r"|que)(?: the| el| la| los)? "
)
_FIRST = re.compile(
    r"\b(?:won (?:the |that |its |last |september's |april's |march's )*(?:\w+ )?(?:election"
    r"|vote|ballot)|came (?:in |out )?first|finished first|was the largest party"
    r"|won (?:the )?most (?:seats|votes)|emerged as the largest|gano (?:las |los "
    r"|esas )?(?:elecciones|comicios)|fue (?:el partido|la lista|la fuerza) mas votad[oa]"
    r"|quedo primer[oa])\b"
)
_TIED = re.compile(r"\b(?:tied|finished level|drew level|empataron|quedaron empatad[oa]s)\b")
_INCONCLUSIVE = re.compile(
    r"\b(?:inconclusive|deadlocked|indecisive|stalemated) (?:\w+ )?(?:election|vote|ballot"
    r"|result)s?|\b(?:election|vote|ballot|elections)\b[^.;]{0,30}\b(?:was|were|proved|ended"
    r"|been|is) (?:\w+ )?(?:inconclusive|deadlock(?:ed)?|in deadlock"
    r"|without a (?:clear )?winner|no clear winner)"
    r"|\b(?:elecciones|comicios|votacion|elección|resultado)(?: \w+){0,3} (?:no concluyentes?"
    r"|inconclus[ao]s?|sin (?:un )?(?:claro )?(?:vencedor|ganador|resultado)(?: claro"
    r"| concluyente)?|poco concluyentes|no decisiv[ao]s?|bloqueadas?"
    r"|sin mayorias?(?: claras?)?)"
)


def claims(line: Line) -> Iterator[Claim]:
    """Yield the claims of a sentence on results besides numbers."""
    scene = line.scene
    for found in _INCONCLUSIVE.finditer(line.plain):
        election = election_named(line) or (scene.election if scene.voted else scene.previous)
        if scene.voted and _LAST.search(line.plain):
            election = scene.election
        verdict = _inconclusive(scene, election)
        yield Claim("outcome", found.start(), found.end(), verdict)
    election = election_named(line) or (scene.election if scene.voted else scene.previous)
    for found in _FIRST.finditer(line.plain):
        who = line.list_before(found.start())
        if (
            who is not None
            and election is not None
            and (election_named(line) or scene.voted or _LAST.search(line.plain))
        ):
            yield Claim("outcome", who.start, found.end(), _first(scene, election, who.list))
    if scene.voted or election_named(line):
        yield from _differences(line, election)


def _differences(line: Line, election: Election | None) -> Iterator[Claim]:
    results = results_of(election, line.scene.day) if election else {}
    for found in _MORE.finditer(line.plain):
        who, other = line.list_before(found.start()), line.list_after(found.end(), 3)
        amount = WORDS.get(found["n"]) or (int(found["n"]) if found["n"].isdigit() else None)
        if (
            who is None
            or other is None
            or amount is None
            or not {who.list, other.list} <= {*results}
        ):
            continue
        true = results[who.list].seats - results[other.list].seats
        wanted = amount if found["dir"] in ("more", "mas") else -amount
        names = f"{line.scene.name(who.list)} over {line.scene.name(other.list)}"
        figure = Figure(f"seats of {names}", true, "seats", line.scene.day)
        verdict = Verdict(
            "supported" if true == wanted else "contradicted", rules.RESULTS, (figure,),
            (results[who.list].source.text,),
        )  # fmt: skip
        yield Claim("outcome", found.start(), other.end, verdict)


def _first(scene: Scene, election: Election, list_id: str) -> Verdict:
    results = results_of(election, scene.day)
    id_then = _id_then(scene, election, list_id)
    if id_then not in results:
        return unknown(rules.WON)
    best = max(one.seats for one in results.values())
    level = sum(one.seats == best for one in results.values()) > 1
    ruling: Ruling = "contradicted"
    if results[id_then].seats == best:
        ruling = "partly" if level else "supported"
    name = scene.name(list_id)
    figures = (
        Figure(
            f"seats of {name} on {election.date}", results[id_then].seats, "seats", election.date
        ),
        Figure(f"most seats of a list on {election.date}", best, "seats", election.date),
    )
    return Verdict(ruling, rules.WON, figures, (results[id_then].source.text,))


def _inconclusive(scene: Scene, election: Election | None) -> Verdict:
    results = results_of(election, scene.day) if election else {}
    if election is None or not results:
        return unknown(rules.INCONCLUSIVE)
    best, whole = (
        max(one.seats for one in results.values()),
        sum(one.seats for one in results.values()),
    )
    formed = [
        one
        for one in election.calendar
        if one.step == "government-sworn-in" and one.date <= scene.day
    ]
    ruling: Ruling = "supported" if best * 2 <= whole and not formed else "partly"
    if best * 2 > whole:
        ruling = "contradicted"
    figures = [Figure(f"most seats of a list on {election.date}", best, "seats", election.date)]
    figures += [
        Figure("government sworn in", one.date.isoformat(), "day", one.date) for one in formed
    ]
    ended = [
        one.source.text
        for one in election.calendar
        if one.step in ("mandate-expired", "parliament-dissolved")
        and election.date < one.date <= scene.day
    ]
    return Verdict(ruling, rules.INCONCLUSIVE, tuple(figures), tuple(dict.fromkeys(ended)))
