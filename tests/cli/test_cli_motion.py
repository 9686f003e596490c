"""``formateur motion`` as a user has it."""

from __future__ import annotations

import json

import pytest
from test_cli import assert_refused, run

ASKED = ("motion", "il-2019-09", "mutual-defence-treaty-us", "--as-of", "2019-09-14")
FEW = ("--draws", "300", "--model", "reference")


def test_what_if_a_list_stood_elsewhere() -> None:
    words = ("--set", "joint_list=oppose", "--set", "shas=support", "--majority", "absolute")
    done = run(*ASKED, *FEW, *words, "--format", "json")
    assert done.returncode == 0, done.stderr
    made = json.loads(done.stdout)
    assert made["supposed"] == {"joint_list": "oppose", "shas": "support"}
    assert made["motion"]["seats_needed"] == 61
    stands = {one["list"]: one["position"] for one in made["motion"]["positions"]}
    assert (stands["joint_list"], stands["shas"]) == ("oppose", "support")


def test_text_says_what_was_supposed() -> None:
    done = run(*ASKED, *FEW, "--set", "shas=abstain")
    assert done.returncode == 0, done.stderr
    assert "What if: Shas abstains." in done.stdout
    assert "supposed" in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 120


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--set", "shas"), "LIST=POSITION"),
        (("--set", "shas=support", "--set", "shas=oppose"), "set twice"),
        (("--set", "greens=support"), "'greens' is not a list"),
        (("--set", "shas=maybe"), "'maybe' is not a position"),
        (("--majority", "most"), "'most' is not a majority"),
        (("--majority", "121"), "more than the house has: 120"),
        (("--as-of", "2019-09-13"), "not known on 2019-09-13"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_cannot_be_asked_is_refused(words: tuple[str, ...], told: str) -> None:
    assert_refused(run(*ASKED, *FEW, *words), 2, told)
