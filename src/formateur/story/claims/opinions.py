"""Opinion, motive and praise: listed with who says them, never judged."""

from __future__ import annotations

import re
from collections.abc import Iterator

from formateur.story import rules
from formateur.story.attribution import attributed
from formateur.story.claim import Claim, Verdict
from formateur.story.claims.line import Line
from formateur.story.folding import fold
from formateur.story.numbers import NUMBER

MOTIVE = re.compile(
    r"\b(?:(?:that |which )?(?:looks?|looked|seems?|seemed|appears?"
    r"|appeared) (?:to be )?(?:like (?:a|an) (?:\w+ ){0,3}(?:attempt|bid|effort|ploy|gift"
    r"|boost|gesture)|(?:clearly |largely |mainly |in part )?(?:meant|designed|aimed|timed"
    r"|intended|calculated|tailored|calibrated)\b)|(?:clearly |obviously |transparently "
    r"|plainly )?(?:meant|designed|intended|timed|calculated) to (?:help|boost|bolster|shore"
    r"|sway|win|influence|lift|energi[sz]e|rally|give|aid|strengthen)"
    r"|(?:in |as )?an? (?:apparent|obvious|thinly veiled|transparent|blatant|last-minute"
    r"|last-ditch|clear) (?:bid|attempt|effort|move|gift|ploy|boost|gesture|move|appeal)"
    r"|(?:widely )?(?:seen|viewed|regarded|perceived|interpreted) (?:by \w+ )?(?:widely )?as"
    r"|(?:an? )?(?:last-minute|last-ditch) (?:boost|gift|ploy|bid|push)|hoping to"
    r"|in the hope of|hopes? to (?:boost|win|rally|shore|sway|energi[sz]e)"
    r"|parec(?:e|en|ia|ian) (?:estar )?(?:destinad|pensad|disenad|orientad|calculad|dirigid"
    r"|concebid|hech|encaminad|buscar|querer|un|una)[oa]?s?|(?:en un |un )?(?:aparente|claro"
    r"|evidente|obvio) (?:intento|guino|regalo|gesto|impulso|apoyo|espaldarazo)|(?:vist"
    r"|considerad|interpretad|percibid|leid)[oa]s? (?:\w+ )?como|(?:busca|buscaba|pretende"
    r"|con el objetivo de|con la intencion de|con el fin de|para) (?:favorecer|reforzar"
    r"|impulsar|ayudar|beneficiar|movilizar|atraer|apuntalar|respaldar) (?:a |al |la |las "
    r"|los )?)\b"
)
JUDGES = re.compile(
    r"\b(?:(?:has |have |had )?(?:called|described|labell?ed|branded|slammed|dismissed"
    r"|denounced|praised|hailed|lauded|criticis?zed|criticised|criticized|condemned|accused"
    r"|blasted|mocked|ridiculed|blamed|derided|lambasted|decried|deplored|welcomed|applauded"
    r"|boasted|thanked|attacked)\b|(?:calls|describes|dismisses|praises|hails|denounces"
    r"|accuses|condemns|slams)\b"
    r"|(?:ha |han |habia )?(?:califico|calificado|tacho|tachado|describio|descrito|elogio"
    r"|elogiado|critico|criticado|denuncio|denunciado|acuso|acusado|alabo|alabado|tildo"
    r"|tildado|condeno|condenado|lamento|lamentado|aplaudio|aplaudido|arremetio|ataco|fustigo"
    r"|censuro|ridiculizo|menosprecio|agradecio)\b)"
)
VALUES = re.compile(
    r"\b(?:great(?:est|ness)?|historic|tremendous|wonderful|terrific|amazing|fantastic"
    r"|brilliant|mistake|disaster|disastrous|disgrace(?:ful)?|shame(?:ful|less)?|cynical"
    r"|irresponsible|dangerous|worst|best|spin|ugly|proud|pride|betray\w*|hypocri\w+|ploy"
    r"|stunt|gimmick|gift|reckless|weak(?:ness)?|strong(?:est)? leader|corrupt\w*|liar|lies"
    r"|lie|lying|unfit|incompetent|courage\w*|brave|bold|tragedy|tragic|hope(?:s|ful|less)?"
    r"|fear(?:s|ed)?|deserves?|must|should|waste of time|catastroph\w+|threat to|good for"
    r"|bad for|important|essential|vital|wrong|unacceptable|pathetic|desperate|desperation"
    r"|absurd|ridiculous|nonsense|bluff|charade|circus|friend(?:ship)?|beautiful|boring"
    r"|unprecedented|game-?changer|turning point|exciting|worried|optimistic|confident|happy"
    r"|sad|angry|tired|fed up|trust|dream|nightmare|crucial|a mess|chaos|farce|fiasco"
    r"|scandal(?:ous)?|irrelevant|madness|foolish|naive|sincere|honest|dishonest"
    r"|gran(?:de|des|dioso)?|historic[oa]s?|error(?:es)?|desastre|desastros[oa]|vergüenza"
    r"|verguenza|vergonzos[oa]|cinic[oa]|irresponsable|peligros[oa]|peor|mejor|propaganda"
    r"|fe[oa]|orgullos[oa]|orgullo|traicion|hipocrit?a|hipocresia|maniobra|truco|regalo|debil"
    r"|debilidad|corrupt[oa]|mentir(?:a|as|oso)|miente|valiente|valentia|tragedia|esperanza"
    r"|miedo|merece(?:n|mos)?|debe(?:mos|n|ria)?|deberia(?:n|mos)?|perdida de tiempo"
    r"|catastrof\w+|amenaza|importante|esencial|vital|inaceptable|patetic[oa]|desesperad[oa]"
    r"|desesperacion|absurd[oa]|ridicul[oa]|tonteria|farsa|circo|amig[oa]|amistad"
    r"|maravillos[oa]|excelente|extraordinari[oa]|lamentable|injust[oa]|grave|locura|caos"
    r"|fracaso|escandalo(?:s[oa])?|honest[oa]|decepcion\w*|ilusion\w*|confianza|optimista"
    r"|preocupad[oa]|harto|cansad[oa])\b"
)
FIRST_PERSON = re.compile(
    r"\b(?:we will|we'll|we are going to|i will|i'll|we want|i want|i believe|i think"
    r"|we believe|we need|we must|let us|let's|i am sure|we can|my friend|i look forward"
    r"|we won't|we won|vamos a|queremos|quiero|creo|creemos|necesitamos|podemos|debemos"
    r"|haremos|ganaremos|voy a|estoy segur[oa]|tenemos que|espero|esperamos|sere|seremos"
    r"|i shall|i am going to)\b"
)
_SAID = re.compile(
    r"\b(?:said|says|told|tweeted|wrote|warned|argued|believes?|thinks?|insisted|claimed|added"
    r"|according to|critics|analysts|dijo|afirmo|aseguro|declaro|escribio|advirtio|opino|opina"
    r"|considero|considera|sostuvo|cree|segun|criticos|analistas|insistio|anadio|agrego|tuiteo"
    r"|expreso|comento|senalo)\b"
)


_FIGURE = re.compile(
    rf"\b(?!an?\b|una?\b|one\b|uno\b){NUMBER}\b|\b(?:doubl|tripl|half|doble|mitad)\w*"
)
_POLLED = re.compile(
    r"\b(?:polls?|surveys?|pollsters?|encuestas?|sondeos?|law|ley|results?|resultados)\b"
)


def claims(line: Line, taken: list[tuple[int, int]]) -> Iterator[Claim]:
    """Yield the opinions of a sentence, besides what was taken as a claim of another kind.

    Parameters
    ----------
    taken
        Where claims of other kinds begin and end.
    """
    verdict = Verdict("opinion", rules.OPINION)
    for span in _spans(line):
        if not any(first <= span[0] and span[1] <= last for first, last in taken):
            yield Claim("opinion", *span, verdict)
            return
    if not taken and (view := _view(line)) is not None:
        yield Claim("opinion", *view, verdict)


def _view(line: Line) -> tuple[int, int] | None:
    """Return the words of somebody that make no claim of another kind.

    A quotation is a view whoever says it; without quotation marks only the words of one who is
    no actor of the election and gives no figure.
    """
    speaker, _ = attributed(line.text, line.scene.names, line.before)
    words = [(one, line.text[slice(*one)]) for one in _quotations(line)]
    names = line.scene.names
    quotations = [one for one, said in words if len(said.split()) >= 4 and not names.lists(said)]
    if quotations:
        return max(quotations, key=lambda one: one[1] - one[0])
    if not speaker or _FIGURE.search(line.plain) or _POLLED.search(fold(speaker).lower()):
        return None
    if names.lists(line.text) or line.days or line.months:
        return None
    return 0, len(line.text.rstrip(" ."))


def _spans(line: Line) -> Iterator[tuple[int, int]]:
    """Yield where opinions may stand, the surest first."""
    for found in MOTIVE.finditer(line.plain):
        yield found.start(), _clause_end(line, found.end())
    quotations = _quotations(line)
    for found in JUDGES.finditer(line.plain):
        tail = line.plain[found.end() :]
        if re.match(
            r" (?:for|on|off|to (?:the|vote|order)|to a|a (?:meeting|vote|news|press|snap|rally"
            r"|conference|election)"
            r"|an election|up|by|in|elections?|back|para|por) ",
            tail,
        ):
            continue
        if (
            VALUES.search(tail)
            or quotations
            or re.match(r"[^.;]{0,60}\b(?:as|of|for|an?|a|de|como|por)\b", tail)
        ):
            yield found.start(), _clause_end(line, found.end())
    for start, end in quotations:
        words = line.plain[start:end]
        if VALUES.search(words) or FIRST_PERSON.search(words):
            yield start, end
    if _SAID.search(line.plain):
        for found in VALUES.finditer(line.plain):
            start = max(
                (
                    one.end()
                    for one in re.finditer(r"[,;:] |\b(?:that|que) ", line.plain[: found.start()])
                ),
                default=0,
            )
            if not _SAID.search(line.plain[start : found.start()]) or not start:
                yield start, _clause_end(line, found.end())


def _quotations(line: Line) -> list[tuple[int, int]]:
    return [found.span(1) for found in re.finditer('["“«„]([^"“”«»„]{2,})(?:["”»]|$)', line.text)]


def _clause_end(line: Line, start: int) -> int:
    end = re.search(r"[;.]|, (?:but|and|while|y|pero|mientras|said|dijo)\b|$", line.plain[start:])
    return start + (end.start() if end else 0)
