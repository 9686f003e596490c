"""Who would govern, on the built-in elections."""

from __future__ import annotations

from datetime import date

import pytest

import formateur
from formateur.errors import UsageError
from formateur.forecasting import Forecast
from formateur.government.would import MOST_DRAWS
from formateur.government.would_parts import LISTED
from formateur.reporting.coalitions import Asked
from formateur.reporting.formation import p_would


@pytest.fixture(scope="module")
def flagship() -> Forecast:
    return formateur.forecast("il-2019-09", as_of="2019-09-14", draws=1500)


def test_on_14_september_2019_no_government_is_plausible_and_its_ground_is_told(
    flagship: Forecast,
) -> None:
    would = flagship.formation
    assert would is not None
    assert 0.08 < would.p_none < 0.5
    part = formateur.report(flagship).document.formation
    assert part is not None
    assert "5 brought no regular government" in part.ground[0]
    assert part.repeat_election is not None
    assert date(2020, 2, 1) < part.repeat_election < date(2020, 6, 1)
    assert {player.id for player in would.table.players} >= {"israel_resilience", "yesh_atid"}
    total = sum(one.p_would for one in part.governments) + part.p_none
    assert 0.8 < total <= 1 + 1e-6
    assert would.incumbent == "netanyahu"
    assert would.holds_office(date(2019, 10, 30))["netanyahu"] > 0.8


def test_a_coalition_is_given_its_own_chance_also_where_it_is_too_small_to_be_listed(
    flagship: Forecast,
) -> None:
    would = flagship.formation
    assert would is not None
    unlikely = ("likud", "joint_list", "yamina", "yisrael_beiteinu")
    assert set(unlikely) not in [set(one.members) for one in would.governments]
    found = p_would(unlikely, would)
    assert found is not None
    assert 0 < found < LISTED
    assert p_would(("blue_white", "likud"), would) is None  # the list may split
    listed = would.governments[0]
    assert p_would(listed.members, would) == pytest.approx(listed.probability, abs=1e-5)


def test_on_24_october_2019_the_first_mandate_has_failed(flagship: Forecast) -> None:
    later = formateur.forecast("il-2019-09", as_of="2019-10-24", draws=500).formation
    before = flagship.formation
    assert later is not None
    assert before is not None
    assert later.present.returned == ("netanyahu",)
    assert later.p_none > before.p_none
    gantz = "israel_resilience"
    assert later.heads[gantz] > before.heads[gantz] + 0.05
    assert later.timeline.deadline == date(2020, 1, 3)


def test_nothing_later_moves_the_forecast(flagship: Forecast) -> None:
    later = {"r54", "s030", "s034"}
    without = formateur.forecast("il-2019-09", as_of="2019-09-14", without=later, draws=1500)
    assert without.run == flagship.run
    assert without.formation is not None
    assert flagship.formation is not None
    assert without.formation.p_none == flagship.formation.p_none


def test_a_statement_can_be_switched_off() -> None:
    asked = Asked(include=("likud", "blue_white"))
    view = formateur.api.coalitions("il-2019-09", as_of="2019-09-14", asked=asked, draws=400)
    assert view.changes
    assert view.changes[0].after > view.changes[0].before
    quiet = formateur.api.coalitions(
        "il-2019-09",
        as_of="2019-09-14",
        asked=Asked(include=("likud", "blue_white"), without=("s012",)),
        draws=400,
    )
    assert "s012" not in {one for row in quiet.rows for one in row.against}
    assert quiet.p_any > view.p_any


def test_coalitions_are_shown_for_more_draws_than_governments_are_formed_in() -> None:
    view = formateur.api.coalitions("se-2018", as_of="2018-09-05", draws=MOST_DRAWS + 500)
    assert view.rows
    assert all(0 <= row.p_could <= 1 for row in view.rows)
    told = [row.p_would for row in view.rows]
    assert told == sorted(told, reverse=True)
    assert view.p_hidden > 0.5  # the Alliance had no majority, and was likeliest
    assert view.p_any + view.p_hidden + view.p_none == pytest.approx(1)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (Asked(include=("nobody",)), "is no list"),
        (Asked(include=("likud",), exclude=("likud",)), "both included and excluded"),
        (Asked(without=("x999",)), "is not the id of a statement"),
    ],
)
def test_what_is_not_known_is_refused(asked: Asked, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        formateur.api.coalitions("il-2019-09", as_of="2019-09-14", asked=asked, draws=50)


def test_sweden_has_a_procedure_and_minority_governments() -> None:
    would = formateur.forecast("se-2022", as_of="2022-09-10", draws=300).formation
    assert would is not None
    assert would.procedure.id == "se"
    assert would.p_minority > 0.5
    assert would.incumbent == "andersson"
