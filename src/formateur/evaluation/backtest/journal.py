"""What a backtest has done so far, kept beside its table until the table is written."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from formateur.errors import UsageError
from formateur.evaluation.backtest.rows import JointRow, ListRow
from formateur.evaluation.backtest.task import Outcome, TaskKey
from formateur.files import write_file


class Journal:
    """A file with one line for every finished forecast, after a line that tells the run.

    A line that was cut off when the machine stopped is dropped; every other one counts.

    Parameters
    ----------
    path
        Of the file; it need not be there.
    run
        What all rows depend on: data, draws, seed, version.

    Raises
    ------
    UsageError
        When the file is of another run, or cannot be read or written.
    """

    def __init__(self, path: Path, run: dict[str, Any]) -> None:
        self.path = path
        self._head = json.dumps({"backtest": run}, sort_keys=True)
        self.done: dict[TaskKey, Outcome] = {}
        try:
            lines = self._whole_lines()
            if lines:
                self._resume(lines)
            write_file(path, "".join(f"{line}\n" for line in (lines or [self._head])))
            self._file = path.open("a", encoding="utf-8")
        except OSError as error:
            raise UsageError(
                f"{path} cannot be used: {error.strerror}. Choose a folder that exists and that "
                "you may write to."
            ) from None

    def add(self, outcome: Outcome) -> None:
        """Keep the outcome of a forecast, on the disk."""
        self.done[outcome.key] = outcome
        self._file.write(json.dumps(asdict(outcome)) + "\n")
        self._file.flush()

    def close(self) -> None:
        """Close the file; it stays."""
        self._file.close()

    def remove(self) -> None:
        """Remove the file: the tables are written."""
        self.close()
        self.path.unlink(missing_ok=True)

    def _whole_lines(self) -> list[str]:
        if not self.path.exists():
            return []
        text = self.path.read_bytes().decode("utf-8", errors="replace")
        return text.split("\n")[:-1]

    def _resume(self, lines: list[str]) -> None:
        if lines[0] != self._head:
            raise UsageError(
                f"{self.path} holds what another run had done, with other tables, draws or seed, "
                "or of another version. Remove it to start anew, name another --out, or give the "
                "options of that run."
            )
        try:
            self.done = {one.key: one for one in map(_outcome, lines[1:])}
        except (ValueError, TypeError, KeyError):
            raise UsageError(
                f"{self.path} is damaged and cannot be gone on with. Remove it to start anew."
            ) from None


def _outcome(line: str) -> Outcome:
    found = json.loads(line)
    joint = found["joint"]
    return Outcome(
        key=TaskKey(**found["key"]),
        lists=tuple(ListRow(**row) for row in found["lists"]),
        joint=JointRow(**joint) if joint is not None else None,
        reason=found["reason"],
    )
