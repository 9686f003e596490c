"""Processes of this machine that compute beside the one that asks."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from threading import Thread

from formateur.errors import UsageError

THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
"""What the libraries of linear algebra read when they are loaded."""


@contextmanager
def local_processes(jobs: int) -> Iterator[Executor]:
    """Run on processes of this machine.

    Parameters
    ----------
    jobs
        How many, at least 1.

    Raises
    ------
    UsageError
        When `jobs` is less than 1, or a process is ended from outside.
    """
    if jobs < 1:
        raise UsageError(f"{jobs} processes cannot be: give 1 or more.")
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_start)
    try:
        with _one_thread_each():
            yield pool
    except BrokenProcessPool:
        raise UsageError(
            "a process that made forecasts was ended, as happens when memory runs out. What is "
            "done is kept: give the same command again, with fewer --jobs."
        ) from None
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


@contextmanager
def _one_thread_each() -> Iterator[None]:
    """Have every process that is started compute on one thread.

    Linear algebra on several threads in each of several processes takes many times as long, and may
    round differently. What the user has set stays.
    """
    ours = {name: "1" for name in THREADS if name not in os.environ}
    os.environ.update(ours)
    try:
        yield
    finally:
        for name in ours:
            os.environ.pop(name, None)


def _start() -> None:
    """Let the parent alone react to Ctrl-C, and end with it however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
