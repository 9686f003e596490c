"""From the bytes of a file to the text of a story, or a clear refusal."""

from __future__ import annotations

import codecs
import re
import unicodedata

from formateur.errors import UsageError

MOST_BYTES = 20_000_000
MOST_SIGNS = 100_000
"""Signs of a story that are read; a story is never so long, and the rest is named as left out."""

_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CHARSET = re.compile(rb"charset=[\"']?([\w-]+)", re.IGNORECASE)


def decode(data: bytes) -> str:
    """Return the text of a file, in the encoding that it has.

    Parameters
    ----------
    data
        UTF-8, UTF-16 with its mark, the encoding that an HTML page names, or Windows-1252.

    Raises
    ------
    UsageError
        When the file is empty, too large, or no text.
    """
    if len(data) > MOST_BYTES:
        raise UsageError(
            f"the story has {len(data):,} bytes; the most is {MOST_BYTES:,}. Give the text of one "
            "story."
        )
    text = unicodedata.normalize("NFC", _decoded(data))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = "".join(sign for sign in text if sign in "\n\t" or unicodedata.category(sign) != "Cc")
    text = re.sub("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]", "", text)
    if not text.strip():
        raise UsageError("the story is empty. Give a file that holds its text, or pipe it in.")
    return text


def _decoded(data: bytes) -> str:
    if data.startswith(_MARKS[1:]):
        return data.decode("utf-16", errors="replace")
    if _is_binary(data):
        raise UsageError(
            "the story is not a text but binary data. Give plain text or HTML; copy the text out "
            "of a PDF or a Word file first."
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        named = _CHARSET.search(data[:4000])
        return _in_charset(data, named.group(1).decode("ascii") if named else "cp1252")


def _in_charset(data: bytes, charset: str) -> str:
    try:
        return data.decode(charset, errors="replace")
    except (LookupError, ValueError):
        return data.decode("cp1252", errors="replace")


def _is_binary(data: bytes) -> bool:
    head = data[:100_000]
    odd = sum(sign < 9 or 13 < sign < 32 for sign in head)
    return (
        head.startswith((b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff"))
        or odd > len(head) // 200
    )
