"""Backtests on processes and on a real Dask cluster: the same bytes, whoever dies."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from past_tables import some_past_tables, write_past_tables

from formateur.errors import UsageError
from formateur.evaluation.backtest import Design, backtest_votes, joint_of
from formateur.evaluation.backtest.cluster import dask_cluster
from formateur.processes import local_processes

DESIGN = Design(days=tuple(range(1, 21)), models=("koala", "reference"), draws=1000)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_past_tables(tmp_path_factory.mktemp("tables"), some_past_tables())


def silent(done: int, total: int) -> None:
    """Progress that nobody watches."""


@pytest.fixture(scope="module")
def expected(data: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes]:
    out = tmp_path_factory.mktemp("local") / "rows.csv"
    with local_processes(2) as pool:
        backtest_votes(data, DESIGN, out, pool, silent)
    return out.read_bytes(), joint_of(out).read_bytes()


@pytest.mark.slow
def test_one_process_gives_the_bytes_of_two(
    data: Path, tmp_path: Path, expected: tuple[bytes, bytes]
) -> None:
    out = tmp_path / "rows.csv"
    with local_processes(1) as pool:
        backtest_votes(data, DESIGN, out, pool, silent)
    assert (out.read_bytes(), joint_of(out).read_bytes()) == expected


@pytest.fixture
def cluster() -> Iterator[str]:
    distributed = pytest.importorskip("distributed", reason="the extra `cluster` is not installed")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None
    ) as made:
        yield made.scheduler_address


@pytest.mark.slow
def test_a_worker_that_is_killed_halfway_changes_nothing(
    data: Path, tmp_path: Path, expected: tuple[bytes, bytes], cluster: str
) -> None:
    distributed = pytest.importorskip("distributed", reason="the extra `cluster` is not installed")
    out = tmp_path / "rows.csv"
    killed: list[int] = []
    with distributed.Client(cluster, set_as_default=False) as watcher:
        workers = watcher.run(os.getpid)

        def kill_one_halfway(done: int, total: int) -> None:
            if done >= total // 2 and not killed:
                killed.append(next(iter(workers.values())))
                assert done < total
                os.kill(killed[0], signal.SIGKILL)

        with dask_cluster(cluster) as pool:
            backtest_votes(data, DESIGN, out, pool, kill_one_halfway)
    assert len(killed) == 1
    assert (out.read_bytes(), joint_of(out).read_bytes()) == expected


@pytest.mark.slow
def test_every_process_computes_on_one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", "3")
    with local_processes(1) as pool:
        assert pool.submit(os.getenv, "OMP_NUM_THREADS").result() == "1"
        assert pool.submit(os.getenv, "OPENBLAS_NUM_THREADS").result() == "3"
    assert "OMP_NUM_THREADS" not in os.environ


PARENT = """
import os
from formateur.processes import local_processes
if __name__ == "__main__":
    with local_processes(1) as pool:
        print(pool.submit(os.getpid).result(), flush=True)
        input()
"""


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="only Linux can wait for any process")
def test_processes_end_with_their_parent_however_it_ends(tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(PARENT, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout is not None
        ended = os.pidfd_open(int(parent.stdout.readline()))
        parent.kill()
        assert select.select([ended], [], [], 30)[0] == [ended]
        os.close(ended)


def kill_itself() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.slow
def test_a_process_that_dies_is_told() -> None:
    with pytest.raises(UsageError, match="fewer --jobs"), local_processes(1) as pool:
        pool.submit(kill_itself).result()


def test_no_processes_cannot_be() -> None:
    with pytest.raises(UsageError, match="0 processes"), local_processes(0):
        pass


@pytest.mark.parametrize("address", ["nonsense", "nonsense://x", "tcp://x:y"])
def test_an_address_that_cannot_be_is_told_at_once(address: str) -> None:
    pytest.importorskip("distributed", reason="the extra `cluster` is not installed")
    with pytest.raises(UsageError, match="no Dask scheduler answers"), dask_cluster(address):
        pass


@pytest.mark.slow
def test_a_cluster_that_does_not_answer_is_told() -> None:
    pytest.importorskip("distributed", reason="the extra `cluster` is not installed")
    nobody = dask_cluster("tcp://127.0.0.1:1")
    with pytest.raises(UsageError, match="no Dask scheduler answers"), nobody:
        pass
