from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from factories import SOURCE, VOTE_DAY, a_list, a_person, an_election, may
from factories import seat_draws as drawn

from formateur.facts import Draws, Election, Outgoing, Party, Statement, Target
from formateur.facts.statement import Stance
from formateur.government import Would, would_govern
from formateur.government.formation.learned import load_formation
from formateur.government.formation.players import divided, table_of

MODEL = load_formation(date(2026, 1, 1))


def seats_of(**held: list[int]) -> Draws:
    return drawn(held)


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


def ask(
    election: Election, seats: Draws, *, day: date = VOTE_DAY, majority: int | None = None
) -> Would:
    needed = int(seats.values[0].sum()) // 2 + 1 if majority is None else majority
    found = would_govern(
        election,
        day,
        seats,
        majority=needed,
        model=MODEL,
        cabinets=(),
        procedure=None,
        rng=np.random.default_rng(3),
    )
    assert found is not None
    assert found.chances.sum() + found.p_none == pytest.approx(1)
    assert sum(found.heads.values()) + found.p_none == pytest.approx(1)
    return found


def p(would: Would, *members: str) -> float:
    mask = sum(1 << k for k, one in enumerate(would.table.players) if one.id in members)
    return float(would.chances[mask])


def test_an_absolute_majority_governs_and_nobody_votes_again() -> None:
    would = ask(an_election(["a", "b", "c"]), seats_of(a=[70] * 50, b=[30] * 50, c=[20] * 50))
    assert would.p_none == 0
    assert would.governments[0].members == ("a",)


def test_one_list_alone() -> None:
    would = ask(an_election(["a"]), seats_of(a=[120] * 20))
    assert would.governments[0].members == ("a",)
    assert would.governments[0].p_could == 1
    assert would.heads["a"] == pytest.approx(1)


def test_everybody_excluding_everybody_makes_failure_likelier() -> None:
    lists = ["a", "b", "c"]
    seats = seats_of(a=[45] * 400, b=[40] * 400, c=[35] * 400)
    said = [says(one, "excludes", other) for one in lists for other in lists if one != other]
    calm = ask(an_election(lists), seats)
    tense = ask(an_election(lists, statements=said), seats)
    assert tense.p_none > calm.p_none
    assert all(g.against for g in tense.governments if len(g.members) > 1)


def test_never_under_ann_leaves_anns_list_under_another_head() -> None:
    people = [a_person("ann", "a"), a_person("bob", "b")]
    lists = [replace(a_list("a"), leader="ann"), replace(a_list("b"), leader="bob")]
    seats = seats_of(a=[52] * 200, b=[48] * 200, c=[20] * 200)
    calm = ask(an_election([*lists, "c"], persons=people), seats)
    word = says("b", "excludes", "person:ann")
    tense = ask(an_election([*lists, "c"], persons=people, statements=[word]), seats)

    def under(would: Would, head: str) -> float:
        return sum(dict(g.heads).get(head, 0.0) for g in would.governments if len(g.members) == 2)

    assert under(tense, "a") < under(calm, "a")
    both = next(g for g in tense.governments if set(g.members) == {"a", "b"})
    before = next(g for g in calm.governments if set(g.members) == {"a", "b"})
    share = dict(both.heads)["b"] / both.probability
    assert share > dict(before.heads)["b"] / before.probability


def test_contradictory_statements_and_unknown_people_do_no_harm() -> None:
    target = Target(id="government:ab", name="both", all_of=("a", "b"))
    said = [
        says("a", "excludes", "b"),
        says("a", "requires", "government:ab"),
        says("b", "recommends", "person:nobody_known"),
        says("b", "prefers", "policy:unheard"),
        says("c", "recommends", "none"),
        says("c", "recommends", "person:head_of_largest_list"),
    ]
    election = an_election(["a", "b", "c"], targets=[target], statements=said)
    would = ask(election, seats_of(a=[50] * 40, b=[45] * 40, c=[25] * 40))
    assert would.governments


def test_an_even_house_split_in_half_has_no_majority_of_one() -> None:
    would = ask(an_election(["a", "b"]), seats_of(a=[60] * 100, b=[60] * 100))
    alone = next(g for g in would.governments if g.members == ("a",))
    both = next(g for g in would.governments if len(g.members) == 2)
    assert (alone.p_could, both.p_could) == (0, 1)


def test_a_caretaker_stays_while_nobody_has_formed_a_government() -> None:
    lists = [replace(a_list("a"), leader="ann"), a_list("b"), a_list("c")]
    election = replace(
        an_election(lists, persons=[a_person("ann", "a")]),
        outgoing=Outgoing(head="ann", lists=("a",), source=SOURCE),
    )
    would = ask(election, seats_of(a=[45] * 500, b=[40] * 500, c=[35] * 500))
    assert would.holds_office(VOTE_DAY)["ann"] == pytest.approx(1, abs=0.05)
    late = would.holds_office(date(2031, 3, 1))
    assert late["ann"] >= would.p_none - 1e-9
    assert sum(late.values()) == pytest.approx(1)


def test_a_folder_without_record_positions_or_procedure_works() -> None:
    would = ask(an_election(["a", "b", "c"]), seats_of(a=[45] * 40, b=[40] * 40, c=[35] * 40))
    assert set(would.unplaced) == {"A", "B", "C"}
    assert not would.table.known_to_record
    assert would.incumbent == ""


def test_somebody_is_in_office_on_every_day_also_when_nobody_is_told_who() -> None:
    would = ask(an_election(["a", "b", "c"]), seats_of(a=[45] * 300, b=[40] * 300, c=[35] * 300))
    assert would.incumbent == ""
    for after in (0, 30, 400):
        held = would.holds_office(VOTE_DAY + timedelta(days=after))
        assert sum(held.values()) == pytest.approx(1)
        assert held.get("", 0.0) == pytest.approx(
            float((~would.timeline.by(VOTE_DAY + timedelta(days=after))).mean())
        )


def test_a_list_that_may_split_is_divided_as_its_places_are() -> None:
    members = (Party(id="x", name="X", seats=15), Party(id="y", name="Y", seats=5))
    one = replace(a_list("xy"), members=members, may_split=True)
    seats = seats_of(xy=[33, 34], b=[30, 30])
    table = table_of(an_election([one, "b"]), seats, ())
    assert [player.id for player in table.players] == ["b", "x", "y"]
    assert table.seats.sum(axis=1).tolist() == [63, 64]
    assert table.of_list("xy") == (1, 2)
    assert divided(np.array([33, 0]), [15, 13, 5]).tolist() == [[15, 13, 5], [0, 0, 0]]


def test_too_many_players_are_kept_whole_from_the_smallest_on() -> None:
    members = tuple(Party(id=f"m{k}", name=f"M{k}", seats=1) for k in range(6))
    one = replace(a_list("joint"), members=members, may_split=True)
    others = [f"l{k}" for k in range(12)]
    seats = seats_of(joint=[6, 6], **{name: [10, 11] for name in others})
    table = table_of(an_election([one, *others]), seats, ())
    assert table.kept_whole == ("Joint",)
    assert len(table.players) == 13


def test_no_seats_no_government() -> None:
    assert (
        would_govern(
            an_election(["a"]),
            VOTE_DAY,
            seats_of(a=[0, 5]),
            majority=3,
            model=MODEL,
            cabinets=(),
            procedure=None,
            rng=np.random.default_rng(1),
        )
        is None
    )
