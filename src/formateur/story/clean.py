"""What in a text is not the story: notices, related headlines, promotions, captions, buttons."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from formateur.story.folding import fold

LONGEST = 320
"""Signs of a line that can be boilerplate as a whole; a longer one is a paragraph of the story."""

_BYLINE = re.compile(r"^(?:By|BY|Por|POR) (?:[A-Z][\w.'-]*(?:,| and| y|\b)\s*){1,8}(?:\|.*)?$")


@dataclass(frozen=True, slots=True)
class Stripped:
    """A line that was left out, and why."""

    text: str
    why: str


def clean(text: str) -> tuple[list[str], list[Stripped]]:
    """Divide a text into the paragraphs of the story and what is not of it.

    A paragraph ends where its line ends, as in pages that are copied; lines broken to a fixed
    width are put together again.
    """
    kept: list[str] = []
    stripped: list[Stripped] = []
    for line in _lines(text):
        why = why_not_story(line, first=not kept)
        if why:
            stripped.append(Stripped(line, why))
        else:
            kept.append(line)
    return kept, stripped


def why_not_story(line: str, *, first: bool = False) -> str:
    """Return why a line is not of the story; empty when it is.

    Parameters
    ----------
    first
        Whether no line of the story has come yet: it may be the headline, in capitals.
    """
    plain = fold(line).strip()
    if not re.search(r"\w", plain):
        return "ornament"
    if len(plain) > LONGEST:
        return ""
    for why, pattern in _rules():
        if pattern.search(plain.lower()):
            return why
    if _BYLINE.match(plain):
        return "byline"
    return "headline of another story" if not first and _shouted(plain) else ""


@cache
def _rules() -> list[tuple[str, re.Pattern[str]]]:
    path = files("formateur") / "data" / "story" / "boilerplate.toml"
    rules = tomllib.loads(path.read_text(encoding="utf-8"))["rule"]
    return [(rule["why"], re.compile("|".join(rule["patterns"]))) for rule in rules]


def _shouted(line: str) -> bool:
    letters = [sign for sign in line if sign.isalpha()]
    capitals = sum(sign.isupper() for sign in letters)
    return len(line.split()) >= 3 and capitals > 0.8 * len(letters)


def _lines(text: str) -> list[str]:
    """Return the lines of a text, those of a paragraph broken to a width put together."""
    lines: list[str] = []
    for block in re.split(r"\n\s*\n", text):
        rows = [row.strip() for row in block.splitlines() if row.strip()]
        lines += [" ".join(rows)] if _is_wrapped(rows) else rows
    return lines


def _is_wrapped(rows: list[str]) -> bool:
    """Whether the rows of a block are one paragraph broken to a fixed width."""
    if len(rows) < 2:
        return False
    inner = rows[:-1]
    width = max(len(row) for row in rows)
    flows = sum(row[-1:] not in '.!?:"”»)' for row in inner)
    return 40 <= width <= 120 and min(map(len, inner)) > 0.6 * width and flows > 0.5 * len(inner)
