"""The copy of Vega that pages carry: what it says it is, and at work under a strict policy."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from importlib.resources import files
from typing import Any

import pytest
from browser import a_browser
from chart_cases import charts, look

from formateur.reporting.charts import Drawing, draw

PAGE = files("formateur.reporting") / "page"


def text_of(*path: str) -> str:
    return PAGE.joinpath(*path).read_text(encoding="utf-8")


def stamp() -> dict[str, Any]:
    made: dict[str, Any] = json.loads(text_of("vendor", "vega.json"))
    return made


def test_vega_is_the_file_that_its_stamp_names() -> None:
    script = text_of("vendor", "vega.js")
    assert sha256(script.encode()).hexdigest() == stamp()["sha256"]
    for package, version in stamp()["packages"].items():
        assert f"{package} {version}" in script.splitlines()[0]
    assert "</script" not in script.lower()


def test_licence_stands_beside_vega() -> None:
    licence = text_of("vendor", "vega.LICENSE.txt")
    assert "University of Washington" in licence
    assert "Redistributions in binary form must reproduce" in licence


def test_browser_and_image_files_draw_with_the_same_vega() -> None:
    vl_convert = pytest.importorskip("vl_convert")
    packages = stamp()["packages"]
    ours, theirs = packages["vega"], vl_convert.get_vega_version()
    assert ours.split(".")[0] == theirs.split(".")[0]
    lite = ".".join(packages["vega-lite"].split(".")[:2])
    assert lite == vl_convert.get_vegalite_versions()[-1]


def test_a_page_has_room_for_vega() -> None:
    assert len(text_of("vendor", "vega.js").encode()) < 800_000, "a page has 1.5 MB in all"


def sha(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def page(drawing: Drawing, direction: str) -> str:
    """Return a page that draws a chart by script, and forbids everything else."""
    vega = text_of("vendor", "vega.js")
    words = {
        "id": drawing.id, "title": drawing.title, "description": drawing.description,
        "language": drawing.look.language.code,
    }  # fmt: skip
    module = text_of("modules", "draw_chart.js") + (
        f"\nconst spec = {json.dumps(drawing.spec)};\n"
        f"document.body.append(await drawChart(spec, {json.dumps(words)}));\n"
        "document.body.dataset.done = 'yes';\n"
    )
    policy = f"default-src 'none'; script-src {sha(vega)} {sha(module)}"
    return (
        f'<!doctype html><html lang="en" dir="{direction}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}"><title>x</title></head>'
        f'<body><script>{vega}</script><script type="module">{module}</script></body></html>'
    )


@pytest.mark.slow
@pytest.mark.parametrize(("code", "direction"), [("en", "ltr"), ("he", "rtl")])
def test_vega_draws_under_a_strict_policy(code: str, direction: str) -> None:
    """No eval, no style, no request; the words are those of the specification, in their order."""
    drawing = draw(charts(code)["bloc-seats"], look(code, 328))
    with a_browser() as browser:
        tab = browser.new_page()
        said: list[str] = []
        tab.on("console", lambda one: said.append(one.text))
        tab.on("pageerror", lambda one: said.append(str(one)))
        tab.set_content(page(drawing, direction))
        tab.wait_for_selector("body[data-done]", timeout=20_000)
        drawn = tab.inner_html("body svg")
        role = tab.get_attribute("body svg", "role")
        box = tab.evaluate(
            "[...document.querySelectorAll('svg text')].map(t => t.getBoundingClientRect().left)"
        )
    assert said == []
    assert role == "img"
    assert drawn.count("<path") >= 50
    assert "style=" not in drawn
    words = [
        row["text"] for rows in drawing.view["datasets"].values() for row in rows if "text" in row
    ]
    assert sorted(re.findall(r"<text[^>]*>([^<]*)</text>", drawn)) == sorted(words)
    assert min(box) >= 0
