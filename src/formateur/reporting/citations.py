"""Sources of a document, numbered as they are cited."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from formateur.facts import Source
from formateur.language import Language
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


def reporter(source: schema.SourcePart) -> str:
    """Return who reported it, where the source itself does not say so already."""
    return "" if source.reported_by in source.text else source.reported_by


def source_line(source: schema.SourcePart, language: Language) -> str:
    """Tell a source, and who reported it."""
    by = reporter(source)
    if not by:
        return language.isolated(source.text)
    return language.say("{source} (reported by {name})", source=source.text, name=by)


def source_lines(sources: Iterable[schema.SourcePart], language: Language) -> dict[str, str]:
    """Tell sources, by their ids."""
    return {one.id: source_line(one, language) for one in sources}
