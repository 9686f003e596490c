"""Wall time and peak memory of the command, each time in a new process; prints Markdown.

Run by ``make bench``. Figures depend on the machine: compare two versions on the same one.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

COMMANDS = (
    ("--help",),
    ("forecast", "il-2019-09", "--as-of", "2019-09-14", "--draws", "20000"),
)
FORMATEUR = Path(sys.executable).with_name("formateur")
BYTES_OF_MAXRSS = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True, slots=True)
class Measured:
    """One run of a command.

    Attributes
    ----------
    seconds
        From start to end of the process.
    mebibytes
        Most memory that it held at a time.
    """

    seconds: float
    mebibytes: float


def measure(arguments: tuple[str, ...]) -> Measured:
    """Run the command once in a new process.

    Raises
    ------
    SystemExit
        When the command fails; its error is then on the error stream.
    """
    started = time.perf_counter()
    process = subprocess.Popen([FORMATEUR, *arguments], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"formateur {' '.join(arguments)} failed ({process.returncode})")
    return Measured(seconds, usage.ru_maxrss * BYTES_OF_MAXRSS / 2**20)


def row(arguments: tuple[str, ...], repeats: int) -> str:
    """Return a row of the table: median and worst of the repeats."""
    runs = [measure(arguments) for _ in range(repeats)]
    seconds = [one.seconds for one in runs]
    memory = max(one.mebibytes for one in runs)
    return (
        f"| `formateur {' '.join(arguments)}` | {statistics.median(seconds):.2f} s "
        f"| {max(seconds):.2f} s | {memory:.0f} MiB |"
    )


def main() -> None:
    """Measure every command and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=5, help="runs of each command")
    repeats = parser.parse_args().repeats
    python = platform.python_version()
    print(f"Python {python}, {platform.machine()}, {os.cpu_count()} cores, {repeats} runs each\n")
    print("| command | median time | longest time | peak memory |\n|---|--:|--:|--:|")
    for arguments in COMMANDS:
        print(row(arguments, repeats), flush=True)


if __name__ == "__main__":
    main()
