"""``formateur compare`` and ``--model`` as a user has them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from test_cli import assert_refused, run

DAYS = ("--from", "2019-09-08", "--to", "2019-09-14")
FEW = ("--draws", "200")


@pytest.mark.parametrize("form", ["text", "json", "csv"])
def test_compare_in_every_form(form: str) -> None:
    done = run("compare", "il-2019-09", *DAYS, *FEW, "--format", form)
    assert done.returncode == 0, done.stderr
    if form == "json":
        made = json.loads(done.stdout)
        assert made["steps"][0]["cause"] == "days"
        assert len({made["run_before"], made["run_after"]}) == 2
    elif form == "csv":
        rows = csv.DictReader(io.StringIO(done.stdout))
        assert {row["part"] for row in rows} == {"lists", "steps", "blocs"}
    else:
        assert "New polls" in done.stdout
        assert max(map(len, done.stdout.splitlines())) <= 120


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("--from", "2019-09-14", "--to", "2019-09-14"), 2, "nothing to compare"),
        (("--from", "2019-09-14", "--to", "2019-09-10"), 2, "earlier day first"),
        (("--from", "2019-09-14", "--to", "2019-09-20"), 2, "after the vote"),
        (("--from", "2019-05-01", "--to", "2019-09-10"), 5, "no polls yet on 2019-05-01"),
        (("--from", "yesterday", "--to", "2019-09-10"), 2, "yesterday"),
        (("--from", "2019-09-10"), 2, "--to"),
        ((*DAYS, "--model", "oracle"), 2, "oracle"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_cannot_be_compared_is_refused(words: tuple[str, ...], code: int, told: str) -> None:
    assert_refused(run("compare", "il-2019-09", *words), code, told)


FLAGSHIP = ("il-2019-09", "--as-of", "2019-09-14")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("forecast", *FLAGSHIP, *FEW), "state-space model of all polls"),
        (("forecast", *FLAGSHIP, *FEW, "--model", "reference"), "reference: average of the latest"),
        (("polls", *FLAGSHIP, "--model", "koala"), "KOALA: latest poll of each house"),
        (("score", *FLAGSHIP, *FEW, "--model", "reference"), "reference: average of the latest"),
        (("forecast", "il-2019-09", "--as-of", "2019-09-20"), "official result"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_output_names_the_model(words: tuple[str, ...], told: str) -> None:
    done = run(*words)
    assert done.returncode == 0, done.stderr
    assert told in " ".join(done.stdout.split())


@pytest.mark.parametrize("command", ["forecast", "polls", "score"])
def test_an_unknown_model_is_refused_and_the_known_are_named(command: str) -> None:
    done = run(command, *FLAGSHIP, "--model", "oracle")
    assert_refused(done, 2, "oracle", "koala", "reference", "state-space")


def test_an_unknown_model_is_refused_after_the_vote_too() -> None:
    done = run("forecast", "il-2019-09", "--as-of", "2019-09-20", "--model", "oracle")
    assert_refused(done, 2, "oracle")


def test_the_model_is_in_the_id_of_the_run() -> None:
    runs = {
        json.loads(run("forecast", *FLAGSHIP, *FEW, "--model", name, "--format", "json").stdout)[
            "run"
        ]
        for name in ("state-space", "reference", "koala")
    }
    assert len(runs) == 3


def test_the_page_names_the_model_and_how_to_make_it_again(tmp_path: Path) -> None:
    done = run("report", *FLAGSHIP, *FEW, "--model", "reference", "--html", "a.html", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "a.html").read_text("utf-8")
    assert "reference: average of the latest poll of each house" in page
    assert "--model reference" in page
