"""Forecasts to play with, and ways to ask the page's own modules about them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from formateur import api
from formateur.forecasting import Forecast
from formateur.reporting.page.play import PlayData, play_data

REQUIRED = "FORMATEUR_BROWSER_TESTS"
"""Environment variable; where it is ``required``, tests fail that lack Node or a browser."""

HERE = Path(__file__).parent
DRAWS = 4_000


@cache
def flagship() -> Forecast:
    return api.forecast("il-2019-09", as_of=date(2019, 9, 14), draws=DRAWS)


@cache
def flagship_data() -> PlayData:
    return play_data(flagship())


def lacking(what: str) -> None:
    """Skip a test for want of something, or fail it where nothing may be skipped."""
    reason = f"{what} is not there (set {REQUIRED}=required to make this an error)"
    if os.environ.get(REQUIRED) == "required":
        pytest.fail(reason)
    pytest.skip(reason)


def node() -> str:
    found = shutil.which("node")
    if found is None:
        lacking("Node.js")
    return str(found)


def ask(data: PlayData, questions: Sequence[Mapping[str, Any]]) -> list[Any]:
    """Put questions to the modules and return their answers, in order."""
    asked = json.dumps({"data": json.loads(data.embedded()), "questions": list(questions)})
    done = subprocess.run(
        [node(), str(HERE / "ask.mjs")], input=asked, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    answers: list[Any] = json.loads(done.stdout)
    return answers
