"""Charts as pictures: quiet, small and safe in a page; whole as files."""

from __future__ import annotations

import io
import re
import struct
import sys
import zlib
from dataclasses import replace
from functools import cache
from xml.etree import ElementTree as ET

import pytest
from chart_cases import charts, look
from documents import HOSTILE

from formateur.errors import UsageError
from formateur.reporting.charts import (
    ChartFile,
    Drawing,
    can_draw,
    draw,
    page_style,
    render_svg,
    require_drawing,
)
from formateur.reporting.charts.png import _chunks, smaller

pytest.importorskip("vl_convert")

SVG = "{http://www.w3.org/2000/svg}"


@cache
def drawing(name: str = "bloc-seats", code: str = "en") -> Drawing:
    return draw(charts(code)[name], look(code, 328))


@cache
def svg(name: str = "bloc-seats", code: str = "en") -> str:
    return render_svg(drawing(name, code))


def parsed(text: str) -> ET.Element:
    return ET.fromstring(text)  # noqa: S314 - our own


@pytest.mark.slow
@pytest.mark.parametrize("name", ["bloc-seats", "list-seats", "parliament", "could-would"])
def test_svg_is_one_picture_with_title_and_description(name: str) -> None:
    root = parsed(svg(name))
    assert root.get("role") == "img"
    first, second = list(root)[:2]
    assert (first.tag.removeprefix(SVG), second.tag.removeprefix(SVG)) == ("title", "desc")
    assert root.get("aria-labelledby") == f"{first.get('id')} {second.get('id')}"
    assert drawing(name).title in (first.text or "")
    assert drawing(name).description in (second.text or "")
    assert re.findall(r"aria-(?!labelledby)\w+|role=\"(?!img)", svg(name)) == []


def test_svg_bears_a_strict_policy() -> None:
    assert "style" not in svg()
    assert "<script" not in svg()
    assert "xlink" not in svg()
    assert re.search(r"\bon\w+=", svg()) is None


def test_svg_follows_the_page() -> None:
    root = parsed(svg())
    assert root.get("width") is None
    assert root.get("viewBox")
    assert "font-family" not in svg()
    assert "var(--has," in svg()
    assert "#" not in re.sub(r"var\(--[\w-]+,[^()]*\)", "", svg().partition("</desc>")[2])


def test_svg_is_small() -> None:
    assert len(svg()) < 12_000
    assert re.search(r"\d\.\d{2}", svg().partition("</desc>")[2]) is None
    assert svg().count("<circle") + svg().count("<path") == 150, "50 dots of three blocs"


def test_ids_are_those_of_the_picture() -> None:
    made = render_svg(drawing(), id="here")
    ids = re.findall(r' id="([^"]+)"', made)
    assert ids
    assert all(one.startswith("here") for one in ids)
    assert len(set(ids)) == len(ids)


def test_hostile_words_are_shown_and_never_run() -> None:
    chart = charts()["could-would"]
    spoilt = replace(chart, title=HOSTILE, description=HOSTILE)
    root = parsed(render_svg(draw(spoilt, look())))
    assert HOSTILE in (root[0].text or "")
    assert [one.tag for one in root.iter() if "script" in one.tag] == []


def test_png_is_the_same_picture_in_fewer_bytes() -> None:
    vl_convert = pytest.importorskip("vl_convert")
    drawn = vl_convert.svg_to_png(
        '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"/>'
    )
    made = smaller(drawn)
    assert len(made) < len(drawn)
    assert smaller(made) == made
    kinds = [kind for kind, _ in _chunks(made)]
    assert (kinds[0], kinds[-1]) == (b"IHDR", b"IEND")
    pixels = [b"".join(d for kind, d in _chunks(png) if kind == b"IDAT") for png in (drawn, made)]
    assert zlib.decompress(pixels[0]) == zlib.decompress(pixels[1])
    pillow = pytest.importorskip("PIL.Image")
    assert pillow.open(io.BytesIO(made)).tobytes() == pillow.open(io.BytesIO(drawn)).tobytes()


@pytest.mark.slow
def test_files_stand_alone() -> None:
    file = ChartFile(drawing("bloc-seats", "he"), "STOOD", ("SOURCE", "VERSION"))
    text = file.to_svg()
    for word in ("STOOD", "SOURCE", "VERSION", drawing("bloc-seats", "he").title.split()[0]):
        assert word in text
    assert "var(" not in text
    assert parsed(text).get("role") == "img"
    png = file.to_png()
    assert png.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", png[16:24])
    assert width > 2 * 328
    assert height > 400


def test_notebook_gets_the_specification() -> None:
    file = ChartFile(drawing(), "STOOD", ("VERSION",))
    bundle = file._repr_mimebundle_()
    assert (
        bundle["application/vnd.vegalite.v6+json"]["title"]["subtitle"][0].strip("\u2066\u2069")
        == "STOOD"
    )


def test_without_the_extra_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    assert not can_draw()
    with pytest.raises(UsageError, match=r"pip install 'formateur\[images\]'"):
        require_drawing()
    with pytest.raises(UsageError, match="images"):
        render_svg(drawing())


def test_style_of_the_page_is_plain() -> None:
    assert "<" not in page_style(("a",))
