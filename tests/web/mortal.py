"""A job that dies, for tests of what becomes of the process; it imports nothing heavy."""

from __future__ import annotations

import os
from pathlib import Path


def die_once(mark: str) -> str:
    """End the process the first time, answer the second."""
    path = Path(mark)
    if path.exists():
        return "answered"
    path.touch()
    os._exit(1)
