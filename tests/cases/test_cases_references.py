"""Names in the facts against names in the votes."""

from __future__ import annotations

from pathlib import Path

import pytest
from case_folders import VOTES, Facts, a_case, the_problem, told

TWO_BALLOTS = (
    "constituency,party,votes,tier\nNorth,Blue,10,list\nSouth,Blue,10,list\n"
    "N1,Blue,5,constituency\nS1,Blue,9,constituency\n"
)


@pytest.mark.parametrize(
    ("facts", "field", "value"),
    [
        ({"magnitudes": {"North": 5, "South": 3, "East": 1}}, "facts.magnitudes", "East"),
        ({"magnitudes": {"North": 5}}, "facts.magnitudes", "South"),
        ({"caps": {"Nort": {"Blue": 1}}}, "facts.caps", "Nort"),
        ({"levelling_in": {"East": 1}}, "facts.levelling_in", "East"),
        ({"list_seats": {"East": 1}}, "facts.list_seats", "East"),
        ({"alliances": {"East": [["Blue", "Red"]]}}, "facts.alliances", "East"),
        ({"region_of": {"North": "West"}}, "facts.region_of", "South"),
        ({"land_population": {"West": 7}}, "facts.land_population", "West"),
    ],
)
def test_places_that_only_one_file_knows(
    tmp_path: Path, facts: Facts, field: str, value: str
) -> None:
    problem = the_problem(a_case(tmp_path, facts=facts))
    assert (problem.file, problem.severity) == ("case.json", "error")
    assert (problem.field, problem.value) == (field, value)
    assert problem.line is not None


def test_the_nearest_name_is_the_remedy(tmp_path: Path) -> None:
    facts: Facts = {"magnitudes": {"North": 5, "Suoth": 3}}
    remedies = told(a_case(tmp_path, facts=facts))
    assert "Did you mean 'South'?" in remedies[1]
    assert "'South' has votes and no seats here" in remedies[0]


def test_regions_of_candidates_are_the_constituencies_of_lists(tmp_path: Path) -> None:
    facts: Facts = {
        "magnitudes": None,
        "list_seats": {"North": 2, "South": 2},
        "region_of": {"N1": "North", "S1": "South"},
    }
    assert told(a_case(tmp_path, votes=TWO_BALLOTS, facts=facts)) == []
    facts["region_of"] = {"N1": "North"}
    assert "'S1' has votes and lies nowhere here" in " ".join(
        told(a_case(tmp_path, votes=TWO_BALLOTS, facts=facts))
    )


@pytest.mark.parametrize(
    "facts",
    [
        {"minority_parties": ["Bleu"]},
        {"independents": ["Bleu"]},
        {"non_party_rows": ["Bleu"]},
        {"direct_seats": {"Bleu": 1}},
        {"alliances": [["Bleu", "Green"]]},
        {"list_combinations": [["Bleu", "Green"]]},
        {"threshold_facts": [{"members": {"Bleu": 2}}]},
        {"threshold_facts": [{"level_for": {"Bleu": 0.08}}]},
        {"caps": {"North": {"Bleu": 2}}},
    ],
)
def test_a_party_without_votes_is_a_warning(tmp_path: Path, facts: Facts) -> None:
    problem = the_problem(a_case(tmp_path, facts=facts))
    assert (problem.severity, problem.value) == ("warning", "Bleu")
    assert problem.line is not None


def test_direct_seats_are_as_many_as_the_electorates(tmp_path: Path) -> None:
    facts: Facts = {"direct_seats": {"Blue": 3}, "electorates": 4}
    problem = the_problem(a_case(tmp_path, facts=facts))
    assert (problem.severity, problem.field) == ("warning", "facts.electorates")


def test_one_nationwide_constituency(tmp_path: Path) -> None:
    votes = VOTES.replace("South", "national").replace("North,Blue", "national,Red")
    votes = "\n".join(line for line in votes.splitlines() if not line.startswith("North"))
    assert told(a_case(tmp_path, votes=votes, facts={"magnitudes": {"national": 5}})) == []
