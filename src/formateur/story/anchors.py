"""Words of a story that tell how far its day is from a vote, for dating it and for checking it."""

from __future__ import annotations

import re

from formateur.story.numbers import NUMBER, ORDINAL

_DAYS = {1: "day dia", 7: "week semana", 14: "fortnight", 30.44: "month mes", 365.25: "year ano"}
UNITS = {
    word + plural: days
    for days, words in _DAYS.items()
    for word in words.split()
    for plural in ("", "s", "es")
}
"""Days of a unit of time."""

UNIT = r"(?:days?|weeks?|months?|years?|dias?|semanas?|mes(?:es)?|anos?)"
ELECTION = (
    r"(?:(?:general |snap |national |parliamentary |legislative |knesset |riksdag |federal "
    r"|early |repeat |re-?run |do-over |israeli |israel's |swedish |sweden's "
    r"|crucial |key |tight |close |september |april |march |tuesday's |monday's |sunday's "
    r"|next |this |first |second |third |fourth |fifth |inconclusive |deadlocked )*"
    r"(?:elections?|vote|ballot|polls? (?:open|day)|polling day|election day|balloting"
    r"|the polls|voting)\b"
    r"|(?:israelis?|swedes|voters|the country|israel|sweden|they|people) (?:will )?(?:votes?"
    r"|go(?:es)? to the polls|heads? to the polls|cast)"
    r"|(?:israel|suecia|el pais|los israelies|los suecos) vota(?:n|ra|ran)?\b"
    r"|(?:going|heading|go|return|returning|called|summoned) (?:back )?to (?:the (?:polls"
    r"|ballot box(?:es)?|polling stations?|urns)|vote)"
    r"|ballots? (?:is |are |will be |to be )?(?:being )?cast|polling stations? open"
    r"|(?:que )?(?:las? |los )?(?:cruciales |proximas |nuevas |terceras |segundas |cuartas "
    r"|renidas )?(?:elecciones|comicios|votacion|urnas|jornada electoral|cita electoral"
    r"|cita con las urnas|eleccion)\b"
    r"|(?:de )?que (?:israel|suecia|el pais) (?:vote|acuda|vaya|vuelva)(?: a (?:las urnas|votar))?"
    r"|(?:de )?que (?:los )?(?:israelies|suecos|votantes|electores|ciudadanos) (?:voten|acudan"
    r"|vayan|vuelvan|regresen)(?: a (?:las urnas|votar))?)"
)
"""What the day of the vote is called, in folded text in lower case."""

ABOUT = (
    r"(?P<about>about|around|some|almost|nearly|roughly|more than|over|less than|under"
    r"|just over|just under|barely|only|just|unos|unas|casi|cerca de|mas de|menos de|apenas"
    r"|solo) "
)
BEFORE = re.compile(
    rf"(?:{ABOUT})?\b(?P<n>{NUMBER}) (?P<unit>{UNIT}) (?:before|ahead of|prior to|away from"
    rf"|until|till|from|antes de|previos? a|para)"
    rf" (?:the |an? |this |their |las? |los? |el |unas |que )?(?:country's "
    rf"|nation's )?(?P<what>{ELECTION})"
)
AFTER = re.compile(
    rf"(?:{ABOUT})?\b(?P<n>{NUMBER}) (?P<unit>{UNIT}) (?:after|since|following|despues de|tras"
    rf"|desde)"
    rf" (?:\w+'s )?(?:the |an? |that |its |their |their own |las? |los? |el |unas? "
    rf"|unos )?(?:country's "
    rf"|nation's )?(?P<what>(?:last |previous |first |second |earlier |pasadas |ultimas "
    rf"|anteriores |primeras |segundas )*{ELECTION})"
)
LEFT = re.compile(
    rf"\b(?:with (?:{ABOUT})?)?(?P<n>{NUMBER}) (?P<unit>{UNIT}) (?:to go|left|remaining"
    rf"|from (?:now|today)|hence)\b"
    rf"|\b(?:faltan|quedan|a falta de) (?P<n2>{NUMBER}) (?P<unit2>{UNIT})"
    rf"|\ba (?:solo )?(?P<n3>{NUMBER}) (?P<unit3>{UNIT}) (?:de|para) (?:las? |los? )?{ELECTION}"
    rf"|\b(?:dentro de|de aqui a) (?P<n4>{NUMBER}) (?P<unit4>{UNIT})\b"
)
EVE = re.compile(
    rf"\b(?:on the )?eve of (?:the |an? |this )?{ELECTION}"
    rf"|\b(?:en )?(?:la )?vispera de (?:las? |los? )?{ELECTION}"
    rf"|\b(?:the |a )?day before (?:the )?{ELECTION}|\bun dia antes de (?:las? |los? )?{ELECTION}"
)
MORROW = re.compile(
    rf"\b(?:the |a )?day after (?:the |an? )?(?:tuesday's |monday's |sunday's )?{ELECTION}"
    rf"|\b(?:al )?dia siguiente de (?:las? |los? )?{ELECTION}"
)
NTH = re.compile(
    rf"\b(?P<nth>{ORDINAL}) (?:general |national |parliamentary |legislative |knesset |snap "
    rf"|inconclusive )*(?:(?P<what>elections?|time|vote|ballot|votacion|elecciones|comicios"
    rf"|vez)\b"
    rf"(?:[^.;]{{0,40}}?))?\b(?:(?:in|within|en) (?:the space of |just |barely |solo |apenas "
    rf"|poco |algo )?(?P<more>less than|under|about|almost|nearly|little more than|just over"
    rf"|more than|over|menos de|casi|unos|mas de"
    rf"|poco mas de)? ?(?P<n>{NUMBER}) (?P<unit>{UNIT})|(?P<year>(?:this|of the) year|(?:en |de "
    rf"|del )?este ano|(?:en lo que va|del|de) (?:de )?ano))"
)
