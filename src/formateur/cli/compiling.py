"""Say that the seat counter is being compiled, which takes seconds and happens once."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from numba.core.event import Event, Listener, install_listener


class _Announcer(Listener):
    """Writes one line to the error stream when the first loop is compiled."""

    def __init__(self) -> None:
        self._said = False

    def on_start(self, event: Event) -> None:
        """Say it, and whether the machine code will be there for the next run."""
        if self._said:
            return
        self._said = True
        kept = event.data["dispatcher"].stats.cache_path is not None
        never = "in every run until NUMBA_CACHE_DIR names a folder that can be written"
        when = "once after installation" if kept else never
        sys.stderr.write(f"Compiling the seat counter, {when} ...\n")

    def on_end(self, event: Event) -> None:
        """Stay silent."""


@contextmanager
def compiling_is_said() -> Iterator[None]:
    """Announce the first compilation inside; nothing is said when machine code is loaded."""
    with install_listener("numba:compile", _Announcer()):
        yield
