"""Find election folders: those that come with Formateur, and the user's own."""

from __future__ import annotations

import os
from collections.abc import Collection
from importlib.resources import files
from pathlib import Path

from formateur.errors import UsageError
from formateur.folder.suggestion import nearest

SEPARATORS = tuple(filter(None, (os.sep, os.altsep)))


def builtin_elections() -> tuple[str, ...]:
    """Return the ids of the elections that come with Formateur, in alphabetical order."""
    home = _home()
    if not home.is_dir():
        return ()
    return tuple(sorted(one.name for one in home.iterdir() if (one / "election.toml").is_file()))


def find_election(name_or_path: str) -> Path:
    """Return the folder of an election.

    Parameters
    ----------
    name_or_path
        Id of a built-in election, or the path of a folder. A folder with the id of a built-in
        election is found by a path with a separator: ``./il-2019-09``.

    Raises
    ------
    UsageError
        When it is neither.
    """
    known = builtin_elections()
    if name_or_path in known:
        return _home() / name_or_path
    path = Path(name_or_path)
    if name_or_path and _is_folder(path):
        return path
    if any(sign in name_or_path for sign in SEPARATORS):
        raise UsageError(f"{name_or_path!r} is not a folder. {_remedy()}")
    raise UsageError(
        f"{name_or_path!r} is neither a built-in election nor a folder. "
        f"{_remedy(*_meant(name_or_path, known))}"
    )


def _home() -> Path:
    # The package is always installed as files: its data are folders that users may copy.
    return Path(str(files("formateur"))) / "data" / "elections"


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _meant(name: str, known: Collection[str]) -> tuple[str, ...]:
    """Return the elections that a name is the beginning of, else the one most like it."""
    begun = tuple(one for one in known if name and one.startswith(name))
    found = nearest(name, known)
    return begun or ((found,) if found else ())


def _remedy(*meant: str) -> str:
    guess = f"Did you mean {' or '.join(map(repr, meant))}? " if meant else ""
    return (
        f"{guess}`formateur elections` lists the built-in elections; `formateur new DIR` starts a "
        "folder of your own."
    )
