"""What was said, and which coalitions break it."""

from __future__ import annotations

from itertools import combinations

import pytest
from factories import a_person, an_election, may, says

from formateur.facts import Election, Stance, Statement, Target
from formateur.government import Block, blocks, in_force

PERSONS = (a_person("ann", "a"), a_person("amy", "a"), a_person("bob", "b"), a_person("eve"))
TARGETS = (
    Target(id="group:c_or_d", name="", any_of=("c", "d")),
    Target(id="government:b_and_c", name="", all_of=("b", "c")),
    Target(id="government:b_and_one", name="", any_of=("c", "d"), all_of=("b",)),
    Target(id="government:ann", name="", head="ann"),
    Target(id="government:ann_with_c", name="", all_of=("c",), head="ann"),
    Target(id="policy:tax", name=""),
)


def heard(*statements: Statement) -> Election:
    return an_election("abcd", persons=PERSONS, targets=TARGETS, statements=statements)


def broken(coalition: str, election: Election) -> tuple[Block, ...]:
    """What a coalition of lists with ids of one letter breaks."""
    return blocks(tuple(coalition), election)


def blocked(election: Election) -> set[str]:
    """Every coalition of two or more of a, b, c, d that breaks a statement whoever heads it."""
    every = ["".join(some) for n in (2, 3, 4) for some in combinations("abcd", n)]
    return {one for one in every if any(not b.unless_without for b in broken(one, election))}


def under(coalition: str, election: Election) -> list[str]:
    """Persons under whom the coalition breaks a statement."""
    return [b.unless_without for b in broken(coalition, election) if b.unless_without]


def test_the_latest_statement_about_the_same_is_in_force() -> None:
    first, other = says("a", "excludes", "b", on=may(1)), says("a", "excludes", "c", on=may(2))
    later, elsewhere = says("a", "tolerates", "b", on=may(3)), says("b", "excludes", "a")
    assert set(in_force([later, first, other, elsewhere])) == {other, later, elsewhere}


def test_of_one_day_the_later_in_the_file_is_in_force() -> None:
    one, other = says("a", "excludes", "b"), says("a", "prefers", "b")
    assert in_force([one, other]) == (other,)
    assert in_force([other, one]) == (one,)


def test_exclusion_of_a_list() -> None:
    assert blocked(heard(says("a", "excludes", "b"))) == {"ab", "abc", "abd", "abcd"}


def test_exclusion_taken_back_blocks_nothing() -> None:
    taken_back = says("a", "tolerates", "b", on=may(2))
    assert blocked(heard(says("a", "excludes", "b", on=may(1)), taken_back)) == set()


def test_exclusion_of_any_of_a_group() -> None:
    assert blocked(heard(says("a", "excludes", "group:c_or_d"))) == {
        "ac",
        "ad",
        "abc",
        "abd",
        "acd",
        "abcd",
    }


def test_exclusion_of_a_government_of_several_needs_all_of_them() -> None:
    assert blocked(heard(says("a", "excludes", "government:b_and_c"))) == {"abc", "abcd"}


def test_exclusion_of_a_government_with_some_needs_one_of_them_and_the_rest() -> None:
    found = blocked(heard(says("a", "excludes", "government:b_and_one")))
    assert found == {"abc", "abd", "abcd"}


def test_exclusion_of_a_person_is_conditional_on_that_head() -> None:
    election = heard(says("b", "excludes", "person:ann"))
    assert blocked(election) == set()
    assert under("ab", election) == ["ann"]
    assert under("bc", election) == []


def test_exclusion_of_a_person_who_heads_nothing_is_conditional_too() -> None:
    assert under("ab", heard(says("b", "excludes", "person:amy"))) == ["amy"]


def test_exclusion_of_a_government_under_a_head_is_conditional() -> None:
    election = heard(says("b", "excludes", "government:ann"))
    assert blocked(election) == set()
    assert under("abd", election) == ["ann"]
    election = heard(says("b", "excludes", "government:ann_with_c"))
    assert under("abc", election) == ["ann"]
    assert under("abd", election) == []


@pytest.mark.parametrize("about", ["person:eve", "person:head_of_largest_list", "person:nobody"])
@pytest.mark.parametrize("stance", ["excludes", "requires"])
def test_person_without_a_list_blocks_no_coalition(stance: Stance, about: str) -> None:
    election = heard(says("a", stance, about))
    assert broken("ab", election) == broken("abcd", election) == ()


def test_own_head_blocks_nothing() -> None:
    assert broken("ab", heard(says("a", "excludes", "person:ann"))) == ()
    assert broken("ab", heard(says("a", "requires", "person:ann"))) == ()


def test_condition_of_a_list() -> None:
    assert blocked(heard(says("a", "requires", "b"))) == {"ac", "ad", "acd"}


def test_condition_of_a_government_of_several() -> None:
    assert blocked(heard(says("a", "requires", "government:b_and_c"))) == {
        "ab",
        "ac",
        "ad",
        "abd",
        "acd",
    }


def test_condition_of_a_person_needs_the_list_of_the_person() -> None:
    assert blocked(heard(says("c", "requires", "person:bob"))) == {"ac", "cd", "acd"}


def test_condition_of_a_government_under_a_head_needs_list_and_members() -> None:
    assert blocked(heard(says("b", "requires", "government:ann"))) == {"bc", "bd", "bcd"}
    found = blocked(heard(says("b", "requires", "government:ann_with_c")))
    assert found == {"ab", "bc", "bd", "abd", "bcd"}


@pytest.mark.parametrize("stance", ["excludes", "requires"])
@pytest.mark.parametrize(
    "about", ["policy:tax", "policy:unheard_of", "group:unheard_of", "nowhere", "none"]
)
def test_policies_and_the_unknown_block_nothing(stance: Stance, about: str) -> None:
    assert broken("abcd", heard(says("a", stance, about))) == ()


@pytest.mark.parametrize("stance", ["prefers", "tolerates", "recommends"])
@pytest.mark.parametrize("about", ["b", "person:bob", "government:b_and_c"])
def test_wishes_block_nothing(stance: Stance, about: str) -> None:
    election = heard(says("a", stance, about))
    assert broken("acd", election) == broken("abcd", election) == ()


def test_those_outside_the_government_are_not_asked() -> None:
    election = heard(says("a", "excludes", "b"), says("a", "requires", "d"))
    assert broken("bc", election) == ()


def test_when_everybody_excludes_everybody_only_a_list_alone_is_free() -> None:
    every = [says(one, "excludes", other) for one in "abcd" for other in "abcd" if one != other]
    election = heard(*every)
    assert len(blocked(election)) == 11
    assert len(broken("abcd", election)) == 12
    assert broken("a", election) == ()


def test_list_that_requires_what_it_excludes_can_be_in_no_coalition() -> None:
    election = heard(says("a", "requires", "government:b_and_c"), says("a", "excludes", "b"))
    assert blocked(election) == {"ab", "ac", "ad", "abc", "abd", "acd", "abcd"}


def test_every_broken_statement_is_named() -> None:
    first, second = says("a", "excludes", "b"), says("b", "excludes", "person:ann")
    found = broken("ab", heard(first, second))
    assert [(one.statement, one.unless_without) for one in found] == [(first, ""), (second, "ann")]


@pytest.mark.parametrize("demanded", ["person:ann", "government:ann"])
@pytest.mark.parametrize("refused", ["person:ann", "government:ann"])
def test_head_whom_one_demands_and_another_refuses_blocks_both_whoever_heads(
    demanded: str, refused: str
) -> None:
    demand, refusal = says("c", "requires", demanded), says("b", "excludes", refused)
    election = heard(demand, refusal)
    assert [(one.statement, one.unless_without) for one in broken("abc", election)] == [
        (refusal, ""),
        (demand, ""),
    ]
    assert under("ab", election) == ["ann"], "nobody in it demands her"
    assert broken("ac", election) == (), "nobody in it refuses her"
    assert [one.statement for one in broken("bc", election)] == [demand], "she is not in it"


def test_list_that_demands_its_own_head_clashes_with_who_refuses_that_head() -> None:
    election = heard(says("a", "requires", "person:ann"), says("b", "excludes", "person:ann"))
    assert "ab" in blocked(election)
    assert broken("ac", election) == ()


def test_demand_that_clashes_and_is_not_met_is_named_once() -> None:
    """Without c the demand of d for a government of ann with c is broken under any head."""
    demand = says("d", "requires", "government:ann_with_c")
    refusal = says("b", "excludes", "person:ann")
    found = broken("abd", heard(demand, refusal))
    assert sorted((one.statement.by, one.unless_without) for one in found) == [("b", ""), ("d", "")]


def test_refusing_one_head_and_demanding_another_is_no_clash() -> None:
    election = heard(says("c", "requires", "person:bob"), says("b", "excludes", "person:ann"))
    assert blocked(election) == {"ac", "cd", "acd"}, "only those without the list of bob"
    assert under("abc", election) == ["ann"]


def test_israel_in_september_2019() -> None:
    """What stood in the way of each way to 61 on 14 September, as the papers told it."""
    election = an_election(
        ["likud", "blue_white", "yisrael_beiteinu", "shas", "joint_list", "labor_gesher"],
        persons=[a_person("netanyahu", "likud"), a_person("lapid", "blue_white")],
        targets=[
            Target(id="government:unity", name="", all_of=("likud", "blue_white")),
            Target(id="group:haredi", name="", any_of=("shas", "utj")),
        ],
        statements=[
            says("yisrael_beiteinu", "requires", "government:unity"),
            says("yisrael_beiteinu", "excludes", "group:haredi"),
            says("likud", "excludes", "government:unity"),
            says("blue_white", "excludes", "person:netanyahu"),
            says("blue_white", "excludes", "joint_list"),
            says("labor_gesher", "excludes", "person:netanyahu"),
            says("shas", "excludes", "person:lapid"),
        ],
    )

    def speakers(*coalition: str) -> list[tuple[str, str]]:
        found = blocks(coalition, election)
        return [(one.statement.by, one.unless_without) for one in found]

    assert speakers("likud", "blue_white", "yisrael_beiteinu") == [
        ("likud", ""),
        ("blue_white", "netanyahu"),
    ]
    assert speakers("likud", "shas", "yisrael_beiteinu") == [("yisrael_beiteinu", "")] * 2
    assert speakers("blue_white", "labor_gesher", "joint_list") == [("blue_white", "")]
    assert speakers("likud", "shas", "labor_gesher") == [("labor_gesher", "netanyahu")]
    assert speakers("blue_white", "shas") == [("shas", "lapid")]


def test_a_head_demanded_by_one_list_and_refused_by_another_blocks_whoever_heads_it() -> None:
    demand = says("a", "requires", "person:ann")
    refusal = says("b", "excludes", "person:ann")
    election = heard(demand, refusal)
    assert {(b.statement, b.unless_without) for b in broken("ab", election)} == {
        (demand, ""),
        (refusal, ""),
    }
    assert broken("ac", election) == ()
    assert under("ab", heard(refusal)) == ["ann"]


def test_two_heads_demanded_at_once_block_the_coalition() -> None:
    one, other = says("a", "requires", "person:ann"), says("b", "requires", "person:bob")
    assert {b.statement for b in broken("ab", heard(one, other))} == {one, other}
    assert {b.unless_without for b in broken("ab", heard(one, other))} == {""}
    assert broken("ab", heard(one, says("b", "requires", "person:ann"))) == ()
