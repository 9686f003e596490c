"""How the figures and names of one forecast are told in one language."""

from __future__ import annotations

from dataclasses import dataclass

from formateur.language import Amount
from formateur.reporting.schema import ForecastDocument
from formateur.reporting.view.records import Sentence
from formateur.reporting.view.wording import Wording


@dataclass(frozen=True, slots=True)
class Words(Wording):
    """Tells figures and names of a document in a language."""

    document: ForecastDocument

    def notes(self, *topics: str) -> tuple[Sentence, ...]:
        """Say the notes about some topics; about all, where none is named."""
        return tuple(
            self.told(self.written(one.said))
            for one in self.document.messages
            if one.topic in topics or not topics
        )

    def name(self, list_id: str) -> str:
        """Return the name of a list, to be put into a sentence."""
        return self.name_of(self.list_name(list_id))

    def list_name(self, list_id: str) -> str:
        """Return the name of a list as the document has it; an id that no list has as it is."""
        found = (one.name for one in self.document.lists if one.id == list_id)
        return next(found, list_id)

    def threshold(self) -> Amount:
        """Return the threshold of the law, with the decimals that it has."""
        told = f"{self.document.law.threshold:g}"
        places = len(told.partition(".")[2])
        return Amount(self.document.law.threshold / 100, places, percent=True)
