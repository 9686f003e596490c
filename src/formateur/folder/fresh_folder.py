"""A new folder with all of its files, or none at all."""

from __future__ import annotations

import contextlib
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path

from formateur.errors import UsageError


@contextlib.contextmanager
def fresh_folder(path: Path) -> Iterator[Path]:
    """Give a folder to write to, which becomes `path` when the block ends without an error.

    Nothing is left behind otherwise. A `path` that exists must be an empty folder.

    Raises
    ------
    UsageError
        When something is in the way, or the folder cannot be written.
    """
    path = _free(path)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        draft.mkdir()
        yield draft
        if path.exists():
            _move_into(draft, path)
        else:
            draft.rename(path)
    except OSError as error:
        raise UsageError(
            f"{path} cannot be written: {error.strerror or error}. Choose a place that exists and "
            "that you may write to."
        ) from None
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _free(path: Path) -> Path:
    """Return the path in full, after a look at whether anything is there."""
    try:
        path = path.resolve()
        taken = path.exists() and not (path.is_dir() and not any(path.iterdir()))
    except (OSError, RuntimeError, ValueError) as error:
        raise UsageError(f"{str(path)!r} cannot be used: {error}. Choose another name.") from None
    if taken:
        what = "is not empty" if path.is_dir() else "is not a folder"
        raise UsageError(
            f"{path} {what}, and nothing is written over. Name a folder that does not exist yet."
        )
    return path


def _move_into(draft: Path, path: Path) -> None:
    """Move the files into a folder that exists: it may be somebody's working directory."""
    names = sorted(file.name for file in draft.iterdir())
    try:
        for name in names:
            (draft / name).rename(path / name)
    except BaseException:
        # The folder was empty: what has one of these names is ours.
        for name in names:
            (path / name).unlink(missing_ok=True)
        raise
