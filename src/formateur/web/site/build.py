"""Building a site: beside its place, on all processors, and put there when it is whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor, as_completed
from dataclasses import dataclass
from pathlib import Path

from formateur import errors
from formateur.errors import FormateurError, UsageError
from formateur.web.rendered import Refusal
from formateur.web.site.folder import SiteFolder
from formateur.web.site.frame import frame_files
from formateur.web.site.made import Made, made_before
from formateur.web.site.plan import Plan, Task, maker_of_pages
from formateur.web.site.prepare import prepare


@dataclass(frozen=True, slots=True)
class Built:
    """A finished site.

    Attributes
    ----------
    made, kept
        Forecasts that were made now, and those whose pages stayed as they were.
    """

    made: int
    kept: int


def build_site(
    site: Path, plan: Plan, executor: Executor, progress: Callable[[int, int], None]
) -> Built:
    """Build a site, or bring one up to date.

    What stays the same since the last build is taken over, and so is what a build had made that was
    interrupted. Until the site is whole, what was there before stays.

    Parameters
    ----------
    site
        Its folder: not there yet, empty, or a site that was built before.
    executor
        Makes the forecasts.
    progress
        Is told how many forecasts are done, and of how many.

    Raises
    ------
    UsageError
        When `site` is something else, or cannot be written.
    DataError, LawError, NotEnoughPollsError
        When an election cannot be forecast on one of its days.
    """
    before, maker = made_before(site), maker_of_pages()
    keys = {task: task.key(maker) for task in plan.tasks()}
    try:
        with SiteFolder(site) as folder:
            done = {}
            for task, key in keys.items():
                if kept := folder.take_over(task, key, before):
                    done[task.folder] = kept
            found = len(done)
            todo = {task: key for task, key in keys.items() if task.folder not in done}
            progress(found, len(keys))
            for one in _prepared(todo, folder.work, executor):
                folder.note(one)
                done[one.folder] = one
                progress(len(done), len(keys))
            folder.publish(frame_files(plan, [done[task.folder] for task in keys]))
    except OSError as error:
        raise UsageError(
            f"{site} cannot be written: {error.strerror}. Choose a folder that exists and that you "
            "may write to."
        ) from None
    return Built(len(todo), found)


def _prepared(todo: Mapping[Task, str], work: Path, executor: Executor) -> Iterator[Made]:
    """Make forecasts in any order."""
    running = [executor.submit(prepare, task, key, work) for task, key in todo.items()]
    for future in as_completed(running):
        made = future.result()
        if isinstance(made, Refusal):
            for other in running:
                other.cancel()
            raise _refusal(made)
        yield made


def _refusal(made: Refusal) -> FormateurError:
    """Return the error that a process met; it is told in its words, under its exit code."""
    kind: type[FormateurError] = getattr(errors, made.kind)

    class ToldError(FormateurError):
        exit_code = kind.exit_code

    return ToldError(made.detail)
