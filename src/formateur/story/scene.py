"""What the claims of a story are held against: an election, a day, and the forecast of that day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from formateur.facts import Election
from formateur.reporting.schema import BlocPart, ForecastDocument, ListPart
from formateur.reporting.schema_account import PollPart
from formateur.story.gazetteer import Gazetteer
from formateur.story.happenings import Chronicle
from formateur.story.tongue import Tongue

FORTNIGHT = 14
"""Days up to the story's whose polls "the polls" are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What the claims of a story are held against.

    Attributes
    ----------
    election
        All its facts, later ones included; what a verdict may use is what `day` knew.
    elections
        Every election of the country that is known, oldest first.
    document
        The forecast of the day; ``None`` where none could be made, and `gap` says why.
    """

    tongue: Tongue
    election: Election
    elections: tuple[Election, ...]
    day: date
    names: Gazetteer
    chronicle: Chronicle
    document: ForecastDocument | None
    gap: str = ""

    @property
    def voted(self) -> bool:
        """Whether the story is written after the day of the vote."""
        return self.day > self.election.date

    @property
    def previous(self) -> Election | None:
        """The election before, where it is known."""
        return next((one for one in self.elections if one.id == self.election.previous), None)

    def list_part(self, list_id: str) -> ListPart | None:
        """Return a list of the forecast; ``None`` where it is not in it."""
        lists = {one.id: one for one in self.document.lists} if self.document else {}
        if list_id in lists:
            return lists[list_id]
        holding = (
            one.id for one in self.election.lists for part in one.members if part.id == list_id
        )
        return next((lists[one] for one in holding if one in lists), None)

    def bloc_part(self, bloc_id: str) -> BlocPart | None:
        """Return a bloc of the forecast; ``None`` where it is not in it."""
        blocs = self.document.blocs if self.document else []
        return next((one for one in blocs if one.id == bloc_id), None)

    def name(self, id_: str) -> str:
        """Return the name of a list, a person or a bloc of the election, or else its id."""
        names = {one.id: one.name for one in self.election.blocs}
        names |= {one.id: one.name for one in self.election.persons}
        names |= {one.id: one.name for one in self.election.lists}
        return names.get(id_, id_)

    def polls(self) -> list[PollPart]:
        """Return the polls of the fortnight up to the day, newest first."""
        polls = self.document.polls if self.document else []
        oldest = self.day - timedelta(days=FORTNIGHT)
        return [one for one in polls if one.kind == "poll" and one.fieldwork_end >= oldest]

    def forecast_source(self) -> tuple[str, ...]:
        """Return how to make the forecast again."""
        if self.document is None:
            return ()
        made = self.document
        return (f"formateur forecast {made.election.id} --as-of {made.as_of} (run {made.run})",)

    def source(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Return the texts of sources of the forecast."""
        texts = {one.id: one.text for one in self.document.sources} if self.document else {}
        return tuple(dict.fromkeys(texts[one] for one in ids if one in texts))
