from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from formateur.errors import DataError
from formateur.folder.past_cabinets import built_in_cabinets
from formateur.folder.pledges import PLEDGE_COLUMNS, built_in_pledges, read_pledges

HEADER = ",".join(PLEDGE_COLUMNS)
GOOD = "p1,il-2021,2021-03-20,day,meretz,likud,,excludes,decided,yes,Says no.,The Daily,"


def file_with(tmp_path: Path, *rows: str) -> Path:
    path = tmp_path / "pledges.csv"
    path.write_text("\n".join((HEADER, *rows)) + "\n", encoding="utf-8")
    return path


def test_a_pledge_is_read(tmp_path: Path) -> None:
    (pledge,) = read_pledges(file_with(tmp_path, GOOD), built_in_cabinets("il"))
    assert (pledge.by, pledge.stance, pledge.about) == ("meretz", "excludes", "likud")
    assert read_pledges(tmp_path / "none.csv", ()) == ()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("meretz", "greens", "not a party of that house"),
        ("2021-03-20", "2021-06-14", "after the government of 2021-06-13"),
        ("excludes", "hates", "may stand here"),
        ("decided", "", "firmness"),
        ("likud", "group:likud", "nothing that can be read"),
        ("The Daily", "", "source"),
        ("yes", "perhaps", "may stand here"),
    ],
)
def test_what_cannot_be_is_told_with_its_line(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    with pytest.raises(DataError, match=told) as error:
        read_pledges(file_with(tmp_path, GOOD.replace(old, new)), built_in_cabinets("il"))
    assert error.value.problems[0].line == 2


def test_ids_are_unique(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="already the id of line 2"):
        read_pledges(file_with(tmp_path, GOOD, GOOD), ())


def test_the_built_in_pledges_hold_against_the_cabinets() -> None:
    pledges = built_in_pledges(built_in_cabinets(""))
    formations = {one.formation for one in pledges}
    assert len(formations) >= 60
    assert len({one[:2] for one in formations}) >= 10
    kept = Counter(one.kept for one in pledges)
    assert kept["no"] >= 20, "broken ones too"
    assert min(one.date.year for one in pledges) >= 1990
