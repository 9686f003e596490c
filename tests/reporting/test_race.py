"""The race as a page tells it in full, and a terminal in short."""

from __future__ import annotations

import io
from functools import cache

from documents import bare, document
from rich.console import Console

from formateur import questions
from formateur.language import open_language
from formateur.reporting.explain import explain
from formateur.reporting.text import render_text
from formateur.reporting.view import Station, View, make_view
from formateur.reporting.view.records import Table

DRAWS = 2000
ENGLISH = open_language("en")


@cache
def view() -> View:
    return make_view(document(), ENGLISH)


def race(told: View) -> Station:
    return next(one for one in told.background if one.id == "race")


def part(name: str) -> Station:
    return next(one for one in race(view()).parts if one.id == name)


def rows(table: Table) -> dict[str, tuple[str, ...]]:
    return {row.id: tuple(cell.text for cell in row.cells) for row in table.rows}


def test_the_forecast_tells_what_the_events_verb_tells() -> None:
    campaign = document().campaign
    asked = questions.events("il-2019-09", as_of=document().as_of, draws=DRAWS).document
    assert campaign is not None
    for name in ("many", "expected", "sensitivity", "kin"):
        assert getattr(campaign, name) == getattr(asked, name)


def test_the_parts_are_the_unknown_events_then_shifts_then_what_polls_show() -> None:
    names = [one.id for one in race(view()).parts]
    assert names == ["e29", "e34", "shift-likud", "shift-blue_white", "effects", "kin"]


def test_an_unknown_event_is_told_with_its_ground_and_its_figures_open() -> None:
    told = " ".join(one.text for one in part("e29").sentences)
    assert "not identified; 68 polls wholly before it, no poll wholly after it" in told
    assert "That is assumed" in told
    figures = {name for one in part("e29").sentences for name in one.figures}
    assert figures == {"event.e29"}
    assert part("e29").about[0].text.startswith("Donald Trump writes")


def test_a_shift_has_its_break_evens_and_its_table() -> None:
    likud = part("shift-likud")
    turned = [one for one in likud.sentences if "to turn that round" in one.text]
    (table,) = likud.tables
    assert len(turned) == len(table.rows) - 1
    seats = [float(cell.text) for cell in table.rows[0].cells[1:]]
    assert seats == sorted(seats)
    assert {cell.figure for row in table.rows for cell in row.cells[1:]} == {"event.e29"}


def test_effects_of_the_last_two_weeks_are_in_a_table() -> None:
    (table,) = part("effects").tables
    found = rows(table)
    assert "e25@likud" in found
    assert not any(one.startswith(("e29@", "e20@")) for one in found)
    pledge = next(one for one in document().events if one.id == "e25").effects[0]
    assert pledge.polled is not None
    assert f"({pledge.polled.houses})" in found["e25@likud"][6]


def test_kinds_and_actors_of_the_unknown_events_are_told() -> None:
    (table,) = part("kin").tables
    assert {"kind:defence-treaty", "actor:US president Donald Trump"} <= rows(table).keys()
    assert rows(table)["kind:defence-treaty"][0] == "kind: defence treaty"


def test_a_terminal_tells_the_nearest_break_even_and_no_more() -> None:
    console = Console(width=120, record=True, file=io.StringIO())
    console.print(render_text(view()))
    told = " ".join(console.export_text().split())
    assert "No poll can tell whether these moved the race" in told
    assert "It would take a shift of Likud by" in told
    assert "What a shift of Likud would change" not in told


def test_the_figure_of_an_event_leads_to_what_it_would_change() -> None:
    steps = explain(document(), "event.e29", ENGLISH).steps
    assert [one.id for one in steps][1:] == ["shift.likud"]
    assert any("rests on no poll after it" in one.text for one in steps[0].said)


def test_a_folder_without_events_has_no_parts() -> None:
    told = race(make_view(bare(), ENGLISH))
    assert told.parts == ()
    assert told.sentences == ()
