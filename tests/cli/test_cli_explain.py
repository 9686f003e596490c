"""``formateur explain``: a figure led back, figures listed, and what is refused."""

from __future__ import annotations

import json

import pytest

from formateur.cli import run

FLAGSHIP = ("--as-of", "2019-09-14", "--draws", "300")


def test_a_figure_is_led_back(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "il-2019-09", "seats.likud", *FLAGSHIP]) == 0
    told = capsys.readouterr().out
    for part in (
        "1. Seats of Likud",
        "Threshold: Knesset Elections Law",
        "Panel Project HaMidgam for Channel 13",
        "formateur explain il-2019-09 seats.likud --as-of 2019-09-14 --draws 300 --seed 1",
    ):
        assert part in told


def test_the_command_that_is_told_gives_the_same_again(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["explain", "il-2019-09", "would.none", *FLAGSHIP, "--format", "json"]
    assert run(words) == 0
    first = json.loads(capsys.readouterr().out)
    assert first["schema"] == "formateur/explanation/1"
    assert run([*first["command"].split()[1:], "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == first


def test_without_a_figure_all_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "il-2019-09", *FLAGSHIP]) == 0
    assert "votes.likud, votes.blue_white" in capsys.readouterr().out
    assert run(["explain", "il-2019-09", *FLAGSHIP, "--format", "json"]) == 0
    names = json.loads(capsys.readouterr().out)
    assert "would.none" in names["would"]


def test_it_speaks_the_language_that_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["explain", "il-2019-09", "seats.likud", *FLAGSHIP, "--lang", "he", "--format", "json"]
    assert run(words) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["language"] == "he"
    assert "הליכוד" in told["title"]


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["seats.likudd"], "Near: seats.likud"),
        (["likud"], "is not the name of a figure"),
        (["seats.likud", "--lang", "xx"], "'xx' is not a language"),
        (["seats.likud", "--format", "csv"], "text or json"),
    ],
)
def test_what_cannot_be_is_refused(
    words: list[str], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["explain", "il-2019-09", *words, *FLAGSHIP]) == 2
    said = capsys.readouterr()
    assert complaint in said.err
    assert said.out == ""
