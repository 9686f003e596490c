"""The view of a forecast: whole, consistent, and with the figures of the document."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache

import pytest
from documents import HOSTILE, bare, document, hostile

from formateur.language import LANGUAGES, open_language
from formateur.reporting.figure_ids import parse_figure
from formateur.reporting.schema import ForecastDocument
from formateur.reporting.view import Cell, Sentence, Station, Table, View, make_view
from formateur.reporting.view.charts import Chart, Hemicycle, MotionSeats, SeatChances
from formateur.reporting.view.lead import lead
from formateur.reporting.view.words import Words

DOCUMENTS: dict[str, Callable[[], ForecastDocument]] = {
    "before the vote": document,
    "after the vote": lambda: document(days_before=-20),
    "another country": lambda: document("se-2022", 3),
    "hostile": hostile,
    "bare": bare,
}
each_document = pytest.mark.parametrize("kind", DOCUMENTS)
each_language = pytest.mark.parametrize("code", LANGUAGES)


@cache
def made(kind: str, code: str = "en") -> tuple[ForecastDocument, View]:
    one = DOCUMENTS[kind]()
    return one, make_view(one, open_language(code))


def stations(view: View) -> Iterator[Station]:
    for one in (*view.stations, *view.background):
        yield one
        yield from one.parts


def tables(view: View) -> dict[str, Table]:
    return {one.id: one for station in stations(view) for one in station.tables}


def charts(view: View) -> list[Chart]:
    return [one for station in stations(view) for one in station.charts]


def cells(view: View, table: str, row: str) -> dict[str, Cell]:
    found = tables(view)[table]
    line = next(one for one in found.rows if one.id == row)
    return {column.key: cell for column, cell in zip(found.columns, line.cells, strict=True)}


def everything(value: object) -> Iterator[object]:
    yield value
    if is_dataclass(value) and not isinstance(value, type):
        for one in fields(value):
            yield from everything(getattr(value, one.name))
    elif isinstance(value, tuple):
        for part in value:
            yield from everything(part)


@each_document
@each_language
def test_view_is_whole(kind: str, code: str) -> None:
    _, view = made(kind, code)
    assert [one.id for one in view.stations] == ["votes", "seats", "government", "motions"]
    ids = [one.id for one in stations(view)]
    assert len(ids) == len(set(ids))
    names = [table.id for station in stations(view) for table in station.tables]
    assert len(names) == len(set(names))
    for table in tables(view).values():
        assert table.caption
        assert table.rows
        assert 0 < table.first <= len(table.rows)
        assert bool(table.rest) is (table.first < len(table.rows))
        assert {len(row.cells) for row in table.rows} == {len(table.columns)}
        assert len({column.key for column in table.columns}) == len(table.columns)
        assert len({row.id for row in table.rows}) == len(table.rows)


@each_document
@each_language
def test_pictures_have_words_and_a_table(kind: str, code: str) -> None:
    _, view = made(kind, code)
    known = tables(view)
    for one in charts(view):
        assert one.title
        assert one.description
        assert one.table in known


@each_document
@each_language
def test_every_figure_has_a_name_and_every_source_is_told(kind: str, code: str) -> None:
    _, view = made(kind, code)
    sources = {one.id for one in view.sources}
    for one in everything(view):
        if isinstance(one, Sentence):
            assert one.text
            assert one.text == "".join(piece.text for piece in one.pieces)
        for name in [getattr(one, "figure", "")] if is_dataclass(one) else []:
            if name:
                parse_figure(name)
        cited = getattr(one, "sources", ()) if isinstance(one, Cell | Sentence) else ()
        assert set(cited) <= sources


def test_no_mark_is_left_in_any_text() -> None:
    for kind in DOCUMENTS:
        for one in everything(made(kind, "he")[1]):
            if isinstance(one, str):
                assert not any("\ufdd0" <= sign <= "\ufdef" for sign in one)


def test_hostile_words_are_told_as_they_are() -> None:
    one, view = made("hostile")
    assert view.title == one.election.name
    assert HOSTILE in view.title
    assert cells(view, "lists", one.lists[0].id)["list"].text == one.lists[0].name


def test_lists_hold_the_figures_of_the_document() -> None:
    one, view = made("before the vote")
    for party in one.lists:
        row = cells(view, "lists", party.id)
        assert row["votes"].value == party.votes.q50
        assert row["seats"].value == party.seats.q50
        assert row["missed"].value == pytest.approx(1 - party.p_threshold)
        assert sum(p for _, p in row["chances"].chances) == pytest.approx(1)


def test_could_and_would_stand_apart() -> None:
    one, view = made("before the vote")
    for government in one.governments:
        key = "+".join(government.lists)
        if key not in {row.id for row in tables(view)["coalitions"].rows}:
            continue
        row = cells(view, "coalitions", key)
        assert row["could"].value == government.p_could
        assert row["could"].figure == f"could.{key}"
        assert row["would"].value == government.p_would
        assert len(row["against"].pieces) == len(government.blocked_by)


def test_lead_says_chances_as_counts_that_can_be_asked_for() -> None:
    one, view = made("before the vote")
    told = " ".join(sentence.text for sentence in view.lead)
    assert "of 50" in told
    asked = [name for sentence in view.lead for name in sentence.figures]
    assert {f"bloc.{bloc.id}" for bloc in one.blocs} <= set(asked)
    pieces = [piece for sentence in view.lead for piece in sentence.pieces if piece.figure]
    assert all("of 50" in piece.text for piece in pieces)


def test_doubt_stands_beside_the_lead() -> None:
    one, view = made("before the vote")
    assert [sentence.text for sentence in view.doubt] == [one.notes[0]]
    assert [sentence.text for sentence in view.notes] == one.notes


def test_after_the_vote_the_result_is_told_without_chances() -> None:
    one, view = made("after the vote")
    assert view.lead[0].text.startswith("The votes are counted: Blue and White 33")
    row = cells(view, "lists", one.lists[0].id)
    assert (row["votes"].text, row["seats"].text, row["largest"].text) == ("25.95", "33", "yes")
    assert not any(isinstance(chart.data, SeatChances) for chart in charts(view))


def test_names_are_those_of_the_language_with_the_other_beside() -> None:
    one, view = made("before the vote", "he")
    cell = cells(view, "lists", "likud")["list"]
    assert cell.text == one.names["Likud"]["he"]
    assert [(small.text, small.language) for small in cell.small] == [("Likud", "en")]
    english = cells(made("before the vote")[1], "lists", "likud")["list"]
    assert (english.text, english.language) == ("Likud", "")
    assert [(x.text, x.language) for x in english.small] == [(one.names["Likud"]["he"], "he")]


def test_what_is_in_another_language_is_marked() -> None:
    _, view = made("before the vote", "he")
    assert view.foreign
    assert {one.language for one in view.sources} == {"en"}
    event = tables(view)["events"].rows[0].cells[1]
    assert event.language == "en"
    assert made("before the vote")[1].foreign == ""


def test_parliament_is_one_of_the_simulated_and_fills_the_house() -> None:
    one, view = made("before the vote")
    drawn = next(chart for chart in charts(view) if chart.id == "parliament").data
    assert isinstance(drawn, Hemicycle)
    assert {bench.id: bench.seats for bench in drawn.benches} == {
        key: seats for key, seats in one.parliament.items() if seats
    }
    assert sum(bench.seats for bench in drawn.benches) == one.election.seats


def test_camps_of_a_motion_fill_the_house() -> None:
    one, view = made("before the vote")
    motions = [chart for chart in charts(view) if chart.kind == "motion"]
    assert len(motions) == len(one.motions)
    for chart in motions:
        assert isinstance(chart.data, MotionSeats)
        assert sum(camp.seats for camp in chart.data.camps) == one.election.seats


@pytest.mark.parametrize(
    ("blocked", "told"),
    [
        ((True, True), "Of the 2 smallest coalitions that have a majority in at least half"),
        ((True, False), "1 breaks a public statement of one of its own lists."),
        ((False, False), ""),
    ],
)
def test_broken_words_are_counted(blocked: tuple[bool, bool], told: str) -> None:
    one = document()
    likely = [g for g in one.governments if g.minimal_winning and g.p_could >= 0.5][:2]
    changed = [g.model_copy(update={"blocked": b}) for g, b in zip(likely, blocked, strict=True)]
    changed_document = one.model_copy(update={"governments": changed})
    words = Words(open_language("en"), {}, changed_document)
    sentences = " ".join(sentence.text for sentence in lead(words))
    assert (told in sentences) if told else ("public statement" not in sentences)
