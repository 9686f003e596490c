"""`--lang`: what is said, in another language."""

from __future__ import annotations

import pytest

from formateur.cli import run

HEBREW_NAME = "ישראל, הכנסת ה-22"


def test_names_and_days_are_those_of_the_language(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["elections", "--lang", "he"]) == 0
    assert HEBREW_NAME in capsys.readouterr().out
    assert run(["elections"]) == 0
    told = capsys.readouterr().out
    assert HEBREW_NAME not in told
    assert "17 Sept 2019" in told


def test_a_language_that_is_not_spoken_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["elections", "--lang", "tlh"]) == 2
    assert "'tlh' is not a language of Formateur: en, es" in capsys.readouterr().err
