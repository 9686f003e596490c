"""Claims on how the race stands: close, who leads, places, majorities, the threshold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from formateur.story import polled, standing
from formateur.story.claim import Claim, Kind, Ruling, Verdict
from formateur.story.claims.line import Line
from formateur.story.claims.results import election_named, rank_of_result
from formateur.story.gazetteer import Mention
from formateur.story.numbers import ORDINAL, ordinal

CLOSE = re.compile(
    r"\b(?:(?:very |extremely |too |unusually |razor-?(?:thin|tight) |increasingly )?(?:close"
    r"|tight|tied|deadlocked|razor-thin|knife-edge|closely fought|hotly contested"
    r"|cliffhanger)(?:ly)?[ -](?:race|contest|election|vote|fight|battle|finish|run|call"
    r"|contested|fought)"
    r"|(?:race|contest|election|vote|result|outcome) (?:is|was|remains|looks|appears|will be"
    r"|would be|to be|as|seems) (?:still |very |extremely |so |too |as |even "
    r"|expected to be )*(?:close"
    r"|tight|open|on a knife.?edge|a toss-?up|a dead heat)\b(?! to call)"
    r"|too close to call|hangs? (?:by a thread|in the balance)|(?:separated|divided"
    r"|apart) by (?:only |just )?(?:a"
    r" (?:whisker|hair|sliver|handful)|less than a (?:percentage )?point)|by a whisker"
    r"|on a knife.?edge"
    r"|(?:pende\w*|depende\w*) de un hilo|por (?:un pelo|la minima)|voto a voto|de infarto"
    r"|en un punado de votos"
    r"|neck[- ]and[- ]neck|dead heat|(?:virtual|statistical"
    r"|technical) (?:tie|dead heat)|(?:virtually|statistically|practically"
    r"|effectively) (?:tied|level|even)|level pegging|running (?:level|even)|evenly matched"
    r"|(?:tied|dead level|level)(?= ?(?:[.,;:]|$)| (?:with|at|on|in the))"
    r"|knife-edge (?:vote|election|race)|toss-?up|photo finish|are (?:level|tied|even)\b"
    r"|empat(?:e|ad[oa]s)(?: tecnico| virtual| estadistico| virtualmente| tecnicamente)?"
    r"|codo (?:a|con) codo|cabeza (?:a|con) cabeza|muy (?:renid[oa]s?|ajustad[oa]s?"
    r"|parej[oa]s?|igualad[oa]s?)|(?:carrera|contienda|eleccion|elecciones|votacion|resultado"
    r"|pugna|disputa|comicios|duelo|lucha|final) (?:es |esta |sera |seran |son |se presenta "
    r"|se presentan |electoral |muy |mas |de |resultan |extremadamente |tan )*(?:renid[oa]s?"
    r"|ajustad[oa]s?|apretad[oa]s?|cerrad[oa]s?|parej[oa]s?|igualad[oa]s?|estrech[oa]s?"
    r"|foto-?finish|infarto)|igualad[oa]s en|(?:estan|van|llegan|aparecen"
    r"|marchan) (?:practicamente |casi |muy )?(?:igualad|empatad|parej)[oa]s)\b"
)
CLEAR = re.compile(
    r"\b(?:landslide|(?:comfortable|commanding|clear|wide|big|huge|large|double-digit|runaway"
    r"|unassailable|overwhelming) (?:lead|favou?rite|margin|advantage)|(?:leads?|leading"
    r"|ahead) (?:comfortably|clearly|easily|by a wide margin|by a landslide)|(?:clearly"
    r"|comfortably|well|far) (?:ahead|in front)|runaway"
    r"|lidera(?:n)? (?:con claridad|claramente|comodamente|con holgura|holgadamente)|(?:amplia"
    r"|clara|comoda|holgada|gran) (?:ventaja|diferencia)|arras(?:a|ara|aria)|(?:claro"
    r"|gran) favorito|gan(?:a|ara|aran|aria|arian) (?:por goleada|de calle|de largo|con holgura"
    r"|sin problemas)"
    r"|(?:wins?|winning) (?:easily|handily|hands down|in a walk|by a mile)|far and away"
    r"|claramente por delante)\b"
)
LEADS = re.compile(
    r"\b(?:(?:is |are |has |have |still |narrowly |slightly |currently |now |was "
    r"|were )*(?:edged |moved |pulled |inched |nosed )?(?:(?:just |slightly |narrowly "
    r"|marginally )?ahead(?: of| in)?\b|in the lead\b(?!-)|(?:out )?in front(?: of)?\b)"
    r"|(?:leads?|leading|topp?(?:s|ing)?|tops) (?:in )?(?:the |all |most |every |opinion "
    r"|latest |final |recent )*(?:polls?|race|surveys?|field|pack|contest|polling)|(?:holds?"
    r"|has|have|enjoys?|maintains?|with|keeps?|extended|extends|widened) (?:a |the |an |his "
    r"|her |its |their )?(?:slight |narrow |small |slim |thin |tiny |modest |razor-thin "
    r"|marginal )?(?:lead|edge|advantage)\b(?: over)?"
    r"|(?:leads?|leading) (?=(?:the )?[a-z])|(?:is|are|be|becom\w+|remains?|emerg\w+|stay\w*"
    r"|finish\w*|end(?:s|ing)? up)(?: set to be| likely to be| expected to be| on course to be"
    r"| still| again| once more)* (?:as )?(?:the )?(?:largest|biggest|strongest|top|leading"
    r"|first) (?:single )?(?:party|list|faction|force)|(?:largest"
    r"|biggest|strongest) (?:(?:single )?(?:party|list|faction|group)|in (?:the )?(?:new "
    r"|next )?(?:parliament|knesset"
    r"|riksdag|house|chamber))"
    r"|leads?(?= ?(?:[.,;]|$)| (?:by|narrowly|with|but|and|heading|going|into))"
    r"|(?:come|comes|coming|finish|finishes|finishing|place|places) (?:in )?first\b"
    r"|front-?runners?|favou?rites? to (?:win|come first|finish first)|(?:most|more) (?:seats"
    r"|votes) than(?: any)?|win (?:the )?most (?:seats|votes)|(?:set|on course|expected|likely"
    r"|poised|on track) to win (?:the |this |tuesday's |monday's |sunday's "
    r"|next \w+'s )?(?:election|vote|race|ballot)"
    r"|(?:lidera|lideran|encabeza|encabezan|domina|dominan|lideraba|liderando"
    r"|encabezando) (?:en )?(?:las?|los|todas|todos|el|la)? ?(?:las |los )?(?:encuestas?"
    r"|sondeos?|intencion|carrera|preferencias|intenciones)|(?:va|van|marcha|esta|estan|situa"
    r"|sigue|siguen|iria|aparece|sale|parte|llega|continua) (?:ligeramente |claramente |muy "
    r"|algo |un poco |a la |en )*(?:por delante(?: de)?|en cabeza(?: de)?|cabeza(?: de)?"
    r"|primer[oa]|lider)\b|por delante de|toma(?:n)? la delantera|aventaja(?:n)? (?:a|al)\b"
    r"|supera(?:n|ria|rian)? (?:a|al) (?=[a-z])|lleva(?:n)? (?:la )?(?:ventaja|delantera)"
    r"|ventaja (?:sobre|de|frente|para)"
    r"|(?:partido|fuerza|lista|formacion) (?:mas votad[oa]|mas grande|mayoritari[oa]|mayor)"
    r"|(?:la |como |ser |seria |sera |es |sigue siendo |seguiria siendo )*(?:primera|mayor"
    r"|principal) fuerza|(?:el )?primer partido|mas votad[oa]|favorit[oa]s? (?:para|en|a)"
    r"|quedaria(?:n)? (?:en )?primer[oa]?|(?:ganaria|ganara|ganaran|ganarian) (?:las "
    r"|los )?(?:elecciones|comicios|votacion))\b"
)
TRAILS = re.compile(
    r"\b(?:trail(?:s|ing|ed)?|lag(?:s|ging)? behind|(?:is|are|running|just|narrowly|slightly"
    r"|far|well) behind|por detras de|por detras|va(?:n)? detras|a la zaga)\b"
)
OVERTAKES = re.compile(
    r"\b(?:overtak(?:e|es|en|ing)|overtook|outpoll\w*|leapfrog\w*|adelant(?:a|aria|arian"
    r"|an) (?:a|al)|sobrepasa\w* (?:a|al)|rebasa\w* (?:a|al)|desbanca\w* (?:a|al))\b"
)
PLACE = re.compile(
    rf"\b(?P<nth>{ORDINAL}|second|third)[ -](?:largest|biggest|strongest|place|placed|fuerza"
    rf"|partido|lugar|posicion|puesto|mayor|mas votad[oa]|formacion)\b|\b(?:come|comes|coming"
    rf"|finish|finishes|finishing|in|be|are|is|running|slip\w*|fall\w*) (?:in )?(?P<nth2>second"
    rf"|third|fourth|fifth)\b(?! (?:largest|place|time|election|vote|term))|\b(?:va|seria"
    rf"|quedaria(?:n)?|queda(?:n)?|quedo|quedaron|quedara(?:n)?|acabo|acabaron|termino|terminaron"
    rf"|ira|aparece|quedar"
    rf"|van|sera) (?:en )?(?P<nth3>segund[oa]s?|tercer[oa]?s?"
    rf"|cuart[oa]s?|quint[oa]s?)\b(?! (?:fuerza|partido|lugar|vez|mas|mayor|eleccion|posicion"
    rf"|puesto))"
)
_LEADERSHIP = re.compile(
    r"\bled by|\bleaders?\b|\blead(?:s|ing)? (?:the |a |his |her |its |an )?(?:government"
    r"|coalition|country|party|list|bloc|camp|next|new|talks|negotiations|opposition|likud"
    r"|cabinet|negotiating|figures?|members?|candidates?|charge|role|parties)"
)


_COMPARES = re.compile(
    r"(?:of|over|than|de|a|al|sobre|frente a|leads?|leading) ?(?:the |el |la |los )?$"
)
_AHEAD_ALONE = re.compile(r"(?:just |slightly |narrowly |marginally )?ahead(?: in)?")


_IF = re.compile(r"\b(?:if|unless|whether|should|si)\b[^,;]*$")
CLAUSE = 45
"""Signs after "a close race" within which the lists that race are told with it."""


def claims(line: Line) -> Iterator[Claim]:
    """Yield the claims of a sentence on who leads and how close it is."""
    taken: list[tuple[int, int]] = []
    for pattern, judge in (
        (CLOSE, _close),
        (CLEAR, _clear),
        (PLACE, _place),
        (OVERTAKES, _overtakes),
        (TRAILS, _trails),
        (LEADS, _leads),
    ):
        for found in pattern.finditer(line.plain):
            start, end = found.span()
            if any(start < last and first < end for first, last in taken):
                continue
            claim = judge(line, found)
            if claim is not None:
                taken.append((start, end))
                yield _reversed(claim) if line.negated(start) else claim


def _reversed(claim: Claim) -> Claim:
    turned: dict[Ruling, Ruling] = {"supported": "contradicted", "contradicted": "supported"}
    ruling = turned.get(claim.verdict.ruling, claim.verdict.ruling)
    return replace(claim, verdict=replace(claim.verdict, ruling=ruling))


def _claim(
    line: Line, found: re.Match[str], verdict: Verdict, *, start: int | None = None, end: int = 0
) -> Claim | None:
    """Return a claim on the race; after the vote it is one on the result."""
    counted = line.scene.voted and not line.of_polls
    if ((line.past or line.of_another_time) and not counted) or (counted and _other_vote(line)):
        return None  # the rules on results look after it
    begin = found.start() if start is None else min(start, found.start())
    if _IF.search(line.plain[: found.start()]):
        return None  # what would follow is told, not that it is so
    kind: Kind = "outcome" if counted else "race"
    return Claim(kind, begin, max(end, found.end()), verdict, (), found.span())


def _other_vote(line: Line) -> bool:
    named = election_named(line)
    return named is not None and named.id != line.scene.election.id


def _close(line: Line, found: re.Match[str]) -> Claim | None:
    lists = line.lists()
    blocs = re.search(
        r"\bblocs?\b|\bbloques?\b|\bcamps?\b|\bcampos\b|\bsides\b|left and (?:the )?right"
        r"|izquierda y (?:la )?derecha|coalitions",
        line.plain,
    )
    if (blocs or len(line.blocs()) > 1) and len(lists) < 2:
        verdict = standing.close_blocs(line.scene)
    elif line.of_polls:
        verdict = polled.close(line.scene, lists if len(lists) == 2 else [])
    else:
        verdict = standing.close(line.scene, lists if len(lists) == 2 else [])
    if len(lists) != 2 and verdict.ruling == "contradicted":
        verdict = standing.close_blocs(line.scene, instead=verdict)
    cuts = [one.end() for one in re.finditer(r"[,;:] ", line.plain[: found.start()])]
    named = [one.end for one in line.mentions if 0 <= one.start - found.end() <= CLAUSE]
    return _claim(line, found, verdict, start=max(cuts, default=0), end=max(named, default=0))


def _clear(line: Line, found: re.Match[str]) -> Claim | None:
    who = line.list_before(found.start()) or line.list_after(found.end())
    if who is None:
        return None
    return _claim(line, found, standing.clear(line.scene, who.list))


def _leads(line: Line, found: re.Match[str]) -> Claim | None:
    who, other = _subject(line, found), line.list_after(found.end(), 25)
    compared = other is not None and bool(_COMPARES.search(line.plain[found.start() : other.start]))
    if who is None or not _is_lead(line, found, who, other if compared else None):
        return None
    rival = other.list if other and compared and other.list != who.list else ""
    end = other.end if other and rival else 0
    judge = polled.leads if line.of_polls else standing.leads
    return _claim(line, found, judge(line.scene, who.list, rival), start=who.start, end=end)


def _is_lead(line: Line, found: re.Match[str], who: Mention, other: Mention | None) -> bool:
    """Whether words of leading tell of the race: not "who leads Likud" nor "ahead of the vote"."""
    words = found.group().strip()
    if _LEADERSHIP.match(line.plain, found.start()) or _AHEAD_ALONE.fullmatch(words):
        return False
    if re.search(r"(?:ahead|front) of$", words) or re.fullmatch(r"lead(?:s|ing)?(?! ?$)", words):
        return other is not None and other.list != who.list
    return True


def _subject(line: Line, found: re.Match[str]) -> Mention | None:
    return line.list_before(found.start()) or line.list_after(found.end())


def _trails(line: Line, found: re.Match[str]) -> Claim | None:
    who, other = line.list_before(found.start()), line.list_after(found.end(), 40)
    if who is None or other is None or who.list == other.list:
        return None
    judge = polled.leads if line.of_polls else standing.leads
    verdict = judge(line.scene, other.list, who.list)
    return _claim(line, found, verdict, start=who.start, end=other.end)


def _overtakes(line: Line, found: re.Match[str]) -> Claim | None:
    who, other = line.list_before(found.start()), line.list_after(found.end(), 40)
    if who is None or other is None or who.list == other.list:
        return None
    verdict = standing.leads(line.scene, who.list, other.list)
    return _claim(line, found, verdict, start=who.start, end=other.end)


def _place(line: Line, found: re.Match[str]) -> Claim | None:
    who = line.list_before(found.start()) or line.list_after(found.end())
    if who is None:
        return None
    place = ordinal(found["nth"] or found["nth2"] or found["nth3"])
    voted = line.scene.voted and not line.of_polls
    judge = rank_of_result if voted else standing.rank
    return _claim(line, found, judge(line.scene, who.list, place), start=who.start)
