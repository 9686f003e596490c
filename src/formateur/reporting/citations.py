"""Sources of a document, numbered as they are cited."""

from __future__ import annotations

from dataclasses import dataclass, field

from formateur.facts import Source
from formateur.reporting import schema


@dataclass(slots=True)
class Sources:
    """Numbers sources in the order in which they are first cited."""

    ids: dict[Source, str] = field(default_factory=dict)

    def cite(self, source: Source) -> str:
        """Return the id of a source."""
        return self.ids.setdefault(source, f"s{len(self.ids) + 1}")

    def parts(self) -> list[schema.SourcePart]:
        """Return all sources cited so far."""
        return [
            schema.SourcePart(id=key, text=source.text, reported_by=source.reported_by)
            for source, key in self.ids.items()
        ]
