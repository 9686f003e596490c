"""Bring the catalogues of translations up to the sentences in the code.

Run ``python scripts/renew_catalogues.py``: new sentences come in untranslated, changed ones are
marked fuzzy with the nearest old translation, and those that nobody says any more go.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from formateur.language import LANGUAGES

PACKAGE = Path(__file__).parents[1] / "src" / "formateur"
LOCALE = PACKAGE / "data" / "locale"
METHODS = [("**.py", "python"), ("**.jinja", "jinja2.ext:babel_extract")]
KEYWORDS: dict[str, tuple[int, ...] | None] = {
    "say": None,
    "message": None,
    "say_many": (1, 2),
    "message_many": (1, 2),
}
"""The calls that hold sentences, and which of their arguments are."""


def said() -> Catalog:
    """Return every sentence of the code, with the files that say it."""
    found = Catalog(charset="utf-8", fuzzy=False)
    for file, _, text, comments, _ in sorted(_extracted(), key=lambda one: (one[0], one[1])):
        found.add(text, locations=[(file, 0)], auto_comments=comments)
    return found


def _extracted() -> Iterator[tuple[str, int, str | tuple[str, ...], list[str], str | None]]:
    options = {"**.jinja": {"trimmed": "true", "silent": "false"}}
    yield from extract_from_dir(
        PACKAGE,
        METHODS,
        options,
        keywords=KEYWORDS,
        comment_tags=("Translators:",),
        strip_comment_tags=True,
    )


def renewed(code: str) -> bytes:
    """Return the catalogue of a language with the sentences of the code."""
    path = LOCALE / f"{code}.po"
    catalogue = Catalog(locale=code, project="Formateur", charset="utf-8", fuzzy=False)
    if path.is_file():
        with path.open("rb") as file:
            catalogue = read_po(file, locale=code, abort_invalid=True)
    catalogue.header_comment = f"# Formateur in {catalogue.locale.english_name}."
    catalogue.update(said(), no_fuzzy_matching=False)
    catalogue.obsolete.clear()
    written = BytesIO()
    write_po(written, catalogue, width=100, include_lineno=False, sort_by_file=True)
    return _without_authors(written.getvalue())


def _without_authors(text: bytes) -> bytes:
    """Leave out when and by whom it was written: the history of the file says so better."""
    empty = ("Report-Msgid-Bugs-To", "POT-Creation-Date", "PO-Revision-Date", "Last-Translator")
    dropped = tuple(f'"{one}'.encode() for one in (*empty, "Language-Team", "Generated-By"))
    return b"".join(one for one in text.splitlines(True) if not one.startswith(dropped))


def main() -> None:
    """Renew every catalogue."""
    LOCALE.mkdir(exist_ok=True)
    for code in LANGUAGES[1:]:
        (LOCALE / f"{code}.po").write_bytes(renewed(code))


if __name__ == "__main__":
    main()
