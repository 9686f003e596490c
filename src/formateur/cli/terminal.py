"""Printing for people: plain text when the output is not a terminal, NO_COLOR honoured."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import RenderableType

PLAIN_WIDTH = 120
"""Columns of the plain output, where there is no terminal to measure."""

PATIENCE = 1.0
"""Seconds of work before a sign of life is shown."""


def show(what: RenderableType) -> None:
    """Print to the standard output."""
    from rich.console import Console

    width = None if sys.stdout.isatty() else PLAIN_WIDTH
    console = Console(width=width, markup=False, emoji=False, highlight=False)
    with console.capture() as capture:
        console.print(what)
    told = capture.get().replace("\N{NO-BREAK SPACE}", " ")  # so that people find "3.25 %"
    lines = (line.rstrip() for line in told.splitlines())
    sys.stdout.write("\n".join(lines) + "\n")


def write_data(text: str) -> None:
    """Write a form for programs: UTF-8 wherever it goes, whatever the terminal's encoding."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", newline="\n")
    sys.stdout.write(text)


@contextmanager
def sign_of_life(doing: str) -> Iterator[None]:
    """Show what is being done, on the error stream of a terminal, when it takes over a second.

    That loops are compiled is said wherever the error stream leads.
    """
    from formateur.cli.compiling import compiling_is_said

    with compiling_is_said(), _spinner(doing):
        yield


@contextmanager
def _spinner(doing: str) -> Iterator[None]:
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    status = Console(stderr=True).status(doing)
    timer = threading.Timer(PATIENCE, status.start)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        status.stop()
