"""``formateur allocate`` as a user has it: real processes, their output and exit codes."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

VOTES = "constituency,party,votes\nnational,Blue,600\nnational,Green,375\nnational,Red,25\n"
CASE = {"law_id": "il-knesset", "date": "2019-09-17", "seats": 120, "facts": {}}


def run(*words: str, cwd: Path | None = None, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "formateur", *words],
        cwd=cwd,
        env={**os.environ, **env},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


@pytest.fixture
def case(tmp_path: Path) -> Path:
    (tmp_path / "votes.csv").write_text(VOTES, "utf-8")
    (tmp_path / "case.json").write_text(json.dumps(CASE, indent=1), "utf-8")
    return tmp_path


def test_text(case: Path) -> None:
    done = run("allocate", str(case))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Israel, elections to the Knesset: the vote of Tuesday 17 Septem")
    assert "Red: 2.5 %, below 3.25 %" in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 120


def test_json_and_csv_hold_the_same_seats(case: Path) -> None:
    document = json.loads(run("allocate", str(case), "--format", "json").stdout)
    assert document["schema"] == "formateur/allocation/1"
    assert {row["party"]: row["seats"] for row in document["seats"]} == {"Blue": 74, "Green": 46}
    rows = list(csv.DictReader(io.StringIO(run("allocate", str(case), "--format=csv").stdout)))
    assert [row | {"seats": int(row["seats"])} for row in rows] == document["seats"]


def test_what_if(case: Path) -> None:
    words = ("--set", "threshold.share=2%", "--set", "seats=100", "--format", "json")
    document = json.loads(run("allocate", str(case), *words).stdout)
    assert document["law"]["changes"] == ["threshold.share = 2%", "seats.value = 100"]
    total = {row["party"]: row for row in document["what_if"]["total"]}
    assert total["Red"] == {"party": "Red", "seats": 2, "seats_as_it_was": 0, "difference": 2}


def test_a_law_file(case: Path) -> None:
    law = """\
schema = "formateur/law/1"
id = "mine"
name = "Mine"
country = "xx"
chamber = "House"
seats = [{ from = 1990-01-01, value = 3, source = "Act" }]
allocation = [
  { from = 1990-01-01, steps = ["highest-averages:d-hondt"], ties = "lot", source = "Act" }
]
"""
    (case / "reform.toml").write_text(law, "utf-8")
    done = run("allocate", ".", "--law", "reform.toml", "--format", "csv", cwd=case)
    assert done.stdout.splitlines()[1:] == [
        "national,constituency,Blue,2",
        "national,constituency,Green,1",
    ]


def test_a_warning_goes_to_the_error_stream_and_into_the_trace(case: Path) -> None:
    document = {**CASE, "facts": {"alliance": [["Blue", "Green"]]}}
    (case / "case.json").write_text(json.dumps(document, indent=1), "utf-8")
    done = run("allocate", str(case), "--format", "json")
    assert done.returncode == 0
    told = "facts.alliance: is not a known fact and has no effect. Did you mean 'alliances'?"
    assert done.stderr.startswith("formateur: warning: case.json, line 6")
    assert told in done.stderr
    assert told in json.loads(done.stdout)["trace"][0]["text"]


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("nowhere",), 3, "nowhere"),
        ((".", "--law", "il-kneset"), 4, "il-knesset"),
        ((".", "--law", "nowhere/law.toml"), 4, "law.toml"),
        ((".", "--set", "threshold.share"), 2, "KEY=VALUE"),
        ((".", "--set", "=2%"), 2, "KEY=VALUE"),
        ((".", "--set", "seats=1", "--set", "seats=2"), 2, "set twice"),
        ((".", "--set", "seats=\x1b[31m"), 2, r"\x1b[31m"),
        ((".", "--set", "treshold.share=2%"), 4, "threshold"),
        ((".", "--set", "threshold.shar=2%"), 4, "share"),
        ((".", "--set", "threshold.share=0.02"), 4, "exact percentage"),
        ((".", "--set", "threshold.share=99%"), 4, "no list has the votes"),
        ((".", "--seed", "-1"), 2, "seed"),
        ((".", "--format", "xml"), 2, "xml"),
        ((), 2, "CASE_DIR"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_cannot_be_is_refused(
    case: Path, words: tuple[str, ...], code: int, told: str
) -> None:
    done = run("allocate", *words, cwd=case)
    assert (done.returncode, done.stdout) == (code, "")
    assert "Traceback" not in done.stderr
    assert "\x1b" not in done.stderr
    assert told in done.stderr


def test_spoilt_cases_are_told_whole_by_check(case: Path) -> None:
    rows = "".join(f"national,P{number},-{number}\n" for number in range(1, 31))
    (case / "votes.csv").write_text(VOTES + rows, "utf-8")
    done = run("allocate", str(case))
    assert done.returncode == 3
    assert "votes.csv, line 5, votes: '-1' is negative" in done.stderr
    assert "And 10 more; `formateur check DIR` lists them all." in done.stderr
    checked = run("check", str(case))
    assert checked.returncode == 3
    assert f"{case}: 30 errors, 0 warnings." in checked.stdout


def test_check_of_a_sound_case(case: Path) -> None:
    done = run("check", str(case))
    assert (done.returncode, done.stdout) == (0, f"{case}: 0 errors, 0 warnings.\n")


def test_help_imports_nothing_heavy() -> None:
    heavy = "numpy", "pydantic", "formateur.cases", "formateur.law"
    code = f"import sys, formateur.cli.allocate; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
