"""The one-file page: whole, quiet, safe, and with the same figures as the document."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from itertools import pairwise

import pytest
from documents import HOSTILE, bare, document, hostile
from formateur.reporting.html import addresses, render_html
from page import Element, parse

from formateur.reporting import account_rows, rows, sentences, words
from formateur.reporting.events_sentences import event_sentence
from formateur.reporting.schema import ForecastDocument

DOCUMENTS: dict[str, Callable[[], ForecastDocument]] = {
    "before the vote": document,
    "after the vote": lambda: document(days_before=-20),
    "another country": lambda: document("se-2022", 3),
    "hostile": hostile,
    "bare": bare,
}
each_page = pytest.mark.parametrize("kind", DOCUMENTS)


@cache
def made(kind: str) -> tuple[ForecastDocument, str, Element]:
    one = DOCUMENTS[kind]()
    html = render_html(one)
    return one, html, parse(html)


def table(page: Element, caption: str) -> list[list[str]]:
    """Return the rows of the table whose caption has this id, as texts."""
    found = next(
        one for one in page.all("table") if one.first("span").attributes.get("id") == caption
    )
    return [[cell.text for cell in row.all("th", "td")] for row in found.first("tbody").all("tr")]


@each_page
def test_page_needs_nothing_from_elsewhere_and_runs_nothing(kind: str) -> None:
    _, html, page = made(kind)
    every = page.all()
    assert {one.tag for one in every} & {
        "script",
        "link",
        "img",
        "iframe",
        "object",
        "base",
    } == set()
    assert [one for one in every if {"src", "srcset", "style"} & one.attributes.keys()] == []
    assert [name for one in every for name in one.attributes if name.startswith("on")] == []
    css = page.first("style").text
    assert "url(" not in css
    assert "@import" not in css
    assert html.startswith("<!DOCTYPE html>")


@each_page
def test_policy_allows_the_style_of_the_page_alone(kind: str) -> None:
    _, _, page = made(kind)
    (style,) = page.all("style")
    (css,) = style.children
    digest = b64encode(sha256(str(css).encode()).digest()).decode()
    policy = page.first("meta", **{"http-equiv": "Content-Security-Policy"}).attributes["content"]
    assert policy.split("; ")[:2] == ["default-src 'none'", f"style-src 'sha256-{digest}'"]


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
def test_page_says_its_language_and_has_headings_in_order(kind: str) -> None:
    _, _, page = made(kind)
    assert page.first("html").attributes == {"lang": "en", "dir": "ltr"}
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
            assert [head.attributes["scope"] for head in row.all("th")] == ["row"]


@each_page
def test_every_picture_has_words(kind: str) -> None:
    _, _, page = made(kind)
    for picture in page.all("svg"):
        known = picture.attributes.keys() & {"aria-label", "aria-labelledby", "aria-hidden"}
        assert known, picture.attributes
        assert ("aria-hidden" in known) != (picture.attributes.get("role") == "img")


def test_hostile_words_are_shown_and_never_run() -> None:
    one, html, page = made("hostile")
    assert "<script" not in html
    assert page.first("h1").text == " ".join(one.election.name.split())
    assert page.first("title").text.count(HOSTILE) == 1
    whole = page.text
    for told in (one.lists[0].name, one.polls[0].pollster, one.sources[0].text, one.notes[0]):
        assert HOSTILE in told
        assert " ".join(told.split()) in whole
    labels = [
        svg.attributes["aria-label"] for svg in page.all("svg") if "aria-label" in svg.attributes
    ]
    assert any(HOSTILE in label for label in labels)


def test_only_web_addresses_become_links() -> None:
    text = 'Kan (https://kan.org.il/item?id=7), javascript:alert(1); "http://a.b/c".'
    links = [piece for piece, address in addresses(text) if address]
    assert links == ["https://kan.org.il/item?id=7", "http://a.b/c"]
    assert "".join(piece for piece, _ in addresses(text)) == text
    assert [address for _, address in addresses("https://a.b/\"onload='x'")] == [True, False]


def test_sentences_are_those_of_the_document() -> None:
    one, _, page = made("before the vote")
    whole = page.text
    told = [*sentences.headline(one), *map(sentences.motion_sentence, one.motions), *one.notes]
    told += [event_sentence(event) for event in one.events]
    assert [sentence for sentence in told if " ".join(sentence.split()) not in whole] == []


def test_lists_table_holds_the_figures_of_the_document() -> None:
    one, _, page = made("before the vote")
    expected = [[words.share_range(x.votes), words.seat_range(x.seats)] for x in one.lists]
    found = table(page, "lists-caption")
    assert [row[1:3] for row in found] == expected
    assert [row[0].startswith(x.name) for row, x in zip(found, one.lists, strict=True)] == [
        True
    ] * len(found)


def test_blocs_table_holds_the_figures_of_the_document() -> None:
    one, _, page = made("before the vote")
    maker = rows.kingmakers(one)[0]
    expected = [
        [
            words.seat_range(bloc.seats),
            words.in_cell(bloc.p_majority),
            words.in_cell(bloc.p_majority_with[maker.id]),
        ]
        for bloc in one.blocs
    ]
    assert [[row[1], row[3], row[4]] for row in table(page, "blocs-caption")] == expected


def test_a_counted_vote_is_told_without_chances() -> None:
    one, _, page = made("after the vote")
    first = table(page, "lists-caption")[0]
    assert first[1:] == ["25.95", "33", "yes", "–"]
    told = [row[2] for row in table(page, "blocs-caption")]
    assert told == ["yes" if bloc.p_majority else "–" for bloc in one.blocs]


def test_coalitions_table_keeps_could_and_would_apart() -> None:
    one, _, page = made("before the vote")
    names = {x.id: x.name for x in one.lists}
    shown = rows.shown_governments(one)
    found = table(page, "coalitions-caption")
    assert [row[:4] for row in found] == [
        [
            " + ".join(names[x] for x in government.lists),
            words.in_cell(government.p_could),
            rows.would(government),
            rows.over_or_short(government.surplus),
        ]
        for government in shown
    ]
    tags = [len(government.blocked_by) for government in shown]
    body = next(
        t for t in page.all("table") if t.first("span").attributes["id"] == "coalitions-caption"
    ).first("tbody")
    assert [len(row.all("li")) for row in body.all("tr")] == tags


def test_every_poll_is_there_with_the_reason_why_it_is_not_used() -> None:
    one, _, page = made("before the vote")
    known = table(page, "polls-all-caption")
    assert [row[-4] for row in known] == [
        " ".join(("yes" if poll.used else f"no: {poll.reason}").split()) + poll.note
        for poll in one.polls
    ]
    heaviest = table(page, "polls-used-caption")
    assert [row[0] for row in heaviest] == [
        " ".join((poll.pollster + poll.sponsor).split())
        for poll in account_rows.heaviest_polls(one)
    ]
    assert len(heaviest) == 10
    weights = [words.weight(poll.weight) if poll.used else "–" for poll in one.polls]
    assert [row[-3] for row in known] == weights


def test_sources_are_numbered_as_they_are_cited() -> None:
    one, _, page = made("before the vote")
    found = page.first("ol", **{"class": "sources"}).all("li")
    assert [li.attributes["id"] for li in found] == [f"s{k + 1}" for k in range(len(one.sources))]
    assert all(li.text.startswith(x.text) for li, x in zip(found, one.sources, strict=True))
    motion = one.motions[0]
    number = [x.id for x in one.sources].index(motion.positions[0].source or "") + 1
    row = table(page, "motion-1-positions-caption")[0]
    assert row[-1] == f"{motion.positions[0].summary} [{number}]"


def test_footer_says_how_to_make_the_page_again() -> None:
    one, _, page = made("before the vote")
    footer = page.first("footer").text
    for told in (one.run, one.version, "2,000", "--as-of 2019-09-14 --draws 2000 --seed 1"):
        assert told in footer


def test_page_of_a_full_folder_is_small() -> None:
    _, html, _ = made("before the vote")
    assert len(html.encode()) < 200_000


@each_page
def test_dots_are_as_many_as_the_sentence_says(kind: str) -> None:
    one, _, page = made(kind)
    pictures = [svg for svg in page.all("svg") if svg.attributes.get("class") == "dots"]
    assert len(pictures) == (0 if one.basis == "result" else len(one.blocs))
    for picture, bloc in zip(pictures, one.blocs, strict=False):
        reached = len([mark for mark in picture.all("path") if mark.attributes["class"] == "has"])
        assert reached == round(50 * bloc.p_majority)
        assert reached + len(picture.all("circle")) == 50


def test_contrast_of_text_and_marks_in_light_and_dark() -> None:
    _, _, page = made("bare")
    css = page.first("style").text
    for scheme in re.findall(r"--ground: #[^}]*", css)[:2]:
        colour = dict(re.findall(r"--(\w+): (#\w+)", scheme))
        for ground in (colour["ground"], colour["raised"], colour["tag"]):
            for text in ("ink", "soft", "link", "warn"):
                assert contrast(colour[text], ground) >= 4.5, (text, ground)
            for mark in ("dot", "has"):
                assert contrast(colour[mark], ground) >= 3, (mark, ground)


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[k : k + 2], 16) / 255 for k in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
