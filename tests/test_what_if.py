"""What if the law were another, or something had not been said: on the flagship."""

from __future__ import annotations

import io

import numpy as np
import pytest
from rich.console import Console

from formateur import api
from formateur.errors import LawError, UsageError
from formateur.forecasting import Forecast
from formateur.language import open_language
from formateur.reporting.text import render_text

DAY, DRAWS = "2019-09-14", 1000


def made(**what_if: object) -> Forecast:
    return api.forecast("il-2019-09", as_of=DAY, draws=DRAWS, **what_if)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def base() -> Forecast:
    return made()


@pytest.fixture(scope="module")
def eased() -> Forecast:
    return made(changes={"threshold.share": "2%"})


def test_votes_stay_and_more_lists_pass(base: Forecast, eased: Forecast) -> None:
    """Polls in seats are read by the law that the houses had in mind, so votes are the same."""
    assert np.array_equal(base.votes.values, eased.votes.values)
    assert eased.p_threshold["otzma_yehudit"] > base.p_threshold["otzma_yehudit"] + 0.2
    assert not np.array_equal(base.parliament.values, eased.parliament.values)
    assert base.run != eased.run


def test_a_change_that_changes_nothing_gives_the_same_seats(base: Forecast) -> None:
    same = made(changes={"threshold.share": "3.25%"})
    assert np.array_equal(base.parliament.values, same.parliament.values)


def test_a_house_of_another_size_is_filled() -> None:
    smaller = made(changes={"seats": 101})
    assert (smaller.parliament.values.sum(axis=1) == 101).all()
    assert smaller.rules.majority == 51


def test_every_output_says_so(base: Forecast, eased: Forecast) -> None:
    report = api.report(eased)
    assert report.document.law.changes == ["threshold.share = 2%"]
    assert "not the law as it is, but with threshold.share = 2%" in report.document.notes[0]
    assert "not the law as it is" in report.to_html().partition("</section>")[0]
    console = Console(file=io.StringIO(), width=120)
    console.print(render_text(report.view(open_language("en"))))
    assert isinstance(console.file, io.StringIO)
    told = " ".join(console.file.getvalue().split())
    assert "What if: not the law as it is, but with threshold.share = 2%" in told
    assert api.report(base).document.law.changes == []


def test_a_statement_that_was_not_made_is_told(base: Forecast) -> None:
    unsaid = base.election.statements[-1]
    document = api.report(made(without=[unsaid.id])).document
    assert document.without == [unsaid.id]
    assert unsaid.summary in document.notes[0]
    assert unsaid.id not in {one.id for one in document.statements}


def test_a_law_that_cannot_be_is_refused() -> None:
    with pytest.raises(LawError, match="no such table"):
        made(changes={"treshold.share": "2%"})
    with pytest.raises(LawError, match="abc"):
        made(changes={"threshold.share": "abc"})


def test_official_seats_are_moved_by_no_law() -> None:
    with pytest.raises(UsageError, match="formateur allocate"):
        api.forecast("il-2019-09", as_of="2019-09-30", draws=10, changes={"seats": 101})
