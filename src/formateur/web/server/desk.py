"""Where questions are asked: each is worked out once, shared, and remembered for a while.

Stories are not remembered: whoever pastes one may rely on its being gone once it is answered.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict

from formateur.web.answers import answer, warm_up
from formateur.web.questions import Question, StoryQuestion
from formateur.web.rendered import Refusal, Rendered
from formateur.web.server.workers import Worker

Answer = Rendered | Refusal


class BusyError(Exception):
    """As many questions are being worked out and waiting as may."""


class Memory:
    """The answers given last, as far as they fit.

    Parameters
    ----------
    most
        Bytes that they may take together.
    """

    def __init__(self, most: int) -> None:
        self._most, self._held = most, 0
        self._answers: OrderedDict[Question, Rendered] = OrderedDict()

    def get(self, question: Question) -> Rendered | None:
        """Return the answer if it is remembered."""
        if question in self._answers:
            self._answers.move_to_end(question)
        return self._answers.get(question)

    def keep(self, question: Question, given: Rendered) -> None:
        """Remember an answer, and forget those that were asked for longest ago."""
        self._answers[question] = given
        self._held += len(given.packed)
        while self._held > self._most:
            _, dropped = self._answers.popitem(last=False)
            self._held -= len(dropped.packed)


class Desk:
    """Gives answers.

    Parameters
    ----------
    processes
        That compute.
    seconds
        That an answer may take, once its turn comes.
    waiting
        Questions that may be in work or wait at a time.
    memory
        Bytes of answers that are remembered.
    """

    def __init__(
        self, *, processes: int = 1, seconds: float = 60, waiting: int = 32, memory: int = 1 << 28
    ) -> None:
        self._workers = [Worker(seconds, warm_up) for _ in range(processes)]
        self._waiting = waiting
        self._memory = Memory(memory)
        self._in_work: dict[Question, asyncio.Task[Answer]] = {}
        self.worked_out = 0
        """Questions that were worked out so far."""

    async def open(self) -> None:
        """Have the processes ready before somebody asks."""
        await asyncio.gather(*(one.start() for one in self._workers))

    async def ask(self, question: Question) -> Answer:
        """Return the answer; readers who ask the same at the same time share the work.

        Raises
        ------
        BusyError
            When too many questions wait already.
        TooLongError
            When the answer takes too long to work out.
        """
        remembered = self._memory.get(question)
        if remembered is not None:
            return remembered
        task = self._in_work.get(question)
        if task is None:
            if len(self._in_work) >= self._waiting:
                raise BusyError
            task = asyncio.create_task(self._work_out(question))
            self._in_work[question] = task
            task.add_done_callback(lambda done: self._finished(question, done))
        return await asyncio.shield(task)  # one reader who leaves does not end it for the others

    async def _work_out(self, question: Question) -> Answer:
        """Have it answered by the process that answers all about this forecast."""
        # stories go to one process, which then has the figures that they are held against
        about = None if isinstance(question, StoryQuestion) else question.asked
        worker = self._workers[hash(about) % len(self._workers)]
        given = await worker.run(answer, question)
        self.worked_out += 1
        if isinstance(given, Rendered) and about is not None:
            self._memory.keep(question, given)
        return given

    def _finished(self, question: Question, task: asyncio.Task[Answer]) -> None:
        del self._in_work[question]
        if not task.cancelled():
            task.exception()  # looked at, also when every reader has left

    async def close(self) -> None:
        """End all work."""
        for task in self._in_work.values():
            task.cancel()
        for worker in self._workers:
            await worker.close()
