"""``formateur story`` on the command line."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from formateur.cli import run

STORY = (
    "JERUSALEM, Sept 14, 2019 - Israelis vote on Tuesday, and the polls predict a close race "
    "between Likud and Blue and White."
)


def story_file(folder: Path, content: str | bytes = STORY) -> str:
    path = folder / "story.txt"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


@pytest.mark.slow
def test_text_json_and_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = story_file(tmp_path)
    assert run(["story", file, "--draws", "500"]) == 0
    assert "SUPPORTED" in capsys.readouterr().out
    assert run(["story", file, "--draws", "500", "--format", "json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert (document["schema"], document["election"]) == ("formateur/story/1", "il-2019-09")
    assert run(["story", file, "--draws", "500", "--format", "html"]) == 0
    assert capsys.readouterr().out.startswith("<!doctype html>")


@pytest.mark.slow
def test_a_story_is_read_from_standard_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stream = io.TextIOWrapper(io.BytesIO(STORY.replace("2019", "").encode()))
    monkeypatch.setattr(sys, "stdin", stream)
    words = ["--date", "2019-09-14", "--election", "il-2019-09", "--draws", "500"]
    assert run(["story", "-", *words]) == 0
    assert "Saturday 14 September 2019" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "the story is empty"),
        (b"\x00\x01\x02" * 500, "binary data"),
        (b"Die Wahl ist am Sonntag, und die Parteien sind noch nicht einig.", "German"),
    ],
)
def test_what_cannot_be_checked_is_refused_in_a_sentence(
    content: bytes, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["story", story_file(tmp_path, content)]) == 2
    assert message in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["missing.txt"], "cannot be read"),
        (["FILE", "--date", "soon"], "is not a day"),
        (["FILE", "--election", "il-1900"], "neither a built-in election nor a folder"),
    ],
)
def test_arguments_that_cannot_be(
    words: list[str], message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = story_file(tmp_path)
    assert run(["story", *(file if one == "FILE" else one for one in words)]) == 2
    assert message in capsys.readouterr().err
