"""What is wrong with the law in an election folder, by line."""

from __future__ import annotations

import re
from pathlib import Path

from formateur.errors import LawError, Problem
from formateur.folder.governing_law import OWN_LAW
from formateur.folder.problem_log import ProblemLog
from formateur.folder.text import read_text
from formateur.folder.toml_document import KeyPath, TomlDocument, parse_toml

_PART = re.compile(r"(\w[\w-]*)(?:\[(\d+)\])?")


def law_problems(error: LawError, folder: Path) -> tuple[Problem, ...]:
    """Return what makes the folder's law unusable as problems of its file.

    Parameters
    ----------
    error
        What the reader of the law says; its places name keys.
    folder
        Where the file lies.
    """
    log = ProblemLog(OWN_LAW)
    document: TomlDocument | None = None
    if (folder / OWN_LAW).is_file():
        text = read_text(folder / OWN_LAW, log)
        document = None if text is None else parse_toml(text, log)
    if log.problems:  # no TOML at all: this says at which line
        return tuple(log.problems)
    return tuple(
        Problem(
            OWN_LAW,
            document.line(_key_path(one.place)) if document else None,
            one.place,
            "",
            one.reason,
            f"{one.remedy}.",
        )
        for one in error.all
    )


def _key_path(place: str) -> KeyPath:
    """Split the name of a key, ``threshold[2].share`` say, into keys and numbers from 0."""
    path: list[str | int] = []
    for key, number in _PART.findall(place):
        path += [key, int(number) - 1] if number else [key]
    return tuple(path)
