"""TOML text to tables whose keys know their line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from formateur.control import controls_within, visible
from formateur.folder.problem_log import ProblemLog

KeyPath = tuple[str | int, ...]
"""Keys, and numbers within arrays, from the top of the file: ``("list", 3, "name")``."""

_KEY = r"""(?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')"""
_KEYS = rf"\s*({_KEY}(?:\s*\.\s*{_KEY})*)\s*"
_HEADER = re.compile(rf"\s*(\[\[?){_KEYS}\]")
_ENTRY = re.compile(rf"{_KEYS}=(.*)")
_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")


@dataclass(frozen=True, slots=True)
class Entry:
    """A table inside a document, and where it stands."""

    path: KeyPath
    values: Mapping[str, object]

    def text(self, key: str) -> str:
        """Return a text; empty when there is none, or something else stands there."""
        found = self.values.get(key)
        return found if isinstance(found, str) else ""

    def day(self, key: str) -> date | None:
        """Return a date; ``None`` when there is none, or something else stands there."""
        found = self.values.get(key)
        return found if isinstance(found, date) and not isinstance(found, datetime) else None

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the texts of an array."""
        return tuple(one for one in self._array(key) if isinstance(one, str))

    def tables(self, key: str) -> Iterator[Entry]:
        """Return the tables of an array, ``[[list]]`` say."""
        for index, one in enumerate(self._array(key)):
            if isinstance(one, dict):
                yield Entry((*self.path, key, index), one)

    def _array(self, key: str) -> Sequence[object]:
        found = self.values.get(key)
        return found if isinstance(found, list) else []


@dataclass(frozen=True, slots=True)
class TomlDocument:
    """A parsed TOML file.

    Attributes
    ----------
    top
        The table at the top of the file.
    lines
        Line of every table and key that stands at the start of a line.
    """

    top: Entry
    lines: Mapping[KeyPath, int] = field(default_factory=dict)

    def line(self, path: KeyPath) -> int | None:
        """Return the line of a key, or of the nearest table around it."""
        for end in range(len(path), 0, -1):
            if path[:end] in self.lines:
                return self.lines[path[:end]]
        return None


def parse_toml(text: str, log: ProblemLog) -> TomlDocument | None:
    """Parse TOML; ``None``, and an error in the log, when the text is not TOML."""
    try:
        values = tomllib.loads(text)
    except RecursionError:
        log.error(None, "", "", "arrays are nested too deeply", "Write them flat.")
        return None
    except tomllib.TOMLDecodeError as error:
        _refuse_syntax(str(error), text, log)
        return None
    except ValueError:  # the parser lets it through
        log.error(None, "", "", "a number has too many digits", "Put it in quotes, or remove it.")
        return None
    document = TomlDocument(Entry((), values), _key_lines(text))
    return None if has_control(document, log) else document


def has_control(document: TomlDocument, log: ProblemLog) -> bool:
    """Report control characters that the file writes as escapes."""
    found = tuple(controls_within(document.top.values))
    for path, sign in found:
        field = visible(".".join(part for part in path if isinstance(part, str)))
        reason = "is a control character, which no text may hold"
        log.error(document.line(path), field, f"U+{ord(sign):04X}", reason, "Remove its escape.")
    return bool(found)


def _refuse_syntax(message: str, text: str, log: ProblemLog) -> None:
    place = _PLACE.search(message)
    line = int(place.group(1)) if place else text.rstrip("\n").count("\n") + 1
    shown = text.split("\n")[line - 1].strip() if place else ""
    reason = message[: place.start()].strip() if place else message
    if "(at end of document)" in message:
        reason = message.replace("(at end of document)", "at the end of the file")
    remedy = "Texts stand in quotes, dates do not; see the documentation of the election folder."
    log.error(line, "", shown, f"is not TOML: {reason}", remedy)


def _key_lines(text: str) -> dict[KeyPath, int]:
    """Find the line of every header and key; a search for messages, not a second parser."""
    lines: dict[KeyPath, int] = {}
    counts: dict[KeyPath, int] = {}
    table: KeyPath = ()
    inside = ""
    for number, line in enumerate(text.split("\n"), start=1):
        if inside:
            inside = "" if inside in line else inside
        elif header := _HEADER.match(line):
            table = _table_path(header, counts)
            lines.setdefault(table, number)
        elif entry := _ENTRY.match(line):
            lines.setdefault((*table, *_parts(entry.group(1))), number)
            inside = _opened(entry.group(2))
    return lines


def _table_path(header: re.Match[str], counts: dict[KeyPath, int]) -> KeyPath:
    *parents, last = _parts(header.group(2))
    path: KeyPath = ()
    for part in parents:
        path = _in_array((*path, part), counts)
    path = (*path, last)
    if header.group(1) == "[[":
        counts[path] = counts.get(path, -1) + 1
    return _in_array(path, counts)


def _in_array(path: KeyPath, counts: dict[KeyPath, int]) -> KeyPath:
    return (*path, counts[path]) if path in counts else path


def _parts(keys: str) -> tuple[str, ...]:
    return tuple(key.strip("\"'") for key in re.findall(_KEY, keys))


def _opened(value: str) -> str:
    """Return the quotes of a text that goes on over the next lines; empty when none does."""
    for quotes in ('"""', "'''"):
        if value.count(quotes) == 1:
            return quotes
    return ""
