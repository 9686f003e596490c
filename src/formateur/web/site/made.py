"""What a site says of itself, so that the next build need not make again what stays the same."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from formateur.errors import UsageError

SCHEMA = "formateur/site/1"
MANIFEST = "site.json"


class Made(BaseModel):
    """A forecast whose files are written.

    Attributes
    ----------
    headline
        Its first sentences, by language.
    """

    model_config = ConfigDict(frozen=True)

    folder: str
    key: str
    files: tuple[str, ...]
    headline: dict[str, str]


class Manifest(BaseModel):
    """The file ``site.json`` of a site."""

    schema_id: str = Field(alias="schema", pattern=f"^{SCHEMA}$")
    version: str
    pages: tuple[Made, ...]


def made_before(site: Path) -> dict[str, Made]:
    """Return what a site holds, by folder; nothing when there is none yet.

    Raises
    ------
    UsageError
        When something else is there, which must not be written over.
    """
    if not site.exists() or (site.is_dir() and not any(site.iterdir())):
        return {}
    try:
        text = (site / MANIFEST).read_text("utf-8")
        found = Manifest.model_validate_json(text)
    except (OSError, ValueError, ValidationError):
        raise UsageError(
            f"{site} is there already and is not a site of Formateur: it has no {MANIFEST} that "
            "says so. Nothing was changed. Name a folder that is not there yet."
        ) from None
    return {one.folder: one for one in found.pages}


def unfinished(journal: Path) -> dict[str, Made]:
    """Return what an interrupted build had made; a line that was cut off does not count."""
    made: dict[str, Made] = {}
    try:
        lines = journal.read_text("utf-8").split("\n")[:-1]
    except (OSError, ValueError):
        return {}
    for line in lines:
        try:
            one = Made.model_validate_json(line)
        except ValidationError:
            continue
        made[one.folder] = one
    return made
