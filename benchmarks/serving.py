"""How fast a prepared page is served while forecasts are worked out beside; prints Markdown.

Requests leave at their times whether the ones before have been answered or not, and the time of an
answer counts from when it was due: a server that falls behind cannot hide it.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import subprocess
import sys
import time
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np
from measuring import heading, row

FORMATEUR = Path(sys.executable).with_name("formateur")
PAGE = "/il-2019-09/2019-09-14/"
CONNECTIONS = 16

ELECTION = "il-2019-09?as_of=2019-09-14"
BESIDE = (
    f"/api/v1/forecast/{ELECTION}",
    f"/api/v1/motion/{ELECTION.replace('?', '/mutual-defence-treaty-us?')}",
    f"/api/v1/events/{ELECTION}",
)
"""What editors ask beside, each time with another seed, so that all of it has to be worked out."""

STORY = b"Polls predict a close race in Israel three days before the vote, and Likud leads."


@dataclass(slots=True)
class Load:
    """What was asked and how it was answered.

    Attributes
    ----------
    seconds
        Of each answer, from when it was due.
    wrong
        Answers that were not the page.
    answers
        Worked out beside.
    stories
        Checked beside.
    """

    seconds: list[float] = field(default_factory=list)
    wrong: int = 0
    answers: int = 0
    stories: int = 0


class Line:
    """A connection that is kept."""

    def __init__(self, host: str, port: int) -> None:
        self._host, self._port = host, port

    async def open(self) -> Line:
        """Connect."""
        self._reader, self._writer = await asyncio.open_connection(self._host, self._port)
        return self

    async def get(self, path: str) -> tuple[int, int]:
        """Return status and bytes of an answer."""
        return await self._ask("GET", path, "", b"")

    async def post(self, path: str, text: bytes) -> tuple[int, int]:
        """Send a text, and return status and bytes of the answer."""
        more = f"Content-Type: text/plain\r\nContent-Length: {len(text)}\r\n"
        return await self._ask("POST", path, more, text)

    async def _ask(self, method: str, path: str, more: str, body: bytes) -> tuple[int, int]:
        head = f"{method} {path} HTTP/1.1\r\nHost: {self._host}\r\nAccept-Encoding: gzip\r\n"
        self._writer.write(f"{head}{more}\r\n".encode() + body)
        told = (await self._reader.readuntil(b"\r\n\r\n")).lower()
        size = int(told.partition(b"content-length:")[2].partition(b"\r\n")[0])
        await self._reader.readexactly(size)
        return int(told.split()[1]), size


async def measure(address: str, rate: float, seconds: float) -> tuple[Load, int]:
    """Ask for the page at a rate, and for new forecasts all the time."""
    place = urlsplit(address)
    lines: asyncio.Queue[Line] = asyncio.Queue()
    for _ in range(CONNECTIONS):
        lines.put_nowait(await Line(place.hostname or "", place.port or 0).open())
    beside = await Line(place.hostname or "", place.port or 0).open()
    _, size = await beside.get(PAGE)
    load, began = Load(), time.perf_counter()

    async def reader(due: float) -> None:
        line = await lines.get()
        status, got = await line.get(PAGE)
        load.seconds.append(time.perf_counter() - due)
        load.wrong += (status, got) != (200, size)
        lines.put_nowait(line)

    async def editor() -> None:
        for seed in count(2):
            for asked_for in BESIDE:
                status, _ = await beside.get(f"{asked_for}&seed={seed}")
                load.answers += status == 200
            status, _ = await beside.post("/api/v1/story?date=2019-09-14", STORY)
            load.stories += status == 200

    editing = asyncio.create_task(editor())
    asked = []
    for number in range(round(rate * seconds)):
        due = began + number / rate
        await asyncio.sleep(max(0.0, due - time.perf_counter()))
        asked.append(asyncio.create_task(reader(due)))
    await asyncio.gather(*asked)
    editing.cancel()
    return load, size


def processor_seconds(pid: int) -> float:
    """Return the time that a process has had of the processors, its children left out."""
    told = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Start a server, load it, and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rate", type=float, default=200, help="requests a second")
    parser.add_argument("--seconds", type=float, default=30)
    asked = parser.parse_args()
    command = (FORMATEUR, "serve", "--port", "0")
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        address = server.stdout.readline().split()[3]
        asyncio.run(measure(address, 1, 1))  # the page is prepared, the loops are compiled
        before = processor_seconds(server.pid)
        load, size = asyncio.run(measure(address, asked.rate, asked.seconds))
        busy = (processor_seconds(server.pid) - before) / asked.seconds
        server.terminate()
    times = 1000 * np.quantile(load.seconds, [0.5, 0.99, 1])
    heading("requests a second", "median", "p99", "longest", "wrong", "worked out beside", "load")
    row(
        f"{asked.rate:,.0f} for {asked.seconds:.0f} s, {size / 1024:.0f} KiB each",
        *(f"{one:.1f} ms" for one in times),
        str(load.wrong),
        f"{load.answers} answers, {load.stories} stories",
        f"{100 * busy:.0f} % of a core",
    )


if __name__ == "__main__":
    main()
