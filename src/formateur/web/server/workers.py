"""Processes that compute while the server serves; one that hangs or dies is replaced."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
from collections.abc import Callable
from concurrent.futures import Executor
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack
from typing import ParamSpec, TypeVar

from formateur.processes import local_processes

Given = ParamSpec("Given")
Made = TypeVar("Made")


class TooLongError(Exception):
    """A computation took more time than it was given, and was ended."""


class Worker:
    """One process with one job at a time, so that ending it ends no other job.

    Parameters
    ----------
    seconds
        A job may take so long.
    warm_up
        What each process does first, as long as it takes: loading and compiling.
    """

    def __init__(self, seconds: float, warm_up: Callable[[], object] = os.getpid) -> None:
        self._seconds, self._warm_up = seconds, warm_up
        self._turn = asyncio.Lock()
        self._process = ExitStack()
        self._pool: Executor | None = None
        self._pid = 0

    async def run(
        self, job: Callable[Given, Made], *given: Given.args, **more: Given.kwargs
    ) -> Made:
        """Run a job when its turn comes; if the process dies under it, once more.

        Raises
        ------
        TooLongError
            When it takes too long.
        BrokenProcessPool
            When the process dies under it twice.
        """
        async with self._turn:
            try:
                return await self._once(job, *given, **more)
            except BrokenProcessPool:
                return await self._once(job, *given, **more)

    async def start(self) -> None:
        """Have the process ready before the first job comes."""
        async with self._turn:
            await self._started()

    async def _once(
        self, job: Callable[Given, Made], *given: Given.args, **more: Given.kwargs
    ) -> Made:
        pool = await self._started()
        work = asyncio.wrap_future(pool.submit(job, *given, **more))
        done, _ = await asyncio.wait((work,), timeout=self._seconds)
        if not done:
            await self.close()
            with contextlib.suppress(BrokenProcessPool):
                await work
            raise TooLongError
        try:
            return work.result()
        except BrokenProcessPool:
            await self.close()
            raise

    async def _started(self) -> Executor:
        if self._pool is None:
            self._pool = self._process.enter_context(local_processes(1))
            self._pid = await asyncio.wrap_future(self._pool.submit(os.getpid))
            await asyncio.wrap_future(self._pool.submit(self._warm_up))
        return self._pool

    async def close(self) -> None:
        """End the process, whatever it is doing."""
        self._pool = None
        with contextlib.suppress(ProcessLookupError):
            if self._pid:
                os.kill(self._pid, signal.SIGKILL)
        self._pid = 0
        await asyncio.to_thread(self._process.close)
