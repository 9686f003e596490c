"""Who says a thing, and who reported it: "X said, Reuters reported", "según Reuters"."""

from __future__ import annotations

import re

from formateur.story.folding import QUOTES, fold
from formateur.story.gazetteer import Gazetteer

_WHAT_IT_IS = (
    r"(?:the |el |la |un |una |an? )?(?:\w+[- ])?(?:newspaper|daily|weekly|magazine|news site"
    r"|website"
    r"|agency|broadcaster|bulletin of|diario|periodico|semanario|revista|agencia|portal|emisora"
    r"|cadena) "
)
_OUTLET = (
    r"(?:(?:the )?(?:Reuters|Associated Press|Agence France-Presse|AP|AFP|EFE|DPA|ANSA|TT"
    r"|Axios|Haaretz|Ynet|Globes|Maariv|Walla|Kan(?: 11)?|Bloomberg|Politico|CNN|BBC|"
    r"SVT|TV4|Aftonbladet|Expressen|Dagens Nyheter|Svenska Dagbladet|Sveriges Radio"
    r"|Times of Israel|Jerusalem Post|Israel Hayom|Yedioth Ahronoth|New York Times"
    r"|Washington Post|"
    r"Wall Street Journal|Journal|Guardian|Financial Times|Economist|El Pais|El Mundo"
    r"|La Vanguardia|ABC|Europa Press|Channel (?:\d+|Two|Ten|Twelve|Thirteen)"
    r"|(?:el )?Canal \d+|Army Radio|Radio Israel|Israel Radio"
    r"|(?:[Rr]adio|Kol|TV|Television|Canal|Channel) [A-Z]\w+(?: [A-Z]\w+)*(?: radio)?"
    r"|[A-Z]\w+(?: [A-Z]\w+)? (?:radio|television|TV)"
    rf"|{_WHAT_IT_IS}[A-Z][\w'-]+(?: [A-Z][\w'-]+)*"
    r"|(?:[A-Z]\w+ |la |the )?(?:news agencies|local radio|radio local|agencias)|"
    r"(?:[A-Z]\w+ )?(?:Times|Post|Herald|Tribune|Daily News|Radio|News Agency|newspaper|daily)))"
)
OUTLET = re.compile(rf"\b{_OUTLET}\b")
"""Names of agencies, papers and stations, in folded text."""

_SAY = (
    r"(?:said|says|say|told|tells|wrote|writes|added|adds|claimed|claims|argued|argues|warned"
    r"|warns|predicted|predicts|insisted|insists|noted|notes|declared|"
    r"stated|acknowledged|admitted|promised|vowed|pledged|tweeted|believes?|thinks?|called"
    r"|described|dismissed|accused|denounced|praised|hailed|criticised|criticized|blasted"
    r"|slammed|branded|labelled|labeled|sigh(?:ed|s)|retort(?:ed|s)|repl(?:ied|ies)|answer(?:ed|s)"
    r"|respond(?:ed|s)|remark(?:ed|s)|observ(?:ed|es)|mus(?:ed|es)|conclud(?:ed|es)|reckon(?:ed|s)"
    r"|estimat(?:ed|es)|forecasts?|bragg(?:ed)|crowed|shout(?:ed|s)|chant(?:ed|s)|comment(?:ed|s)"
    r"|caution(?:ed|s)|quip(?:ped|s)|joke[sd]|shrugg(?:ed)|grumbl(?:ed|es)|lament(?:ed|s)"
    r"|scoff(?:ed|s)"
    r"|repeat(?:ed|s)|whisper(?:ed|s)|explain(?:ed|s)|recall(?:ed|s)|rul(?:ed|es) out|expects?"
    r"|agrees?|agreed|suggested|maintains?|contends?"
    r"|complained|boasted|joked)"
)
_ASIDE = (
    r"(?:said|says|wrote|writes|added|adds|warned|warns|insisted|insists|noted|argued|argues"
    r"|joked|boasted"
    r"|complained|predicted|predicts|sighed|retorted|replied|answered|responded|remarked|observed"
    r"|mused|concluded|reckoned|reckons|estimated|estimates|bragged|crowed|shouted|chanted"
    r"|commented|cautioned|quipped|shrugged|grumbled|lamented|scoffed|repeated|whispered|explained)"
)
"""Verbs that may stand before the speaker, too: "sighed a nurse"."""
_DIJO = (
    r"(?:dijo|dice|dicen|dijeron|afirmo|afirma|aseguro|asegura|declaro|senalo|senala|indico|explico"
    r"|escribio|anadio|agrego|sostuvo|sostiene|insistio|advirtio|advierte|confeso|manifesto|comento"
    r"|presumio|presume|vaticino|vaticina|repitio|repite|proclamo|proclama|calculo|calcula|quejo"
    r"|queja"
    r"|exclamo|ironizo|ironiza|sentencio|sentencia|zanjo|suspiro|pronostica|auguro|augura"
    r"|coinciden?"
    r"|adelanto|reitero|reitera|respondio|responde|replico|replica|lamento|lamenta|resumio|resume"
    r"|cree"
    r"|recuerda|apunto|apunta|conto|cuenta|relato|relata|admitio|conto|avanzo|revelo|sugirio"
    r"|sugiere"
    r"|alerto|alerta|rio|musito|solto|remato"
    r"|opino|opina|estimo|expreso|expuso|preciso|subrayo|destaco|recordo|bromeo|pronostico)"
)
"""Verbs of saying that may stand before the speaker: "dijo Gantz"."""
_JUZGO = (
    r"(?:descart(?:o|a|an|ado)|exclu(?:yo|ye|ido)|aposto|reconocio|prometio|considero|considera"
    r"|califico|tacho|describio|critico|acuso"
    r"|denuncio"
    r"|calificado|tachado|descrito|criticado|acusado|elogio|celebro|alabo|tildo|lamento|admitio)"
)
_WHO = r"(?P<who>(?:[\w.'/-]+ ){0,9}?[\w.'/-]+)"
_BEFORE = re.compile(
    rf"(?:^|[,.;:{QUOTES}'] ?|\b(?:that|and|but|y|pero|while|as) ){_WHO},? (?:{_SAY}|(?:ha "
    rf"|han |had |has |have )?(?:{_DIJO}|{_JUZGO}))\b",
    re.I,
)
_AFTER = re.compile(
    rf"\b(?:{_ASIDE}(?= (?:(?:[\w-]+ ){{0,3}}[A-Z]|an? |the |one |his |her |its ))"
    rf"|(?i:{_DIJO}))\s+{_WHO}"
    r"(?=\s*[,.;:]|$|\s+(?i:que|on|in|at|en|este|after|during|to|tras|ante|a los|a sus"
    r"|el (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo))\b)"
)
_ACCORDING = re.compile(
    rf"\b(?:according to|per|in the words of|in the view of|segun|de acuerdo con"
    rf"|a juicio de)\s+{_WHO}(?=\s*(?:[,.;:]|$|\bwhich\b|\bque\b))",
    re.I,
)
_REPORTED = re.compile(
    rf"(?P<outlet>{_OUTLET}) (?:has |had |later |first |also |ha )*(?:reported|reports?|added"
    rf"|informo|informa|reporto|publico|revelo|says|said|wrote|writes|claims|claimed|afirma|afirmo"
    rf"|asegura|aseguro|escribio)"
    rf"|(?:reported|informo|publico|reporto|revelo|as reported by|citado por|cited by|quoted by"
    rf"|recogio|adelanto|avanzo|reprodujo|difundio|told|wrote in|on|in|en|a|ante|segun"
    rf"|according to|in an interview with|en una entrevista con|dijo a"
    rf"|declaro a|to) (?P<outlet2>{_OUTLET})"
)
_POLLS = re.compile(
    r"\b(?P<who>(?:opinion |latest |recent |final |new |most |every |all |several |two |the "
    r"|las |los |ultimos |ultimas |todas |todos )*(?:polls?|surveys?|pollsters?|encuestas?"
    r"|sondeos?|encuestadoras))\b"
    r"(?: \w+){0,4}? (?:predict|show|suggest|indicate|give|point|put|have|say|agree|forecast"
    r"|find|predicen|muestran|indican|dan|apuntan|senalan|pronostican|auguran|otorgan|sitian"
    r"|situan|vaticinan|preven|anticipan|colocan|reflejan|gave|showed|predicted|puts|shows"
    r"|gives)"
    r"|\b(?:according to|segun|in)(?P<who2> (?:opinion |latest |recent |final |most |every "
    r"|all |the |las |los |ultimos |ultimas |todas |todos )*(?:polls?|surveys?|pollsters?"
    r"|encuestas?|sondeos?))\b"
)
_TRIM = re.compile(
    r"^(?:that|and|but|while|as|because|y|pero|mientras|que|on \w+|el \w+day|in \w+|later|also"
    r"|earlier|meanwhile|after \w+|,)\s+|^\W+|\W+$",
    re.I,
)
_OF_SOMEBODY = re.compile(
    r"(?:'s|’s) \w|\b(?:aide|adviser|advisor|(?<!prime )minister|spokes\w+|ally|portavoz"
    r"|ministr[oa]"
    r"|asesor|aliad[oa]|colaborador)\b",
    re.I,
)
_HE = re.compile(r"(?:he|she|el|ella)", re.I)
_VERBAL = re.compile(
    r"\b(?:is|are|be|been|cannot|can|may|might|was|were|has|have|had|will|would|could|es|son|era"
    r"|fue|ha|han|seria|which|who"
    r"|que)\b",
    re.I,
)


def attributed(text: str, names: Gazetteer, before: str = "") -> tuple[str, str]:
    """Return who says what a sentence holds, and who reported it; empty where nobody is named.

    Parameters
    ----------
    text
        The sentence.
    before
        The sentence before in the same paragraph: a quotation may go on after who says it.

    Returns
    -------
    tuple of str
        The speaker, by full name where it is a known person; the outlet.
    """
    plain = fold(text)
    outlet = _outlet(plain)
    speaker = _speaker(text, plain, names)
    if not speaker and before and any(sign in text[:2] for sign in QUOTES):
        speaker = _speaker(before, fold(before), names)
    if _HE.fullmatch(speaker):
        named = [one for one in names.find(before) if one.what == "person"]
        speaker = names.persons[named[-1].id] if named else ""
    if OUTLET.fullmatch(re.sub(r"^(?:el|la|the|diario|newspaper) ", "", fold(speaker))):
        return "", outlet or speaker
    return speaker, outlet


def _outlet(plain: str) -> str:
    names = (found["outlet"] or found["outlet2"] for found in _REPORTED.finditer(plain))
    bare = (re.sub(rf"^{_WHAT_IT_IS}(?=[A-Z])|^(?:the|el) ", "", name) for name in names)
    return "; ".join(dict.fromkeys(bare))


def _speaker(text: str, plain: str, names: Gazetteer) -> str:
    polls = _POLLS.search(plain.lower())
    for pattern in (_AFTER, _BEFORE, _ACCORDING):
        for found in pattern.finditer(plain):
            who = _name(text[found.start("who") : found.end("who")], names)
            if who and not OUTLET.fullmatch(fold(who)):
                if polls and re.search(
                    r"\b(?:polls?|surveys?|encuestas?|sondeos?)\b", fold(who).lower()
                ):
                    break
                return who
            acting = re.match(r"[\w ]*?\w+ing\b", found["who"].strip())
            person = [one for one in names.find(text[: found.start("who")]) if one.what == "person"]
            if acting and person:  # "Gantz, speaking to reporters, said"
                return names.persons[person[-1].id]
    if polls:
        group = "who" if polls["who"] else "who2"
        return _bare(text[polls.start(group) : polls.end(group)])
    return ""


def _bare(who: str) -> str:
    return re.sub(r"^(?:the|las|los)\s+", "", who.strip(), flags=re.I)


def _name(who: str, names: Gazetteer) -> str:
    """Return a person's full name where one is meant, else the words without their trimmings."""
    trimmed = re.sub(r"^.* (he|she)$", r"\1", who.strip())
    while (shorter := _TRIM.sub("", trimmed)) != trimmed:
        trimmed = shorter
    persons = [one for one in names.find(trimmed) if one.what == "person"]
    if persons and not _OF_SOMEBODY.search(trimmed):
        return names.persons[persons[-1].id]
    if len(trimmed.split()) > 8 or re.match(r"\w+ing\b", trimmed) or _VERBAL.search(fold(trimmed)):
        return ""
    return trimmed
