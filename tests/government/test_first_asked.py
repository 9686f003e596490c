"""Who is asked first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from factories import SOURCE, VOTE_DAY, a_list, a_person, an_election, may, seat_draws

import formateur
from formateur.facts import Election, Party, Statement
from formateur.facts.statement import Stance
from formateur.government.first_asked import KEPT, asked_first
from formateur.government.formation.players import table_of
from formateur.government.formation.statement_words import words_from
from formateur.government.procedure import load_procedure, position_on

DRAWS = 4000
PEOPLE = [a_person("ann", "a"), a_person("bob", "b")]
LISTS = [replace(a_list("a"), leader="ann"), replace(a_list("b"), leader="bob"), a_list("c")]


def says(by: str, stance: Stance, about: str) -> Statement:
    return Statement(
        id=f"{by}-{stance}-{about}",
        date=may(1),
        by=by,
        about=about,
        stance=stance,
        firmness="categorical",
        summary="Says so.",
        source=SOURCE,
    )


def asked(election: Election, *held: int, country: str = "il") -> dict[str, float]:
    ids = [one.id for one in election.lists]
    seats = seat_draws({one: [n] * DRAWS for one, n in zip(ids, held, strict=True)})
    table = table_of(election, seats, ())
    procedure = load_procedure(country)
    players = len(table.players)
    return asked_first(
        procedure,
        table,
        words_from(election, table, VOTE_DAY),
        position_on(procedure, (), VOTE_DAY, VOTE_DAY),
        election,
        joint=np.full((1 << players, players), 1 / (players << players)),
        rng=np.random.default_rng(5),
    )


def test_a_list_that_has_recommended_decides_for_certain() -> None:
    said = [says("c", "recommends", "person:bob")]
    first = asked(an_election(LISTS, persons=PEOPLE, statements=said), 55, 54, 11)
    assert first == {"b": 1.0}


def test_a_list_that_only_prefers_somebody_may_change_its_mind() -> None:
    said = [says("c", "prefers", "person:bob")]
    first = asked(an_election(LISTS, persons=PEOPLE, statements=said), 55, 54, 11)
    assert first["b"] == pytest.approx(KEPT, abs=0.05)
    assert first["a"] > 0


def test_a_silent_list_leaves_it_open_and_never_names_whom_it_excludes() -> None:
    silent = asked(an_election(LISTS, persons=PEOPLE), 55, 54, 11)
    assert 0.05 < silent["b"] < 0.5
    said = [says("c", "excludes", "person:ann")]
    against = asked(an_election(LISTS, persons=PEOPLE, statements=said), 55, 54, 11)
    assert against["b"] > silent["b"] + 0.2


def test_one_who_recommends_nobody_leaves_it_to_the_others() -> None:
    said = [says("c", "recommends", "none"), says("c", "prefers", "person:bob")]
    first = asked(an_election(LISTS, persons=PEOPLE, statements=said), 55, 54, 11)
    assert first == {"a": 1.0}


def test_one_who_follows_the_largest_list_is_followed_draw_by_draw() -> None:
    said = [says("c", "recommends", "person:head_of_largest_list")]
    election = an_election(LISTS, persons=PEOPLE, statements=said)
    assert asked(election, 54, 55, 11)["b"] > asked(election, 55, 54, 11)["b"] + 0.5


def test_where_the_speaker_proposes_the_likeliest_head_is_asked() -> None:
    assert asked(an_election(LISTS), 55, 54, 11, country="se")["c"] == pytest.approx(1 / 3)


@pytest.mark.parametrize("country", ["il", "de"])
def test_a_list_that_may_split_counts_as_a_whole(country: str) -> None:
    members = (
        Party(id="a1", name="A1", leader="ann", seats=3),
        Party(id="a2", name="A2", seats=3),
    )
    split = replace(LISTS[0], members=members, may_split=True)
    first = asked(an_election([split, LISTS[1]], persons=PEOPLE), 61, 59, country=country)
    assert first == {"a1": 1.0}


def test_in_september_2019_it_was_open_who_would_be_asked() -> None:
    would = formateur.forecast("il-2019-09", as_of="2019-09-14", draws=2000).formation
    assert would is not None
    assert 0.5 < would.first["likud"] < 0.97
    assert would.first["israel_resilience"] > 0.03
    after = formateur.forecast("il-2019-09", as_of=date(2019, 9, 26), draws=200).formation
    assert after is not None
    assert after.first == {"likud": 1.0}
