"""Commands that give the same figures again."""

from __future__ import annotations

from shlex import quote

from formateur.reporting.schema import ForecastDocument
from formateur.settings import DEFAULT_LANGUAGE
from formateur.votes import MODELS


def report(document: ForecastDocument, language: str) -> str:
    """Return the command that makes the same page again."""
    words = ["formateur", "report", document.election.id, *settings(document)]
    if language != DEFAULT_LANGUAGE:
        words += ["--lang", language]
    return " ".join(quote(one) for one in (*words, "--html", "report.html"))


def settings(document: ForecastDocument) -> tuple[str, ...]:
    """Return the options of a command that make the same forecast again."""
    words = ["--as-of", document.as_of.isoformat(), "--draws", str(document.draws)]
    words += ["--seed", str(document.seed)]
    if document.estimator in MODELS:
        words += ["--model", document.estimator]
    for change in document.law.changes:
        words += ["--set", change]
    for statement in document.without:
        words += ["--without-statement", statement]
    return tuple(words)
