"""Files are written whole or not at all, and nothing but files is replaced."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from formateur.errors import UsageError
from formateur.files import check_writable, write_file


def test_what_was_there_is_replaced_whole(tmp_path: Path) -> None:
    target = tmp_path / "page.html"
    write_file(target, "old")
    write_file(target, "new")
    assert target.read_text() == "new"
    assert list(tmp_path.iterdir()) == [target]


def test_link_stays_and_its_file_is_written(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    there, link = tmp_path / "elsewhere" / "page.html", tmp_path / "page.html"
    link.symlink_to(there)
    for text in ("first", "second"):
        write_file(link, text)
        assert link.is_symlink()
        assert there.read_text() == text


def test_circle_of_links_is_refused(tmp_path: Path) -> None:
    link = tmp_path / "page.html"
    link.symlink_to(link)
    with pytest.raises(UsageError, match="cannot be written"):
        write_file(link, "text")
    assert link.is_symlink()


def test_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_file(pipe, "through")
        assert os.read(reader, 100) == b"through"
    finally:
        os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_place_is_looked_at_before_it_is_written_to(tmp_path: Path) -> None:
    check_writable(tmp_path / "new.txt")
    check_writable(Path("/dev/null"))
    assert list(tmp_path.iterdir()) == []
    for place, told in ((tmp_path, "is a folder"), (tmp_path / "no" / "x", "cannot be written")):
        with pytest.raises(UsageError, match=told):
            check_writable(place)
