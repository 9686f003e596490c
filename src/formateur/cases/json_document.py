"""JSON text to a document whose keys know their line."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping
from decimal import Decimal

from formateur.folder.problem_log import ProblemLog
from formateur.folder.toml_document import Entry, KeyPath, TomlDocument, has_control

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],]|\n')


def parse_json(text: str, read: Collection[str], log: ProblemLog) -> TomlDocument | None:
    """Parse a JSON object; ``None``, and errors in the log, when it cannot be used.

    Numbers with a decimal point stay exact. What stands at keys of the top that are not `read` is
    not looked at.
    """
    values = _loads(text, log)
    if values is None:
        return None
    before = len(log.problems)
    lines = _key_lines(text, read, log)
    looked_at = {key: value for key, value in values.items() if key in read}
    has_control(TomlDocument(Entry((), looked_at), lines), log)
    return None if len(log.problems) > before else TomlDocument(Entry((), values), lines)


def _loads(text: str, log: ProblemLog) -> Mapping[str, object] | None:
    try:
        # NaN and Infinity are no JSON; as texts they are refused where a number is wanted.
        values = json.loads(text, parse_float=Decimal, parse_constant=str)
    except json.JSONDecodeError as error:
        shown = text.split("\n")[error.lineno - 1].strip()
        reason = f"is not JSON: {error.msg} (column {error.colno})"
        log.error(error.lineno, "", shown, reason, "Mend that place, or the one just before it.")
        return None
    except RecursionError:
        log.error(None, "", "", "arrays are nested too deeply", "Write them flat.")
        return None
    except ValueError:  # from int(), which reads no more than some thousand digits
        log.error(None, "", "", "a number has too many digits", "Correct it, or remove it.")
        return None
    if not isinstance(values, dict):
        log.error(1, "", "", "is not a JSON object", "Put its keys in braces: { … }.")
        return None
    return values


def _key_lines(text: str, read: Collection[str], log: ProblemLog) -> dict[KeyPath, int]:
    """Find the line of every key, and of array items that are more than a number.

    A key that stands twice in one object is an error: JSON would drop the first without a word.
    """
    lines: dict[KeyPath, int] = {}
    path: list[str | int] = []
    line = 1
    for token in _TOKEN.finditer(text):
        sign = token.group()
        if sign == "\n":
            line += 1
        elif sign in "}]":
            path.pop()
        elif sign == ",":
            path[-1] = path[-1] + 1 if isinstance(path[-1], int) else ""
        elif path and path[-1] == "":
            path[-1] = json.loads(sign) or '""'
            if tuple(path) in lines and path[0] in read:
                field = ".".join(one for one in path if isinstance(one, str))
                log.error(line, field, "", "stands twice in one object", "Keep one of them.")
            lines.setdefault(tuple(path), line)
        else:
            if path and isinstance(path[-1], int):
                lines.setdefault(tuple(path), line)
            if sign in "{[":
                path.append("" if sign == "{" else 0)
    return lines
