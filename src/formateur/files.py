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
        Where to; its folder must exist.
    content
        Text is written as UTF-8.

    Raises
    ------
    UsageError
        When the file cannot be written there.
    """
    data = content.encode() if isinstance(content, str) else content
    if path.is_dir():
        raise UsageError(f"{path} is a folder. Name a file to write.")
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise _unwritable(path, error) from None
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except OSError as error:
        raise _unwritable(path, error) from None
    finally:
        with contextlib.suppress(FileNotFoundError):
            Path(name).unlink()


def _unwritable(path: Path, error: OSError) -> UsageError:
    return UsageError(
        f"{path} cannot be written: {error.strerror}. Choose a folder that exists and that you "
        "may write to."
    )
