"""Bytes of a file to text: UTF-8 only, with the place of whatever is not."""

from __future__ import annotations

import codecs
from pathlib import Path

from formateur.control import first_control
from formateur.folder.problem_log import ProblemLog

_FOREIGN_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_SAVE_AS = "Save the file again as UTF-8 (in a spreadsheet: CSV UTF-8)."


def read_text(path: Path, log: ProblemLog) -> str | None:
    """Read a UTF-8 file; ``None``, and an error in the log, when it cannot be read.

    A byte-order mark is dropped, and every line end becomes a line feed.
    """
    content = _read_bytes(path, log)
    return None if content is None else decode(content, log)


def decode(content: bytes, log: ProblemLog) -> str | None:
    """Decode the bytes of a file as `read_text` does."""
    for mark, encoding in _FOREIGN_MARKS:
        if content.startswith(mark):
            log.error(1, "", "", f"the file is {encoding}; only UTF-8 is read", _SAVE_AS)
            return None
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        _refuse_byte(error, log)
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return None if _has_control(text, log) else text


def _read_bytes(path: Path, log: ProblemLog) -> bytes | None:
    try:
        if path.is_dir():
            log.error(None, "", "", "is a folder; a file is wanted", "Move the folder away.")
            return None
        if not path.is_file():
            remedy = "Put an ordinary text file in its place."
            log.error(None, "", "", "is not a file, or a link to nothing", remedy)
            return None
        return path.read_bytes()
    except OSError as error:
        why = error.strerror or type(error).__name__
        log.error(None, "", "", f"cannot be read ({why})", "Check who may read the file.")
        return None


def _refuse_byte(error: UnicodeDecodeError, log: ProblemLog) -> None:
    # The codec counts from behind the mark that it has already dropped.
    before = error.object[: error.start]
    line = before.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
    place = error.start - max(before.rfind(b"\n"), before.rfind(b"\r"))
    value = f"0x{error.object[error.start]:02X}"
    log.error(line, "", value, f"(byte {place} of the line) is not UTF-8", _SAVE_AS)


def _has_control(text: str, log: ProblemLog) -> bool:
    found = first_control(text)
    if found is None:
        return False
    start, sign = found
    line = text.count("\n", 0, start) + 1
    kind = "a NUL" if sign == "\0" else "a control character"
    reason = f"is {kind}, which no text file may hold"
    log.error(line, "", f"U+{ord(sign):04X}", reason, f"Remove it. {_SAVE_AS}")
    return True
