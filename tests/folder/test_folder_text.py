from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from folder_cases import ELECTION, POLL, POLL_HEADER, a_folder, errors, place, the_error

from formateur.folder import read_election

POLLS = POLL_HEADER + POLL


def test_sound_folder_is_read(tmp_path: Path) -> None:
    election = read_election(a_folder(tmp_path))
    assert [poll.pollster for poll in election.polls] == ["Midgam"]
    assert election.polls[0].line == 2


def test_missing_folder(tmp_path: Path) -> None:
    problem = the_error(tmp_path / "nowhere")
    assert problem.file == str(tmp_path / "nowhere")
    assert "No such file" in problem.reason
    assert "formateur new" in problem.remedy


def test_file_in_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert "Not a directory" in the_error(tmp_path / "file").reason


def test_path_that_cannot_be(tmp_path: Path) -> None:
    assert len(errors(tmp_path / "a\0b")) == 1
    assert len(errors(tmp_path / ("a" * 5000))) == 1


def test_missing_election_toml(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    (folder / "election.toml").unlink()
    problem = the_error(folder)
    assert problem.file == "election.toml"
    assert "required" in problem.reason


@pytest.mark.parametrize("name", ["election_toml", "polls_csv", "motions_toml"])
def test_file_that_is_not_utf8(tmp_path: Path, name: str) -> None:
    problem = the_error(a_folder(tmp_path, **{name: b"# first\r\n# caf\xe9\n"}))
    assert problem.line == 2
    assert problem.value == "0xE9"
    assert "byte 6 of the line" in problem.reason
    assert "UTF-8" in problem.remedy


def test_byte_of_a_file_with_lone_carriage_returns(tmp_path: Path) -> None:
    problem = the_error(a_folder(tmp_path, polls_csv=b"\xef\xbb\xbf# first\r# caf\xe9\r"))
    assert (problem.line, problem.value) == (2, "0xE9")
    assert "byte 6 of the line" in problem.reason


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (codecs.BOM_UTF16_LE + POLLS.encode("utf-16-le"), "UTF-16"),
        (codecs.BOM_UTF16_BE + POLLS.encode("utf-16-be"), "UTF-16"),
        (codecs.BOM_UTF32_LE + POLLS.encode("utf-32-le"), "UTF-32"),
    ],
)
def test_other_encodings_are_named(tmp_path: Path, content: bytes, encoding: str) -> None:
    problem = the_error(a_folder(tmp_path, polls_csv=content))
    assert place(problem) == ("polls.csv", 1, "", "")
    assert encoding in problem.reason
    assert "UTF-8" in problem.reason


@pytest.mark.parametrize(("sign", "named"), [("\0", "NUL"), ("\x1b", "control")])
def test_control_characters(tmp_path: Path, sign: str, named: str) -> None:
    problem = the_error(a_folder(tmp_path, polls_csv=POLLS.replace("Midgam", f"Mid{sign}gam")))
    assert (problem.line, problem.value) == (2, f"U+{ord(sign):04X}")
    assert named in problem.reason


@pytest.mark.parametrize("name", ["election.toml", "polls.csv"])
def test_folder_in_place_of_a_file(tmp_path: Path, name: str) -> None:
    folder = a_folder(tmp_path)
    (folder / name).unlink()
    (folder / name).mkdir()
    assert the_error(folder).file == name
    assert "folder" in the_error(folder).reason


def test_link_to_nothing(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    (folder / "events.csv").symlink_to(tmp_path / "gone")
    assert place(the_error(folder)) == ("events.csv", None, "", "")


def test_file_that_must_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    found = errors(a_folder(tmp_path))
    assert {one.file for one in found} == {"election.toml", "polls.csv"}
    assert all("Permission denied" in one.reason for one in found)


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_marks_change_nothing(tmp_path: Path, ends: str, mark: str) -> None:
    wanted = read_election(a_folder(tmp_path / "a"))
    texts = {"election_toml": ELECTION, "polls_csv": POLLS}
    other = {name: mark + text.replace("\n", ends) for name, text in texts.items()}
    assert read_election(a_folder(tmp_path / "b", **other)) == wanted


def test_problems_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    folder = a_folder(
        tmp_path,
        election_toml=ELECTION.replace('chamber = "Knesset"', "chamber = 5"),
        polls_csv=POLL_HEADER + POLL.replace("40", "4O").replace("42", "-2"),
        results_csv="list\n",
    )
    assert [place(one) for one in errors(folder)] == [
        ("election.toml", 4, "chamber", "5"),
        ("polls.csv", 2, "likud", "4O"),
        ("polls.csv", 2, "blue_white", "-2"),
        ("results.csv", 1, "share", ""),
        ("results.csv", 1, "seats", ""),
        ("results.csv", 1, "source", ""),
    ]
