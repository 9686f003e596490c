"""Where the output goes: other encodings, pipes, devices."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

FLAGSHIP = ("il-2019-09", "--as-of", "2019-09-14", "--draws", "500")
PROGRAM = sys.executable, "-m", "formateur"


def output(*words: str, **env: str) -> bytes:
    done = subprocess.run(
        [*PROGRAM, *words], env={**os.environ, **env}, capture_output=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-16"])
def test_forms_for_programs_are_utf_8_wherever_they_go(encoding: str) -> None:
    asked = "forecast", *FLAGSHIP, "--format"
    wanted = output(*asked, "json")
    assert not wanted.isascii()
    assert output(*asked, "json", PYTHONIOENCODING=encoding) == wanted
    polls = "polls", *FLAGSHIP[:3], "--format", "csv"
    assert output(*polls, PYTHONIOENCODING=encoding) == output(*polls)


def test_no_figure_is_lost_where_signs_are() -> None:
    full = output("forecast", *FLAGSHIP).decode()
    plain = output("forecast", *FLAGSHIP, PYTHONIOENCODING="ascii").decode("ascii")
    assert "(−" in full
    assert "(-" in plain
    signs = str.maketrans("–−·▁▂▃▄▅▆▇█", "--*_.-=+*%#")
    told = full.translate(signs).replace("…", "...").replace("±", "+/-").replace("→", "->")
    assert plain == re.sub("[א-ת]", "?", told)


def test_reader_that_leaves_at_once_is_no_error() -> None:
    for words in (("polls", *FLAGSHIP[:3]), ("elections",)):
        with subprocess.Popen(
            [*PROGRAM, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.close()
            assert process.stderr.read() == b""
            assert process.wait(timeout=60) == 0
