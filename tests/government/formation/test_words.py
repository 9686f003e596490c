from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from factories import SOURCE

from formateur.facts import Pledge
from formateur.facts.pledge import PledgeFirmness, PledgeStance
from formateur.government.formation.words import EFFECTS, Word, spoken, words_of

PLAYERS = ("a", "b", "c")
A, B, C = 1, 2, 4
SHARE = np.array([0.3, 0.25, 0.45])


def a_pledge(
    by: str,
    stance: PledgeStance,
    about: str,
    *,
    person_party: str = "",
    firmness: PledgeFirmness = "decided",
) -> Pledge:
    return Pledge(
        id="p1",
        formation="xx-2020",
        date=date(2020, 1, 1),
        date_precision="day",
        by=by,
        about=about,
        person_party=person_party,
        stance=stance,
        firmness=firmness,
        kept="",
        summary="Says so.",
        source=SOURCE,
    )


def effect(pledge: Pledge, name: str) -> list[float]:
    said = spoken(words_of([pledge], PLAYERS), SHARE)
    return [float(one) for one in said.coalitions[:, EFFECTS.index(name)]]


def test_an_exclusion_touches_coalitions_of_both() -> None:
    assert effect(a_pledge("a", "excludes", "b"), "excluded") == [0, 0, 0, 1, 0, 0, 0, 1]
    once = a_pledge("a", "excludes", "b", firmness="said")
    assert effect(once, "excluded")[A | B] == 0.25


def test_a_group_is_any_of_them_and_a_coalition_all() -> None:
    assert effect(a_pledge("a", "excludes", "group:b+c"), "excluded")[A | C] == 1
    together = effect(a_pledge("a", "excludes", "coalition:b+c"), "excluded")
    assert together[A | C] == 0
    assert together[A | B | C] == 1


def test_a_promise_is_kept_together_and_broken_apart() -> None:
    promise = a_pledge("a", "promises", "b")
    assert effect(promise, "promised")[A | B] == 1
    assert effect(promise, "promise_left_out")[A | C] == 1
    assert effect(promise, "promise_left_out")[B | C] == 0


def test_support_from_outside_is_for_governments_without_the_speaker() -> None:
    assert effect(a_pledge("a", "tolerates", "c"), "tolerated") == [0, 0, 0, 0, 1, 0, 1, 0]


def test_a_person_concerns_the_head_only() -> None:
    word = a_pledge("a", "excludes", "person:Cy", person_party="c")
    said = spoken(words_of([word], PLAYERS), SHARE)
    excluded = EFFECTS.index("excluded_head")
    assert not said.coalitions[:, excluded].any()
    assert said.heads[2, :, excluded].tolist() == [0, 0, 0, 0, 0, 1, 0, 1]
    assert not said.heads[:2, :, excluded].any()


def test_recommendations_weigh_by_seats() -> None:
    word = a_pledge("a", "recommends", "person:Bo", person_party="b")
    said = spoken(words_of([word], PLAYERS), SHARE)
    assert said.heads[1, B, EFFECTS.index("recommended_share")] == pytest.approx(0.3)


def test_seats_pledged_against_a_minority_count_and_against_a_majority_do_not() -> None:
    opposed = effect(a_pledge("c", "excludes", "a"), "opposed")
    assert opposed[A] == pytest.approx((0.45 / 0.5) ** 2)
    assert opposed[A | B] == 0, "it has a majority"
    assert opposed[B] == 0, "nobody excludes it"


def test_nobody_among_the_players_says_and_hears_nothing() -> None:
    assert words_of([a_pledge("x", "excludes", "a")], PLAYERS) == ()
    assert words_of([a_pledge("a", "excludes", "x")], PLAYERS) == ()
    assert words_of([a_pledge("a", "recommends", "none")], PLAYERS) == ()
    assert words_of([a_pledge("a", "excludes", "person:Al", person_party="a")], PLAYERS) == ()


def test_contradictory_words_of_one_party_both_count() -> None:
    words = [
        Word(id="x", speaker=0, effect="excludes", others=(1,)),
        Word(id="y", speaker=0, effect="promises", others=(1,)),
    ]
    said = spoken(words, SHARE).coalitions[A | B]
    assert said[EFFECTS.index("excluded")] == said[EFFECTS.index("promised")] == 1


def test_repetition_has_its_limit() -> None:
    words = [Word(id=str(k), speaker=0, effect="excludes", others=(1,)) for k in range(9)]
    assert spoken(words, SHARE).coalitions[A | B, EFFECTS.index("excluded")] == 3
