"""One forecast, and all files that are made of it; run in processes of their own."""

from __future__ import annotations

from pathlib import Path

from formateur import api
from formateur.errors import FormateurError, UsageError
from formateur.files import write_file
from formateur.web.forecast_page import forecast_page, opening
from formateur.web.rendered import Refusal
from formateur.web.site.made import Made
from formateur.web.site.plan import Task


def prepare(task: Task, key: str, top: Path) -> Made | Refusal:
    """Make a forecast and write its files below `top`.

    Parameters
    ----------
    key
        Is kept with what was made.
    """
    asked = task.asked
    try:
        made = api.forecast(asked.place, as_of=asked.day, draws=asked.draws, seed=asked.seed)
        report = api.report(made)
        _write(top / task.folder / "forecast.json", report.to_json())
        _write(top / task.folder / "forecast.csv", report.to_csv())
        told = {}
        for page in task.pages:
            html = forecast_page(report.document, page.language, page.assets, page.navigation)
            _write(top / page.path, html)
            told[page.language] = opening(report.document, page.language)
    except FormateurError as error:
        return Refusal(type(error).__name__, f"{task.folder[:-1]}: {error}")
    return Made(folder=task.folder, key=key, files=task.files, headline=told)


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{path.parent} cannot be made: {error.strerror}.") from None
    write_file(path, text)
