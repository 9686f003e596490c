"""``formateur chart``: files with title, day, source and version; refusals that help."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from formateur import cli

ASKED = ("--as-of", "2019-09-14", "--draws", "300")


def chart(*words: str) -> int:
    return cli.run(["chart", "il-2019-09", *words, *ASKED])


def test_specification_carries_title_day_source_and_version(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "blocs.json"
    assert chart("blocs", "--bloc", "government", "--out", str(out)) == 0
    assert capsys.readouterr().out == f"Chart written to {out}\n"
    text = out.read_text(encoding="utf-8")
    spec = json.loads(text)
    assert "Seats of the blocs" in spec["title"]["text"][0]
    assert "14 September 2019" in spec["title"]["subtitle"][0]
    foot = " ".join(row["text"] for row in spec["datasets"]["foot"])
    assert "polls used" in foot
    assert "Formateur 0.1.0" in foot
    assert "run" in foot
    assert len(spec["datasets"]["names"]) == 1
    assert "var(" not in text


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "name"),
    [
        (("trend", "--list", "likud", "--lang", "he"), "trend.svg"),
        (("motion", "--motion", "mutual-defence-treaty-us"), "motion.png"),
    ],
)
def test_images_are_written(tmp_path: Path, words: tuple[str, ...], name: str) -> None:
    pytest.importorskip("vl_convert")
    assert chart(*words, "--out", str(tmp_path / name)) == 0
    start = (tmp_path / name).read_bytes()[:8]
    assert start.startswith(b"<svg" if name.endswith("svg") else b"\x89PNG")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("blocs", "--out", "x.pdf"), "must end in .svg, .png, .json"),
        (("pie", "--out", "x.json"), "trend"),
        (("blocs", "--lang", "xx", "--out", "x.json"), "not a language"),
        (("trend", "--list", "lykud", "--out", "x.json"), "There is: likud"),
        (("motion", "--out", "x.json"), "several motions; name one of"),
        (("parliament", "--list", "likud", "--out", "x.json"), "about all lists"),
    ],
)
def test_what_cannot_be_drawn_is_refused(
    words: tuple[str, ...], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    assert chart(*words) == 2
    assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_image_without_the_extra_is_refused_before_the_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    assert chart("blocs", "--out", str(tmp_path / "x.svg")) == 2
    assert "pip install 'formateur[images]'" in capsys.readouterr().err
