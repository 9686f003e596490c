"""The chapter on writing a law: its law gives the official seats for the votes that it shows."""

from __future__ import annotations

import csv
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from formateur.law import Ballots, allocate, load_law

CHAPTER = Path(__file__).parents[2] / "docs" / "tutorial" / "your-countrys-law.md"
TEXT = CHAPTER.read_text(encoding="utf-8")
OFFICIAL = {
    "Swapo": 63, "PDM": 16, "LPM": 4, "NUDO": 2, "APP": 2, "UDF": 2, "RP": 2, "NEFF": 2,
    "RDP": 1, "CDV": 1, "Swanu": 1, "CoD": 0, "NDP": 0, "WRP": 0, "NPF": 0,
}  # fmt: skip
"""Electoral Commission of Namibia, declaration of 30 November 2019."""


def written(folder: Path) -> None:
    """Save the three files of the chapter."""
    blocks = {
        "law.toml": r"```toml\n(schema.*?)```",
        "votes.csv": r"```text\n(constituency,.*?)```",
    }
    for name, block in (blocks | {"case.json": r"```json\n(.*?)```"}).items():
        (found,) = re.findall(block, TEXT, re.DOTALL)
        (folder / name).write_text(found, encoding="utf-8")


def test_law_of_the_chapter_gives_the_official_seats(tmp_path: Path) -> None:
    written(tmp_path)
    with (tmp_path / "votes.csv").open(encoding="utf-8", newline="") as lines:
        votes = {row["party"]: int(row["votes"]) for row in csv.DictReader(lines)}
    assert sum(votes.values()) == 820_227
    rules = load_law("law.toml", tmp_path)
    allocation = allocate(rules.on(date(2019, 11, 27)), Ballots.nationwide(votes))
    assert allocation.seats == OFFICIAL
    assert rules.on(date(2009, 11, 27)).seats == 72


@pytest.mark.parametrize(
    "command", re.findall(r"^\$ formateur (allocate .*)$", TEXT, re.MULTILINE), ids=str
)
def test_command_of_the_chapter_prints_what_it_shows(tmp_path: Path, command: str) -> None:
    written(tmp_path)
    told = subprocess.run(
        [sys.executable, "-m", "formateur", *command.split()],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"COLUMNS": "100"},
    ).stdout
    shown = TEXT.partition(f"$ formateur {command}\n")[2].partition("```")[0]
    assert told.startswith(shown)
    assert "Swapo" in told
