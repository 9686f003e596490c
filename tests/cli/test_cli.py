"""The command line as a user has it: real processes, their output and exit codes."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

BUILT_IN = Path(__file__).parents[2] / "src" / "formateur" / "data" / "elections"
FLAGSHIP = ("il-2019-09", "--as-of", "2019-09-14")


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


@pytest.fixture(scope="module", autouse=True)
def _seat_counter() -> None:
    """Have it compiled, so that what is said about it stands in the way of no test."""
    run("forecast", *FLAGSHIP, "--draws", "500")


def assert_refused(done: subprocess.CompletedProcess[str], code: int, *words: str) -> None:
    """The exit code, and a message for people: no traceback, nothing half-written on the output."""
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
    for word in words:
        assert word in done.stderr


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the flagship's folder that a test may spoil."""
    copy = tmp_path / "my-election"
    shutil.copytree(BUILT_IN / "il-2019-09", copy)
    return copy


def test_help_names_every_command() -> None:
    done = run("--help")
    assert done.returncode == 0
    commands = "forecast", "report", "elections", "polls", "score", "compare", "allocate", "new"
    for command in (*commands, "check", "explain"):
        assert f"  {command} " in done.stdout


def test_without_words_the_help_is_shown() -> None:
    assert run().stdout == run("--help").stdout


def test_help_imports_nothing_heavy() -> None:
    heavy = "numpy", "pydantic", "jinja2", "rich.table"
    code = f"import sys, formateur.cli.app; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_forecast_text_is_plain_when_not_a_terminal() -> None:
    done = run("forecast", *FLAGSHIP, "--draws", "500")
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert "\x1b" not in done.stdout
    assert not set("│┃━─┏") & set(done.stdout)
    first = done.stdout.splitlines()[0]
    assert first.startswith("Israel, 22nd Knesset, as it stood on Saturday 14 September 2019")
    assert max(map(len, done.stdout.splitlines())) <= 120


def test_forecast_is_the_same_bytes_for_the_same_seed() -> None:
    words = ("forecast", *FLAGSHIP, "--draws", "500", "--format", "json")
    assert run(*words).stdout == run(*words).stdout
    assert run(*words).stdout != run(*words, "--seed", "2").stdout


def test_forecast_json_is_the_document() -> None:
    document = json.loads(run("forecast", *FLAGSHIP, "--draws", "500", "--format", "json").stdout)
    assert document["schema"] == "formateur/forecast/1"
    assert document["draws"] == 500


def test_forecast_csv_has_one_figure_a_row() -> None:
    text = run("forecast", *FLAGSHIP, "--draws", "500", "--format", "csv").stdout
    rows = list(csv.DictReader(io.StringIO(text)))
    parts = {"lists", "blocs", "governments", "motions", "events"}
    parts |= {"order", "trend", "houses", "pollsters", "polls"}
    parts |= {"would", "heads", "formation", "office", "power"}
    assert {row["part"] for row in rows} == parts
    assert all(row["value"] for row in rows)


def test_draws_out_as_csv_and_as_npz(tmp_path: Path) -> None:
    for name in ("draws.csv", "draws.npz"):
        done = run("forecast", *FLAGSHIP, "--draws", "200", "--draws-out", name, cwd=tmp_path)
        assert done.returncode == 0, done.stderr
    rows = list(csv.DictReader(io.StringIO((tmp_path / "draws.csv").read_text())))
    assert len(rows) == 200
    seats = [sum(int(v) for k, v in row.items() if k.startswith("seats.")) for row in rows]
    assert set(seats) == {120}
    with np.load(tmp_path / "draws.npz") as archive:
        assert archive["seats"].sum(axis=1).tolist() == seats
        likud = archive["votes"][:, list(archive["votes_lists"]).index("likud")]
    assert [float(row["votes.likud"]) for row in rows] == pytest.approx(100 * likud, abs=1e-3)


def test_report_is_written_whole(tmp_path: Path) -> None:
    done = run("report", *FLAGSHIP, "--draws", "500", "--html", "page.html", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "page.html").read_text("utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert page.rstrip().endswith("</html>")
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]


def test_elections_lists_what_is_built_in() -> None:
    done = run("elections")
    for name in ("il-2019-04", "il-2019-09", "il-2020", "il-2021", "se-2018", "se-2022"):
        assert name in done.stdout


@pytest.mark.parametrize("form", ["text", "csv", "json"])
def test_polls_shows_each_poll_and_why_it_is_not_used(form: str) -> None:
    done = run("polls", *FLAGSHIP, "--format", form, "--model", "reference")
    assert done.returncode == 0, done.stderr
    reason = ["later poll of the same house"]
    if form == "text":  # a table breaks its cells
        reason = ["no: a later poll of", "the same house is"]
    assert all(one in done.stdout for one in reason)
    if form == "json":
        assert len(json.loads(done.stdout)["polls"]) == 68
    if form == "csv":
        assert len(list(csv.DictReader(io.StringIO(done.stdout)))) == 68


def test_score_compares_with_the_result() -> None:
    done = run("score", *FLAGSHIP, "--draws", "500")
    assert done.returncode == 0, done.stderr
    for word in ("CRPS", "MAE", "Otzma Yehudit"):
        assert word in done.stdout


def test_score_after_the_vote_is_refused() -> None:
    assert_refused(run("score", "il-2019-09", "--as-of", "2019-09-20"), 2, "2019-09-20")


def test_new_folder_checks_and_forecasts(tmp_path: Path) -> None:
    assert run("new", "mine", cwd=tmp_path).returncode == 0
    checked = run("check", "mine", cwd=tmp_path)
    assert checked.returncode == 0
    assert "0 errors, 0 warnings" in checked.stdout
    done = run("forecast", "mine", "--draws", "500", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "majority" in done.stdout


def test_new_refuses_a_folder_with_something_in_it(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    assert_refused(run("new", str(tmp_path)), 2, str(tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_built_in_elections_check_without_errors() -> None:
    for name in BUILT_IN.iterdir():
        done = run("check", str(name))
        assert done.returncode == 0, done.stdout


def test_check_lists_every_problem_at_once(folder: Path) -> None:
    polls = folder / "polls.csv"
    lines = polls.read_text("utf-8").splitlines()
    spoilt = lines[1].replace("2019-", "2091-"), lines[2].replace(",seats,", ",swallows,")
    polls.write_text("\n".join([lines[0], *spoilt, *lines[3:]]) + "\n", "utf-8")
    statements = folder / "statements.csv"
    statements.write_text(statements.read_text("utf-8").replace(",likud,", ",likood,", 1), "utf-8")
    done = run("check", str(folder))
    assert done.returncode == 3
    for word in ("polls.csv, line 2", "polls.csv, line 3", "swallows", "statements.csv", "likood"):
        assert word in done.stdout
    assert_refused(run("forecast", str(folder)), 3, "polls.csv, line 2", "statements.csv")


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("forecast", "il-2019-08"), 2, "il-2019-09"),
        (("forecast", "nowhere/at/all"), 2, "nowhere/at/all"),
        (("forecast", "il-2019-09", "--as-of", "14/09/2019"), 2, "2019-09-14"),
        (("forecast", "il-2019-09", "--draws", "0"), 2, "draws"),
        (("forecast", "il-2019-09", "--draws", "many"), 2, "many"),
        (("forecast", "il-2019-09", "--seed", "-1"), 2, "seed"),
        (("forecast", "il-2019-09", "--format", "xml"), 2, "xml"),
        (("forecast", "il-2019-09", "--draws-out", "draws.xlsx"), 2, ".npz"),
        (("forecast",), 2, "ELECTION"),
        (("prophesy",), 2, "prophesy"),
        (("forecast", "il-2019-09", "--as-of", "2019-05-01"), 5, "no polls yet"),
        (("forecast", "il-2019-09", "--as-of", "2001-01-01"), 5, "no polls yet"),
        (("polls", "il-2019-09", "--as-of", "2019-05-01"), 5, "no polls yet"),
        (("forecast", "il-2019-09", "--as-of", "1850-01-01"), 5, "no polls yet"),
        (("forecast", "il-2019-09", "--as-of", "20190914"), 2, "2019-09-14"),
        (("report", "il-2019-09", "--html", "/nowhere/page.html"), 2, "/nowhere/page.html"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_cannot_be_is_refused(words: tuple[str, ...], code: int, told: str) -> None:
    assert_refused(run(*words), code, told)


def test_missing_election_file(tmp_path: Path) -> None:
    (tmp_path / "polls.csv").write_text("pollster\n")
    assert_refused(run("forecast", str(tmp_path)), 3, "election.toml")


def test_wrong_law_file_is_an_error_of_the_law(folder: Path) -> None:
    election = folder / "election.toml"
    election.write_text(election.read_text("utf-8").replace('"il-knesset"', '"law.toml"'), "utf-8")
    (folder / "law.toml").write_text('id = "mine"\nseats = -3\n', "utf-8")
    assert_refused(run("forecast", str(folder)), 4, "law.toml")


def test_folder_that_may_not_be_read(folder: Path) -> None:
    (folder / "polls.csv").unlink()
    (folder / "polls.csv").mkdir()
    assert_refused(run("forecast", str(folder)), 3, "polls.csv")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read and write everything")
def test_permissions_are_told(folder: Path) -> None:
    (folder / "polls.csv").chmod(0)
    assert_refused(run("forecast", str(folder)), 3, "polls.csv")


def test_output_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    target = tmp_path / "taken"
    target.mkdir()
    assert_refused(run("report", *FLAGSHIP, "--html", str(target)), 2, str(target))
    missing = tmp_path / "missing" / "draws.csv"
    assert_refused(run("forecast", *FLAGSHIP, "--draws-out", str(missing)), 2, str(missing))
    assert list(tmp_path.iterdir()) == [target]


LISTENING = (
    "import runpy, signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
    "runpy.run_module('formateur', run_name='__main__', alter_sys=True)"
)
"""Runs the command as a terminal does: what a shell starts in the background ignores interrupts,
and so does all that it starts, tests included."""


def test_interruption_is_quiet() -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", LISTENING, "forecast", *FLAGSHIP, "--draws", "1000000"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    time.sleep(1.5)
    out = err = ""
    for _ in range(6):  # Python drops an interrupt that falls into a callback: people press again
        process.send_signal(signal.SIGINT)
        with contextlib.suppress(subprocess.TimeoutExpired):
            out, err = process.communicate(timeout=5)
            break
    assert process.returncode == 130
    assert out == ""
    assert err == "formateur: stopped.\n"


def test_reader_that_leaves_early_is_no_error() -> None:
    done = subprocess.run(  # noqa: S602 - a real pipe is what is tested
        f"{sys.executable} -m formateur forecast il-2019-09 --as-of 2019-09-14 --draws 500"
        " --format csv | head -1",
        shell=True,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stdout.startswith("election,")
    assert done.stderr == ""


def test_terminal_without_the_signs_still_gets_its_table() -> None:
    done = run("forecast", *FLAGSHIP, "--draws", "500", PYTHONIOENCODING="ascii")
    assert done.returncode == 0, done.stderr
    assert "Likud" in done.stdout


def test_no_color_is_honoured_on_a_terminal() -> None:
    script = shutil.which("script")
    if script is None:
        pytest.skip("needs the `script` command to make a terminal")
    command = f"{sys.executable} -m formateur forecast il-2019-09 --as-of 2019-09-14 --draws 500"
    done = subprocess.run(
        [script, "-qec", command, "/dev/null"],
        env={**os.environ, "NO_COLOR": "1", "TERM": "xterm-256color"},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert "Likud" in done.stdout
    assert "\x1b[3" not in done.stdout


@pytest.mark.parametrize("target", ["/dev/full", "&-"], ids=["full", "closed"])
def test_output_that_takes_nothing_is_told(target: str) -> None:
    command = f"{sys.executable} -m formateur elections >{target}"
    done = subprocess.run(  # noqa: S602 - a real redirection is what is tested
        command, shell=True, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "output" in done.stderr


def test_control_characters_never_reach_the_terminal(folder: Path) -> None:
    election = folder / "election.toml"
    text = election.read_text("utf-8").replace('"Likud"', r'"\u001b[31mLikud"', 1)
    election.write_text(text, "utf-8")
    done = run("check", str(folder))
    assert done.returncode == 3
    assert "control character" in done.stdout
    assert "\x1b" not in done.stdout + done.stderr


def test_message_about_a_ruined_file_stays_readable(folder: Path) -> None:
    polls = folder / "polls.csv"
    polls.write_text(polls.read_text("utf-8").replace(",seats,", ",swallows,"), "utf-8")
    done = run("forecast", str(folder))
    assert_refused(done, 3, "more; `formateur check DIR` lists them all")
    assert len(done.stderr.splitlines()) == 21
    assert len(run("check", str(folder)).stdout.splitlines()) > 70


def test_check_of_a_folder_that_is_not_there_is_an_error_of_the_data(tmp_path: Path) -> None:
    done = run("check", str(tmp_path / "nowhere"))
    assert done.returncode == 3
    assert "nowhere" in done.stdout
