"""Running a backtest: every forecast once, whatever runs it and however often it is stopped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future, as_completed
from dataclasses import asdict, dataclass
from hashlib import blake2b
from pathlib import Path

from formateur.evaluation.backtest.forecasts import run_task
from formateur.evaluation.backtest.journal import Journal
from formateur.evaluation.backtest.plan import Design, plan
from formateur.evaluation.backtest.rows import JOINT_COLUMNS, LIST_COLUMNS, table_text
from formateur.evaluation.backtest.task import Outcome, Task
from formateur.files import write_file
from formateur.folder import PastElection, past_election_ids, read_past_elections
from formateur.version import __version__


@dataclass(frozen=True, slots=True)
class Backtest:
    """A finished backtest.

    Attributes
    ----------
    outcomes
        In order of key.
    """

    outcomes: tuple[Outcome, ...]

    def lists_csv(self) -> str:
        """Return one row per list and forecast as CSV text."""
        return table_text(LIST_COLUMNS, (asdict(row) for one in self.outcomes for row in one.lists))

    def joint_csv(self) -> str:
        """Return one row per forecast as CSV text."""
        joint = (one.joint for one in self.outcomes if one.joint is not None)
        return table_text(JOINT_COLUMNS, map(asdict, joint))


def journal_of(out: Path) -> Path:
    """Return where a backtest that writes `out` keeps what it has done."""
    return out.with_name(f"{out.name}.journal")


def joint_of(out: Path) -> Path:
    """Return where the joint scores beside `out` are."""
    return out.with_name(f"{out.stem}.joint.csv")


def backtest_votes(
    data: Path,
    design: Design,
    out: Path,
    executor: Executor,
    progress: Callable[[int, int], None],
) -> Backtest:
    """Forecast past elections again, and write the rows.

    Written are `out`, with one row per list, and beside it the joint scores. Until then every
    finished forecast is kept in a journal beside `out`, from which the same call goes on. The
    bytes depend on the tables, the design and the version only.

    Parameters
    ----------
    data
        Folder of past elections.
    executor
        What runs the forecasts.
    progress
        Told how many forecasts are done, and of how many.

    Raises
    ------
    UsageError
        When something is asked for that is not there, or a file cannot be written.
    DataError
        Tables that cannot be used.
    """
    past = read_past_elections(data)
    tasks = plan(past, past_election_ids(data), design)
    journal = Journal(journal_of(out), _run_id(past, design))
    try:
        _finish(tasks, journal, executor, progress)
    finally:
        journal.close()
    done = Backtest(tuple(journal.done[task.key] for task in tasks))
    write_file(out, done.lists_csv())
    write_file(joint_of(out), done.joint_csv())
    journal.remove()
    return done


def _finish(
    tasks: Sequence[Task],
    journal: Journal,
    executor: Executor,
    progress: Callable[[int, int], None],
) -> None:
    left = [task for task in tasks if task.key not in journal.done]
    count = len(tasks) - len(left)
    progress(count, len(tasks))
    futures = [executor.submit(run_task, task) for task in left]
    try:
        for future in as_completed(futures):
            journal.add(future.result())
            count += 1
            progress(count, len(tasks))
    finally:
        for future in futures:
            future.cancel()
        _keep_finished(futures, journal)


def _keep_finished(futures: Sequence[Future[Outcome]], journal: Journal) -> None:
    """Keep what had finished when the work was stopped and nobody had looked at it yet."""
    for future in futures:
        if future.done() and not future.cancelled() and future.exception() is None:
            outcome = future.result()
            if outcome.key not in journal.done:
                journal.add(outcome)


def _run_id(past: Sequence[PastElection], design: Design) -> dict[str, str | int]:
    """Return what rows depend on besides their key."""
    digest = blake2b(digest_size=16)
    for one in past:
        digest.update(repr((one.election, one.shares, one.left_right)).encode())
    return {
        "version": __version__,
        "data": digest.hexdigest(),
        "draws": design.draws,
        "seed": design.seed,
    }
