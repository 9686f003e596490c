"""What was known on a day: each kind of fact, from which day on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from factories import (
    SOURCE,
    VOTE_DAY,
    a_bloc,
    a_list,
    a_motion,
    a_person,
    a_poll,
    a_position,
    a_result,
    an_election,
    an_event,
    may,
    says,
)
from hypothesis import given
from hypothesis import strategies as st

from formateur.facts import (
    CalendarStep,
    Election,
    SurplusAgreement,
    Target,
    as_of,
    default_day,
)


def step(name: str, day: int) -> CalendarStep:
    return CalendarStep(date=may(day), step=name, source=SOURCE)


def eventful() -> Election:
    """One fact of each kind that becomes known on 10 May, and a list that is founded then."""
    return replace(
        an_election(
            [a_list("old"), a_list("new", founded=may(10)), a_list("gone", ended=may(10))],
            blocs=[a_bloc("both", "old", "new"), a_bloc("only_new", "new")],
            persons=[a_person("ann", "old"), a_person("bob", "new")],
            targets=[
                Target(id="group:either", name="either", any_of=("old", "new")),
                Target(id="group:new", name="new", any_of=("new",), all_of=("old",)),
                Target(id="group:together", name="together", all_of=("old", "new")),
                Target(id="policy:tax", name="a tax"),
            ],
            statements=[
                says("old", "excludes", "gone", on=may(9)),
                says("old", "tolerates", "gone", on=may(10)),
                says("new", "prefers", "old", on=may(9)),
            ],
        ),
        agreements=(
            SurplusAgreement(lists=("old", "gone"), date=may(10), source=SOURCE),
            SurplusAgreement(lists=("old", "new"), date=may(9), source=SOURCE),
        ),
        polls=(a_poll("printed", end=may(8), published=may(10)), a_poll("undated", end=may(10))),
        events=(an_event("speech", may(10)),),
        motions=(
            replace(a_motion(a_position("old", "oppose", may(1)), raised=may(10)), id="late"),
            a_motion(a_position("old", "support", may(9)), a_position("old", "oppose", may(10))),
        ),
        calendar=(step("election-called", 10), step("vote", 20), step("mandate-given", 28)),
        results=(a_result("old", 60.0, 6), a_result("new", 40.0, 4)),
    )


EVE, DAY = (as_of(eventful(), may(day)) for day in (9, 10))


def test_list_is_known_from_the_day_it_was_founded() -> None:
    assert [one.id for one in EVE.lists] == ["old", "gone"]
    assert [one.id for one in DAY.lists] == ["old", "new", "gone"]


def test_list_that_ends_later_still_stands() -> None:
    merged = replace(a_list("gone", ended=may(10)), joined="old")
    election = an_election(["old", merged])
    before, after = as_of(election, may(9)).list("gone"), as_of(election, may(10)).list("gone")
    assert (before.ended, before.joined) == (None, "")
    assert before.stands(may(15))
    assert after == merged
    assert not after.stands(may(10))


def test_persons_of_a_later_list_stand_on_none() -> None:
    assert {one.id: one.list for one in EVE.persons} == {"ann": "old", "bob": ""}
    assert {one.id: one.list for one in DAY.persons} == {"ann": "old", "bob": "new"}


def test_blocs_hold_known_lists_and_vanish_without_any() -> None:
    assert {one.id: one.lists for one in EVE.blocs} == {"both": ("old",)}
    assert {one.id: one.lists for one in DAY.blocs} == {
        "both": ("old", "new"),
        "only_new": ("new",),
    }


def test_targets_narrow_to_known_lists() -> None:
    assert {one.id: (one.any_of, one.all_of) for one in EVE.targets} == {
        "group:either": (("old",), ()),
        "policy:tax": ((), ()),
    }
    assert DAY.targets == eventful().targets


def test_statements_count_from_their_day_and_need_a_known_speaker() -> None:
    assert [one.stance for one in EVE.statements] == ["excludes"]
    assert [one.stance for one in DAY.statements] == ["excludes", "tolerates", "prefers"]


def test_statement_about_who_cannot_be_meant_yet_is_not_known() -> None:
    election = eventful()
    targets = [one.id for one in election.targets]
    about = [says("old", "excludes", one, on=may(1)) for one in ("new", "gone", *targets)]
    election = replace(election, statements=tuple(about))
    known = [one.about for one in as_of(election, may(9)).statements]
    assert known == ["gone", "group:either", "policy:tax"]
    assert as_of(election, may(10)).statements == tuple(about)


def test_agreements_count_from_their_day_and_need_both_lists() -> None:
    assert EVE.agreements == ()
    assert [one.lists for one in DAY.agreements] == [("old", "gone"), ("old", "new")]


def test_polls_count_from_publication_or_else_from_the_end_of_fieldwork() -> None:
    assert EVE.polls == ()
    assert [one.id for one in DAY.polls] == ["printed", "undated"]


def test_events_and_motions_are_known_from_their_day() -> None:
    assert (EVE.events, [one.id for one in EVE.motions]) == ((), ["treaty"])
    assert [one.id for one in DAY.events] == ["speech"]
    assert [one.id for one in DAY.motions] == ["late", "treaty"]


def test_positions_on_a_motion_count_from_their_day() -> None:
    assert [one.position for one in EVE.motions[0].positions] == ["support"]
    assert [one.position for one in DAY.motions[1].positions] == ["support", "oppose"]


def test_only_steps_that_the_law_fixes_are_known_beforehand_and_once_it_is_called() -> None:
    assert [one.step for one in EVE.calendar] == []
    assert [one.step for one in DAY.calendar] == ["election-called", "vote"]


def test_an_election_whose_call_is_not_told_was_due() -> None:
    due = replace(an_election(["old"]), calendar=(step("lists-close", 20),))
    assert [one.step for one in as_of(due, may(4)).calendar] == ["lists-close"]


@pytest.mark.parametrize(("day", "known"), [(19, 0), (20, 0), (21, 2)])
def test_results_are_known_from_the_day_after_the_vote(day: int, known: int) -> None:
    assert len(as_of(eventful(), may(day)).results) == known


days = st.dates(date(2030, 4, 25), date(2030, 6, 5))


@given(days, days)
def test_looking_back_twice_is_looking_back_once(one: date, other: date) -> None:
    """The past of what was known later is what was known earlier: in particular, idempotent."""
    first, last = sorted([one, other])
    assert as_of(as_of(eventful(), last), first) == as_of(eventful(), first)


@pytest.mark.parametrize(
    ("today", "day"),
    [(may(3), may(3)), (may(19), may(19)), (VOTE_DAY, may(19)), (date(2031, 1, 1), may(19))],
)
def test_default_day_is_today_or_the_eve_of_the_vote(today: date, day: date) -> None:
    assert default_day(eventful(), today) == day
