"""A story as paragraphs and sentences; a full stop inside a quotation or a name ends nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from formateur.story.folding import QUOTES

_SHORT = frozenset(
    """
    u.s u.n u.k e.u mr mrs ms dr st gen col lt sen rep gov prof no jr sr sra jan feb mar apr jun jul
    aug sept sep oct nov dec ee.uu a.m p.m d.c vs etc inc corp ene abr ago dic ud uds núm pág approx
    i.e e.g art
    """.split()  # noqa: SIM905 - a text of words is read more easily
)
"""Abbreviations, without their last full stop."""

_END = re.compile(rf"[.!?…]+[{QUOTES}'’)]*(?=\s+[{QUOTES}'‘(¿¡A-ZÁÉÍÓÚÑÅÄÖ0-9])")
_QUOTED = re.compile('["“«„]([^"“”«»„]{2,})["”»]')


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a story.

    Attributes
    ----------
    text
        As it stands in the story.
    paragraph
        Number of its paragraph, from 0.
    """

    text: str
    paragraph: int

    def quotations(self) -> list[tuple[int, int]]:
        """Return where quotations begin and end in `text`, without their signs."""
        return [found.span(1) for found in _QUOTED.finditer(self.text)]


def split(paragraphs: list[str]) -> list[Sentence]:
    """Return the sentences of the paragraphs of a story, in order."""
    return [
        Sentence(text, number)
        for number, paragraph in enumerate(paragraphs)
        for text in _sentences(" ".join(paragraph.split()))
    ]


_DATELINE = re.compile(
    r"^\W*[A-ZÁÉÍÓÚÑÅÄÖ][A-ZÁÉÍÓÚÑÅÄÖ/,.' ]*[A-ZÁÉÍÓÚÑÅÄÖ]\b"
    r"(?:,? [^-–—]{2,40}?)?(?: ?\([^)]{2,30}\))?\.? ?[-–—]{1,2} "
    r"|^[A-ZÁÉÍÓÚÑÅÄÖ][\w ]{2,30}, \d[^-–—.]{2,40}(?:\([^)]{2,30}\))?\.? ?[-–—]{1,2} "
    r"|^\W*[A-ZÁÉÍÓÚÑÅÄÖ][\w'’.]+(?: [A-ZÁÉÍÓÚÑÅÄÖ][\w'’.]+){0,3}(?:,"
    r"| \([^)]{2,40}\),?) (?:\w+,? )?(?:\w+\.? )?\d{1,2},? "
    r"(?:de )?(?:\w+\.? )?(?:del? )?(?:19|20)\d\d(?: ?\([^)]{2,40}\))?\.? ?(?:[-–—]{1,2} ?|$"
    r"|(?<=\.) )"
)


def without_dateline(text: str) -> str:
    """Return the first sentence of a story without place, day and agency before it.

    Examples
    --------
    >>> without_dateline("TEL AVIV, April 8 (AP) — Israel votes on Tuesday.")
    'Israel votes on Tuesday.'
    """
    return _DATELINE.sub("", text, count=1)


def _sentences(paragraph: str) -> Iterator[str]:
    start = 0
    for end in _END.finditer(paragraph):
        before = paragraph[start : end.start()]
        if _goes_on(before, end.group()) or _inside_quotation(before + end.group()):
            continue
        yield paragraph[start : end.end()].strip()
        start = end.end()
    if rest := paragraph[start:].strip():
        yield rest


def _goes_on(before: str, stop: str) -> bool:
    """Whether the full stop belongs to an abbreviation or an initial."""
    if stop[0] != ".":
        return False
    last = before.rsplit(None, 1)[-1].strip('("“«').lower() if before.strip() else ""
    if last == "ago":  # agosto after a number, else an English word
        return bool(re.search(r"\d (?:de )?ago$", before.lower()))
    return last in _SHORT or bool(re.fullmatch(r"[a-zåäö]|(?:[a-z]\.)+[a-z]", last))


def _inside_quotation(text: str) -> bool:
    opened = text.count("“") + text.count("«") - text.count("”") - text.count("»")
    return opened > 0 or text.count('"') % 2 == 1
