"""Forecasts to play with, and ways to ask the page's own modules about them."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from browser import lacking

from formateur import api
from formateur.forecasting import Forecast
from formateur.reporting.page.play import PlayData, play_data

HERE = Path(__file__).parent
DRAWS = 4_000


@cache
def flagship() -> Forecast:
    return api.forecast("il-2019-09", as_of=date(2019, 9, 14), draws=DRAWS)


@cache
def flagship_data() -> PlayData:
    return play_data(flagship())


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
