"""``formateur events`` as users run it."""

from __future__ import annotations

import json

import pytest

from formateur.cli import run

FLAGSHIP = ("il-2019-09", "e29", "--as-of", "2019-09-14", "--draws", "200")


def test_text_json_and_csv(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["events", *FLAGSHIP]) == 0
    assert "not identified" in capsys.readouterr().out
    assert run(["events", *FLAGSHIP, "--format", "json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["schema"] == "formateur/events/1"
    assert run(["events", *FLAGSHIP, "--format", "csv"]) == 0
    header, first, *_ = capsys.readouterr().out.splitlines()
    assert header.startswith("election,as_of,part")
    assert first == "il-2019-09,2019-09-14,effects,e29,,polls_before,68"


def test_an_unknown_event_is_refused_without_a_traceback(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["events", "il-2019-09", "e99", "--as-of", "2019-09-14", "--draws", "10"]) == 2
    told = capsys.readouterr()
    assert "event 'e99' is not known on 2019-09-14" in told.err
    assert "e29" in told.err
    assert told.out == ""
