"""Claims on who could or would govern: kingmakers, refusals, the next head, another election."""

from __future__ import annotations

import re
from collections.abc import Iterator

from formateur.reporting.schema import BlocPart
from formateur.story import rules
from formateur.story.claim import Claim, Figure, Ruling, Verdict, unknown
from formateur.story.claims.line import Line
from formateur.story.claims.majorities import smallest
from formateur.story.claims.stated import stated
from formateur.story.claims.topics import list_meant
from formateur.story.gazetteer import Mention
from formateur.story.scene import Scene

KINGMAKER = re.compile(
    r"\b(?:king-?makers?|holds? the balance of power|(?:hold|holding"
    r"|held) the balance(?: of power)?|tip the balance|tips the balance"
    r"|hold(?:s)? the key(?:s)?(?: to)?|decide who (?:governs|rules|will govern|forms)"
    r"|power-?broker|hace(?:dor)?(?:es)? (?:de )?reyes|tiene(?:n)? la llave"
    r"|la llave (?:la )?(?:tiene|tendra|tendria)(?:n)?|suma(?:n)? sin"
    r"|tendria(?:n)? la llave|tendra(?:n)? la llave|la llave d(?:e|el) (?:gobierno"
    r"|la gobernabilidad|proximo)|arbitro|bisagra|inclinar(?:ia|ian|an)? la balanza"
    r"|decidir(?:ia|a|an)? quien gobierna|partido clave|ser(?:ia|a) (?:la )?clave"
    r"|hacedor(?:es)? de reyes|fiel de la balanza)\b"
)
_WAS = re.compile(r"\b(?:was|were|been|fue|era|habia sido)(?: \w+){0,3} $")
ONLY_WITH = re.compile(
    r"\b(?:(?:can|could|would be able to|will be able to) (?:only govern|govern only"
    r"|only form (?:a |the )?(?:government|coalition)|form (?:a |the )?(?:government"
    r"|coalition) only|rule only|only rule)(?: \w+)? (?:with|together with)|(?:cannot|can not"
    r"|could not|can't|couldn't|would not be able to|unable to) (?:govern|form (?:a "
    r"|the )?(?:\w+ )?(?:government|coalition)|reach a majority|rule|have a majority) without"
    r"|(?:needs?|would need|will need) (?=[a-z])"
    r"|(?:solo|unicamente) (?:puede|podria|podra|podran|pueden|podrian) (?:gobernar"
    r"|formar (?:gobierno|un gobierno|una coalicion|coalicion)) con|no (?:puede|podria|podra"
    r"|pueden|podrian) (?:gobernar|formar (?:gobierno|un gobierno|una coalicion"
    r"|coalicion)) sin|(?:puede|podria|podra) (?:gobernar|formar gobierno) (?:solo"
    r"|unicamente) con|necesita(?:ria|ra|n|rian)?(?: el apoyo de| los escanos de"
    r"| el respaldo de| los votos de)? (?:al? )?(?=[a-z]))"
)
WITHOUT = re.compile(
    r"\b(?:without|sin) (?P<other>[\w' -]{3,40}?),? [^.;]{3,60}?\b(?:cannot|can't|could not"
    r"|couldn't"
    r"|would not be able to|unable to|no (?:puede|podria|podra)(?:n)?) (?:form|govern|build"
    r"|reach|formar"
    r"|gobernar|alcanzar)(?: \w+){0,4}"
)
HEAD = re.compile(
    r"\b(?:(?P<may>could|may|might|can|puede|podria|podran?) |(?P<will>will|is (?:likely|set"
    r"|expected|poised|on course|certain|sure) to|are (?:likely|set|expected|poised) to"
    r"|likely to|favou?rite to|would|va a|sera|seria) )(?:yet |still |again |also |probably |soon "
    r"|well )*(?:be |become |remain |stay (?:on )?(?:as )?|return as |continue as |head |lead "
    r"|form |convertirse en |ser |seguir(?:a)? (?:siendo|como)? ?|encabezar(?:a)? "
    r"|liderar(?:a)? |presidir |formar |volver a ser )?(?:as |the |a |el |la |un "
    r"|una )*(?:israel's |sweden's |country's )*(?:next |new |proximo |proxima |nuevo "
    r"|nueva )?(?:prime minister|premier|government|primer ministro|primera ministra"
    r"|primer ministra|gobierno|ejecutivo)\b"
)
_MAY = (
    r"(?:could|may|might|risk\w*|danger|fear\w*|threat\w*|possib\w*|chance|cannot be (?:ruled out"
    r"|excluded)|no se (?:puede )?descart\w*|podrian?"
    r"|puede(?:n)?|riesgo"
    r"|posib\w*|amenaza|temor|peligro)"
)
_WILL = (
    r"(?:will|expected|likely|headed for|heading for|head for|set for|on course|looms?|probables?"
    r"|abocad\w*|encamina\w*|camino de|inevitables?|seguro)"
)
_AGAIN = (
    r"(?:(?:another|a (?:second|third|fourth|fifth|repeat|new|further|snap)|yet another|new"
    r"|fresh|repeat)"
    r" (?:general |snap |early )?(?:elections?|vote|ballot)|(?:otra|otras|unas? (?:nuevas"
    r"|terceras|cuartas"
    r"|quintas)|nuevas|terceras|cuartas|quintas) (?:elecciones|votacion|comicios)"
    r"|repetir(?:se)? (?:las )?elecciones|repeticion (?:electoral|de (?:las )?elecciones)"
    r"|volver a (?:votar|las urnas)|vote again|go back to the polls|return to the polls)"
)
REPEAT = re.compile(
    rf"\b(?:(?P<may>{_MAY})|{_WILL})\b[^.;]{{0,50}}?\b{_AGAIN}\b"
    rf"|\b{_AGAIN} (?:is |are |es |son |(?:\w+ ){{0,2}})?(?:(?P<may2>{_MAY})|{_WILL})\b"
)


def claims(line: Line) -> Iterator[Claim]:
    """Yield the claims of a sentence on who could or would govern."""
    for found in KINGMAKER.finditer(line.plain):
        who = line.list_before(found.start()) or line.list_after(found.end()) or list_meant(line)
        if who is not None and not _WAS.search(line.plain[: found.start()]):
            yield Claim(
                "government",
                min(who.start, found.start()) if who in line.mentions else found.start(),
                max(found.end(), who.end) if who in line.mentions else found.end(),
                _kingmaker(line, who),
                (who.list,),
            )
            break
    yield from _only_with(line)
    yield from _without(line)
    yield from stated(line)
    yield from _heads(line)
    for found in REPEAT.finditer(line.plain):
        if not line.past:
            yield Claim(
                "government",
                found.start(),
                found.end(),
                _repeat(line.scene, may=bool(found["may"] or found["may2"])),
            )


def _kingmaker(line: Line, who: Mention) -> Verdict:
    scene, given = line.scene, line.scene
    blocs = [
        one
        for one in map(given.bloc_part, smallest(scene))
        if one is not None and who.list not in one.lists
    ]
    if scene.document is None or not blocs or scene.list_part(who.list) is None:
        return unknown(scene.gap or rules.NO_SUBJECT)
    without = [one.p_majority for one in blocs]
    with_it = [one.p_majority_with.get(who.list, one.p_majority) for one in blocs]
    outside = len(blocs) == len(smallest(scene))  # in none of the blocs itself
    if not outside and 0.1 <= max(with_it) < rules.EVEN:
        return unknown(rules.NO_RULE)
    ruling: Ruling = "partly"
    if max(without) <= rules.UNLIKELY and max(with_it) >= rules.EVEN:
        ruling = "supported"
    elif max(without) >= rules.LIKELY or max(with_it) < rules.EVEN:
        ruling = "contradicted"
    figures = tuple(f for one in blocs for f in _with_and_without(scene, one, who.list))
    return Verdict(ruling, rules.KINGMAKER, figures, scene.forecast_source())


def _with_and_without(scene: Scene, bloc: BlocPart, list_id: str) -> tuple[Figure, Figure]:
    name, p = scene.name(list_id), bloc.p_majority_with.get(list_id, bloc.p_majority)
    return (
        Figure(
            f"chance that {bloc.name} has a majority without {name}",
            bloc.p_majority,
            "chance",
            scene.day,
        ),
        Figure(f"chance that {bloc.name} has a majority with {name}", p, "chance", scene.day),
    )


def _only_with(line: Line) -> Iterator[Claim]:
    for found in ONLY_WITH.finditer(line.plain):
        needs = re.match(r"needs?|would need|will need|necesita", found.group())
        other = line.list_after(found.end(), 12 if needs else 40)
        who = line.list_before(found.start())
        if other is None or line.past:
            continue
        if re.search(
            r"\b(?:neither|nobody|no one|ninguno|nadie|ni)\b", line.plain[: found.start()]
        ):
            verdict = _kingmaker(line, other)
            yield Claim("government", found.start(), other.end, verdict, (other.list,))
            continue
        if who is None:
            continue
        if needs and not re.search(
            r"majority|govern|coalition|mayoria|gobiern|gobernar|coalicion", line.plain
        ):
            continue
        verdict = _needs(line, who, other)
        yield Claim("government", who.start, other.end, verdict, (who.list, other.list))


def _without(line: Line) -> Iterator[Claim]:
    """Yield claims such as "without Liberman, Netanyahu cannot form a coalition"."""
    for found in WITHOUT.finditer(line.plain):
        other, who = line.list_after(found.start(), 12), line.list_after(found.end("other"), 40)
        if other is None or who is None or who.list == other.list or line.past:
            continue
        verdict = _needs(line, who, other)
        yield Claim("government", found.start(), found.end(), verdict, (who.list, other.list))


def _needs(line: Line, who: Mention, other: Mention) -> Verdict:
    scene = line.scene
    named = [one for one in line.blocs() if scene.bloc_part(one)]
    holding = named or [
        one.id for one in (scene.document.blocs if scene.document else []) if who.list in one.lists
    ]
    blocs = [
        one
        for one in map(scene.bloc_part, holding)
        if one is not None and other.list not in one.lists
    ]
    if scene.document is None or not blocs:
        return unknown(scene.gap or rules.NO_SUBJECT)
    bloc = min(blocs, key=lambda one: len(one.lists))
    with_it = bloc.p_majority_with.get(other.list, bloc.p_majority)
    ruling: Ruling = "partly"
    if bloc.p_majority <= rules.UNLIKELY and with_it >= rules.EVEN:
        ruling = "supported"
    elif bloc.p_majority >= rules.LIKELY:
        ruling = "contradicted"
    return Verdict(
        ruling, rules.ONLY_WITH, _with_and_without(scene, bloc, other.list), scene.forecast_source()
    )


def _heads(line: Line) -> Iterator[Claim]:
    for found in HEAD.finditer(line.plain):
        who = line.list_before(found.start(), 60)
        if (
            who is None
            or who.what == "bloc"
            or re.search(r"coalition|majority|coalicion", found.group())
        ):
            continue
        if line.negated(found.end()) or re.search(r"\bnot\b|\bno\b", found.group()):
            continue
        verdict = _head(line.scene, who, may=bool(found["may"]))
        yield Claim("government", who.start, found.end(), verdict, (who.list,))


def _head(scene: Scene, who: Mention, *, may: bool) -> Verdict:
    formation = scene.document.formation if scene.document else None
    if formation is None:
        return unknown(scene.gap or rules.NO_RULE)
    name = scene.name(who.id) if who.what == "person" else _leader(scene, who.list)
    p = sum(one.p for one in formation.heads if one.name == name)
    ruling: Ruling = "partly"
    if p >= (0.1 if may else rules.EVEN):
        ruling = "supported"
    elif p <= (0.02 if may else rules.UNLIKELY):
        ruling = "contradicted"
    figure = Figure(
        f"chance that {name} heads the next government", round(p, 4), "chance", scene.day
    )
    return Verdict(ruling, rules.HEAD, (figure,), scene.forecast_source())


def _leader(scene: Scene, list_id: str) -> str:
    one = scene.list_part(list_id)
    return one.leader if one else ""


def _repeat(scene: Scene, *, may: bool) -> Verdict:
    formation = scene.document.formation if scene.document else None
    if formation is None:
        return unknown(scene.gap or rules.NO_RULE)
    p = formation.p_none
    ruling: Ruling = "partly"
    if p >= (0.1 if may else rules.EVEN):
        ruling = "supported"
    elif p <= (0.02 if may else 0.1):
        ruling = "contradicted"
    figure = Figure("chance of no government before the next election", p, "chance", scene.day)
    return Verdict(ruling, rules.REPEAT, (figure,), scene.forecast_source())
