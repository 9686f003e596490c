"""What the law holds in store on a day, held against what came of it in Israel in 2019."""

from __future__ import annotations

from datetime import date

import pytest

from formateur.facts import as_of
from formateur.folder import open_election
from formateur.government.procedure import (
    Term,
    VoteAgain,
    load_procedure,
    position_on,
    terms_on,
    vote_again,
)


def on(election_id: str, day: date) -> tuple[tuple[Term, ...], VoteAgain | None]:
    election, _ = open_election(election_id)
    procedure = load_procedure(election.procedure).on(day)
    known = as_of(election, day)
    here = position_on(procedure, known.calendar, known.date, day)
    return terms_on(procedure, here), vote_again(procedure, here)


def test_before_the_vote_every_term_is_counted_from_it() -> None:
    terms, again = on("il-2019-09", date(2019, 9, 14))
    by_state = {one.state.id: one for one in terms}
    assert by_state["results"].end == date(2019, 9, 25), "eight days from the vote"
    assert by_state["mandate_1"].end == date(2019, 10, 30), "8 + 7 + 28"
    assert by_state["mandate_1"].extended == date(2019, 11, 13), "14 more"
    assert [one.state.id for one in terms if one.sure] == ["results", "consultation"]
    assert again is not None
    assert again.dissolved == by_state["knesset_21"].end


@pytest.mark.parametrize(
    ("day", "state", "end"),
    [
        (date(2019, 10, 1), "mandate_1", date(2019, 10, 23)),
        (date(2019, 10, 22), "second_choice", date(2019, 10, 24)),
        (date(2019, 11, 1), "mandate_2", date(2019, 11, 20)),
        (date(2019, 11, 25), "knesset_21", date(2019, 12, 12)),
    ],
)
def test_what_has_happened_moves_the_terms(day: date, state: str, end: date) -> None:
    terms, _ = on("il-2019-09", day)
    assert (terms[0].state.id, terms[0].end) == (state, end)
    assert terms[0].sure
    assert not any(one.sure for one in terms[1:])


def test_the_dissolution_and_the_next_vote_were_those_of_the_law() -> None:
    """Dissolved at midnight of 11 to 12 December 2019; a law of that day set 2 March 2020."""
    for day, first, last in (
        (date(2019, 11, 25), date(2020, 3, 5), date(2020, 4, 23)),
        (date(2019, 12, 20), date(2020, 3, 2), date(2020, 3, 31)),
    ):
        _, again = on("il-2019-09", day)
        assert again is not None
        assert again.dissolved == date(2019, 12, 12)
        assert again.first == first, "84 days by the basic law, 81 once the law had set them"
        assert again.last == last, "110 days, as in 2019, from the latest dissolution"
    assert on("il-2019-09", date(2019, 12, 20))[0] == ()


def test_once_a_government_is_there_nothing_is_due() -> None:
    assert on("il-2021", date(2021, 6, 14)) == ((), None)


def test_talks_without_a_term_end_the_list_without_a_day() -> None:
    terms, again = on("se-2022", date(2022, 9, 1))
    assert (terms[-1].state.id, terms[-1].end) == ("speaker", None)
    assert again == VoteAgain(None, None, None, None)
