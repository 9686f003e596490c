"""``formateur serve`` as an operator has it: a process, its one line, and how it ends."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest
from web_serving import OWN, own_election

from formateur.errors import UsageError
from formateur.web.server.run import listen
from formateur.web.shelf import Shelf

COMMAND = (sys.executable, "-m", "formateur", "serve")


@pytest.mark.slow
def test_it_tells_one_address_and_ends_cleanly(tmp_path: Path) -> None:
    folder = own_election(tmp_path / "mine")
    words = [*COMMAND, "--port", "0", "--folder", str(folder)]
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None
        told = server.stdout.readline()
        address = told.split()[3]
        assert told == f"Formateur serves at {address} until Ctrl-C.\n"
        assert address.startswith("http://127.0.0.1:")
        assert httpx.get(f"{address}{OWN}/", timeout=60).status_code == 307
        assert httpx.get(f"{address}{OWN}/2019-09-14/?draws=20", timeout=120).status_code == 200
        server.send_signal(signal.SIGINT)
        out, problems = server.communicate(timeout=60)
    assert server.returncode == 0
    assert (out, problems) == ("", "")


def test_a_place_that_is_taken_or_cannot_be_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(UsageError, match=f"127.0.0.1, port {port}: .* Choose another --port"):
            listen("127.0.0.1", port)
    with pytest.raises(UsageError, match="0 to 65535"):
        listen("127.0.0.1", 99_999)
    with pytest.raises(UsageError, match=r"nothing can listen at 192\.0\.2\.1"):
        listen("192.0.2.1", 0)  # an address that no machine has (RFC 5737)


def test_folders_that_cannot_be_offered(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="not a folder"):
        Shelf([tmp_path / "nowhere"])
    folder = own_election(tmp_path / "same")
    file = folder / "election.toml"
    text = file.read_text("utf-8")
    for taken in ("il-2019-09", "api"):
        file.write_text(text.replace(f'"{OWN}"', f'"{taken}"', 1), "utf-8")
        with pytest.raises(UsageError, match=f"'{taken}' is taken"):
            Shelf([folder])


def test_without_the_extra_it_says_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "uvicorn.py").write_text("raise ModuleNotFoundError(name='uvicorn')", "utf-8")
    path = os.pathsep.join((str(tmp_path), os.environ.get("PYTHONPATH", "")))
    done = subprocess.run(
        [*COMMAND],
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "pip install 'formateur[web]'" in done.stderr
