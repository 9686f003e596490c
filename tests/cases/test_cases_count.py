"""Counting a case under its law, another law, and a changed law."""

from __future__ import annotations

from pathlib import Path

import pytest
from case_folders import LAW, a_case

from formateur.cases import count_case
from formateur.errors import DataError, LawError

# 5 seats: 5200 5200/2 5200/3, 3100 3100/2; 3 seats: 2000 2000/2, 900
SEATS = {
    ("North", "constituency"): {"Blue": 3, "Green": 2},
    ("South", "constituency"): {"Green": 2, "Blue": 1},
}
NATIONAL = "constituency,party,votes\nnational,Blue,60\nnational,Green,30\nnational,Red,10\n"


def test_the_law_in_the_folder_of_the_case(tmp_path: Path) -> None:
    counted = count_case(a_case(tmp_path), seed=1)
    assert counted.outcome.allocation.places == SEATS
    assert (counted.as_it_was, counted.notes) == (None, ())


@pytest.mark.parametrize("given", [str, Path], ids=["text", "path"])
def test_a_law_file_anywhere(tmp_path: Path, given: type[str] | type[Path]) -> None:
    (tmp_path / "laws").mkdir()
    reform = tmp_path / "laws" / "reform.toml"
    reform.write_text(LAW.replace("d-hondt", "sainte-lague"), "utf-8")
    case = a_case(tmp_path / "case", facts={"magnitudes": {"North": 4, "South": 4}})
    seats = count_case(case, law=given(reform), seed=1).outcome.allocation.places
    assert seats["North", "constituency"] == {"Blue": 3, "Green": 1}


def test_a_built_in_law_has_a_house_of_its_own(tmp_path: Path) -> None:
    case = a_case(tmp_path, votes=NATIONAL, facts={"magnitudes": {"national": 10}})
    outcome = count_case(case, law="il-knesset", seed=1).outcome
    assert outcome.seats == 120


def test_a_what_if_beside_the_law_as_it_was(tmp_path: Path) -> None:
    changes = {"constituency_threshold.share": "40%"}
    counted = count_case(a_case(tmp_path), changes=changes, seed=1)
    assert counted.as_it_was is not None
    assert counted.as_it_was.allocation.places == SEATS
    assert counted.outcome.allocation.places["North", "constituency"] == {"Blue": 5}
    assert counted.outcome.rules.changes == ("constituency_threshold.share = 40%",)


def test_a_what_if_of_the_house(tmp_path: Path) -> None:
    law = LAW.replace('"many"', '"one"')
    case = a_case(tmp_path, votes=NATIONAL, facts={"magnitudes": {"national": 8}}, law=law)
    counted = count_case(case, changes={"seats": 20}, seed=1)
    assert counted.as_it_was is not None
    assert (counted.outcome.seats, counted.as_it_was.seats) == (20, 8)
    assert counted.notes == ()


def test_a_house_that_the_facts_fix(tmp_path: Path) -> None:
    counted = count_case(a_case(tmp_path), changes={"seats": 20}, seed=1)
    assert counted.outcome.seats == 8
    (note,) = counted.notes
    assert "has no effect here" in note


@pytest.mark.parametrize(
    ("won", "place"),
    [({"Blue": 1, "Red": 1}, "East"), ({"Blue": 2}, "national"), ({"Blue": 3}, "national")],
    ids=["those of the votes", "others", "of more constituencies than have votes"],
)
def test_constituency_seats_of_the_facts_beside_the_votes(
    tmp_path: Path, won: dict[str, int], place: str
) -> None:
    votes = "constituency,party,votes,tier\nnational,Blue,60,list\nnational,Green,40,list\n"
    votes += "East,Blue,9,constituency\nEast,Red,8,constituency\nWest,Red,7,constituency\n"
    case = a_case(tmp_path, votes=votes, facts={"magnitudes": {}, "direct_seats": won})
    allocation = count_case(case, law="nz-house", seed=1).outcome.allocation
    assert allocation.places[place, "constituency"]["Blue"] == won["Blue"]


def test_numbers_of_seats_that_do_not_fit(tmp_path: Path) -> None:
    case = a_case(tmp_path, facts={"magnitudes": {"North": 5, "South": 4}, "base_seats": 9})
    base, seats = count_case(case, seed=1).notes
    assert "facts.base_seats: 9 is not the ordinary size" in base
    assert "seats: 8 is not what the law gave out, which is 9" in seats


def test_the_seed_of_the_lots(tmp_path: Path) -> None:
    votes = "constituency,party,votes\nNorth,Blue,60\nNorth,Green,60\n"
    case = a_case(tmp_path, votes=votes, facts={"magnitudes": {"North": 1}})
    outcomes = {str(count_case(case, seed=seed).outcome.allocation.places) for seed in range(9)}
    assert len(outcomes) == 2
    assert count_case(case, seed=3) == count_case(case, seed=3)


def test_what_cannot_be(tmp_path: Path) -> None:
    case = a_case(tmp_path)
    with pytest.raises(LawError, match="no such table"):
        count_case(case, changes={"bonus.seats": 50}, seed=1)
    with pytest.raises(LawError, match="no built-in law"):
        count_case(case, law="xx-diet", seed=1)
    with pytest.raises(LawError, match="cannot be read"):
        count_case(case, law=tmp_path / "nowhere" / "law.toml", seed=1)
    with pytest.raises(DataError):
        count_case(tmp_path / "nowhere", seed=1)
    (case / "law.toml").unlink()
    with pytest.raises(LawError, match="No such file"):
        count_case(case, seed=1)
