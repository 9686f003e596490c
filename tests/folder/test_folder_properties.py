"""What holds for every folder: it is read, or refused with its problems, and reads back."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from folder_cases import ELECTION, POLL, POLL_HEADER, a_folder, errors
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import elections
from test_folder_other_files import EVENT, MOTION, STATEMENT

from formateur.facts import Election
from formateur.folder import check_election, read_election, write_election

SOUND = {
    "election_toml": ELECTION,
    "polls_csv": POLL_HEADER + POLL,
    "motions_toml": MOTION,
    "events_csv": "id,date,time,title,actors,kind,lists,source\n" + EVENT,
    "statements_csv": "id,date,from,about,stance,firmness,summary,source\n" + STATEMENT,
}


@st.composite
def nearly(draw: st.DrawFn, text: str) -> bytes:
    """A sound file with a few bytes, or signs that mean something, in the place of others."""
    content = text.encode()
    signs = st.sampled_from(b"\",;#<%\n\r\t\0[]{}='-/.\xff").map(lambda one: bytes([one]))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(content)))
        end = start + draw(st.integers(0, 12))
        content = content[:start] + draw(signs | st.binary(max_size=4)) + content[end:]
    return content


@pytest.mark.parametrize("name", SOUND)
@settings(max_examples=60)
@given(data=st.data())
def test_any_bytes_are_read_or_refused_with_their_place(name: str, data: st.DataObject) -> None:
    content = data.draw(st.binary(max_size=80) | nearly(SOUND[name]))
    with tempfile.TemporaryDirectory() as home:
        folder = a_folder(Path(home), **{name: content})
        refused = errors(folder)
        found = check_election(folder)
    assert [one for one in found if one.severity == "error"] == refused
    for problem in found:
        assert problem.file
        assert problem.reason
        assert problem.remedy.endswith((".", "?", "…"))
        assert problem.line is None or 1 <= problem.line <= content.count(b"\n") + 60


def without_lines(election: Election) -> Election:
    return replace(election, polls=tuple(replace(poll, line=0) for poll in election.polls))


@settings(max_examples=60)
@given(election=elections())
def test_written_elections_read_back(election: Election) -> None:
    with tempfile.TemporaryDirectory() as home:
        write_election(election, Path(home) / "new")
        assert without_lines(read_election(Path(home) / "new")) == election


@settings(max_examples=30)
@given(election=elections())
def test_line_ends_and_marks_change_nothing(election: Election) -> None:
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / "new"
        write_election(election, folder)
        wanted = read_election(folder)
        for file in folder.iterdir():
            file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
        assert read_election(folder) == wanted
