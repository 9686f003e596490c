"""A real server on loopback, with real processes that compute, shared by all tests of a session."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

import httpx
import pytest

from formateur.web.server.desk import Desk
from formateur.web.server.run import listen, make_server
from formateur.web.shelf import Shelf

BUILT_IN = Path(__file__).parents[2] / "src" / "formateur" / "data" / "elections"
OWN = "my-election"


@dataclass(frozen=True)
class Serving:
    """A running server, the desk behind it, and the operator's own folder."""

    address: str
    desk: Desk
    own: Path
    client: httpx.Client

    def get(self, path: str, **headers: str) -> httpx.Response:
        return self.client.get(path, headers=headers)


def own_election(folder: Path) -> Path:
    """A folder of the operator's: the flagship under another id."""
    shutil.copytree(BUILT_IN / "il-2019-09", folder)
    file = folder / "election.toml"
    text = file.read_text("utf-8").replace('id = "il-2019-09"', f'id = "{OWN}"', 1)
    assert OWN in text
    file.write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="session")
def serving(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    own = own_election(tmp_path_factory.mktemp("operator") / "folder")
    desk = Desk(seconds=100)
    with listen("127.0.0.1", 0) as listening:
        server = make_server(Shelf([own]), desk, listening)
        thread = Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        address = f"http://127.0.0.1:{listening.getsockname()[1]}"
        try:
            with httpx.Client(base_url=address, timeout=120) as client:
                yield Serving(address, desk, own, client)
        finally:
            server.should_exit = True
            thread.join()
