"""Claims on what lists have said of each other: "has ruled out sitting with Netanyahu"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from formateur.facts import Statement, as_of
from formateur.government.statements import in_force
from formateur.story import rules
from formateur.story.claim import Claim, Figure, Ruling, Verdict, unknown
from formateur.story.claims.line import Line
from formateur.story.claims.topics import list_meant
from formateur.story.gazetteer import Mention, other_names

_SIT = (
    r"(?:sit|sitting|serve|serving|join|joining|govern|governing|rule|ruling|work|working"
    r"|cooperat\w+|co-operat\w+|form\w*|enter|entering|support\w*|partner\w*|collaborat\w+|any"
    r"|a|being|coalitions?|government|deal|cabinet|posts?|ministers?|seats?|role|gobernar"
    r"|entrar|sentarse|pactar|aliarse|coaligarse"
    r"|formar|participar|apoyar|sumarse|unirse|colaborar|un|una|cualquier|gobiernos?|coalicion"
    r"|alianza|acuerdo|cooperar|negociar|trabajar)"
)
REFUSES = re.compile(
    rf"\b(?:(?:has |have |had |again |repeatedly |already |also )*(?:ruled out|rules out"
    rf"|ruling out|vowed (?:not|never) to|refus(?:es|ed|ing) to|(?:said|says) (?:\w+ )?(?:will"
    rf"|would) (?:not|never)|will not|won't|would not|wouldn't|pledged (?:not|never) to"
    rf"|promised (?:not|never) to|rejected|rejects|swore not to|sworn (?:not"
    rf"|never) to)(?: {_SIT})"
    r"|(?:will|would|to) (?:join|enter|sit in|serve in|support|back) no (?:\w+ )?(?:government"
    r"|coalition|cabinet)(?: \w+)?"
    r"|no (?:entrar|apoyar|formar)\w* (?:en |parte de )?ningun (?:gobierno|ejecutivo)"
    rf"|(?:ha |han |habia |ya |habian )*(?:descart(?:ado|o|a|aron|an)|exclui(?:do)?"
    rf"|excluye(?:n)?|rechaz(?:ado|o|a|aron|an)|se niega(?:n)? a|se nego a|se ha negado a"
    rf"|promet(?:ido|io) no|no (?:se sentara|gobernara|entrara|pactara|apoyara|se aliara"
    rf"|formara|participara|quiere|gobernaran|entraran|pactaran))(?: {_SIT})?)\b"
)
OPEN = re.compile(
    r"\b(?:(?:is |are |has |have |left |leaves |was )*(?:open to|willing to|ready to"
    r"|prepared to|not ruled out|the door open to|keen to|wants to|happy to) (?:sit|sitting"
    r"|serve|serving|join|joining|govern|governing|work|working|form|forming|a|cooperat\w+"
    r"|lead|leading)|(?:has |have |had )?offer(?:s|ed|ing)? (?:\w+ ){0,5}?(?:a |an )?(?:place"
    r"|seats?|posts?|role"
    r"|ministr\w+|partnership)|(?:ha |han |habian? )?ofrec\w+ (?:\w+ ){0,4}?(?:puestos?|sitio"
    r"|ministeri\w+"
    r"|carteras?|lugar|gobernar)|(?:esta |estan |se muestra |se dice )*(?:abiert[oa]s? a"
    r"|dispuest[oa]s? a"
    r"|list[oa]s? para|no (?:ha |han )?descart(?:a|ado|an)) (?:\w+ )?)\b"
)
RECOMMENDS = re.compile(
    r"\b(?:recommended|recommends|endorsed|backed|recomendo|recomienda|recomendaron|propuso)\b"
)


BARS = re.compile(
    r"\b(?:insist\w*|said|says|demand\w*|wants?|dijo|dicho|dicen?|exig\w*|reclam\w*|sostien\w*"
    r"|sostuv\w*)"
    r" (?:en )?(?:that|que) (?P<whom>[^.;]{3,60}?) (?:(?:should|must|would|could|will|can) (?:not"
    r"|never)"
    r"|cannot|no (?:deb\w+|pued\w+|podi\w+|podr\w+|tien\w+ que)) (?:be (?:in|part)|enter|join|sit"
    r"|have"
    r"|get|take part|belong|entrar|formar parte|estar|participar|ser parte|tener)\b"
)
_OF_PARTY = re.compile(r"'s? (?:\w+ )?(?:party|list|faction)\b")
_OBJECT = re.compile(r"\b(?:them|him|her|it|les?|los)\b")


def _barred(line: Line) -> Iterator[Claim]:
    """Yield that a list has said that another must not be in the government."""
    for found in BARS.finditer(line.plain):
        who = line.list_before(found.start())
        about = line.list_after(found.start("whom") - 1, 20)
        if who is None or about is None or about.end > found.end("whom") or who.list == about.list:
            continue
        stances = (("excludes",), ("prefers", "requires", "recommends", "tolerates"))
        yield Claim(
            "government", who.start, found.end(), _judged(line, who, about, stances), (who.list,)
        )


def stated(line: Line) -> Iterator[Claim]:
    """Yield the claims of a sentence on what a list has said about governing with others."""
    for pattern, stances, against in (
        (OPEN, ("tolerates", "prefers", "requires", "recommends"), ("excludes",)),
        (REFUSES, ("excludes",), ("prefers", "requires", "recommends", "tolerates")),
    ):
        for found in pattern.finditer(line.plain):
            who = line.list_before(found.start())
            about = _about(line, found, who)
            group = _group(line, found)
            if who is not None and group is not None and about is None:
                about = Mention(*group.span(), "list", _target(line, group), "")
            if who is None or about is None:
                continue
            if _OF_PARTY.match(line.plain, about.end) and about.list:
                about = Mention(about.start, about.end, "list", about.list, about.list)
            verdict = _judged(line, who, about, (stances, against))
            end = about.end if about.start > who.start else found.end()
            yield Claim("government", who.start, max(end, found.end()), verdict, (who.list,))
            return
    yield from _barred(line)
    for found in RECOMMENDS.finditer(line.plain):
        who, about = line.list_before(found.start(), 60), line.list_after(found.end(), 12)
        if line.scene.voted and who is not None and about is not None:
            verdict = _judged(line, who, about, (("recommends",), ()))
            if verdict.ruling == "supported":
                yield Claim("government", who.start, about.end, verdict, (who.list,))


def _about(line: Line, found: re.Match[str], who: Mention | None) -> Mention | None:
    """Return who is refused: named after "with", "under" or "led by", or by a pronoun."""
    inside = [one for one in line.mentions if one.list and found.start() < one.start < found.end()]
    if inside and "ffer" in found.group():
        return inside[0]
    after = [one for one in line.mentions if one.list and one.start >= found.end() - 1]
    for one in after:
        head = line.plain[found.end() - 1 : one.start]
        if len(head) <= 90 and not re.search(r"[.;]", head):
            return one
    return list_meant(line, who.list) if who is not None and _OBJECT.search(found.group()) else None


def _group(line: Line, found: re.Match[str]) -> re.Match[str] | None:
    """Return the group of lists that is refused: "the ultra-Orthodox parties"."""
    for pattern in other_names().get(line.scene.election.country, {}).get("targets", {}).values():
        group = re.search(pattern, line.plain[: found.end() + 60])
        if group and group.start() >= found.end() - 1:
            return group
    return None


def _target(line: Line, group: re.Match[str]) -> str:
    targets: dict[str, str] = other_names()[line.scene.election.country]["targets"]
    return next(id_ for id_, pattern in targets.items() if re.fullmatch(pattern, group.group()))


def _judged(
    line: Line, who: Mention, about: Mention, stances: tuple[tuple[str, ...], tuple[str, ...]]
) -> Verdict:
    scene = line.scene
    said = in_force(as_of(scene.election, scene.day).statements)
    own = [one for one in said if one.by == who.list and _is_about(line, one, about)]
    fitting = [one for one in own if one.stance in stances[0]]
    opposed = [one for one in own if one.stance in stances[1]]
    exact = [one for one in fitting if one.about in (about.id, about.list, f"person:{about.id}")]
    chosen = exact or fitting or opposed
    if not chosen:
        return unknown(rules.STATED)
    ruling: Ruling = "supported"
    if not fitting:
        ruling = (
            "contradicted"
            if any(one.firmness != "hint" for one in opposed)
            else "cannot-be-checked"
        )
    figures = tuple(
        Figure(f"{one.summary}", one.date.isoformat(), "day", one.date) for one in chosen
    )
    return Verdict(
        ruling, rules.STATED, figures, tuple(dict.fromkeys(one.source.text for one in chosen))
    )


def _is_about(line: Line, said: Statement, about: Mention) -> bool:
    if about.what == "person":
        targets = {f"person:{about.id}"}
        if said.stance == "excludes" and about.list:  # whoever refuses a list refuses its head
            targets.add(about.list)
    else:
        targets = {about.list, about.id} - {""}
        leader = next((one.leader for one in line.scene.election.lists if one.id == about.list), "")
        targets |= {f"person:{leader}"} if leader else set()
    if said.about in targets:
        return True
    target = next((one for one in line.scene.election.targets if one.id == said.about), None)
    if target is None:
        return False
    if about.what == "person":
        return target.head == about.id
    return about.list in target.any_of or about.list in set(target.all_of) - {said.by}
