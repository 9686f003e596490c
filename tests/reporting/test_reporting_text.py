"""The parts of the text that no other output shares."""

from __future__ import annotations

import io

import pytest
from documents import document
from factories import a_forecast, an_election, vote_draws
from rich.console import Console

from formateur.facts import OTHER
from formateur.language import open_language
from formateur.reporting.bars import bars
from formateur.reporting.document import make_document
from formateur.reporting.layout import Cite
from formateur.reporting.schema import ForecastDocument
from formateur.reporting.text import render_text
from formateur.reporting.view import make_view
from formateur.reporting.view.cells import pairs


def printed(made: ForecastDocument, width: int = 120) -> str:
    out = io.StringIO()
    Console(file=out, width=width, markup=False).print(
        render_text(make_view(made, open_language("en")))
    )
    return out.getvalue()


def test_a_source_is_marked_once_and_keeps_its_number() -> None:
    cite = Cite()
    assert cite("s4", "s4", "s9") == "[1, 2]"
    assert cite("s9", "s4") == "[2, 1]"


@pytest.mark.parametrize(("days_before", "expected"), [(3, True), (-30, False)])
def test_ranges_are_explained_where_there_are_any(days_before: int, expected: bool) -> None:
    text = printed(document("il-2019-09", days_before))
    assert ("Ranges hold 90 of 100" in text) is expected


def test_bars_are_not_broken_at_their_gaps_on_a_narrow_terminal() -> None:
    made = document()
    text = printed(made, width=80)
    gappy = [bars(pairs(one.seat_chances)) for one in made.lists if one.p_threshold < 1]
    assert any(" " in one for one in gappy)
    assert [one for one in gappy if one not in text] == []


def test_lists_that_are_in_no_coalition_are_named() -> None:
    ids = [f"l{k:02}" for k in range(17)]
    shares = {one: [0.06] for one in ids[:-1]} | {ids[-1]: [0.035], OTHER: [0.005]}
    made = make_document(a_forecast(an_election(ids), vote_draws(shares), seats=120))
    left_out = next(note for note in made.notes if "Too many lists" in note)
    assert left_out.endswith(f"{made.lists[-1].name}.")
    assert made.lists[-1].name != made.lists[-1].id
