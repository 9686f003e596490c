"""The folder of a site while it is built, and how it comes to its place."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

from formateur.errors import UsageError
from formateur.files import write_file
from formateur.web.site.made import Made, unfinished
from formateur.web.site.plan import Task

JOURNAL = "journal"
"""Within the unfinished site: one line for every forecast whose files are written."""


class SiteFolder:
    """A site that is being built in a folder beside its place.

    Parameters
    ----------
    site
        Its place.

    Raises
    ------
    UsageError
        When nothing can be written beside it.
    """

    def __init__(self, site: Path) -> None:
        self._site = site.resolve()
        self.work = self._site.with_name(f".{self._site.name}.unfinished")
        """Where it is built."""
        try:
            self.work.mkdir(exist_ok=True)
            self._interrupted = unfinished(self.work / JOURNAL)
            self._journal = (self.work / JOURNAL).open("w", encoding="utf-8")
        except OSError as error:
            raise UsageError(
                f"{self.work} cannot be written: {error.strerror}. Choose a folder whose parent "
                "exists and that you may write to."
            ) from None
        self._files: set[str] = set()

    def __enter__(self) -> Self:
        """Begin, or go on from where a build was interrupted."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop; what is made and not published stays for the next build."""
        self._journal.close()

    def take_over(self, task: Task, key: str, before: Mapping[str, Made]) -> Made | None:
        """Return what an earlier build made for this task, its files put here; ``None`` if nothing.

        Parameters
        ----------
        before
            What the site in its place holds.
        """
        made = self._interrupted.get(task.folder)
        if made is not None and made.key == key and self._all_in(self.work, task):
            self.note(made)
            return made
        made = before.get(task.folder)
        if made is None or made.key != key or not self._all_in(self._site, task):
            return None
        for name in task.files:
            _link(self._site / name, self.work / name)
        self.note(made)
        return made

    def _all_in(self, top: Path, task: Task) -> bool:
        return all((top / name).is_file() for name in task.files)

    def note(self, made: Made) -> None:
        """Keep in mind, and on the disk, that these files are written."""
        self._files.update(made.files)
        self._journal.write(made.model_dump_json() + "\n")
        self._journal.flush()

    def publish(self, rest: Mapping[str, str | bytes]) -> None:
        """Add the last files, drop what does not belong, and put the site in its place.

        Parameters
        ----------
        rest
            Contents by name, below the top of the site.
        """
        self._journal.close()
        for name, content in rest.items():
            (self.work / name).parent.mkdir(parents=True, exist_ok=True)
            write_file(self.work / name, content)
        wanted = self._files | rest.keys()
        for path in sorted(self.work.rglob("*"), reverse=True):
            if path.is_dir():
                if not any(path.iterdir()):
                    path.rmdir()
            elif path.relative_to(self.work).as_posix() not in wanted:
                path.unlink()
        self.work.chmod(0o755)
        _exchange(self.work, self._site)


def _link(old: Path, new: Path) -> None:
    """Put a file into another folder, without a copy where the disk allows it."""
    new.parent.mkdir(parents=True, exist_ok=True)
    new.unlink(missing_ok=True)
    try:
        os.link(old, new)
    except OSError:
        shutil.copyfile(old, new)


def _exchange(new: Path, place: Path) -> None:
    """Put a folder into its place; what was there goes once it is there."""
    old = place.with_name(f".{place.name}.old")
    if old.exists():
        shutil.rmtree(old)
    if not place.exists():
        new.rename(place)
        return
    place.rename(old)
    try:
        new.rename(place)
    except OSError:
        old.rename(place)
        raise
    shutil.rmtree(old)
