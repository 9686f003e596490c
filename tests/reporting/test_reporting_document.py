"""From a small forecast to its document, and the sentences that open it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from factories import (
    a_bloc,
    a_forecast,
    a_motion,
    a_person,
    a_position,
    an_election,
    an_event,
    may,
    says,
    vote_draws,
)

from formateur.facts import OTHER, Election, Target
from formateur.language import open_language
from formateur.reporting.document import make_document
from formateur.reporting.rows import shown_governments
from formateur.reporting.schema import ForecastDocument
from formateur.reporting.view import make_view

VOTES = {
    "a": [0.54, 0.54, 0.54, 0.40],
    "b": [0.33, 0.33, 0.33, 0.42],
    "c": [0.11, 0.11, 0.11, 0.03],
    OTHER: [0.02, 0.02, 0.02, 0.15],
}
"""Seats of ten: a 6, 6, 6, 5; b 3, 3, 3, 5; c 1, 1, 1, 0."""


def facts() -> Election:
    return replace(
        an_election(
            "abc",
            blocs=[a_bloc("left", "a"), a_bloc("right", "b")],
            persons=[a_person("ann", "a")],
            targets=[Target(id="policy:tax", name="a tax on land")],
            statements=[
                says("b", "excludes", "person:ann"),
                says("c", "excludes", "a"),
                says("c", "requires", "policy:tax"),
            ],
        ),
        motions=(a_motion(a_position("a", "support"), a_position("b", "oppose")),),
        events=(an_event("speech", may(9)),),
    )


@pytest.fixture
def document() -> ForecastDocument:
    return make_document(a_forecast(facts(), vote_draws(VOTES), seats=10))


def test_lists_stand_in_order_of_expected_seats(document: ForecastDocument) -> None:
    assert [one.id for one in document.lists] == ["a", "b", "c"]
    assert [one.seats.mean for one in document.lists] == [5.75, 3.5, 0.75]
    assert document.lists[0].votes.mean == 50.5
    assert [one.p_threshold for one in document.lists] == [1.0, 1.0, 0.75]
    assert [one.p_largest for one in document.lists] == [0.875, 0.125, 0.0]


def test_governments_name_what_they_break(document: ForecastDocument) -> None:
    by_lists = {"".join(one.lists): one for one in document.governments}
    assert by_lists["a"].p_could == 0.75
    assert by_lists["ab"].p_could == 1.0
    assert not by_lists["ab"].blocked
    assert [one.unless_without for one in by_lists["ab"].blocked_by] == ["Ann"]
    assert by_lists["ac"].blocked


def test_statements_say_what_they_are_about(document: ForecastDocument) -> None:
    told = {one.about: one.about_name for one in document.statements}
    assert told == {"person:ann": "Ann", "a": "A", "policy:tax": "a tax on land"}


def test_every_source_mark_leads_to_a_source(document: ForecastDocument) -> None:
    ids = {one.id for one in document.sources}
    cited = {one.source for one in document.statements} | {one.source for one in document.blocs}
    cited |= {one.source for one in document.motions} | {one.source for one in document.events}
    assert cited <= ids
    assert set(document.law.sources.values()) <= ids
    assert len({(one.text, one.reported_by) for one in document.sources}) == len(ids)


def test_only_minimal_governments_are_shown_free_ones_first(document: ForecastDocument) -> None:
    shown = shown_governments(document)
    assert [one.lists for one in shown] == [["a"]]
    often = [one.model_copy(update={"minimal_winning": True}) for one in document.governments]
    order = shown_governments(document.model_copy(update={"governments": often}))
    assert [one.lists for one in order] == [["a"], ["a", "b"], ["a", "c"], ["a", "b", "c"]]


def test_headline_of_a_forecast(document: ForecastDocument) -> None:
    told = "\n".join(one.text for one in make_view(document, open_language("en")).lead)
    assert "A in 44 of 50" in told
    assert "B in 6 of 50" in told
    assert "A majority (6 seats) is reached by Left in 38 of 50 and Right in 0 of 50" in told
    assert "C passes in 38 of 50" in told


def test_headline_of_a_result_gives_seats_and_no_chances() -> None:
    votes = {one: shares[:1] * 3 for one, shares in VOTES.items()}
    counted = make_document(a_forecast(facts(), vote_draws(votes), seats=10))
    told = [
        one.text
        for one in make_view(
            counted.model_copy(update={"basis": "result"}), open_language("en")
        ).lead
    ]
    assert told[0] == "The votes are counted: A 6, B 3 and C 1; Left has a majority."
    assert not any("of 50" in sentence for sentence in told if "government" not in sentence)


def test_same_facts_and_draws_make_the_same_document(document: ForecastDocument) -> None:
    again = make_document(a_forecast(facts(), vote_draws(VOTES), seats=10))
    assert again.model_dump_json() == document.model_dump_json()
    moved = {one: np.array(shares)[[1, 2, 3, 0]].tolist() for one, shares in VOTES.items()}
    same = make_document(a_forecast(facts(), vote_draws(moved), seats=10))
    assert same.lists == document.lists, "the order of the draws does not matter"
