"""The page: whole, quiet, safe, and with the same figures as the document."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from itertools import pairwise

import pytest
from documents import HOSTILE, bare, document, hostile
from markup import Element, parse

from formateur.language import LANGUAGES, open_language
from formateur.reporting.charts import contrast
from formateur.reporting.page import pictures
from formateur.reporting.page.render import addresses, render_page
from formateur.reporting.schema import ForecastDocument
from formateur.reporting.view import Table, View, make_view

DOCUMENTS: dict[str, Callable[[], ForecastDocument]] = {
    "before the vote": document,
    "after the vote": lambda: document(days_before=-20),
    "another country": lambda: document("se-2022", 3),
    "hostile": hostile,
    "bare": bare,
}
each_page = pytest.mark.parametrize("kind", DOCUMENTS)

DATA = "application/json"


@cache
def made(kind: str, code: str = "en") -> tuple[View, str, Element]:
    """Make a page whose pictures the browser would draw: drawing is tested with the charts."""
    one, language = DOCUMENTS[kind](), open_language(code)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pictures, "can_draw", lambda: False)
        html = render_page(one, language)
    return make_view(one, language), html, parse(html)


def tables(view: View) -> list[Table]:
    return [
        table
        for station in (*view.stations, *view.background)
        for part in (station, *station.parts)
        for table in part.tables
    ]


def squeezed(text: str) -> str:
    return " ".join(text.split())


@each_page
def test_page_needs_nothing_from_elsewhere(kind: str) -> None:
    _, html, page = made(kind)
    every = page.all()
    assert {one.tag for one in every} & {"link", "img", "iframe", "object", "base"} == set()
    assert [one for one in every if {"src", "srcset", "style"} & one.attributes.keys()] == []
    assert [name for one in every for name in one.attributes if name.startswith("on")] == []
    css = page.first("style").text
    assert "url(" not in css
    assert "@import" not in css
    assert html.startswith("<!DOCTYPE html>")


@each_page
def test_policy_allows_the_style_and_scripts_of_the_page_alone(kind: str) -> None:
    _, _, page = made(kind)
    policy = page.first("meta", **{"http-equiv": "Content-Security-Policy"}).attributes["content"]
    allowed = dict(one.split(" ", 1) for one in policy.split("; "))
    assert allowed["default-src"] == "'none'"
    run = [one for one in page.all("script") if one.attributes.get("type") != DATA]
    assert {digest(one) for one in run} <= set(allowed["script-src"].split())
    assert [digest(one) for one in page.all("style")] == allowed["style-src"].split()
    assert all(one.startswith("'sha256-") for one in allowed["script-src"].split())


def digest(element: Element) -> str:
    content = "".join(str(one) for one in element.children).encode()
    return f"'sha256-{b64encode(sha256(content).digest()).decode()}'"


@each_page
def test_every_link_inside_the_page_has_its_target(kind: str) -> None:
    _, _, page = made(kind)
    every = page.all()
    ids = [one.attributes["id"] for one in every if "id" in one.attributes]
    assert len(ids) == len(set(ids))
    inner = [a for a in page.all("a") if a.attributes["href"].startswith("#")]
    assert {a.attributes["href"][1:] for a in inner} <= set(ids)
    named = [
        one.attributes["aria-labelledby"] for one in every if "aria-labelledby" in one.attributes
    ]
    assert {one for names in named for one in names.split()} <= set(ids)
    outer = [a for a in page.all("a") if a not in inner]
    assert all(a.attributes["href"].startswith(("http://", "https://")) for a in outer)
    assert all(a.attributes["rel"] == "noopener noreferrer" for a in outer)


@each_page
@pytest.mark.parametrize("code", ["en", "he"])
def test_page_says_its_language_and_has_headings_in_order(kind: str, code: str) -> None:
    _, _, page = made(kind, code)
    direction = open_language(code).direction
    assert page.first("html").attributes == {"lang": code, "dir": direction}
    levels = [int(one.tag[1]) for one in page.all("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert page.first("a").attributes == {"class": "skip", "href": "#content"}


@each_page
def test_every_table_has_a_caption_and_headers_that_say_what_they_head(kind: str) -> None:
    _, _, page = made(kind)
    for one in page.all("table"):
        assert one.first("caption").text
        columns = one.first("thead").all("th")
        assert all(head.attributes["scope"] == "col" and head.text for head in columns)
        body = one.first("tbody").all("tr")
        assert body
        for row in body:
            assert len(row.all("th", "td")) == len(columns)
            assert {head.attributes["scope"] for head in row.all("th")} == {"row"}


@each_page
def test_every_picture_has_words_and_a_table_that_tells_the_same(kind: str) -> None:
    view, _, page = made(kind)
    known = {table.id for table in tables(view)}
    for figure in page.all("figure"):
        assert figure.first("figcaption").text
        assert figure.attributes["data-table"] in known
        (picture,) = [one for one in figure.all("div") if "data-vega" in one.attributes]
        assert picture.attributes["role"] == "img"
        assert picture.attributes["aria-label"]
        assert picture.first("noscript").text == squeezed(picture.attributes["aria-label"])


def test_hostile_words_are_shown_and_never_run() -> None:
    view, html, page = made("hostile")
    assert "<script>alert" not in html
    for block in page.all("script"):
        if block.attributes.get("type") == DATA:
            assert "<" not in str(block.children[0])
    assert page.first("h1").text == squeezed(view.title)
    assert page.first("title").text.count(HOSTILE) == 1
    one = DOCUMENTS["hostile"]()
    whole = page.text
    for told in (one.lists[0].name, one.polls[0].pollster, one.sources[0].text, one.law.name):
        assert HOSTILE in told
        assert squeezed(told) in whole


def test_only_web_addresses_become_links() -> None:
    text = 'Kan (https://kan.org.il/item?id=7), javascript:alert(1); "http://a.b/c".'
    links = [piece for piece, address in addresses(text) if address]
    assert links == ["https://kan.org.il/item?id=7", "http://a.b/c"]
    assert "".join(piece for piece, _ in addresses(text)) == text
    assert [address for _, address in addresses("https://a.b/\"onload='x'")] == [True, False]


@each_page
@pytest.mark.parametrize("code", LANGUAGES)
def test_every_sentence_of_the_view_is_in_the_page(kind: str, code: str) -> None:
    if kind != "before the vote" and code not in ("en", "he"):
        pytest.skip("one document is enough for the other languages")
    view, _, page = made(kind, code)
    # citations stand between the stretches of a sentence, so each stretch is looked for
    whole = page.text
    told = [*view.lead, *view.doubt, *view.basis, *view.notes]
    for station in (*view.stations, *view.background):
        for part in (station, *station.parts):
            told += [*part.about, *part.sentences, *part.doubts]
    missing = [
        piece.text
        for sentence in told
        for piece in sentence.pieces
        if squeezed(piece.text) not in whole
    ]
    assert missing == []


@each_page
def test_every_row_of_every_table_is_in_the_page(kind: str) -> None:
    view, _, page = made(kind)
    rows = {one.attributes["id"]: one for one in page.all("tr") if "id" in one.attributes}
    for table in tables(view):
        for row in table.rows:
            shown = [cell.text for cell in rows.pop(f"{table.id}.{row.id}").all("th", "td")]
            wide = [
                cell for cell, column in zip(row.cells, table.columns, strict=True) if column.wide
            ]
            for text, cell in zip(shown, wide, strict=True):
                stretches = [part.text for part in cell.pieces] or [cell.text]
                assert all(squeezed(one) in text for one in stretches)
    assert rows == {}


def test_chances_in_the_page_are_those_of_the_document() -> None:
    one, language = document(), open_language("en")
    _, _, page = made("before the vote")
    shown = {
        part.attributes["data-figure"]: part.text
        for part in page.all("span")
        if "data-figure" in part.attributes
    }
    for bloc in one.blocs:
        assert shown[f"bloc.{bloc.id}"] == language.of_50(bloc.p_majority, short=True)
    for party in one.lists:
        low, high = round(party.seats.q05), round(party.seats.q95)
        middle = round(party.seats.q50)
        told = shown[f"seats.{party.id}"]
        found = [int(number) for number in re.findall(r"\d+", told)]
        assert found in ([middle, low, high], [middle])
    assert one.formation is not None
    assert shown["would.none"] == language.of_50(one.formation.p_none, short=True)
    for motion in one.motions:
        assert f"motion.{motion.id}" in shown


def test_first_screen_counts_the_likeliest_governments() -> None:
    one, language = document(), open_language("en")
    _, _, page = made("before the vote")
    first = page.first("section", **{"class": "first"})
    rows = first.first("ol").all("li")
    assert one.formation is not None
    chances = [one.formation.p_none, *(x.p_would for x in one.formation.governments)]
    told = [row.first("span", **{"class": "often"}).text for row in rows]
    assert 3 <= len(rows) <= 4
    likeliest = sorted(chances, reverse=True)[: len(rows)]
    assert told == [language.of_50(chance, short=True) for chance in likeliest]


def test_sources_are_numbered_as_they_are_cited() -> None:
    view, _, page = made("before the vote")
    found = page.first("ol", **{"class": "sources"}).all("li")
    assert [li.attributes["id"] for li in found] == [f"source-{x.number}" for x in view.sources]
    assert all(squeezed(x.told) in li.text for li, x in zip(found, view.sources, strict=True))
    motion = document().motions[0]
    number = next(x.number for x in view.sources if x.id == motion.positions[0].source)
    rows = [row for row in page.all("tr") if row.attributes.get("id", "").startswith("position")]
    assert any(f"[{number}]" in row.text for row in rows)


def test_footer_says_how_to_make_the_page_again() -> None:
    one = document()
    _, _, page = made("before the vote")
    footer = page.first("footer").text
    for told in (one.run, one.version, "2,000", "--as-of 2019-09-14 --draws 2000 --seed 1"):
        assert told in footer


def test_a_counted_vote_is_told_without_chances() -> None:
    _, _, page = made("after the vote")
    assert page.first("h1").text
    assert "of 50" not in page.first("section", id="seats").text
    row = next(one for one in page.all("tr") if one.attributes.get("id") == "lists.likud")
    assert " of 50" not in row.text


def test_contrast_of_text_and_marks_in_light_and_dark() -> None:
    _, _, page = made("bare")
    schemes = re.findall(r"--ground: #[^}]*", page.first("style").text)[:2]
    assert len(schemes) == 2
    for scheme in schemes:
        colour = {k: full(v) for k, v in re.findall(r"--(\w+): (#\w+)", scheme)}
        for ground in (colour["ground"], colour["raised"], colour["tag"]):
            for text in ("ink", "soft", "link", "warn"):
                assert contrast(colour[text], ground) >= 4.5, (text, ground)
            for mark in ("dot", "has"):
                assert contrast(colour[mark], ground) >= 3, (mark, ground)


def full(colour: str) -> str:
    return colour if len(colour) == 7 else "#" + "".join(2 * digit for digit in colour[1:])
