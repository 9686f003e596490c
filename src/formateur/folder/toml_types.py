"""Kinds of values that the TOML files of a folder hold, as pydantic types."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

from formateur.facts import Source
from formateur.folder.cells import LIST_ID, SLUG

MEANINGS = {
    f"^{LIST_ID}$": "an id; use only a-z, 0-9 and _, as in blue_white",
    f"^({LIST_ID})?$": "an id; use only a-z, 0-9 and _, as in blue_white",
    f"^{SLUG}$": "an id; use only a-z, 0-9, _ and -, as in il-2019-09",
    f"^({SLUG})?$": "an id; use only a-z, 0-9, _ and -, as in il-2019-09",
    "^#[0-9a-f]{6}$": "a colour; write # and six digits 0-9 and a-f, as in #1f5aa5",
    "^[a-z]{2}$": "a country code; use the two small letters of ISO 3166, as in il",
    f"^({SLUG}|law\\.toml)$": 'a law; use the id of a built-in law, or "law.toml"',
    f"^(group|government|policy):{LIST_ID}$": (
        "the id of a target; begin it with group:, government: or policy:"
    ),
    "^(plain|absolute|none|[0-9]{1,6}/[0-9]{1,6}|[0-9]{1,6})$": (
        'a majority; use "plain", "absolute", "none", a fraction such as "2/3", or a number of '
        "seats"
    ),
    "^[a-z]{2,3}(-[A-Za-z0-9]+)*$": "a language code; use one such as he, ar or pt-BR",
    r"^[^\x00-\x08\x0b-\x1f\x7f-\x9f]*$": (
        "a plain text; remove the control characters, which could mislead a terminal"
    ),
}
"""What the patterns below stand for, in words."""

_ID, _MAYBE_ID, _SLUG, _MAYBE_SLUG, *_OTHERS = MEANINGS
_COLOUR, _COUNTRY, _LAW, _TARGET, _MAJORITY, _LANGUAGE, _TEXT = _OTHERS

ListId = Annotated[str, StringConstraints(pattern=_ID)]
OptionalListId = Annotated[str, StringConstraints(pattern=_MAYBE_ID)]
Slug = Annotated[str, StringConstraints(pattern=_SLUG)]
OptionalSlug = Annotated[str, StringConstraints(pattern=_MAYBE_SLUG)]
ColourCode = Annotated[str, StringConstraints(pattern=_COLOUR)]
CountryCode = Annotated[str, StringConstraints(pattern=_COUNTRY)]
LawRef = Annotated[str, StringConstraints(pattern=_LAW)]
TargetId = Annotated[str, StringConstraints(pattern=_TARGET)]
Majority = Annotated[str, StringConstraints(pattern=_MAJORITY)]
LanguageCode = Annotated[str, StringConstraints(pattern=_LANGUAGE)]
RequiredText = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, pattern=_TEXT)]
OptionalText = Annotated[str, StringConstraints(strip_whitespace=True, pattern=_TEXT)]
NamesByLanguage = dict[LanguageCode, RequiredText]


class TomlTable(BaseModel):
    """A table whose keys are all named and whose values are not converted."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class SourcedTable(TomlTable):
    """A table with a source of its own."""

    source: RequiredText
    reported_by: OptionalText = ""

    def own_source(self) -> Source:
        """Return the source as a record."""
        return Source(self.source, self.reported_by)


class InheritingTable(TomlTable):
    """A table that has the source of the file unless it names another."""

    source: OptionalText = ""
    reported_by: OptionalText = ""

    def source_or(self, inherited: Source) -> Source:
        """Return the table's own source, or the inherited one."""
        if self.source:
            return Source(self.source, self.reported_by)
        return Source(inherited.text, self.reported_by or inherited.reported_by)
