"""A small page with the markup that the page's templates write, to try figures and exports on."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files

from formateur import api
from formateur.language import Language
from formateur.reporting.explain.block import figures_of
from formateur.reporting.page.provenance import provenance_blocks
from formateur.reporting.schema import ForecastDocument
from formateur.reporting.view import make_view

MODULES = ("explain.js", "share.js", "ask.js")

CHART = """<figure class="chart seats" id="chart-blocs" data-table="blocs">
<figcaption>Seats of the blocs</figcaption>
<svg class="chart" role="img" viewBox="0 0 300 120"><title>Seats of the blocs</title>
<desc>The right has a majority in 9 of 50.</desc>
<rect x="10" y="10" width="120" height="40" fill="#12508a"></rect>
<text x="10" y="80">Likud &amp; others</text></svg>
</figure>"""

TABLE = """<div class="scroll"><table id="table-blocs"><caption>Blocs and their seats</caption>
<thead><tr><th scope="col">Bloc</th><th scope="col">Seats</th></tr></thead>
<tbody><tr><th scope="row">Right, the<small>הימין</small> <a class="cite" href="#s">[4]</a></th>
<td>57</td></tr></tbody></table></div>
<details><summary>1 more</summary><div class="scroll"><table id="table-blocs-rest">
<caption>Blocs and their seats</caption>
<thead><tr><th scope="col">Bloc</th><th scope="col">Seats</th></tr></thead>
<tbody><tr><th scope="row">=1+1</th><td>52</td></tr></tbody></table></div></details>"""


@cache
def flagship() -> ForecastDocument:
    return api.report(api.forecast("il-2019-09", as_of="2019-09-14", draws=1000)).document


def panel_page(document: ForecastDocument, language: Language, *, embed: str = "") -> str:
    """Return a page with every figure of the view, a chart, a table and the sources."""
    view = make_view(document, language)
    figures = "\n".join(
        f'<p><span class="figure" data-figure="{escape(one)}">{one.partition(".")[0]}</span></p>'
        for one in dict.fromkeys(figures_of(view))
    )
    sources = "".join(
        f'<li id="source-{one.number}" lang="{one.language}">{escape(one.told)}</li>'
        for one in view.sources
    )
    script, style = _script(), _style()
    policy = (
        f"default-src 'none'; script-src '{_hash(script)}'; style-src '{_hash(style)}'; "
        "img-src data: blob:"
    )
    return (
        f'<!DOCTYPE html><html lang="{view.language}" dir="{view.direction}"><head>'
        f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>Try</title><style>{style}</style></head>"
        f'<body data-election="{view.election}" data-day="{view.day}" data-embed="{embed}">'
        f"{CHART}{TABLE}{figures}<ol>{sources}</ol>{provenance_blocks(document, view, language)}"
        f'<script type="module">{script}</script></body></html>'
    )


def _script() -> str:
    folder = files("formateur.reporting.page") / "modules"
    text = "".join((folder / one).read_text("utf-8") for one in MODULES)
    return re.sub(r"^export ", "", re.sub(r"^import [^;]*;\n", "", text, flags=re.M), flags=re.M)


def _style() -> str:
    return (files("formateur.reporting.page") / "panels.css").read_text("utf-8")


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
