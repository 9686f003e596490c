"""Work that is shared, bounded, ended when it takes too long, and begun again when it dies."""

from __future__ import annotations

import asyncio
import os
import time
from datetime import date
from pathlib import Path

import httpx
import pytest
from mortal import die_once
from web_serving import Serving

from formateur.web.asked import Asked
from formateur.web.questions import ForecastQuestion
from formateur.web.rendered import Refusal, Rendered, rendered
from formateur.web.server.app import TOO_BUSY
from formateur.web.server.desk import BusyError, Desk, Memory
from formateur.web.server.workers import TooLongError, Worker

DAY = date(2019, 9, 12)


def question(seed: int, form: str = "json", **more: object) -> ForecastQuestion:
    asked = Asked(place="il-2019-09", day=DAY, draws=20, seed=seed, **more)  # type: ignore[arg-type]
    return ForecastQuestion(asked, form)  # type: ignore[arg-type]


def test_readers_who_ask_at_the_same_time_share_one_forecast(serving: Serving) -> None:
    before = serving.desk.worked_out
    address = f"{serving.address}/il-2019-09/2019-09-11/?draws=300&seed=77"

    async def readers() -> list[httpx.Response]:
        async with httpx.AsyncClient(timeout=120) as client:
            return await asyncio.gather(*(client.get(address) for _ in range(20)))

    found = asyncio.run(readers())
    assert {one.status_code for one in found} == {200}
    assert len({one.text for one in found}) == 1
    assert serving.desk.worked_out == before + 1
    assert serving.get(address).text == found[0].text
    assert serving.desk.worked_out == before + 1


def test_pages_are_served_while_a_forecast_is_worked_out(serving: Serving) -> None:
    async def reader() -> tuple[float, bool]:
        async with httpx.AsyncClient(base_url=serving.address, timeout=120) as client:
            slow = asyncio.create_task(client.get("/il-2021/2021-03-01/forecast.json?draws=1000"))
            await client.get("/api/v1/elections")
            began = time.perf_counter()
            for _ in range(20):
                assert (await client.get("/")).status_code == 200
            taken, waiting = time.perf_counter() - began, not slow.done()
            assert (await slow).status_code == 200
            return taken, waiting

    taken, waiting = asyncio.run(reader())
    assert waiting
    assert taken < 5


def test_a_reader_who_leaves_does_not_end_it_for_the_others() -> None:
    async def leaving() -> Rendered | Refusal:
        desk = Desk()
        try:
            first = asyncio.create_task(desk.ask(question(1)))
            second = asyncio.create_task(desk.ask(question(1)))
            await asyncio.sleep(0)
            first.cancel()
            found = await second
            assert desk.worked_out == 1
            return found
        finally:
            await desk.close()

    assert isinstance(asyncio.run(leaving()), Rendered)


def test_a_desk_with_too_many_questions_says_so_and_goes_on() -> None:
    async def crowd() -> list[object]:
        desk = Desk(waiting=1)
        try:
            asked = (desk.ask(question(seed)) for seed in (1, 2, 1))
            found = await asyncio.gather(*asked, return_exceptions=True)
            assert isinstance(await desk.ask(question(2)), Rendered)
            return list(found)
        finally:
            await desk.close()

    first, second, again = asyncio.run(crowd())
    assert isinstance(first, Rendered)
    assert isinstance(second, BusyError)
    assert again is first


def test_a_busy_server_says_when_to_come_back() -> None:
    assert TOO_BUSY.status == 503
    assert TOO_BUSY.retry_after > 0


def test_what_takes_too_long_is_ended_and_the_next_is_answered() -> None:
    async def slow() -> int:
        worker = Worker(seconds=1)
        try:
            await worker.run(abs, -1)  # the process is there
            with pytest.raises(TooLongError):
                await worker.run(time.sleep, 600)
            return await worker.run(abs, -7)
        finally:
            await worker.close()

    assert asyncio.run(slow()) == 7


def test_a_process_that_dies_is_replaced(tmp_path: Path) -> None:
    async def dying() -> str:
        worker = Worker(seconds=60)
        try:
            return await worker.run(die_once, str(tmp_path / "mark"))
        finally:
            await worker.close()

    assert asyncio.run(dying()) == "answered"


def test_memory_is_bounded_and_forgets_what_was_asked_longest_ago() -> None:
    answers = [rendered(os.urandom(1000), "x") for _ in range(3)]
    memory = Memory(2 * len(answers[0].packed) + 10)
    for seed in (0, 1):
        memory.keep(question(seed), answers[seed])
    assert memory.get(question(0)) == answers[0]
    memory.keep(question(2), answers[2])
    assert memory.get(question(1)) is None
    assert memory.get(question(0)) == answers[0]
    assert memory.get(question(2)) == answers[2]


def test_an_answer_is_packed_alike_each_time() -> None:
    assert rendered("text", "text/plain") == rendered(b"text", "text/plain")
    assert rendered("text", "text/plain").plain == b"text"
