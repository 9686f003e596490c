"""What a forecast gives the page to play with."""

from __future__ import annotations

import gzip
import json

import numpy as np
import pytest
from factories import a_bloc, a_forecast, a_person, an_election, says
from play_cases import DRAWS, flagship, flagship_data

from formateur import api
from formateur.facts import Draws, Election, Target
from formateur.forecasting import Forecast
from formateur.government import blocks
from formateur.reporting.page.play import play_data
from formateur.reporting.page.play.coalitions import PARTS
from formateur.reporting.page.play.packing import unpack

BUDGET = 120_000


@pytest.mark.slow
def test_columns_are_the_draws() -> None:
    data, forecast = flagship_data(), flagship()
    assert data.draws == DRAWS
    for one in data.lists:
        assert (unpack(one.seats) == forecast.parliament[one.id]).all()
        assert np.abs(unpack(one.votes) / 1e4 - forecast.votes[one.id]).max() <= 5.1e-5
        if one.passed is not None:
            assert unpack(one.passed).mean() == pytest.approx(one.p_threshold, abs=1e-6)
        else:
            assert one.p_threshold in (0.0, 1.0)


@pytest.mark.slow
def test_every_coalition_has_the_figures_of_the_document() -> None:
    data, document = flagship_data(), api.report(flagship()).document
    table, majority = data.coalitions, document.election.majority
    p, q50, below, above = (unpack(one) for one in (table.p, table.q50, table.below, table.above))
    masks = [sum(1 << table.lists.index(k) for k in one.lists) for one in document.governments]
    for mask, one in zip(masks, document.governments, strict=True):
        assert p[mask] / PARTS == pytest.approx(one.p_could, abs=1e-5)
        assert q50[mask] - majority == one.surplus.q50
        assert q50[mask] - below[mask] - majority == one.surplus.q05
        assert q50[mask] + above[mask] - majority == one.surplus.q95
    assert len(masks) > 50


@pytest.mark.slow
def test_formation_has_the_chances_of_the_document() -> None:
    data, document = flagship_data(), api.report(flagship()).document
    assert data.formation is not None
    assert document.formation is not None
    told = {one.mask: one.p for one in data.formation.chances}
    places = {one.id: k for k, one in enumerate(data.formation.players)}
    for one in document.formation.governments:
        assert told[sum(1 << places[k] for k in one.members)] == one.p_would
    assert data.formation.p_none == document.formation.p_none


@pytest.mark.slow
def test_data_is_small_enough_for_a_phone() -> None:
    text = flagship_data().embedded()
    assert len(gzip.compress(text.encode(), 9)) < BUDGET
    assert "<" not in text
    assert json.loads(text)["schema"] == "formateur/play/1"


def test_draws_are_taken_evenly_and_together() -> None:
    forecast = _small(draws=30)
    data = play_data(forecast, draws=10)
    assert (data.draws, data.of) == (10, 30)
    taken = np.arange(0, 30, 3)
    for one in data.lists:
        assert (unpack(one.seats) == forecast.parliament[one.id][taken]).all()
        assert (unpack(one.votes) == np.rint(1e4 * forecast.votes[one.id][taken])).all()


def test_all_draws_are_taken_where_there_are_few() -> None:
    data = play_data(_small(draws=7))
    assert (data.draws, data.of) == (7, 7)


def test_statements_are_held_against_the_lists_they_concern() -> None:
    election = an_election(
        ["a", "b", "c"],
        persons=[a_person("ann", on="a")],
        targets=[Target(id="ab", name="A and B", all_of=("a", "b"))],
        statements=[
            says("b", "excludes", "person:ann"),
            says("a", "excludes", "person:ann"),
            says("c", "requires", "ab"),
            says("c", "prefers", "a"),
        ],
    )
    found = play_data(_small(draws=5, election=election)).statements
    assert [(one.by, one.demands, one.every, one.person) for one in found] == [
        ("b", False, [], "ann"),
        ("c", True, ["a", "b"], ""),
    ]
    assert [one.statement.by for one in blocks(("a", "b"), election)] == ["b"]


def _small(*, draws: int, election: Election | None = None) -> Forecast:
    rng = np.random.default_rng(5)
    shares = rng.dirichlet([30, 25, 20, 1], size=draws)
    votes = Draws(shares, ("a", "b", "c", "other"), "share", "run")
    found = election or an_election(["a", "b", "c"], blocs=[a_bloc("left", "a", "b")])
    return a_forecast(found, votes, seats=21)
