"""Machine code: made once, said so, kept where it can be, and never needed for the help."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

FORECAST = ("forecast", "il-2019-09", "--as-of", "2019-09-14", "--draws", "500")


def run(*words: str, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "formateur", *words],
        env={**os.environ, **env},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=True,
    )


@pytest.mark.slow
def test_only_the_first_run_compiles_and_says_so(tmp_path: Path) -> None:
    first = run(*FORECAST, NUMBA_CACHE_DIR=str(tmp_path))
    assert first.stderr == "Compiling the seat counter, once after installation ...\n"
    second = run(*FORECAST, NUMBA_CACHE_DIR=str(tmp_path))
    assert second.stderr == ""
    assert second.stdout == first.stdout


@pytest.mark.slow
def test_where_nothing_can_be_kept_every_run_compiles_and_says_so() -> None:
    # the only locator left is for packages in a zip file, which this is not
    done = run(*FORECAST, NUMBA_CACHE_LOCATOR_CLASSES="ZipCacheLocator")
    assert done.stderr.startswith("Compiling the seat counter, in every run until NUMBA_CACHE_DIR")
    assert "Likud" in done.stdout


def test_help_does_not_load_the_compiler() -> None:
    code = (
        "import sys, formateur.cli\n"
        "formateur.cli.run(['--help'])\n"
        "assert 'numba' not in sys.modules and 'numpy' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
