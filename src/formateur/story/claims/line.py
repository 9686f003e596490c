"""A sentence made ready for the rules that look for claims."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from formateur.story.dates import Named, named_days, named_months
from formateur.story.folding import fold
from formateur.story.gazetteer import Mention
from formateur.story.scene import Scene

_NOT = re.compile(
    r"(?:\bnot|\bno|\bnever|n't|\bhardly|\bfar from|\bno longer|\bnunca|\bni|\blejos de"
    r"|\btampoco|\bwithout|\bsin)(?: (?:a|an|the|so|at all|un|una|yet|be|es|esta|en|have|has"
    r"|sera|la|el|as)){0,2} $"
)
_YEAR = re.compile(r"\b((?:19|20)\d\d)\b")
_SEASON = re.compile(
    r"\b(?:in|last|this past|since) (?:the )?(?:spring|summer|autumn|fall|winter)\b"
    r"|\blast (?:year|month)\b"
    r"|\bearlier this year\b|\bdecades? ago\b|\ben (?:la primavera|el verano|el otono"
    r"|el invierno)\b"
    r"|\bel (?:ano|mes) pasado\b"
)
_OBJECT = re.compile(
    r"\b(?:of|over|than|behind|past|overt(?:ak|ook)\w*|beat\w*|with|without|by|from|against|de"
    r"|del|a"
    r"|al|sobre|que|con|contra|frente a|por|sin) (?:the |el |la |los |las )?$"
)
_POLLS = re.compile(
    r"\b(?:polls?|surveys?|pollsters?|encuestas?|sondeos?|encuestadoras?)\b(?! (?:on|open"
    r"|close|station))"
)
_AT_THE_POLLS = re.compile(
    r"\b(?:go(?:es|ing)?|head(?:s|ing)?|return(?:s|ing)?|went|back) (?:back )?to the polls\b"
    r"|\bexit polls?\b"
)
_PAST = re.compile(
    r"\b(?:overtook|won|took|got|received|came|finished|secured|captured|lost|fell|failed|fueron"
    r"|quedaron|gano"
    r"|obtuvo"
    r"|logro|consiguio|quedo|saco|perdio|ganaron|obtuvieron|sacaron|lograron|consiguieron"
    r"|cosecho)\b"
)
_COMING = re.compile(
    r"\b(?:will|would|could|may|might|set to|expected|likely|on course|poised|projected"
    r"|predict\w*|shall|should|can|\w+ria|\w+rian|puede|podria|podrian|sera|tendra|preve\w*"
    r"|probable|va a|van a)\b"
)


@dataclass(frozen=True)
class Line:
    """A sentence made ready: its words folded, and the names in it.

    Attributes
    ----------
    text
        As it stands in the story.
    before
        The sentence before it in the same paragraph; empty where none is.
    """

    text: str
    before: str
    scene: Scene

    @cached_property
    def plain(self) -> str:
        """The text without accents, in small letters; sign for sign as long."""
        return fold(self.text).lower()

    @cached_property
    def mentions(self) -> list[Mention]:
        """The lists, persons and blocs that are named."""
        return self.scene.names.find(self.text)

    @cached_property
    def days(self) -> list[Named]:
        """The days that are named."""
        return named_days(self.text)

    @cached_property
    def months(self) -> list[Named]:
        """The months that are named without a day."""
        return named_months(self.text)

    @cached_property
    def of_polls(self) -> bool:
        """Whether the sentence says what opinion polls show."""
        return bool(_POLLS.search(_AT_THE_POLLS.sub("", self.plain)))

    @property
    def past(self) -> bool:
        """Whether the sentence tells of what has been."""
        return bool(_PAST.search(self.plain)) and not _COMING.search(self.plain)

    @cached_property
    def of_another_time(self) -> bool:
        """Whether the sentence tells of a year or a season that no election known here is of."""
        if _COMING.search(self.plain):
            return False
        known = {one.date.year for one in self.scene.elections} | {self.scene.day.year}
        years = {int(one) for one in _YEAR.findall(self.plain)}
        return bool(years - known) or bool(_SEASON.search(self.plain))

    def negated(self, at: int) -> bool:
        """Whether what begins at a place is denied by the words before it."""
        return bool(_NOT.search(self.plain[max(0, at - 24) : at]))

    def list_before(self, at: int, reach: int = 120) -> Mention | None:
        """Return the nearest list or person of a list that is named before a place."""
        near = [
            one for one in self.mentions if one.list and one.end <= at and at - one.end <= reach
        ]
        return self._head(near)

    def list_after(self, at: int, reach: int = 60) -> Mention | None:
        """Return the nearest list or person of a list that is named after a place."""
        near = (one for one in self.mentions if one.list and one.start >= at)
        return next((one for one in near if one.start - at <= reach), None)

    def _head(self, near: list[Mention]) -> Mention | None:
        """Return the last of the names that is no object, as after "overtake the"."""
        free = [one for one in near if not _OBJECT.search(self.plain[: one.start][-30:])]
        return free[-1] if free else near[-1] if near else None

    def lists(self, start: int = 0, end: int | None = None) -> list[str]:
        """Return the different lists named between two places, in order."""
        stop = len(self.text) if end is None else end
        inside = (one.list for one in self.mentions if one.list and start <= one.start < stop)
        return list(dict.fromkeys(inside))

    def blocs(self) -> list[str]:
        """Return the blocs that the sentence means, by name or by a person: "Gantz's bloc"."""
        named = [one.id for one in self.mentions if one.what == "bloc"]
        taken = {one for id_ in named for one in self._lists_of(id_)}
        others = [one for one in self._blocs_of_persons() if not taken & set(self._lists_of(one))]
        return list(dict.fromkeys([*named, *others]))

    def _lists_of(self, bloc_id: str) -> list[str]:
        bloc = self.scene.bloc_part(bloc_id)
        return bloc.lists if bloc else []

    def _blocs_of_persons(self) -> list[str]:
        document = self.scene.document
        found = []
        for one in self.mentions:
            tail, head = (
                self.plain[one.end : one.end + 40],
                self.plain[max(0, one.start - 34) : one.start],
            )
            of_bloc = re.match(
                r"'s? (?:[\w-]+ ){0,4}(?:bloc|camp|coalition|alliance|allies|partners)\b", tail
            )
            el_bloque = re.search(
                r"\b(?:bloque|coalicion|campo|aliados|bando)(?: [\w-]+)? (?:del?|que lidera"
                r"|liderado por|encabezado por) $",
                head,
            )
            the_bloc = re.search(
                r"\b(?:bloc|camp|coalition|alliance) (?:of|led by|headed by|around|behind) $", head
            )
            if document and one.list and (of_bloc or el_bloque or the_bloc):
                holding = [bloc for bloc in document.blocs if one.list in bloc.lists]
                if holding:
                    found.append(min(holding, key=lambda bloc: len(bloc.lists)).id)
        return found
