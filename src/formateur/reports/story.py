"""A checked news story, ready to be written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from formateur.files import write_file

if TYPE_CHECKING:
    from formateur.language import Language
    from formateur.story import StoryDocument


@dataclass(frozen=True, slots=True)
class StoryReport:
    """A news story, checked, ready to be written for people or programs."""

    document: StoryDocument

    def to_json(self) -> str:
        """Return the story document as JSON text."""
        return self.document.model_dump_json(by_alias=True, indent=1) + "\n"

    def to_html(self, path: str | Path | None = None, language: Language | None = None) -> str:
        """Return the checked story as one HTML page, and write it to `path` if one is given.

        Raises
        ------
        UsageError
            When `path` cannot be written; what was there before stays as it was.
        """
        from formateur.story.html import render_story_html

        page = render_story_html(self.document, language)
        if path is not None:
            write_file(Path(path), page)
        return page
