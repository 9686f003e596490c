"""What text and page say of houses, surprises, order and weights."""

from __future__ import annotations

import csv
import io

import pytest
from documents import document

from formateur.reporting import account_rows
from formateur.reporting.schema import ForecastDocument
from formateur.reporting.schema_account import HousePart
from formateur.reporting.table import render_csv


def with_houses(*houses: HousePart) -> ForecastDocument:
    return document().model_copy(update={"houses": list(houses)})


def house(pollster: str, points: float, half: float) -> HousePart:
    return HousePart(
        pollster=pollster, list="likud", points=points, low=points - half, high=points + half
    )


def test_only_houses_that_differ_beyond_chance_are_told_largest_first() -> None:
    told = account_rows.house_sentence(
        with_houses(house("A", 0.4, 0.2), house("B", -1.0, 0.3), house("C", 2.0, 3.0))
    )
    assert told == (
        "Houses that stand out, in points against the others: B has Likud at −1.0 (−1.3 to −0.7) "
        "and A has Likud at +0.4 (+0.2 to +0.6)."
    )
    assert "none" in account_rows.house_sentence(with_houses(house("C", 2.0, 3.0)))


def test_more_differences_are_counted() -> None:
    told = account_rows.house_sentence(with_houses(*(house(x, 1.0, 0.5) for x in "ABCDE")))
    assert told.endswith("; 2 more such differences.")


@pytest.mark.parametrize(
    ("surprise", "word"), [(0.9, "No poll was a surprise"), (3.0, "surprised")]
)
def test_polls_far_off_are_told(surprise: float, word: str) -> None:
    polls = [poll.model_copy(update={"surprise": 0.5}) for poll in document().polls]
    polls[3] = polls[3].model_copy(update={"surprise": surprise})
    told = account_rows.surprise_sentence(document().model_copy(update={"polls": polls}))
    assert word in told
    assert f"{polls[3].pollster} of {polls[3].fieldwork_end.day} September" in told
    assert told.count("standard deviations") == 1


def test_no_surprises_no_sentence() -> None:
    polls = [poll.model_copy(update={"surprise": None}) for poll in document().polls]
    assert account_rows.surprise_sentence(document().model_copy(update={"polls": polls})) == ""


def test_the_open_orders_are_told_and_the_sure_ones_not() -> None:
    made = document()
    told = account_rows.order_sentence(made)
    closest = min(made.order, key=lambda pair: pair.p_more_votes)
    names = {one.id: one.name for one in made.lists}
    assert f"{names[closest.first]} before {names[closest.second]} in" in told
    assert told.count(" before ") <= account_rows.STANDING_OUT
    sure = [pair.model_copy(update={"p_more_votes": 0.9}) for pair in made.order]
    assert account_rows.order_sentence(made.model_copy(update={"order": sure})) == ""


def test_the_ten_heaviest_polls_are_shown_heaviest_first() -> None:
    shown = account_rows.heaviest_polls(document())
    weights = sorted((poll.weight for poll in document().polls), reverse=True)
    assert [poll.weight for poll in shown] == weights[:10]


def test_levels_are_those_of_the_trend() -> None:
    made = document()
    trend = account_rows.trend_of(made, "likud")
    assert trend is not None
    by_day = {(made.as_of - point.date).days: point.q50 for point in trend.points}
    assert account_rows.levels(made, "likud") == [f"{by_day[back]:.1f}" for back in (0, 7, 30)]
    assert account_rows.levels(made, "nobody") == ["", "", ""]


def test_csv_holds_what_the_document_tells() -> None:
    made = document()
    rows = list(csv.DictReader(io.StringIO(render_csv(made))))
    found = {(row["part"], row["id"], row["figure"]): row["value"] for row in rows}
    assert len(found) == len(rows)
    last = made.trend[0].points[-1]
    assert float(found["trend", made.trend[0].list, f"{last.date}.q50"]) == last.q50
    first = made.houses[0]
    assert float(found["houses", f"{first.pollster}:{first.list}", "low"]) == first.low
    pair = made.order[0]
    assert float(found["order", f"{pair.first}>{pair.second}", "p_more_votes"]) == pair.p_more_votes
    own = made.lists[0]
    assert own.uncertainty is not None
    assert float(found["lists", own.id, "uncertainty.shared"]) == own.uncertainty.shared
    assert float(found["polls", made.polls[0].id, "weight"]) == made.polls[0].weight
    assert {row["estimator"] for row in rows} == {"state-space"}
