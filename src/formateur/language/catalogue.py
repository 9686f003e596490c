"""The catalogues of translations: gettext files that translators read and write."""

from __future__ import annotations

from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import BytesIO

SOURCE = "en"
"""The language that the code is written in; it has no catalogue."""

LANGUAGES = (SOURCE, "es", "de", "fr", "he", "ar")
"""Codes of the languages that Formateur speaks."""


def catalogue_file(code: str) -> Traversable:
    """Return the catalogue of a language other than English."""
    return files("formateur") / "data" / "locale" / f"{code}.po"


@cache
def load_catalogue(code: str) -> NullTranslations:
    """Return the translations of a language; English ones are the texts themselves."""
    if code == SOURCE:
        return NullTranslations()
    from babel.messages.mofile import write_mo  # noqa: PLC0415 - English needs none of it
    from babel.messages.pofile import read_po  # noqa: PLC0415

    with catalogue_file(code).open("rb") as file:
        catalogue = read_po(file, locale=code, abort_invalid=True)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return GNUTranslations(compiled)
