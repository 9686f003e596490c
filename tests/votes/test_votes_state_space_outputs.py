"""What the state-space model tells of houses and polls besides the votes."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from vote_cases import knesset, percent_poll, with_polls

from formateur.errors import UsageError
from formateur.facts import as_of
from formateur.folder import open_election
from formateur.language import in_english
from formateur.votes import MODELS, check_model, model_for, model_in_words
from formateur.votes.account import Account
from formateur.votes.state_space import state_space_for

DAY = date(2019, 9, 14)
FIGURES = {"a": 40.0, "b": 30.0, "c": 20.0}


@pytest.fixture(scope="module")
def flagship() -> Account:
    election, law = open_election("il-2019-09")
    rng, rules = np.random.default_rng(1), law.on(election.date)
    known = as_of(election, DAY)
    made = state_space_for(DAY).estimate(known, rules, DAY, draws=10, rng=rng, run="run")
    return made.account()


def test_houses_have_the_record_that_was_learned(flagship: Account) -> None:
    learned = state_space_for(DAY).learned.pollsters["il"]
    told = {one.pollster.casefold(): (one.elections, one.error) for one in flagship.pollsters}
    assert told == {
        house: (learned[house].elections, learned[house].error)
        for house in {one.pollster.casefold() for one in flagship.houses} & learned.keys()
    }
    assert "Midgam" in [one.pollster for one in flagship.pollsters]
    assert [one.pollster for one in flagship.pollsters] == sorted(
        (one.pollster for one in flagship.pollsters), key=str.casefold
    )


def test_shares_as_read_are_those_of_a_poll_in_percent() -> None:
    election = with_polls(percent_poll("House", FIGURES))
    rng = np.random.default_rng(1)
    made = state_space_for(DAY).estimate(
        election, knesset(), date(2030, 5, 15), draws=10, rng=rng, run="run"
    )
    (read,) = made.account().readings.values()
    assert read == pytest.approx({one: value / 100 for one, value in FIGURES.items()})


def test_a_country_without_a_record_has_none() -> None:
    rng = np.random.default_rng(1)
    made = state_space_for(DAY).estimate(
        with_polls(percent_poll("House", FIGURES)),
        knesset(),
        date(2030, 5, 15),
        draws=10,
        rng=rng,
        run="run",
    )
    assert made.account().pollsters == ()


def test_every_model_has_words_of_its_own_and_another_name_is_refused() -> None:
    told = {in_english(model_in_words(name)) for name in MODELS}
    assert len(told - set(MODELS)) == len(MODELS)
    assert in_english(model_in_words("official result")) == "official result"
    with pytest.raises(UsageError, match=r"'plain'.*koala, reference, state-space"):
        check_model("plain")
    with pytest.raises(UsageError, match="plain"):
        model_for("plain", DAY)
