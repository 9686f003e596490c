"""Which country's elections a story is about, by its places, lists and persons."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from formateur.facts import Election
from formateur.story.folding import fold
from formateur.story.gazetteer import Gazetteer, places

VOTING = re.compile(
    r"\b(?:elections?|vot(?:e|es|ed|ing|ers?)|polls?|ballots?|seats?|coalition|eleccion(?:es)?"
    r"|comicios|"
    r"votacion(?:es)?|votantes|encuestas?|sondeos?|urnas|escanos?|coalicion|electoral|knesset"
    r"|riksdag|kneset)\b"
)
SECOND = 0.4
"""A second country that is named this often beside the first makes a story of several."""


@dataclass(frozen=True, slots=True)
class Place:
    """A country that a story is about.

    Attributes
    ----------
    score
        Places named, and twice the different lists and persons.
    names
        Ids of lists and persons that are named.
    """

    country: str
    score: float
    names: frozenset[str]


def places_of(
    text: str, elections: Sequence[Election], gazetteers: Mapping[str, Gazetteer]
) -> list[Place]:
    """Return the countries that a story is about, the likeliest first.

    Several where a second one is named almost as often; none where it is about no election of a
    country that is known.
    """
    plain = fold(text)
    if not VOTING.search(plain.lower()):
        return []
    found = []
    for country in dict.fromkeys(one.country for one in elections):
        named = {
            mention.id
            for one in elections
            if one.country == country
            for mention in gazetteers[one.id].find(text)
            if mention.what != "bloc"
        }
        hits = len(places(country).findall(plain))
        if hits:
            found.append(Place(country, hits + 2 * len(named), frozenset(named)))
    found.sort(key=lambda one: -one.score)
    elsewhere = len(places("elsewhere").findall(plain))
    if not found or (elsewhere > found[0].score):
        return []
    return [
        one for one in found if one.score >= SECOND * found[0].score and len(one.names) > 1
    ] or (found[:1])
