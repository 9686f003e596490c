"""Writing files whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from formateur.errors import UsageError


def write_file(path: Path, content: str | bytes) -> None:
    """Write a file; when that fails, what was there before stays as it was.

    Parameters
    ----------
    path
        Where to; its folder must exist. A link stays and what it points to is written; a device or
        a pipe, such as ``/dev/stdout``, is written to.
    content
        Text is written as UTF-8.

    Raises
    ------
    UsageError
        When the file cannot be written there.
    """
    data = content.encode() if isinstance(content, str) else content
    try:
        if path.is_dir():
            raise UsageError(f"{path} is a folder. Name a file to write.")
        if path.exists() and not path.is_file():
            path.write_bytes(data)
        else:
            _put_in_place(path.resolve(), data)
    except (OSError, RuntimeError) as error:  # a circle of links is a RuntimeError
        raise _unwritable(path, error) from None


def check_writable(path: Path) -> None:
    """Refuse a place that `write_file` could not write to, before what goes there is worked out.

    Raises
    ------
    UsageError
        When the file cannot be written there.
    """
    try:
        if path.is_dir():
            raise UsageError(f"{path} is a folder. Name a file to write.")
        if path.is_file() or not path.exists():
            with tempfile.TemporaryFile(dir=path.resolve().parent):
                pass
    except (OSError, RuntimeError) as error:
        raise _unwritable(path, error) from None


def _put_in_place(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    finally:
        with contextlib.suppress(FileNotFoundError):
            Path(name).unlink()


def _unwritable(path: Path, error: OSError | RuntimeError) -> UsageError:
    why = getattr(error, "strerror", None) or str(error)
    return UsageError(
        f"{path} cannot be written: {why}. Choose a folder that exists and that you may write to."
    )
